package trefas.recording;

import java.nio.ByteBuffer;
import java.util.List;
import trefas.metrology.SampleBlock;

/// Sample rows of a COMTRADE recording as voltages and currents. Sample numbers that are left out and rows in which a
/// mapped channel is missing are gaps; a number that doesn't advance makes the recording unusable.
final class ComtradeRows implements TimedRowSource {

    private static final long NUMBER_RANGE = 1L << 32;

    private final ComtradeConfiguration configuration;
    private final ComtradeRecords records;
    private final int[] targets;
    private final double[] multipliers;
    private final double[] offsets;
    private final double[] row = new double[SampleBlock.CHANNELS];
    private long rows;
    private long missingRows;
    private long numberBase;
    private long firstNumber;
    private long lastNumber;
    private int span;
    /// Whether rows have been passed over since the last one given.
    private boolean isGap;
    private boolean isContinuation = true;

    ComtradeRows(ComtradeConfiguration configuration, List<MappedChannel> mapped, ComtradeScaling scaling)
            throws UnusableRecordingException {
        this.configuration = configuration;
        int[] chosen = new int[mapped.size()];
        targets = new int[mapped.size()];
        multipliers = new double[mapped.size()];
        offsets = new double[mapped.size()];
        for (int i = 0; i < chosen.length; i++) {
            MappedChannel one = mapped.get(i);
            chosen[i] = one.source().number() - 1;
            targets[i] = one.channel().index();
            ComtradeChannel channel = configuration.channels().get(chosen[i]);
            double factor = SampleUnit.of(channel.recorded().unit()).factor() * channel.factor(scaling) * one.factor();
            multipliers[i] = channel.multiplier() * factor;
            offsets[i] = channel.offset() * factor;
        }
        records = ComtradeRecords.of(configuration, chosen);
    }

    @Override
    public boolean next(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        while (records.next(octets, isEnd)) {
            isGap |= count();
            if (fill()) {
                isContinuation = !isGap || rows == missingRows + 1;
                isGap = false;
                return true;
            }
            missingRows++;
            isGap = true;
        }
        return false;
    }

    /// Checks the number of the row.
    ///
    /// @return whether rows are left out before it, or the rate has changed
    private boolean count() throws UnusableRecordingException {
        long number = numberBase + records.number();
        if (rows > 0 && number < lastNumber && lastNumber - number > NUMBER_RANGE / 2) {
            numberBase += NUMBER_RANGE;
            number += NUMBER_RANGE;
        }
        if (rows == 0) {
            firstNumber = number;
            lastNumber = number - 1;
        }
        if (number <= lastNumber) {
            throw new UnusableRecordingException(records.place() + ": found the sample number " + number + " after "
                    + lastNumber + ", expected " + (lastNumber + 1));
        }
        boolean isBroken = number != lastNumber + 1;
        lastNumber = number;
        rows++;
        List<SampleRateSpan> rates = configuration.rates();
        while (span < rates.size() - 1
                && number - firstNumber >= rates.get(span).lastSample()) {
            isBroken |=
                    rates.get(span + 1).samplesPerSecond() != rates.get(span).samplesPerSecond();
            span++;
        }
        return isBroken;
    }

    private boolean fill() {
        for (int i = 0; i < targets.length; i++) {
            double value = (multipliers[i] * records.counts(i)) + offsets[i];
            if (!Double.isFinite(value)) {
                return false;
            }
            row[targets[i]] = value;
        }
        return true;
    }

    /// Rows read, those that are missing included.
    long rows() {
        return rows;
    }

    /// Rows passed over because a mapped channel was missing.
    long missingRows() {
        return missingRows;
    }

    /// Time stamp of the row; NaN when it has none.
    @Override
    public double seconds() {
        return records.ticks() == ComtradeRecords.NO_TICKS
                ? Double.NaN
                : records.ticks() * configuration.secondsPerTick();
    }

    @Override
    public double resolutionSeconds() {
        return configuration.secondsPerTick();
    }

    @Override
    public String place() {
        return records.place();
    }

    @Override
    public double[] row() {
        return row;
    }

    @Override
    public double samplesPerSecond() {
        return configuration.rates().get(span).samplesPerSecond();
    }

    @Override
    public boolean isContinuation() {
        return isContinuation;
    }
}
