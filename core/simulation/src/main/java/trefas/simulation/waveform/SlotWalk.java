package trefas.simulation.waveform;

import trefas.quantity.Phase;

/// Walks through time from slot to slot. In a slot nothing changes but what a formula covers: the frequency
/// moves in a straight line and the flicker goes on. Slots end with each second, where something begins or
/// ends, where a burst is switched and, in moving seconds, with each step of a profile. Whoever makes
/// samples and whoever makes phasors walk the same slots.
final class SlotWalk {

    /// Closer than this to a zero crossing counts as there, turns.
    private static final double TURNS_NEAR = 1e-9;

    /// Closer than this to a step of a profile counts as there, steps.
    private static final double STEPS_NEAR = 1e-6;

    /// The shortest way to the next switching of a burst, s. Far into a long record an instant has no finer
    /// steps.
    private static final double GATE_SECONDS_MIN = 1e-7;

    private final WaveformModel model;
    private final GridState state;
    private final long[] phaseCycles = new long[Phase.COUNT];
    private final boolean hasGates;
    private double start;
    private double end;
    private long cycles;
    private double turns;
    private double hertz;
    private double hertzPerSecond;
    private boolean isChanged;

    SlotWalk(WaveformModel model) {
        this.model = model;
        this.state = new GridState(model);
        this.hasGates = model.loads().stream().anyMatch(load -> load.gate().isSwitching());
    }

    WaveformModel model() {
        return model;
    }

    GridState state() {
        return state;
    }

    /// Whether bursts are switched, so that slots may be shorter than a cycle.
    boolean hasGates() {
        return hasGates;
    }

    /// Beginning, s since the first sample.
    double start() {
        return start;
    }

    /// End; the beginning of the next.
    double end() {
        return end;
    }

    double seconds() {
        return end - start;
    }

    /// Whole turns of L1 at the beginning.
    long cycles() {
        return cycles;
    }

    /// The part of a turn beyond [#cycles] at the beginning, 0 to 1.
    double turns() {
        return turns;
    }

    /// Frequency at the beginning, Hz.
    double hertz() {
        return hertz;
    }

    /// What the frequency gains.
    double hertzPerSecond() {
        return hertzPerSecond;
    }

    /// Turns in the slot.
    double turnsGained() {
        double seconds = seconds();
        return seconds * (hertz + (hertzPerSecond * seconds / 2));
    }

    /// Whether [#state] differs from that of the slot before.
    boolean isChanged() {
        return isChanged;
    }

    /// Goes on to the next slot.
    ///
    /// @param limit where it must end at the latest, after [#end]
    void next(double limit) {
        if (end > start) {
            turns += turnsGained();
            long whole = (long) Math.floor(turns);
            cycles += whole;
            turns -= whole;
        }
        start = end;
        long second = (long) Math.floor(start);
        double from = model.grid().wander().hertz(model.seed(), second);
        hertzPerSecond = model.grid().wander().hertz(model.seed(), second + 1) - from;
        hertz = model.grid().hertz() + from + (hertzPerSecond * (start - second));
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            phaseCycles[phase] = cycles + (long) Math.floor(phaseTurns(phase) + TURNS_NEAR);
        }
        isChanged = state.at(start, phaseCycles);
        end = Math.min(limit, Math.min(stepEnd(second), changeEnd(second + 1.0)));
        if (hasGates) {
            end = Math.min(end, gateEnd());
        }
    }

    /// Turns of a phase's own voltage beyond [#cycles].
    private double phaseTurns(int phase) {
        return turns + (state.angle(phase) / (2 * Math.PI));
    }

    private double stepEnd(long second) {
        for (WaveformLoad load : model.loads()) {
            if (load.profile().isMoving(second)) {
                double steps = Math.floor(((start - second) / LoadProfile.STEP_SECONDS) + STEPS_NEAR) + 1;
                return Math.min(second + 1.0, second + (steps * LoadProfile.STEP_SECONDS));
            }
        }
        return second + 1.0;
    }

    private double changeEnd(double latest) {
        double change = latest;
        for (VoltageDisturbance disturbance : model.grid().disturbances()) {
            change = sooner(change, disturbance.startSeconds());
            change = sooner(change, disturbance.endSeconds());
        }
        change = sooner(change, model.grid().neutralLoss().startSeconds());
        return sooner(change, model.grid().neutralLoss().endSeconds());
    }

    private double sooner(double change, double instant) {
        return instant > start ? Math.min(change, instant) : change;
    }

    private double gateEnd() {
        double sooner = Double.MAX_VALUE;
        for (WaveformLoad load : model.loads()) {
            if (load.gate().isSwitching()) {
                for (int phase = 0; phase < Phase.COUNT; phase++) {
                    long change = load.gate().nextChange(phaseCycles[phase]);
                    sooner = Math.min(
                            sooner,
                            start + Math.max(GATE_SECONDS_MIN, secondsTo((change - cycles) - phaseTurns(phase))));
                }
            }
        }
        return sooner;
    }

    /// Solves turns = f t + s t² / 2.
    private double secondsTo(double ahead) {
        return 2 * ahead / (hertz + Math.sqrt((hertz * hertz) + (2 * hertzPerSecond * ahead)));
    }
}
