package trefas.metrology.event;

import java.util.List;
import trefas.metrology.PlausibleFrequency;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.quantity.Phase;

/// Urms(1/2) of IEC 61000-4-30: for each phase the rms of one cycle, begun at a zero crossing of that phase's
/// fundamental and renewed every half cycle, without gap across the windows. The window's angles say where the
/// crossings are, so harmonics and noise do not move them.
///
/// While no phase has voltage the cycles go on at the last frequency. A cycle that crosses the end of a window is
/// told with the next window.
public final class HalfCycleVoltages implements WindowStage {

    private final List<HalfCycleObserver> observers;
    private final HalfCyclePhase[] phases = new HalfCyclePhase[Phase.COUNT];
    private final PlausibleFrequency plausible = new PlausibleFrequency();
    private double hertz;
    private double samplesPerSecond;
    private double endSeconds;
    private boolean isRunning;

    /// Starts before the first window.
    ///
    /// @param nominalHertz frequency until a voltage tells one, Hz, above 0
    /// @param observers who is told
    public HalfCycleVoltages(double nominalHertz, List<HalfCycleObserver> observers) {
        if (!(nominalHertz > 0)) {
            throw new IllegalArgumentException("a nominal frequency is above 0 Hz: " + nominalHertz);
        }
        this.hertz = nominalHertz;
        this.observers = List.copyOf(observers);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            phases[phase] = new HalfCyclePhase();
        }
    }

    @Override
    public void window(SampleWindow window, TenCycleValues values) {
        if (window.cycles() > 0) {
            hertz = plausible.follow(window.hertz());
        }
        if (isRunning && follows(window)) {
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                phases[phase].enter(window, phase, hertz);
            }
        } else {
            begin(window);
        }
        endSeconds = window.endSeconds();
        int next = next();
        while (phases[next].boundary() < endSeconds) {
            if (phases[next].cross(window, next, hertz)) {
                tell(next);
            }
            next = next();
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            phases[phase].leave(window, phase);
        }
    }

    @Override
    public void stretchEnded(double stretchStartSeconds, double stretchEndSeconds) {
        if (isRunning) {
            tellEnd(stretchEndSeconds);
        }
    }

    private void tellEnd(double seconds) {
        isRunning = false;
        for (HalfCycleObserver observer : observers) {
            observer.stretchEnded(seconds);
        }
    }

    private void begin(SampleWindow window) {
        if (isRunning) {
            tellEnd(endSeconds);
        }
        isRunning = true;
        samplesPerSecond = window.samplesPerSecond();
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            phases[phase].begin(window, phase, hertz);
        }
    }

    /// Whether the window starts where the last one ended, to half a sample.
    private boolean follows(SampleWindow window) {
        double samplesBetween = (window.startSeconds() - endSeconds) * window.samplesPerSecond();
        double rates = window.samplesPerSecond() / samplesPerSecond;
        return Math.abs(samplesBetween) < 0.5 && Math.abs(rates - 1) < 1e-9;
    }

    /// The phase whose half cycle ends first.
    private int next() {
        int first = phases[0].boundary() <= phases[1].boundary() ? 0 : 1;
        return phases[first].boundary() <= phases[2].boundary() ? first : 2;
    }

    private void tell(int phase) {
        HalfCyclePhase cycle = phases[phase];
        for (HalfCycleObserver observer : observers) {
            observer.halfCycle(phase, cycle.cycleStart(), cycle.halfStart(), cycle.volts());
        }
    }
}
