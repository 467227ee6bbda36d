package trefas.device.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    /// The same on a meter that measures some energies only.
    ///
    /// @param measured X9
    public static Optional<String> problem(List<LoggedRegister> registers, MeasuredEnergies measured) {
        return problem(registers)
                .or(() -> registers.stream()
                        .filter(register -> !register.isMeasured(measured))
                        .findFirst()
                        .map(register -> register.title() + " is nothing this meter measures: it counts "
                                + measured.title() + " (X9 " + measured.code() + ")"));
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
