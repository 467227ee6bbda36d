package trefas.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import trefas.metrology.SampleBlock;

/// The example recordings, and a reader that gathers whatever a decoder makes of them.
final class Recordings {

    private Recordings() {}

    /// Rows of one rate without a gap.
    static final class Segment {
        final double samplesPerSecond;
        final List<double[]> rows = new ArrayList<>();

        Segment(double samplesPerSecond) {
            this.samplesPerSecond = samplesPerSecond;
        }

        /// Rms of a channel over rows, V or A.
        double rms(MeterChannel channel, int from, int to) {
            return Math.sqrt(mean(channel, channel, from, to));
        }

        /// Mean of the product of two channels over rows.
        double mean(MeterChannel one, MeterChannel other, int from, int to) {
            double sum = 0;
            for (double[] row : rows.subList(from, to)) {
                sum += row[one.index()] * row[other.index()];
            }
            return sum / (to - from);
        }
    }

    static byte[] octets(String name) {
        try (InputStream in = Objects.requireNonNull(Recordings.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ComtradeConfiguration configuration(String name) throws UnusableRecordingException {
        return ComtradeConfiguration.parse(octets(name + ".cfg"));
    }

    static List<Segment> read(WaveformDecoder decoder, byte[] octets) throws UnusableRecordingException {
        return read(decoder, octets, octets.length + 1, SampleBlock.CAPACITY);
    }

    /// Decodes octets handed over in pieces.
    ///
    /// @param piece octets at a time
    /// @param capacity of the blocks
    static List<Segment> read(WaveformDecoder decoder, byte[] octets, int piece, int capacity)
            throws UnusableRecordingException {
        var block = new SampleBlock(capacity);
        var segments = new ArrayList<Segment>();
        int at = 0;
        boolean isEnd = false;
        while (!isEnd) {
            int end = Math.min(octets.length, at + piece);
            ByteBuffer given = ByteBuffer.wrap(octets, at, end - at);
            isEnd = end == octets.length;
            at = end;
            do {
                decoder.decode(given, isEnd, block);
                gather(block, segments);
            } while (block.length() > 0);
            if (given.hasRemaining()) {
                throw new AssertionError("octets were left although the block is empty: " + given);
            }
        }
        return segments;
    }

    private static void gather(SampleBlock block, List<Segment> segments) {
        if (block.length() == 0) {
            return;
        }
        if (segments.isEmpty() || !block.isContinuation()) {
            segments.add(new Segment(block.samplesPerSecond()));
        }
        if (segments.getLast().samplesPerSecond != block.samplesPerSecond()) {
            throw new AssertionError("the rate changed inside a segment");
        }
        for (int i = 0; i < block.length(); i++) {
            double[] row = new double[SampleBlock.CHANNELS];
            for (int channel = 0; channel < row.length; channel++) {
                row[channel] = block.channel(channel)[i];
            }
            segments.getLast().rows.add(row);
        }
    }
}
