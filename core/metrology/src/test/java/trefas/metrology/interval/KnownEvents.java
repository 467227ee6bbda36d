package trefas.metrology.interval;

import java.util.ArrayList;
import java.util.List;

/// Flags that are told beforehand.
public final class KnownEvents implements Flags {

    private final List<double[]> spans = new ArrayList<>();

    public KnownEvents() {}

    public void add(double startSeconds, double endSeconds) {
        spans.add(new double[] {startSeconds, endSeconds});
    }

    @Override
    public boolean touch(double startSeconds, double endSeconds) {
        return spans.stream().anyMatch(span -> span[0] < endSeconds && span[1] > startSeconds);
    }
}
