package trefas.app.measure;

import java.util.Optional;
import trefas.metrology.SummationMethod;
import trefas.metrology.kernel.EnergyThresholds;
import trefas.metrology.kernel.NominalFrequency;
import trefas.metrology.measurement.MeasurementRules;

/// What the user says about the measurement.
///
/// @param declaredVolts Udin, V, above 0
/// @param nominalFrequency or automatic
/// @param summation how the phases become a total
/// @param orders harmonics to this order
/// @param thresholds below which a phase's energy does not count
/// @param rules by which the record is judged
/// @param frontEnd what every sample passes first; none for the ideal one
public record MeasuringOptions(
        double declaredVolts,
        NominalFrequency nominalFrequency,
        SummationMethod summation,
        int orders,
        EnergyThresholds thresholds,
        MeasurementRules rules,
        Optional<FrontEnd> frontEnd) {}
