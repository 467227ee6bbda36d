package trefas.device.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoggedRegister;
import trefas.device.register.MeasuredEnergies;

/// What the analysis logger holds and how often it takes a row (dossier 10.3; configuration number Z10). One instance
/// serves all meters that are set up alike.
///
/// @param interval 5, 15, 30 or 60 minutes, whatever the load profile has
/// @param registers the columns in order, at most 24; none means that the logger is not used
public record AnalysisSettings(CapturePeriod interval, List<LoggedRegister> registers) {

    /// Columns at most (data sheet).
    public static final int REGISTERS_MAX = 24;

    /// The four-quadrant meter as it is delivered.
    public static final AnalysisSettings DEFAULT = ofSet(AnalysisSet.FOUR_QUADRANT);

    /// Groups C of what runs the other way: A- and P-, in total and of each phase, and what A- is part of (dossier 20).
    private static final Set<Integer> EXPORT_GROUPS = Set.of(2, 15, 16, 22, 42, 62);

    public AnalysisSettings {
        registers = List.copyOf(registers);
        Optional<String> problem = problem(registers);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
    }

    /// As delivered: every 15 minutes.
    public static AnalysisSettings ofSet(AnalysisSet set) {
        return new AnalysisSettings(CapturePeriod.MINUTES_15, set.registers());
    }

    /// What is wrong with a choice of columns, or empty when it can be set.
    public static Optional<String> problem(List<LoggedRegister> registers) {
        if (registers.size() > REGISTERS_MAX) {
            return Optional.of(
                    "the analysis logger holds at most " + REGISTERS_MAX + " registers, not " + registers.size());
        }
        var chosen = new HashSet<LoggedRegister>();
        for (LoggedRegister register : registers) {
            if (!isSelectable(register)) {
                return Optional.of(register.title() + " can't stand in the analysis logger");
            }
            if (!chosen.add(register)) {
                return Optional.of(register.title() + " stands twice");
            }
        }
        return Optional.empty();
    }

    /// What is wrong with a choice of columns for a meter, or empty when it can be set on it: the same, and a meter
    /// logs
    /// nothing of a direction or a kind of energy it was not ordered to measure (X9, dossier 2.1; decision 0050).
    public static Optional<String> problem(List<LoggedRegister> registers, MeasuredEnergies measured) {
        return problem(registers)
                .or(() -> registers.stream()
                        .filter(register -> !isMeasured(register, measured))
                        .findFirst()
                        .map(register ->
                                register.title() + " can't stand in the analysis logger of a meter that measures "
                                        + words(measured) + " only"));
    }

    /// Whether a meter measures what a register holds. Voltages, currents, power factors and what is counted beside
    /// energy it has in any case.
    public static boolean isMeasured(LoggedRegister register, MeasuredEnergies measured) {
        return switch (register.kind()) {
            case ACTIVE_ENERGY, NET_ENERGY, ACTIVE_POWER, MEAN_ACTIVE_POWER ->
                measured.hasExport() || !EXPORT_GROUPS.contains(register.obis().c());
            case REACTIVE_ENERGY,
                    APPARENT_ENERGY,
                    REACTIVE_POWER,
                    REACTIVE_PEAK,
                    APPARENT_PEAK,
                    ACCUMULATED_REACTIVE_PEAK,
                    MEAN_REACTIVE_POWER,
                    MEAN_APPARENT_POWER -> measured.hasReactive();
            case PEAK_TIME -> measured.hasReactive() || register.obis().c() == 1;
            case HOURS,
                    COUNTER,
                    PULSES,
                    STATE,
                    ACTIVE_PEAK,
                    ACCUMULATED_ACTIVE_PEAK,
                    DAY_EXTREME,
                    DAY_EXTREME_TIME,
                    MEAN_CURRENT,
                    MEAN_VOLTAGE,
                    MEAN_POWER_FACTOR,
                    MEAN_FREQUENCY,
                    MEAN_DISTORTION -> true;
        };
    }

    private static String words(MeasuredEnergies measured) {
        return switch (measured) {
            case ACTIVE_IMPORT -> "A+";
            case ACTIVE -> "A+ and A-";
            case FOUR_QUADRANTS -> "A+, A-, R+ and R-";
        };
    }

    /// Whether the analysis logger offers a register (dossier 10.3, table 14).
    public static boolean isSelectable(LoggedRegister register) {
        return switch (register.kind()) {
            case HOURS,
                    PULSES,
                    STATE,
                    ACTIVE_ENERGY,
                    NET_ENERGY,
                    REACTIVE_ENERGY,
                    APPARENT_ENERGY,
                    ACTIVE_POWER,
                    REACTIVE_POWER,
                    DAY_EXTREME,
                    DAY_EXTREME_TIME,
                    MEAN_ACTIVE_POWER,
                    MEAN_REACTIVE_POWER,
                    MEAN_APPARENT_POWER,
                    MEAN_CURRENT,
                    MEAN_VOLTAGE,
                    MEAN_POWER_FACTOR,
                    MEAN_FREQUENCY,
                    MEAN_DISTORTION -> true;
            case COUNTER,
                    ACTIVE_PEAK,
                    REACTIVE_PEAK,
                    APPARENT_PEAK,
                    PEAK_TIME,
                    ACCUMULATED_ACTIVE_PEAK,
                    ACCUMULATED_REACTIVE_PEAK -> false;
        };
    }

    public AnalysisSettings withInterval(CapturePeriod other) {
        return new AnalysisSettings(other, registers);
    }

    /// With other columns.
    ///
    /// @param other a choice without a [#problem]
    public AnalysisSettings withRegisters(List<LoggedRegister> other) {
        return new AnalysisSettings(interval, other);
    }
}
