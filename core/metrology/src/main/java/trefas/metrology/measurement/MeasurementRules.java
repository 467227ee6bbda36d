package trefas.metrology.measurement;

import trefas.metrology.event.ConditionSettings;
import trefas.metrology.kernel.PulseOutput;
import trefas.metrology.quality.Limits;

/// By which rules a record is judged, beside what must be known to measure it.
///
/// @param conditions when the supply counts as faulty
/// @param limits what EN 50160, or whoever else, allows
/// @param pulseMillis length of a test pulse, ms, 1 upwards
public record MeasurementRules(ConditionSettings conditions, Limits limits, int pulseMillis) {

    /// A phase counts as missing after so long. The meter's logger waits 10 s (dossier 14.1), which is as long as
    /// many a record.
    public static final double MISSING_SECONDS = 3;

    /// The usual limits in proportion to the declared voltage, EN 50160:2010 and pulses of 30 ms.
    public static MeasurementRules usual(double declaredVolts) {
        return new MeasurementRules(
                ConditionSettings.of(declaredVolts).missingAfter(MISSING_SECONDS),
                Limits.edition2010(),
                PulseOutput.PULSE_MILLIS);
    }

    /// The same with another rule of the lost neutral.
    public MeasurementRules with(ConditionSettings.NeutralRule rule) {
        return new MeasurementRules(conditions.with(rule), limits, pulseMillis);
    }

    /// The same with other limits.
    public MeasurementRules with(Limits other) {
        return new MeasurementRules(conditions, other, pulseMillis);
    }

    /// The same with pulses of another length.
    public MeasurementRules withPulses(int millis) {
        return new MeasurementRules(conditions, limits, millis);
    }
}
