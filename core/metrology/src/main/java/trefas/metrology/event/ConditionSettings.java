package trefas.metrology.event;

import java.util.EnumSet;
import java.util.Set;
import trefas.quantity.Phase;

/// When a supply counts as faulty. A condition counts when it has lasted longer than its time, and is over when it has
/// been absent for longer than the same time.
///
/// @param declaredVolts phase to neutral, V, above 0
/// @param neutral the meter's own rule of the lost neutral
/// @param zeroSequencePercent the neutral is displaced when u0 is above this, %
/// @param zeroSequenceSeconds for longer than this
/// @param missingVolts a phase is missing below this, V
/// @param missingSeconds for longer than this
/// @param sequenceSeconds the sequence is reversed for longer than this
/// @param overVolts overvoltage is above this, V
/// @param overSeconds for longer than this
/// @param measured the phases that are connected; neutral and sequence are judged with three only
public record ConditionSettings(
        double declaredVolts,
        NeutralRule neutral,
        double zeroSequencePercent,
        double zeroSequenceSeconds,
        double missingVolts,
        double missingSeconds,
        double sequenceSeconds,
        double overVolts,
        double overSeconds,
        Set<Phase> measured) {

    /// Two phases above one voltage and one below another for longer than a time (dossier 15).
    ///
    /// @param highVolts VLhi, V
    /// @param lowVolts VLlo, V
    /// @param seconds time
    public record NeutralRule(double highVolts, double lowVolts, double seconds) {

        /// As the meter leaves the factory: 253 V, 190 V, 60 s.
        public static final NeutralRule DEFAULT = new NeutralRule(253, 190, 60);
    }

    /// 230 V, three phases: outage level 50 V for 10 s, u0 of 10 % for 5 s, 253 V for 1 s, sequence 3 s.
    public static final ConditionSettings DEFAULT =
            new ConditionSettings(230, NeutralRule.DEFAULT, 10, 5, 50, 10, 3, 253, 1, EnumSet.allOf(Phase.class));

    /// Keeps a copy of the phases.
    public ConditionSettings {
        if (!(declaredVolts > 0)) {
            throw new IllegalArgumentException("the declared voltage is above 0 V: " + declaredVolts);
        }
        measured = Set.copyOf(measured);
    }

    /// The same with another rule of the lost neutral.
    public ConditionSettings with(NeutralRule rule) {
        return new ConditionSettings(
                declaredVolts,
                rule,
                zeroSequencePercent,
                zeroSequenceSeconds,
                missingVolts,
                missingSeconds,
                sequenceSeconds,
                overVolts,
                overSeconds,
                measured);
    }

    /// The same with another time after which a phase is missing.
    ///
    /// @param seconds 0 upwards
    public ConditionSettings missingAfter(double seconds) {
        return new ConditionSettings(
                declaredVolts,
                neutral,
                zeroSequencePercent,
                zeroSequenceSeconds,
                missingVolts,
                seconds,
                sequenceSeconds,
                overVolts,
                overSeconds,
                measured);
    }

    /// The same for some of the phases.
    public ConditionSettings measuring(Set<Phase> phases) {
        return new ConditionSettings(
                declaredVolts,
                neutral,
                zeroSequencePercent,
                zeroSequenceSeconds,
                missingVolts,
                missingSeconds,
                sequenceSeconds,
                overVolts,
                overSeconds,
                phases);
    }

    /// Default limits in proportion to another declared voltage.
    public static ConditionSettings of(double declaredVolts) {
        double scale = declaredVolts / 230;
        var rule = new NeutralRule(253 * scale, 190 * scale, 60);
        return new ConditionSettings(
                declaredVolts, rule, 10, 5, 50 * scale, 10, 3, 253 * scale, 1, EnumSet.allOf(Phase.class));
    }

    double seconds(SupplyCondition condition) {
        return switch (condition) {
            case NEUTRAL_LOST -> neutral.seconds();
            case NEUTRAL_DISPLACED -> zeroSequenceSeconds;
            case PHASE_MISSING -> missingSeconds;
            case SEQUENCE_REVERSED -> sequenceSeconds;
            case OVERVOLTAGE -> overSeconds;
        };
    }
}
