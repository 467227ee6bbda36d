package trefas.metrology.event;

import java.util.EnumMap;
import java.util.Map;
import trefas.metrology.OneSecondValues;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// Watches for a lost or displaced neutral, a missing phase, a reversed sequence and overvoltage, in the basic
/// intervals or in the one-second values. One-second values have no angles, so a displaced neutral and a phase that
/// falls with its line voltages are told exactly from basic intervals only; from seconds, a phase is missing when it
/// has no voltage and no other phase has risen above the limit of the lost neutral.
public final class SupplyConditions implements WindowStage {

    /// Line voltages above this part of their declared value stand: the transformer is well and only the star point
    /// has moved.
    private static final double STANDING_LINE = 0.85;

    /// A longer pause between two values is a gap, s.
    private static final double PAUSE_SECONDS_MAX = 1.5;

    /// Sets of phases are bits here, that of L1 lowest: a million meters a second must leave no objects behind.
    private static final int ALL = 0b111;

    private static final int L1 = 0b001;
    private static final int L2 = 0b010;
    private static final int L3 = 0b100;

    private final ConditionSettings settings;
    private final Map<SupplyCondition, HeldCondition> conditions = new EnumMap<>(SupplyCondition.class);
    private final double[] volts = new double[Phase.COUNT];
    private final boolean[] isMeasured = new boolean[Phase.COUNT];
    private final boolean hasThreePhases;
    private double lowest;
    private double highest;
    private double start;
    private double end = Double.NaN;

    /// Starts with nothing wrong.
    public SupplyConditions(ConditionSettings settings, ConditionObserver observer) {
        this.settings = settings;
        this.hasThreePhases = settings.measured().size() == Phase.COUNT;
        for (Phase phase : settings.measured()) {
            isMeasured[phase.index()] = true;
        }
        for (SupplyCondition condition : SupplyCondition.values()) {
            boolean isLowExtreme = condition == SupplyCondition.PHASE_MISSING;
            conditions.put(
                    condition, new HeldCondition(condition, settings.seconds(condition), isLowExtreme, observer));
        }
    }

    @Override
    public boolean needsSamples() {
        return false;
    }

    @Override
    public void window(SampleWindow window, TenCycleValues values) {
        interval(values);
    }

    @Override
    public void stretchEnded(double startSeconds, double endSeconds) {
        end(endSeconds);
    }

    /// The next basic interval.
    public void interval(TenCycleValues values) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            volts[phase] = values.phase(phase).voltage();
        }
        move(values.startSeconds(), values.endSeconds());
        int missing = missing();
        if (hasThreePhases) {
            double standing = STANDING_LINE * Math.sqrt(3) * settings.declaredVolts();
            // The phases of which no line voltage stands.
            int fallen = ALL
                    & ~(values.voltage12() > standing ? L1 | L2 : 0)
                    & ~(values.voltage23() > standing ? L2 | L3 : 0)
                    & ~(values.voltage31() > standing ? L3 | L1 : 0);
            boolean isStanding =
                    Math.min(values.voltage12(), Math.min(values.voltage23(), values.voltage31())) > standing;
            missing &= fallen;
            double zeroPercent = values.voltageComponents().zeroPercent();
            boolean isDisplaced = isStanding && zeroPercent > settings.zeroSequencePercent();
            judge(SupplyCondition.NEUTRAL_DISPLACED, isDisplaced ? ALL : 0, zeroPercent);
        }
        judge(missing, values.sequence());
    }

    /// The values of a second.
    ///
    /// @param endSeconds the end of the second, on any scale that goes on by 1 a second
    public void second(double endSeconds, OneSecondValues values) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            volts[phase] = values.millivolts(phase) / 1_000.0;
        }
        move(endSeconds - 1, endSeconds);
        int missing = missing();
        if (highest > settings.neutral().highVolts()) {
            missing = 0;
        }
        judge(missing, values.sequence());
    }

    /// Whether a condition counts now.
    public boolean isActive(SupplyCondition condition) {
        return held(condition).isActive();
    }

    /// The record ends, or samples are missing: conditions that count are reported as open.
    public void end(double endSeconds) {
        for (HeldCondition condition : conditions.values()) {
            condition.abandon(endSeconds);
        }
        end = Double.NaN;
    }

    private void move(double newStart, double newEnd) {
        if (newStart - end > PAUSE_SECONDS_MAX) {
            end(end);
        }
        start = newStart;
        end = newEnd;
        lowest = Double.POSITIVE_INFINITY;
        highest = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (isMeasured[phase]) {
                lowest = Math.min(lowest, volts[phase]);
                highest = Math.max(highest, volts[phase]);
            }
        }
    }

    private void judge(int missing, PhaseSequence sequence) {
        boolean isOutage = highest < settings.missingVolts();
        judge(SupplyCondition.PHASE_MISSING, isOutage ? 0 : missing, lowest);
        judge(SupplyCondition.OVERVOLTAGE, above(settings.overVolts()), highest);
        if (hasThreePhases) {
            judge(SupplyCondition.NEUTRAL_LOST, isNeutralLost() ? ALL : 0, highest);
            boolean isReversed = sequence == PhaseSequence.L1L3L2 && lowest >= settings.missingVolts();
            judge(SupplyCondition.SEQUENCE_REVERSED, isReversed ? ALL : 0, highest);
        }
    }

    private void judge(SupplyCondition condition, int beyond, double value) {
        if (beyond == 0) {
            held(condition).isAbsent(start, end);
        } else {
            held(condition).holds(start, end, value, beyond);
        }
    }

    private HeldCondition held(SupplyCondition condition) {
        HeldCondition held = conditions.get(condition);
        if (held == null) {
            throw new IllegalStateException("no such condition: " + condition);
        }
        return held;
    }

    private boolean isNeutralLost() {
        boolean isOneLow = lowest < settings.neutral().lowVolts();
        return isOneLow && Integer.bitCount(above(settings.neutral().highVolts())) == 2;
    }

    private int missing() {
        int missing = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            missing |= isMeasured[phase] && volts[phase] < settings.missingVolts() ? 1 << phase : 0;
        }
        return missing;
    }

    private int above(double limit) {
        int above = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            above |= isMeasured[phase] && volts[phase] > limit ? 1 << phase : 0;
        }
        return above;
    }
}
