package trefas.simulation.bench;

import trefas.metrology.accuracy.LoadAngle;
import trefas.metrology.accuracy.Loading;
import trefas.metrology.accuracy.TemperatureBand;

/// The composite error of a load in a band of temperature, against the maximum permissible error (Directive
/// 2014/32/EU, Annex V): the root of the squares of the error at reference conditions and of its changes with
/// temperature, voltage and frequency at the same current and power factor.
///
/// @param band of temperature
/// @param loading which phases carry current
/// @param angle of the load
/// @param amperes of the loaded phases
/// @param errorPercent at reference conditions
/// @param temperaturePercent largest change at the ends of the band
/// @param voltagePercent largest change at 90 and 110 % of the voltage
/// @param frequencyPercent largest change at 98 and 102 % of the frequency
/// @param limitPercent maximum permissible error
public record CompositeError(
        TemperatureBand band,
        Loading loading,
        LoadAngle angle,
        double amperes,
        double errorPercent,
        double temperaturePercent,
        double voltagePercent,
        double frequencyPercent,
        double limitPercent) {

    /// All parts together.
    public double percent() {
        return Math.sqrt((errorPercent * errorPercent)
                + (temperaturePercent * temperaturePercent)
                + (voltagePercent * voltagePercent)
                + (frequencyPercent * frequencyPercent));
    }

    /// Whether it is inside its limit.
    public boolean isInside() {
        return percent() <= limitPercent;
    }

    /// The part of the limit that it takes, percent.
    public double limitShare() {
        return 100 * percent() / limitPercent;
    }
}
