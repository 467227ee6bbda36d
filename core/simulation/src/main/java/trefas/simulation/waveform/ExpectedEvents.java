package trefas.simulation.waveform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import trefas.metrology.VoltageEvent;
import trefas.quantity.Phase;

/// What a judge of EN 50160 should find of a grid's disturbances, with the thresholds of 90, 110 and 5
/// percent of the declared voltage. Instants are those of the disturbance; a measurement by half cycles may
/// be off by one cycle.
final class ExpectedEvents {

    private static final double DIP_PERCENT = 90;
    private static final double SWELL_PERCENT = 110;
    private static final double INTERRUPTION_PERCENT = 5;
    private static final double RAPID_CHANGE_PERCENT = 5;

    /// The mean over a hundred half cycles has settled after this.
    private static final double SETTLED_SECONDS = 1;

    private ExpectedEvents() {}

    /// In the order of their beginning. Disturbances that overlap and are of one kind are one polyphase
    /// event.
    static List<VoltageEvent> of(WaveformModel model, double seconds) {
        double[] undisturbed = undisturbedPercent(model);
        var events = new ArrayList<VoltageEvent>();
        for (VoltageDisturbance disturbance : model.grid().disturbances()) {
            if (disturbance.startSeconds() < seconds) {
                events.addAll(of(model, disturbance, undisturbed, seconds));
            }
        }
        events.sort(Comparator.comparingDouble(VoltageEvent::startSeconds));
        return merged(events);
    }

    private static List<VoltageEvent> of(
            WaveformModel model, VoltageDisturbance disturbance, double[] undisturbed, double seconds) {
        double low = Double.MAX_VALUE;
        double high = 0;
        double change = 0;
        for (Phase phase : disturbance.phases()) {
            double before = undisturbed[phase.index()]
                    * model.grid().voltageWander().factor(model.seed(), phase.index(), (long)
                            disturbance.startSeconds());
            double percent = before * disturbance.factor();
            low = Math.min(low, percent);
            high = Math.max(high, percent);
            change = Math.max(change, Math.abs(percent - before));
        }
        double start = disturbance.startSeconds();
        double end = Math.min(disturbance.endSeconds(), seconds);
        Set<Phase> phases = disturbance.phases();
        if (low < INTERRUPTION_PERCENT && phases.size() == Phase.COUNT) {
            return List.of(new VoltageEvent.Interruption(start, end, phases, low));
        }
        if (low < DIP_PERCENT) {
            return List.of(new VoltageEvent.Dip(start, end, phases, low));
        }
        if (high > SWELL_PERCENT) {
            return List.of(new VoltageEvent.Swell(start, end, phases, high));
        }
        if (change < RAPID_CHANGE_PERCENT) {
            return List.of();
        }
        var away = new VoltageEvent.RapidVoltageChange(start, start + SETTLED_SECONDS, phases, change, change);
        return end < seconds
                ? List.of(away, new VoltageEvent.RapidVoltageChange(end, end + SETTLED_SECONDS, phases, change, change))
                : List.of(away);
    }

    private static double[] undisturbedPercent(WaveformModel model) {
        WaveformGrid calm = model.grid().withoutDisturbances();
        var facts = new WaveformModel(calm, List.of(), model.seed(), model.orders()).facts(1, List.of());
        double[] percent = new double[Phase.COUNT];
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            percent[phase] = 100 * facts.phase(phase).voltage() / calm.declaredVolts();
        }
        return percent;
    }

    private static List<VoltageEvent> merged(List<VoltageEvent> events) {
        var result = new ArrayList<VoltageEvent>();
        for (VoltageEvent event : events) {
            VoltageEvent last = result.isEmpty() ? event : result.getLast();
            boolean isOne = !result.isEmpty()
                    && last.getClass() == event.getClass()
                    && event.startSeconds() <= last.endSeconds()
                    && !(event instanceof VoltageEvent.RapidVoltageChange);
            if (isOne) {
                result.set(result.size() - 1, union(last, event));
            } else {
                result.add(event);
            }
        }
        return result;
    }

    private static VoltageEvent union(VoltageEvent one, VoltageEvent other) {
        double start = one.startSeconds();
        double end = Math.max(one.endSeconds(), other.endSeconds());
        var phases = EnumSet.copyOf(one.phases());
        phases.addAll(other.phases());
        double low = Math.min(one.extremePercent(), other.extremePercent());
        double high = Math.max(one.extremePercent(), other.extremePercent());
        return switch (one) {
            case VoltageEvent.Dip _ -> new VoltageEvent.Dip(start, end, phases, low);
            case VoltageEvent.Swell _ -> new VoltageEvent.Swell(start, end, phases, high);
            case VoltageEvent.Interruption _ -> new VoltageEvent.Interruption(start, end, phases, low);
            case VoltageEvent.RapidVoltageChange change -> change;
        };
    }
}
