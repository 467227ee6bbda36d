package trefas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trefas.app.host.MeterProcess;
import trefas.app.host.StartException;
import trefas.app.settings.RunSettings;

/// A meter that was stopped for longer than the seven days of its clock's reserve (data sheet).
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LostClockTest {

    private static final Instant BEGIN = Instant.parse("2026-11-22T13:37:00Z");
    private static final Instant SIX_DAYS_LATER = BEGIN.plus(Duration.ofDays(6));
    private static final Instant FIFTEEN_DAYS_LATER = BEGIN.plus(Duration.ofDays(15));

    @TempDir
    private Path folder;

    @Test
    void theCommandThatTheStartTellsSetsIt() throws StartException {
        RunSettings settings = RunSettings.DEFAULT
                .withStateDirectory(Optional.of(folder))
                .withDlmsPort(0)
                .withFacePort(OptionalInt.empty())
                .withP1Port(OptionalInt.empty());
        for (Instant within : new Instant[] {BEGIN, SIX_DAYS_LATER}) {
            try (var process = MeterProcess.start(settings, within.getEpochSecond(), 0)) {
                assertTrue(process.isClockValid());
            }
        }

        try (var process = MeterProcess.start(settings, FIFTEEN_DAYS_LATER.getEpochSecond(), 0)) {
            assertFalse(process.isClockValid());
            String sentence = MeterSession.lostClock(settings, " --port " + process.dlmsPort(), FIFTEEN_DAYS_LATER);
            assertEquals(
                    "The meter stood still for longer than its clock goes on without supply, and the clock was lost;"
                            + " set it: ./trefas set --port " + process.dlmsPort()
                            + " 1.0.0 dt:2026-12-07T13:37:00+00:00",
                    sentence);
            var out = new StringWriter();
            var err = new StringWriter();
            String command = sentence.substring(sentence.indexOf("set --port"));

            assertEquals(0, TypedCommand.run(command, out, err), err.toString());
            assertTrue(out.toString().contains("2026-12-07 14:37:00"), out.toString());
            assertTrue(process.isClockValid());
        }
    }
}
