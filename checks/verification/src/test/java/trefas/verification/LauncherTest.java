package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LauncherTest {
    @Test
    void theVersionIsToldOnAsking() throws Exception {
        assertEquals(0, TrefasProgram.run("--version").exitCode());
    }
}
