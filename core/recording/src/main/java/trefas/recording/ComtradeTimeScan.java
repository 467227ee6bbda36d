package trefas.recording;

import java.nio.ByteBuffer;

/// Reads only the time stamps of a COMTRADE data file, to find the mean rate over the whole record before it is
/// decoded (`nrates` 0). Hand the result to [RecordingOptions#withRate].
public final class ComtradeTimeScan {

    private final ComtradeConfiguration configuration;
    private final ComtradeRecords records;
    private final double[] first = new double[TimedRows.ROWS_MAX];
    private int firstSteps;
    private double longestStep;
    private double sum;
    private long steps;
    private double lastSeconds = Double.NaN;

    /// Prepares for the data.
    public ComtradeTimeScan(ComtradeConfiguration configuration) {
        this.configuration = configuration;
        this.records = ComtradeRecords.of(configuration, new int[0]);
    }

    /// Takes the next octets of the data file, all of them.
    ///
    /// @param octets the next octets, from position to limit
    /// @param isEnd whether nothing follows them
    /// @throws UnusableRecordingException when they can't be samples
    public void scan(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        while (records.next(octets, isEnd)) {
            double seconds = records.ticks() == ComtradeRecords.NO_TICKS
                    ? Double.NaN
                    : records.ticks() * configuration.secondsPerTick();
            double step = seconds - lastSeconds;
            lastSeconds = seconds;
            if (!Double.isNaN(step)) {
                add(step);
            }
        }
        if (isEnd && !octets.hasRemaining() && steps == 0) {
            settle();
        }
    }

    private void add(double step) {
        if (firstSteps < first.length) {
            first[firstSteps] = step;
            firstSteps++;
            return;
        }
        if (steps == 0) {
            settle();
        }
        count(step);
    }

    private void settle() {
        longestStep = SteadyRate.longestStep(first, firstSteps, configuration.secondsPerTick());
        for (int i = 0; i < firstSteps; i++) {
            count(first[i]);
        }
    }

    private void count(double step) {
        if (step >= 0 && step <= longestStep) {
            sum += step;
            steps++;
        }
    }

    /// Mean rate of the stamps seen, gaps left out.
    ///
    /// @throws UnusableRecordingException when they don't advance
    public double samplesPerSecond() throws UnusableRecordingException {
        double rate = SteadyRate.of(sum, steps, configuration.secondsPerTick());
        if (!(rate > 0)) {
            throw new UnusableRecordingException(
                    "found no time stamps that advance, expected two at least, or a sampling rate given");
        }
        return rate;
    }
}
