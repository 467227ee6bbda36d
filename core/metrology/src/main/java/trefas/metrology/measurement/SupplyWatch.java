package trefas.metrology.measurement;

import java.util.ArrayList;
import java.util.List;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.metrology.event.ConditionEvent;
import trefas.metrology.event.ConditionObserver;
import trefas.metrology.event.ConditionSettings;
import trefas.metrology.event.EventSettings;
import trefas.metrology.event.HalfCycleVoltages;
import trefas.metrology.event.ReportedEvent;
import trefas.metrology.event.SupplyCondition;
import trefas.metrology.event.SupplyConditions;
import trefas.metrology.event.VoltageEvents;
import trefas.metrology.quality.Limits;
import trefas.metrology.quality.PowerQualityJudge;

/// What befell the supply during a record: voltage events and lasting conditions, each kept up to a limit, and the
/// judge of EN 50160. It needs to know the nominal frequency.
final class SupplyWatch implements WindowStage {

    /// Most events kept, and most conditions; the others are counted.
    static final int EVENTS_MAX = 10_000;

    private final VoltageEvents events;
    private final HalfCycleVoltages halfCycles;
    private final SupplyConditions conditions;
    private final PowerQualityJudge judge;
    private final List<ReportedEvent> keptEvents = new ArrayList<>();
    private final List<ConditionEvent> keptConditions = new ArrayList<>();
    private long dropped;

    SupplyWatch(MeasurementSettings settings, double nominalHertz) {
        double declared = settings.declaredVolts();
        this.events = new VoltageEvents(
                EventSettings.of(declared).atHertz(nominalHertz).measuring(settings.phasesWithVoltage()), this::keep);
        this.halfCycles = new HalfCycleVoltages(nominalHertz, List.of(events));
        this.conditions = new SupplyConditions(
                ConditionSettings.of(declared).measuring(settings.phasesWithVoltage()), new Keeper());
        this.judge = new PowerQualityJudge(Limits.edition2010(), declared, nominalHertz);
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

    PowerQualityJudge judge() {
        return judge;
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
        judge.event(event);
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
