package trefas.app.measure;

import java.util.function.ToDoubleFunction;

/// The registers by the names people know, in the order they are shown.
enum EnergyRegisterName {
    ACTIVE_IMPORT("A+", "Wh", EnergyReading::importWattHours),
    ACTIVE_EXPORT("A-", "Wh", EnergyReading::exportWattHours),
    REACTIVE_POSITIVE("R+", "varh", EnergyReading::positiveVarHours),
    REACTIVE_NEGATIVE("R-", "varh", EnergyReading::negativeVarHours),
    QUADRANT_1("R1", "varh", EnergyReading::varHours1),
    QUADRANT_2("R2", "varh", EnergyReading::varHours2),
    QUADRANT_3("R3", "varh", EnergyReading::varHours3),
    QUADRANT_4("R4", "varh", EnergyReading::varHours4),
    APPARENT_IMPORT("E+", "VAh", EnergyReading::importVoltAmpereHours),
    APPARENT_EXPORT("E-", "VAh", EnergyReading::exportVoltAmpereHours);

    private final String label;
    private final String unit;
    private final ToDoubleFunction<EnergyReading> value;

    EnergyRegisterName(String label, String unit, ToDoubleFunction<EnergyReading> value) {
        this.label = label;
        this.unit = unit;
        this.value = value;
    }

    String label() {
        return label;
    }

    String unit() {
        return unit;
    }

    /// Reading in the unit, not a number when it was not counted.
    double of(EnergyReading reading) {
        return value.applyAsDouble(reading);
    }
}
