package trefas.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Rows of BINARY, BINARY32 and FLOAT32 data, least significant octet first (IEEE C37.111 clause 8.6).
///
/// | octets | field                                                                              |
/// |--------|------------------------------------------------------------------------------------|
/// | 4      | sample number, unsigned                                                            |
/// | 4      | time stamp, unsigned; `FFFFFFFF` is none                                           |
/// | 2 or 4 | each analogue channel; the most negative number, or NaN, marks a missing sample    |
/// | 2      | each 16 status channels                                                            |
///
/// Where a channel's stated minimum is the most negative number itself, that is a sample like any other.
final class BinaryRecords implements ComtradeRecords {

    private static final long NONE = 0xFFFF_FFFFL;
    private static final long TICKS_RANGE = 1L << 32;
    private static final int TIME_AT = 4;
    private static final int ANALOGUE_AT = 8;

    private final ComtradeDataFormat format;
    private final FixedRecord record;
    private final int[] offsets;
    private final double[] missing;
    private final double[] counts;
    private long number;
    private long ticks;
    private long tickBase;
    private long lastRawTicks;

    BinaryRecords(ComtradeConfiguration configuration, int[] chosen) {
        format = configuration.format();
        record = new FixedRecord(configuration.rowOctets(), ByteOrder.LITTLE_ENDIAN, "row");
        offsets = new int[chosen.length];
        missing = new double[chosen.length];
        counts = new double[chosen.length];
        double lowest = format == ComtradeDataFormat.BINARY ? Short.MIN_VALUE : Integer.MIN_VALUE;
        for (int i = 0; i < chosen.length; i++) {
            offsets[i] = ANALOGUE_AT + (chosen[i] * format.octetsPerSample());
            boolean isOrdinary = configuration.channels().get(chosen[i]).least() <= lowest;
            missing[i] = isOrdinary || format == ComtradeDataFormat.FLOAT32 ? Double.NaN : lowest;
        }
    }

    @Override
    public boolean next(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        if (!record.next(octets, isEnd)) {
            return false;
        }
        ByteBuffer row = record.octets();
        int at = record.position();
        number = Integer.toUnsignedLong(row.getInt(at));
        stamp(Integer.toUnsignedLong(row.getInt(at + TIME_AT)));
        for (int i = 0; i < offsets.length; i++) {
            int where = at + offsets[i];
            double value = switch (format) {
                case BINARY -> row.getShort(where);
                case FLOAT32 -> row.getFloat(where);
                case BINARY32, ASCII -> row.getInt(where);
            };
            counts[i] = value == missing[i] ? Double.NaN : value;
        }
        return true;
    }

    private void stamp(long raw) {
        if (raw == NONE) {
            ticks = NO_TICKS;
            return;
        }
        if (lastRawTicks - raw > TICKS_RANGE / 2) {
            tickBase += TICKS_RANGE;
        }
        lastRawTicks = raw;
        ticks = tickBase + raw;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public long ticks() {
        return ticks;
    }

    @Override
    public double counts(int chosen) {
        return counts[chosen];
    }

    @Override
    public String place() {
        return record.place();
    }
}
