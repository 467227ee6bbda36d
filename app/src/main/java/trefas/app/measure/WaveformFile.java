package trefas.app.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import trefas.app.input.UnusableInputException;
import trefas.metrology.SampleBlock;
import trefas.recording.ComtradeDataFormat;
import trefas.recording.ComtradeEncoder;
import trefas.recording.CsvEncoder;
import trefas.recording.FullScale;
import trefas.recording.WavEncoder;
import trefas.recording.WaveformEncoder;
import trefas.simulation.waveform.ScenarioParameters;
import trefas.simulation.waveform.WaveformScenario;
import trefas.simulation.waveform.WaveformSource;

/// Writes the waveforms of a scenario to a file, a block at a time.
public final class WaveformFile {

    /// What the largest sample of a WAV stands for, unless said otherwise.
    public static final FullScale FULL_SCALE = new FullScale(800, 200);

    private static final int BUFFER_OCTETS = 1 << 20;
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);

    private WaveformFile() {}

    /// Writes a file, or the two of COMTRADE.
    ///
    /// @param file ending in `.cfg`, `.wav` or `.csv`
    /// @return what was written, in a line for people
    /// @throws UnusableInputException for another ending
    public static String write(WaveformScenario scenario, ScenarioParameters parameters, Path file, FullScale fullScale)
            throws IOException, UnusableInputException {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        WaveformSource source = scenario.samples(parameters);
        double rate = parameters.samplesPerSecond();
        long frames = Math.max(1, Math.round(parameters.seconds() * rate));
        return switch (ending) {
            case "cfg", "dat" -> {
                var encoder = new ComtradeEncoder(
                        ComtradeDataFormat.FLOAT32,
                        fullScale,
                        "Trefas " + scenario.label(),
                        parameters.hertz(),
                        rate,
                        frames,
                        START);
                Path configuration = file.resolveSibling(name.substring(0, dot) + ".cfg");
                Path data = file.resolveSibling(name.substring(0, dot) + ".dat");
                try (FileChannel channel = FileChannel.open(configuration, NEW)) {
                    writeAll(channel, encoder.configuration());
                }
                write(encoder, source, data);
                yield configuration + " and " + data + ": " + frames + " samples";
            }
            case "wav" -> {
                write(new WavEncoder(WavEncoder.Format.FLOAT_32, fullScale, rate, frames), source, file);
                yield file + ": " + frames + " samples; read it with --full-scale U="
                        + Plain.shortest(fullScale.volts()) + ",I=" + Plain.shortest(fullScale.amperes());
            }
            case "csv" -> {
                write(new CsvEncoder(rate), source, file);
                yield file + ": " + frames + " samples";
            }
            default ->
                throw new UnusableInputException(
                        file + ": found no ending that tells the format, expected .cfg, .wav" + " or .csv");
        };
    }

    private static void write(WaveformEncoder encoder, WaveformSource source, Path file) throws IOException {
        var block = new SampleBlock(SampleBlock.CAPACITY);
        ByteBuffer octets = ByteBuffer.allocate(BUFFER_OCTETS);
        try (FileChannel channel = FileChannel.open(file, NEW)) {
            writeAll(channel, encoder.head());
            while (source.next(block)) {
                int from = 0;
                while (from < block.length()) {
                    from += encoder.encode(block, from, octets.clear());
                    writeAll(channel, octets.flip());
                }
            }
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer octets) throws IOException {
        while (octets.hasRemaining()) {
            channel.write(octets);
        }
    }
}
