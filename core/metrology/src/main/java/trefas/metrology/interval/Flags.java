package trefas.metrology.interval;

import java.util.ArrayDeque;
import java.util.Deque;
import trefas.metrology.VoltageEvent;

/// When dips, swells and interruptions lasted. They flag every value whose interval they touch, and every longer
/// interval that holds it (IEC 61000-4-30): a number measured in a dip says little about the supply's quality.
///
/// An event may be told as soon as it begins, so that an interval that ends inside it is flagged in time. Those that
/// ended more than [#MEMORY_SECONDS] before the newest are forgotten.
public final class Flags {

    /// How long an event is remembered after its end, s: no interval is longer than two hours.
    public static final double MEMORY_SECONDS = 3 * 3_600;

    /// Most events remembered. When there are more, the two oldest become one, and what lies between them is flagged
    /// too.
    public static final int EVENTS_MAX = 10_000;

    private final Deque<Span> spans = new ArrayDeque<>();
    private double openSince = Double.POSITIVE_INFINITY;

    /// Starts with nothing flagged.
    public Flags() {}

    /// An event that is over; a rapid voltage change flags nothing.
    public void add(VoltageEvent event) {
        switch (event) {
            case VoltageEvent.Dip dip -> add(dip.startSeconds(), dip.endSeconds());
            case VoltageEvent.Swell swell -> add(swell.startSeconds(), swell.endSeconds());
            case VoltageEvent.Interruption interruption -> add(interruption.startSeconds(), interruption.endSeconds());
            case VoltageEvent.RapidVoltageChange _ -> {}
        }
    }

    /// A stretch that is flagged, seconds since the first sample of the record.
    public void add(double startSeconds, double endSeconds) {
        spans.addLast(new Span(startSeconds, endSeconds));
        while (spans.getFirst().endSeconds() < endSeconds - MEMORY_SECONDS) {
            spans.removeFirst();
        }
        if (spans.size() > EVENTS_MAX) {
            spans.addFirst(spans.removeFirst().and(spans.removeFirst()));
        }
    }

    /// Something began that is not over: from here on everything is flagged until [#ended].
    public void began(double startSeconds) {
        openSince = Math.min(openSince, startSeconds);
    }

    /// What began is over.
    public void ended(double endSeconds) {
        if (openSince < endSeconds) {
            add(openSince, endSeconds);
        }
        openSince = Double.POSITIVE_INFINITY;
    }

    /// Whether any part of a stretch is flagged.
    public boolean touch(double startSeconds, double endSeconds) {
        if (openSince < endSeconds) {
            return true;
        }
        for (Span span : spans) {
            if (span.startSeconds() < endSeconds && span.endSeconds() > startSeconds) {
                return true;
            }
        }
        return false;
    }

    private record Span(double startSeconds, double endSeconds) {

        Span and(Span other) {
            return new Span(Math.min(startSeconds, other.startSeconds), Math.max(endSeconds, other.endSeconds));
        }
    }
}
