package trefas.metrology.event;

/// The stretches of time in which a dip, swell or interruption was going on: the last [#SPANS_MAX] and the one that
/// is still open.
final class FlaggedSpans {

    /// Stretches remembered. Basic intervals are asked about within seconds, in which only a few events fit.
    static final int SPANS_MAX = 256;

    private final double[] starts = new double[SPANS_MAX];
    private final double[] ends = new double[SPANS_MAX];
    private int count;

    FlaggedSpans() {}

    void add(double start, double end) {
        starts[count % SPANS_MAX] = start;
        ends[count % SPANS_MAX] = end;
        count++;
        if (count == 2 * SPANS_MAX) {
            count = SPANS_MAX;
        }
    }

    /// Whether a stretch overlaps one of those remembered.
    boolean touches(double start, double end) {
        for (int span = 0; span < Math.min(count, SPANS_MAX); span++) {
            if (starts[span] < end && start < ends[span]) {
                return true;
            }
        }
        return false;
    }
}
