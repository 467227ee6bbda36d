package trefas.metrology.interval;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import trefas.metrology.VoltageEvent;
import trefas.quantity.Phase;

class FlagsTest {

    private final Flags flags = new Flags();

    @Test
    void dipsSwellsAndInterruptionsFlagWhatTheyTouch() {
        flags.add(new VoltageEvent.Dip(10, 11, Set.of(Phase.L1), 60));
        flags.add(new VoltageEvent.Swell(20, 21, Set.of(Phase.L1), 120));
        flags.add(new VoltageEvent.Interruption(30, 31, Set.of(Phase.L1, Phase.L2, Phase.L3), 1));

        assertTrue(flags.touch(10.9, 11.1));
        assertFalse(flags.touch(11, 20));
        assertTrue(flags.touch(0, 100));
        assertTrue(flags.touch(30.2, 30.4));
    }

    @Test
    void aRapidVoltageChangeFlagsNothing() {
        flags.add(new VoltageEvent.RapidVoltageChange(10, 11, Set.of(Phase.L1), 6, 5));

        assertFalse(flags.touch(0, 100));
    }

    @Test
    void anEventThatIsNotOverFlagsEverythingAfterItsBeginning() {
        flags.began(50);

        assertFalse(flags.touch(40, 50));
        assertTrue(flags.touch(40, 50.1));
        assertTrue(flags.touch(1_000, 1_001));

        flags.ended(60);
        assertTrue(flags.touch(59, 61));
        assertFalse(flags.touch(60, 61));
    }

    @Test
    void eventsAreForgottenWhenNoIntervalCanStillHoldThem() {
        flags.add(10, 11);
        flags.add(10 + Flags.MEMORY_SECONDS, 12 + Flags.MEMORY_SECONDS);

        assertFalse(flags.touch(0, 100));
        assertTrue(flags.touch(Flags.MEMORY_SECONDS + 11, Flags.MEMORY_SECONDS + 12));
    }

    @Test
    void tooManyEventsFlagTooMuchRatherThanTooLittle() {
        for (int i = 0; i <= Flags.EVENTS_MAX; i++) {
            flags.add(0.1 * i, 0.1 * i + 0.05);
        }

        assertTrue(flags.touch(0.06, 0.07));
        assertFalse(flags.touch(0.16, 0.17));
        assertTrue(flags.touch(0, 0.02));
    }
}
