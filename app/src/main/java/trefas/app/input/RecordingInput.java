package trefas.app.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import trefas.metrology.SampleBlock;
import trefas.recording.CffDecoder;
import trefas.recording.ComtradeConfiguration;
import trefas.recording.ComtradeDecoder;
import trefas.recording.ComtradeTimeScan;
import trefas.recording.CsvDecoder;
import trefas.recording.RawDecoder;
import trefas.recording.RecordingFormat;
import trefas.recording.RecordingOptions;
import trefas.recording.UnusableRecordingException;
import trefas.recording.WavDecoder;
import trefas.recording.WaveformDecoder;
import trefas.recording.WaveformDescription;

/// Reads waveforms from files and from standard input, a buffer at a time: however long the record is, no more than
/// a megabyte of it is in memory.
public final class RecordingInput {

    /// The name of standard input.
    public static final String STANDARD_INPUT = "-";

    private static final int BUFFER_OCTETS = 1 << 20;

    private final InputOptions options;
    private final Progress progress;

    /// @param progress is told how far an input has been read
    public RecordingInput(InputOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /// The format of an input, as said, by its name or by its first line.
    ///
    /// @throws UnusableInputException when it can't be told
    public InputFormat format(String name) throws UnusableInputException {
        if (options.format() != InputFormat.AUTO) {
            return options.format();
        }
        if (name.equals(STANDARD_INPUT)) {
            return InputFormat.PCM;
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".wav")) {
            // Whatever else it holds, its owner takes it for one: the decoder says what is wrong with it.
            return InputFormat.WAV;
        }
        return RecordingFormat.recognise(name, beginning(Path.of(name)))
                .map(InputFormat::of)
                .orElseThrow(() -> new UnusableInputException(name + ": found neither a known ending nor a known"
                        + " beginning, expected COMTRADE, CSV, WAV or samples, or --format"));
    }

    /// Reads an input to its end.
    ///
    /// @return what the recording turned out to be; empty when it held no sample
    /// @throws UnusableInputException when it can't be read or understood
    public Optional<WaveformDescription> read(String name, InputFormat format, BlockSink sink)
            throws UnusableInputException {
        try {
            if (name.equals(STANDARD_INPUT)) {
                progress.begin("standard input", 0);
                return read(Channels.newChannel(System.in), decoder(format), sink);
            }
            Path file = Path.of(name);
            if (format == InputFormat.COMTRADE) {
                return readComtrade(file, sink);
            }
            try (FileChannel channel = FileChannel.open(file)) {
                progress.begin(name, channel.size());
                return read(channel, decoder(format), sink);
            }
        } catch (UnusableRecordingException problem) {
            String where = name.equals(STANDARD_INPUT) ? "standard input" : name;
            throw new UnusableInputException(where + ": " + problem.getMessage());
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        } finally {
            progress.end();
        }
    }

    private WaveformDecoder decoder(InputFormat format) throws UnusableRecordingException {
        RecordingOptions recording = options.recording();
        return switch (format) {
            case CFF -> new CffDecoder(recording);
            case CSV -> new CsvDecoder(recording);
            case WAV -> new WavDecoder(recording);
            case PCM -> new RawDecoder(options.samples(), options.channels(), recording);
            case COMTRADE ->
                throw new UnusableRecordingException(
                        "found COMTRADE in two files on one stream, expected --format cff or the name of a file");
            case AUTO, LOAD ->
                throw new UnusableRecordingException("found a load on standard input, expected the name of a file");
        };
    }

    private Optional<WaveformDescription> readComtrade(Path file, BlockSink sink)
            throws IOException, UnusableRecordingException, UnusableInputException {
        Path configurationFile = sibling(file, "cfg");
        Path dataFile = sibling(file, "dat");
        ComtradeConfiguration configuration = configuration(configurationFile);
        RecordingOptions recording = options.recording();
        if (configuration.isTimedByStamps() && recording.samplesPerSecond().isEmpty()) {
            recording = recording.withRate(scannedRate(dataFile, configuration));
        }
        try (FileChannel channel = FileChannel.open(dataFile)) {
            progress.begin(dataFile.toString(), channel.size());
            return read(channel, new ComtradeDecoder(configuration, recording), sink);
        }
    }

    private static ComtradeConfiguration configuration(Path file) throws IOException, UnusableRecordingException {
        if (Files.size(file) > ComtradeConfiguration.OCTETS_MAX) {
            throw new UnusableRecordingException("found a configuration of " + Files.size(file)
                    + " octets, expected at most " + ComtradeConfiguration.OCTETS_MAX);
        }
        return ComtradeConfiguration.parse(Files.readAllBytes(file));
    }

    private double scannedRate(Path file, ComtradeConfiguration configuration)
            throws IOException, UnusableRecordingException {
        var scan = new ComtradeTimeScan(configuration);
        ByteBuffer octets = ByteBuffer.allocateDirect(BUFFER_OCTETS);
        try (FileChannel channel = FileChannel.open(file)) {
            progress.begin(file.toString(), channel.size());
            boolean isEnd = false;
            while (!isEnd) {
                int read = channel.read(octets);
                isEnd = read < 0;
                octets.flip();
                scan.scan(octets, isEnd);
                octets.compact();
                progress.advance(Math.max(0, read), 0);
            }
        }
        return scan.samplesPerSecond();
    }

    /// The other file of a pair: the same name with another ending, in capitals or not.
    private static Path sibling(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        if (dot >= 0 && name.substring(dot + 1).toLowerCase(Locale.ROOT).equals(ending)) {
            return file;
        }
        String base = dot < 0 ? name : name.substring(0, dot);
        return Stream.of(ending, ending.toUpperCase(Locale.ROOT))
                .map(one -> file.resolveSibling(base + "." + one))
                .filter(Files::exists)
                .findFirst()
                .orElse(file.resolveSibling(base + "." + ending));
    }

    private Optional<WaveformDescription> read(ReadableByteChannel channel, WaveformDecoder decoder, BlockSink sink)
            throws IOException, UnusableRecordingException, UnusableInputException {
        ByteBuffer octets = ByteBuffer.allocateDirect(BUFFER_OCTETS);
        var block = new SampleBlock(SampleBlock.CAPACITY);
        boolean isEnd = false;
        while (!isEnd) {
            int read = channel.read(octets);
            isEnd = read < 0;
            octets.flip();
            do {
                decoder.decode(octets, isEnd, block);
                if (block.length() > 0) {
                    sink.accept(decoder.description().orElseThrow(), block);
                }
            } while (block.length() > 0);
            if (!isEnd && octets.remaining() == BUFFER_OCTETS) {
                throw new UnusableRecordingException(
                        "found a row of more than " + BUFFER_OCTETS + " octets, expected shorter ones");
            }
            octets.compact();
            progress.advance(Math.max(0, read), sink.seconds());
        }
        return decoder.description();
    }

    private static byte[] beginning(Path file) throws UnusableInputException {
        byte[] start = new byte[RecordingFormat.OCTETS];
        try (FileChannel channel = FileChannel.open(file)) {
            int read = channel.read(ByteBuffer.wrap(start));
            return Arrays.copyOf(start, Math.max(0, read));
        } catch (IOException unreadable) {
            throw unreadable(file.toString(), unreadable);
        }
    }

    /// The sentence for a file that can't be read.
    public static UnusableInputException unreadable(String name, IOException cause) {
        String file =
                cause instanceof FileSystemException problem && problem.getFile() != null ? problem.getFile() : name;
        String why = switch (cause) {
            case NoSuchFileException _ -> "does not exist";
            case AccessDeniedException _ -> "may not be read";
            case CharacterCodingException _ -> "is not a UTF-8 text file";
            default -> "can't be read: " + cause.getMessage();
        };
        return new UnusableInputException(file + " " + why);
    }
}
