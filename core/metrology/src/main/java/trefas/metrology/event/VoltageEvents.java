package trefas.metrology.event;

import java.util.function.Consumer;
import trefas.metrology.VoltageEvent;
import trefas.metrology.VoltageEvent.Dip;
import trefas.metrology.VoltageEvent.Interruption;
import trefas.metrology.VoltageEvent.Swell;
import trefas.quantity.Phase;

/// Finds dips, swells, interruptions and rapid voltage changes in the Urms(1/2) of three phases (EN 50160,
/// IEC 61000-4-30) and says which stretches of time they spoil.
///
/// A dip in which all measured phases are at any moment below the interruption threshold is one interruption, from
/// the first phase below the dip threshold to the last that has returned; it is not reported as a dip as well. How
/// long all phases were interrupted is told by [ReportedEvent#interruptedSeconds].
///
/// A rapid change is reported a second after it has settled, when it is known to be one; one that has not settled
/// before the record ends is not reported.
public final class VoltageEvents implements HalfCycleObserver {

    private final double percentPerVolt;
    private final boolean[] isMeasured = new boolean[Phase.COUNT];
    private final Consumer<ReportedEvent> sink;
    private final PolyphaseCrossing dip;
    private final PolyphaseCrossing swell;
    private final InterruptedStretch interruption;
    private final RapidChanges rapidChanges;
    private final FlaggedSpans flagged = new FlaggedSpans();

    /// Starts with no event.
    ///
    /// @param settings thresholds
    /// @param sink gets every event once it has ended, in the order of their ends
    public VoltageEvents(EventSettings settings, Consumer<ReportedEvent> sink) {
        this.percentPerVolt = 100 / settings.declaredVolts();
        this.sink = sink;
        double hysteresis = settings.hysteresisPercent();
        this.dip = PolyphaseCrossing.below(settings.dipPercent(), hysteresis);
        this.swell = PolyphaseCrossing.above(settings.swellPercent(), hysteresis);
        this.interruption = new InterruptedStretch(
                settings.interruptionPercent(), hysteresis, settings.measured().size());
        this.rapidChanges = new RapidChanges(settings.steadyHalfCycles(), settings.rapidChangePercent());
        for (Phase phase : settings.measured()) {
            isMeasured[phase.index()] = true;
        }
    }

    @Override
    public void halfCycle(int phase, double startSeconds, double endSeconds, double volts) {
        if (!isMeasured[phase]) {
            return;
        }
        double percent = volts * percentPerVolt;
        interruption.halfCycle(phase, startSeconds, endSeconds, percent);
        boolean wasDipOrSwell = dip.isOpen() || swell.isOpen();
        if (dip.ends(phase, startSeconds, percent)) {
            report(dipOrInterruption(endSeconds, false), endSeconds);
            interruption.forget();
        }
        if (swell.ends(phase, startSeconds, percent)) {
            report(swell(endSeconds, false), endSeconds);
        }
        boolean isDipOrSwell = wasDipOrSwell || dip.isOpen() || swell.isOpen();
        rapidChanges
                .halfCycle(phase, startSeconds, endSeconds, percent, isDipOrSwell)
                .ifPresent(sink);
    }

    /// Events that are still going on are reported as open, and nothing is found across the gap.
    @Override
    public void stretchEnded(double endSeconds) {
        if (dip.isOpen()) {
            report(dipOrInterruption(endSeconds, true), endSeconds);
        }
        if (swell.isOpen()) {
            report(swell(endSeconds, true), endSeconds);
        }
        dip.abandon();
        swell.abandon();
        interruption.forget();
        rapidChanges.forget();
    }

    /// Whether a dip, swell or interruption touches a stretch of time, as far as the half cycles told by now show.
    /// An Urms(1/2) that crosses the end of a window is told with the next window, so who must not miss the first
    /// half cycle of an event asks one window later.
    ///
    /// @param startSeconds beginning, at most some minutes ago
    /// @param endSeconds end
    public boolean isFlagged(double startSeconds, double endSeconds) {
        return flagged.touches(startSeconds, endSeconds)
                || (dip.isOpen() && dip.startSeconds() < endSeconds)
                || (swell.isOpen() && swell.startSeconds() < endSeconds);
    }

    private ReportedEvent dipOrInterruption(double end, boolean isOpen) {
        double start = dip.startSeconds();
        boolean isInterruption = interruption.hasHappened();
        VoltageEvent event = isInterruption
                ? new Interruption(start, end, dip.phases(), dip.extreme())
                : new Dip(start, end, dip.phases(), dip.extreme());
        return new ReportedEvent(event, dip.extremes(), isOpen, isInterruption ? interruption.longest(end) : 0);
    }

    private ReportedEvent swell(double end, boolean isOpen) {
        var event = new Swell(swell.startSeconds(), end, swell.phases(), swell.extreme());
        return new ReportedEvent(event, swell.extremes(), isOpen, 0);
    }

    private void report(ReportedEvent event, double end) {
        flagged.add(event.event().startSeconds(), end);
        sink.accept(event);
    }
}
