package trefas.metrology.measurement;

import java.util.ArrayList;
import java.util.List;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.metrology.event.ConditionEvent;
import trefas.metrology.event.ConditionObserver;
import trefas.metrology.event.EventSettings;
import trefas.metrology.event.HalfCycleObserver;
import trefas.metrology.event.HalfCycleVoltages;
import trefas.metrology.event.ReportedEvent;
import trefas.metrology.event.SupplyCondition;
import trefas.metrology.event.SupplyConditions;
import trefas.metrology.event.VoltageEvents;
import trefas.metrology.interval.ClockTicks;
import trefas.metrology.quality.PowerQualityJudge;

/// What befell the supply during a record: voltage events and lasting conditions, each kept up to a limit, and the
/// judges of EN 50160. It needs to know the nominal frequency.
final class SupplyWatch implements WindowStage {

    /// Most events kept, and most conditions; the others are counted.
    static final int EVENTS_MAX = 10_000;

    private final VoltageEvents events;
    private final HalfCycleVoltages halfCycles;
    private final SupplyConditions conditions;
    private final WeekJudges judges;
    private final List<ReportedEvent> keptEvents = new ArrayList<>();
    private final List<ConditionEvent> keptConditions = new ArrayList<>();
    private long dropped;

    /// @param onlooker is told every half cycle too
    SupplyWatch(MeasurementSettings settings, MeasurementRules rules, double nominalHertz, HalfCycleObserver onlooker) {
        double declared = settings.declaredVolts();
        this.events = new VoltageEvents(
                EventSettings.of(declared).atHertz(nominalHertz).measuring(settings.phasesWithVoltage()), this::keep);
        this.halfCycles = new HalfCycleVoltages(nominalHertz, List.of(events, onlooker));
        this.conditions =
                new SupplyConditions(rules.conditions().measuring(settings.phasesWithVoltage()), new Keeper());
        this.judges = new WeekJudges(
                new ClockTicks(settings.startEpochMilliseconds()),
                () -> new PowerQualityJudge(rules.limits(), declared, nominalHertz));
    }

    @Override
    public void window(SampleWindow window, TenCycleValues values) {
        halfCycles.window(window, values);
        conditions.window(window, values);
    }

    @Override
    public void stretchEnded(double startSeconds, double endSeconds) {
        halfCycles.stretchEnded(startSeconds, endSeconds);
        conditions.stretchEnded(startSeconds, endSeconds);
    }

    boolean isFlagged(double startSeconds, double endSeconds) {
        return events.isFlagged(startSeconds, endSeconds);
    }

    WeekJudges judges() {
        return judges;
    }

    List<ReportedEvent> events() {
        return List.copyOf(keptEvents);
    }

    List<ConditionEvent> conditions() {
        return List.copyOf(keptConditions);
    }

    long dropped() {
        return dropped;
    }

    private void keep(ReportedEvent event) {
        judges.event(event);
        if (keptEvents.size() < EVENTS_MAX) {
            keptEvents.add(event);
        } else {
            dropped++;
        }
    }

    private final class Keeper implements ConditionObserver {

        @Override
        public void began(SupplyCondition condition, double startSeconds) {
            // Told again when it is over, with everything that is known then.
        }

        @Override
        public void ended(ConditionEvent event) {
            if (keptConditions.size() < EVENTS_MAX) {
                keptConditions.add(event);
            } else {
                dropped++;
            }
        }
    }
}
