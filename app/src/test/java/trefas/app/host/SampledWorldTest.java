package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trefas.app.input.InputFormat;
import trefas.app.input.InputOptions;
import trefas.app.input.Progress;
import trefas.app.input.RecordingInput;
import trefas.app.input.UnusableInputException;
import trefas.metrology.OneSecondValues;
import trefas.quantity.PhaseSequence;
import trefas.recording.FullScale;
import trefas.recording.PcmFormat;
import trefas.recording.RecordingOptions;

/// A meter on samples: 400 samples a cycle would be a luxury, 160 are enough.
class SampledWorldTest {

    private static final int RATE = 8_000;
    private static final long BEGIN = 1_780_000_000;
    private static final long WAIT = TimeUnit.SECONDS.toNanos(20);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everySecondOfTheSamplesIsASecondOfTheMeter() throws Exception {
        try (SampledWorld world = open(samples(3), Optional.of(BEGIN))) {
            var values = new OneSecondValues();

            assertEquals(BEGIN + 1, world.firstSecond());
            assertEquals(OptionalLong.of(BEGIN + 1), world.awaitSecond(WAIT));
            for (long second = BEGIN + 1; second <= BEGIN + 3; second++) {
                assertTrue(world.second(second, values));
                // 230 V and 5 A in phase with steps of 24 mV and 3.7 mA, so a few tenths of a thousandth are lost.
                assertEquals(230_000, values.millivolts(0), 10);
                assertEquals(5_000, values.milliamperes(1), 2);
                assertEquals(1_150_000, values.milliwatts(2), 300);
                assertEquals(50_000, values.millihertz());
                assertEquals(PhaseSequence.L1L2L3, values.sequence());
            }
            assertFalse(world.second(BEGIN + 4, values), "the samples are over");
            assertEquals(0, values.millivolts(0));
            assertEquals(3, world.measuredSeconds());
            assertEquals(Optional.empty(), world.problem());
        }
    }

    @Test
    void secondsMayBeSkippedButDoNotComeBack() throws Exception {
        try (SampledWorld world = open(samples(4), Optional.of(BEGIN))) {
            var values = new OneSecondValues();

            assertTrue(world.second(BEGIN + 3, values));
            assertEquals(230_000, values.millivolts(0), 10);
            assertTrue(world.second(BEGIN + 2, values), "an earlier second has no supply");
            assertEquals(0, values.millivolts(0));
            assertTrue(world.second(BEGIN + 4, values));
            assertEquals(230_000, values.millivolts(0), 10);
        }
    }

    @Test
    void aFileThatEndsInTheMiddleOfARowIsToldAfterItsSeconds() throws Exception {
        byte[] whole = samples(2);
        byte[] cut = Arrays.copyOf(whole, whole.length - 5);
        try (SampledWorld world = open(cut, Optional.of(BEGIN))) {
            var values = new OneSecondValues();

            assertTrue(world.second(BEGIN + 1, values));
            assertFalse(world.second(BEGIN + 3, values));
            assertTrue(world.problem().orElse("").contains("found the end after 7 octets"), world.problem()::toString);
        }
    }

    @Test
    void anEmptyInputIsRefusedAtTheStart() {
        var refused = assertThrows(UnusableInputException.class, () -> open(new byte[0], Optional.of(BEGIN)));

        assertTrue(String.valueOf(refused.getMessage()).contains("found no samples"), refused::toString);
    }

    // COMTRADE 1999, ASCII: 2000 samples at 1000 a second, then a stretch at 100, which is too slow to measure.
    @Test
    void aRateThatBecomesTooSlowEndsTheWorldWithASentence() throws Exception {
        Path configuration = folder.resolve("slow.cfg");
        Files.writeString(configuration, """
                BENCH,1,1999
                1,1A,0D
                1,UL1,A,,V,1,0,0,-32767,32767,1,1,P
                50
                2
                1000,2000
                100,2100
                01/06/2026,12:00:00.000000
                01/06/2026,12:00:00.000000
                ASCII
                1
                """);
        var rows = new StringBuilder();
        for (int row = 1; row <= 2_100; row++) {
            long volts = Math.round(325 * Math.sin(2 * Math.PI * 50 * row / 1_000));
            rows.append(row).append(",0,").append(volts).append('\n');
        }
        Files.writeString(folder.resolve("slow.dat"), rows);
        var options = new InputOptions(
                InputFormat.COMTRADE,
                RecordingOptions.USUAL,
                PcmFormat.parse("s16le").orElseThrow(),
                6);
        var input = new RecordingInput(options, Progress.silent());
        try (SampledWorld world = SampledWorld.start(configuration.toString(), input, Optional.of(BEGIN), 1)) {
            var values = new OneSecondValues();

            assertTrue(world.second(BEGIN + 1, values));
            assertEquals(230_000, values.millivolts(0), 500);
            assertFalse(world.second(BEGIN + 10, values));
            assertTrue(
                    world.problem().orElse("").contains("found 100.0 samples per second"), world.problem()::toString);
        }
    }

    private SampledWorld open(byte[] octets, Optional<Long> begin)
            throws IOException, UnusableInputException, InterruptedException {
        Path file = folder.resolve("line.pcm");
        Files.write(file, octets);
        var options = new InputOptions(
                InputFormat.PCM,
                RecordingOptions.USUAL.with(new FullScale(800, 120)).withRate(RATE),
                PcmFormat.parse("s16le").orElseThrow(),
                6);
        return SampledWorld.start(file.toString(), new RecordingInput(options, Progress.silent()), begin, 1);
    }

    /// 230 V and 5 A on three phases, in phase, 16 bits.
    private static byte[] samples(int seconds) {
        var octets = ByteBuffer.allocate(seconds * RATE * 12).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample = 0; sample < seconds * RATE; sample++) {
            double radians = 2 * Math.PI * 50 * sample / RATE;
            for (double peak : new double[] {230 / 800.0, 5 / 120.0}) {
                for (int phase = 0; phase < 3; phase++) {
                    double value = Math.sqrt(2) * peak * Math.sin(radians - 2 * Math.PI * phase / 3);
                    octets.putShort((short) Math.rint(value * 0x1p15));
                }
            }
        }
        return octets.array();
    }
}
