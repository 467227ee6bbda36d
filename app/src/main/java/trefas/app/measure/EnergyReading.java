package trefas.app.measure;

/// The registers of a phase or of the total, as far as a record has advanced them. All are counted upwards; the
/// directions stand in the names.
///
/// @param importWattHours A+, Wh
/// @param exportWattHours A-, Wh
/// @param varHours1 reactive energy in quadrant I, varh
/// @param varHours2 in quadrant II
/// @param varHours3 in quadrant III
/// @param varHours4 in quadrant IV
/// @param importVoltAmpereHours E+, VAh; not a number when it was not counted
/// @param exportVoltAmpereHours E-, VAh; not a number when it was not counted
public record EnergyReading(
        double importWattHours,
        double exportWattHours,
        double varHours1,
        double varHours2,
        double varHours3,
        double varHours4,
        double importVoltAmpereHours,
        double exportVoltAmpereHours) {

    /// R+: quadrants I and II, varh.
    public double positiveVarHours() {
        return varHours1 + varHours2;
    }

    /// R-: quadrants III and IV, varh.
    public double negativeVarHours() {
        return varHours3 + varHours4;
    }
}
