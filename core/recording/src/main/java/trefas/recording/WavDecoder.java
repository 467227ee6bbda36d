package trefas.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import trefas.metrology.SampleBlock;

/// Decodes WAV: RIFF, RF64 or BW64 with PCM of 8 to 32 bits or floating point of 32 or 64 bits, also as
/// WAVE_FORMAT_EXTENSIBLE. Chunks other than `fmt `, `ds64` and `data` are passed over. A data length of 0 or of
/// `FFFFFFFF` without a `ds64` chunk is that of a recorder that didn't know it yet: the data goes to the end. The same
/// scale rules as for [RawDecoder] apply.
public final class WavDecoder implements WaveformDecoder {

    private static final int CHUNK_HEAD = 8;
    private static final int RIFF_HEAD = 12;
    private static final int FORMAT_LENGTH_MIN = 16;
    private static final int CHUNK_KEPT_MAX = 4_096;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int EXTENSIBLE_SUBFORMAT_AT = 24;
    private static final int PCM = 1;
    private static final int IEEE_FLOAT = 3;
    private static final int DS64_DATA_LENGTH_AT = 8;
    private static final long UNKNOWN_LENGTH = 0xFFFF_FFFFL;
    private static final String HEAD = "WAV head";

    /// What the next octets are.
    private enum Part {
        RIFF,
        CHUNK,
        KEPT,
        SKIPPED,
        DATA
    }

    private final RecordingOptions options;
    private Part part = Part.RIFF;
    private ByteBuffer kept = kept(RIFF_HEAD);
    private String chunk = "";
    private long octetsLeft;
    private long longDataLength = -1;
    private @Nullable RowsToBlocks blocks;
    private @Nullable WaveformDescription description;
    private @Nullable PcmFormat format;
    private int channels;
    private int frameOctets;
    private double samplesPerSecond;

    /// Prepares for a file.
    public WavDecoder(RecordingOptions options) {
        this.options = options;
    }

    @Override
    public void decode(ByteBuffer octets, boolean isEnd, SampleBlock block) throws UnusableRecordingException {
        block.length(0);
        while (part != Part.DATA && octets.hasRemaining()) {
            head(octets);
        }
        RowsToBlocks data = blocks;
        if (part != Part.DATA || data == null) {
            if (isEnd) {
                throw new UnusableRecordingException(
                        HEAD + ": found the end of the file, expected a fmt chunk and a data chunk");
            }
            return;
        }
        boolean isLast = octets.remaining() >= octetsLeft;
        int limit = octets.limit();
        if (isLast) {
            octets.limit(octets.position() + (int) octetsLeft);
        } else if (isEnd && octetsLeft != Long.MAX_VALUE) {
            throw new UnusableRecordingException("data chunk: found the end of the file "
                    + (octetsLeft - octets.remaining()) + " octets too early, expected the length its head states");
        }
        int before = octets.position();
        data.decode(octets, isEnd || isLast, block);
        octetsLeft -= octetsLeft == Long.MAX_VALUE ? 0 : octets.position() - before;
        octets.limit(limit);
        if (octetsLeft == 0 && block.length() == 0) {
            octets.position(limit);
        }
    }

    private void head(ByteBuffer octets) throws UnusableRecordingException {
        if (part == Part.SKIPPED) {
            int step = (int) Math.min(octetsLeft, octets.remaining());
            octets.position(octets.position() + step);
            octetsLeft -= step;
            if (octetsLeft == 0) {
                expect(Part.CHUNK, CHUNK_HEAD);
            }
            return;
        }
        while (kept.hasRemaining() && octets.hasRemaining()) {
            kept.put(octets.get());
        }
        if (kept.hasRemaining()) {
            return;
        }
        if (part == Part.RIFF) {
            riff();
            expect(Part.CHUNK, CHUNK_HEAD);
        } else if (part == Part.CHUNK) {
            chunk();
        } else {
            if (chunk.equals("fmt ")) {
                format();
            } else {
                longDataLength = kept.getLong(DS64_DATA_LENGTH_AT);
            }
            skip(octetsLeft);
        }
    }

    private void expect(Part next, int octets) {
        part = next;
        kept = kept(octets);
    }

    private void skip(long octets) {
        octetsLeft = octets;
        part = Part.SKIPPED;
        if (octets == 0) {
            expect(Part.CHUNK, CHUNK_HEAD);
        }
    }

    private static ByteBuffer kept(int octets) {
        return ByteBuffer.allocate(octets).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String fourLetters(int at) {
        byte[] letters = new byte[4];
        kept.get(at, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private void riff() throws UnusableRecordingException {
        String container = fourLetters(0);
        boolean isRiff = container.equals("RIFF") || container.equals("RF64") || container.equals("BW64");
        if (!isRiff || !fourLetters(8).equals("WAVE")) {
            throw new UnusableRecordingException(HEAD + ": found " + Quoted.quoted(container + " " + fourLetters(8))
                    + ", expected \"RIFF WAVE\" or \"RF64 WAVE\"");
        }
    }

    private void chunk() throws UnusableRecordingException {
        chunk = fourLetters(0);
        long length = Integer.toUnsignedLong(kept.getInt(4));
        long padded = length + (length & 1);
        if (chunk.equals("data")) {
            data(length);
        } else if (chunk.equals("fmt ") || chunk.equals("ds64")) {
            if (length < FORMAT_LENGTH_MIN || length > CHUNK_KEPT_MAX) {
                throw new UnusableRecordingException(HEAD + ": found a chunk " + Quoted.quoted(chunk) + " of " + length
                        + " octets, expected " + FORMAT_LENGTH_MIN + " to " + CHUNK_KEPT_MAX);
            }
            octetsLeft = padded - length;
            expect(Part.KEPT, (int) length);
        } else {
            skip(padded);
        }
    }

    private void format() throws UnusableRecordingException {
        int tag = Short.toUnsignedInt(kept.getShort(0));
        boolean isExtensible = tag == EXTENSIBLE && kept.capacity() >= EXTENSIBLE_SUBFORMAT_AT + Short.BYTES;
        int coding = isExtensible ? Short.toUnsignedInt(kept.getShort(EXTENSIBLE_SUBFORMAT_AT)) : tag;
        channels = Short.toUnsignedInt(kept.getShort(2));
        samplesPerSecond = Integer.toUnsignedLong(kept.getInt(4));
        frameOctets = Short.toUnsignedInt(kept.getShort(12));
        // In a container of whole octets; the valid bits are the upper ones, so full scale is the container's.
        int bits = channels == 0 ? 0 : frameOctets / channels * Byte.SIZE;
        boolean isInteger = coding == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
        boolean isFloating = coding == IEEE_FLOAT && (bits == Float.SIZE || bits == Double.SIZE);
        boolean isWhole = channels > 0 && frameOctets == channels * bits / Byte.SIZE;
        if ((!isInteger && !isFloating) || !isWhole || channels > RawDecoder.CHANNELS_MAX || samplesPerSecond == 0) {
            throw new UnusableRecordingException(HEAD + ": found coding " + coding + ", " + channels + " channels, "
                    + frameOctets + " octets a frame, " + SteadyRate.plain(samplesPerSecond)
                    + " Hz, expected PCM of 8, 16, 24 or 32 bits or floating point of 32 or 64 bits, 1 to "
                    + RawDecoder.CHANNELS_MAX + " channels and a sampling rate");
        }
        PcmFormat.Kind kind = isFloating
                ? PcmFormat.Kind.FLOATING
                : bits == Byte.SIZE ? PcmFormat.Kind.UNSIGNED : PcmFormat.Kind.SIGNED;
        format = new PcmFormat(kind, bits, true);
    }

    private void data(long length) throws UnusableRecordingException {
        PcmFormat known = format;
        if (known == null) {
            throw new UnusableRecordingException(HEAD + ": found a data chunk, expected a fmt chunk before it");
        }
        List<RecordedChannel> recorded = RawDecoder.numbered(channels);
        List<MappedChannel> mapped = options.mapping().resolve(recorded);
        blocks = new RowsToBlocks(new PcmRows(known, frameOctets, samplesPerSecond, mapped, options.fullScale()));
        boolean isUnknown = length == 0 || length == UNKNOWN_LENGTH;
        octetsLeft = isUnknown ? (longDataLength > 0 ? longDataLength : Long.MAX_VALUE) : length;
        var notices = new ArrayList<String>();
        if (octetsLeft == Long.MAX_VALUE) {
            notices.add("found a data chunk of unknown length, read to the end of the file");
        }
        part = Part.DATA;
        description = new WaveformDescription(
                RecordingFormat.WAV,
                "",
                recorded,
                mapped,
                List.of(new SampleRateSpan(samplesPerSecond, Long.MAX_VALUE)),
                octetsLeft == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(octetsLeft / frameOctets),
                Optional.empty(),
                0,
                notices);
    }

    @Override
    public Optional<WaveformDescription> description() {
        return Optional.ofNullable(description);
    }
}
