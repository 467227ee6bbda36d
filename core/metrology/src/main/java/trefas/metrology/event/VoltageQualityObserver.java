package trefas.metrology.event;

import java.util.function.Consumer;
import trefas.metrology.OneSecondValues;
import trefas.metrology.PhaseThresholds;
import trefas.quantity.Phase;

/// Watches the one-second voltages for the voltage quality logger (dossier 14.1, 14.2): long deviations by the mean of
/// consecutive periods, short deviations by single seconds, and outages of one, two or all phases.
///
/// Entries come when their fact is known and carry the time of the fact: peak and stop of a deviation come after its
/// last second, an outage after its time threshold, an outage of all phases after the return of the supply.
public final class VoltageQualityObserver {

    /// Seconds without any phase above the voltage indicator's limit that make an outage of all phases; a single one
    /// is a dip ([PhaseThresholds#indicatesVoltage]).
    private static final int OUTAGE_SECONDS_MIN = 2;

    private final VoltageQualitySettings settings;
    private final Consumer<VoltageQualityEntry> sink;
    private final WatchedPhase[] phases = new WatchedPhase[Phase.COUNT];
    private final OneSecondValues firstDark = new OneSecondValues();
    private long darkSince;
    private int darkSeconds;
    private boolean hasLast;
    private long last;
    private long period;

    /// Starts as a meter does that has never had supply.
    public VoltageQualityObserver(VoltageQualitySettings settings, Consumer<VoltageQualityEntry> sink) {
        this.settings = settings;
        this.sink = sink;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            phases[phase] = new WatchedPhase(phase + 1, settings, sink);
        }
    }

    /// The values of a second. When it does not follow the one before, as after the clock was set, deviations end and
    /// the mean period is judged as far as it went.
    ///
    /// @param second end of the second, on the meter's clock; periods begin at its multiples
    public void second(long second, OneSecondValues values) {
        if (hasLast && second != last + 1) {
            endDark(second);
            pause();
        }
        hasLast = true;
        last = second;
        if (isDark(values)) {
            if (darkSeconds == 0) {
                darkSince = second;
                firstDark.copy(values);
            }
            darkSeconds = Math.min(darkSeconds + 1, OUTAGE_SECONDS_MIN);
            return;
        }
        endDark(second);
        watch(second, values);
    }

    /// The meter itself was without supply: tells both ends, and ends what was going on before.
    ///
    /// @param failedSecond when the supply failed
    /// @param returnedSecond when it came back
    public void outage(long failedSecond, long returnedSecond) {
        for (WatchedPhase phase : phases) {
            phase.pause();
        }
        tell(failedSecond, VoltageQualityEvent.OUTAGE);
        tell(returnedSecond, VoltageQualityEvent.REESTABLISHED);
    }

    private void tell(long second, VoltageQualityEvent event) {
        sink.accept(new VoltageQualityEntry(second, VoltageQualityEntry.ALL_PHASES, event, 0, 0, 0));
    }

    private void endDark(long second) {
        int seconds = darkSeconds;
        darkSeconds = 0;
        if (seconds >= OUTAGE_SECONDS_MIN) {
            outage(darkSince, second);
        } else if (seconds == 1) {
            watch(darkSince, firstDark);
        }
    }

    private void pause() {
        for (WatchedPhase phase : phases) {
            phase.pause();
        }
        endPeriod();
    }

    private void watch(long second, OneSecondValues values) {
        long now = Math.floorDiv(second - 1, (long) settings.meanPeriodSeconds());
        if (now != period) {
            endPeriod();
            period = now;
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            phases[phase].second(second, values.millivolts(phase));
        }
    }

    private void endPeriod() {
        for (WatchedPhase phase : phases) {
            phase.endPeriod(period * settings.meanPeriodSeconds());
        }
    }

    /// Whether the meter has no supply in a second; one that never had any only waits for it.
    private boolean isDark(OneSecondValues values) {
        boolean isConnected = false;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (PhaseThresholds.indicatesVoltage(values.millivolts(phase))) {
                return false;
            }
            isConnected |= phases[phase].hasBeenAlive();
        }
        return isConnected;
    }
}
