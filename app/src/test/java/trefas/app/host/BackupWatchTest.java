package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import trefas.storage.VolatileMemory;

/// Why a daily backup could not be made is told, and told once (decision 0042).
class BackupWatchTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void eachReasonIsToldOnceAndAgainAfterABackupWasMade() {
        var trouble = new AtomicReference<Optional<String>>(Optional.empty());
        var watch = new BackupWatch(trouble::get, told::add);

        watch.look();
        trouble.set(Optional.of("No room."));
        watch.look();
        watch.look();
        trouble.set(Optional.of("No rights."));
        watch.look();
        trouble.set(Optional.empty());
        watch.look();
        trouble.set(Optional.of("No rights."));
        watch.look();

        assertEquals(List.of("No room.", "No rights.", "No rights."), told);
    }

    @Test
    void ofAMemoryThatMakesNoneThereIsNothingToTell() {
        BackupWatch.of(new VolatileMemory(), told::add).look();

        assertEquals(List.of(), told);
    }
}
