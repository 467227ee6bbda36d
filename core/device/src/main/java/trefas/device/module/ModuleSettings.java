package trefas.device.module;

/// How the ports of a module are set up.
///
/// @param ports Z3
/// @param pulseWidth Z8
/// @param pulseUnit Z12
/// @param pulseFactorThousandths pulses for one step of the pulse input register, in thousandths: 40 000 means one
///     step for 40 pulses (dossier 17)
/// @param pulsesPerKilowattHour of the outputs; per kvarh where the output is reactive
public record ModuleSettings(
        PortSetup ports,
        PulseWidth pulseWidth,
        PulseUnit pulseUnit,
        int pulseFactorThousandths,
        int pulsesPerKilowattHour) {

    /// Factor 0.100.
    public static final int PULSE_FACTOR_THOUSANDTHS_MIN = 100;

    /// Factor 1000.000.
    public static final int PULSE_FACTOR_THOUSANDTHS_MAX = 1_000_000;

    public static final int PULSES_PER_KILOWATT_HOUR_MAX = 1_000;

    /// No module, Z3 00, Z12 00.
    public static final ModuleSettings DEFAULT =
            new ModuleSettings(PortSetup.UNUSED, PulseWidth.MILLIS_30, PulseUnit.NONE, 1_000, 1);

    public ModuleSettings {
        if (!isPulseFactorThousandths(pulseFactorThousandths) || !isPulsesPerKilowattHour(pulsesPerKilowattHour)) {
            throw new IllegalArgumentException("pulse factor " + pulseFactorThousandths + " thousandths, "
                    + pulsesPerKilowattHour + " pulses per kWh");
        }
    }

    public static boolean isPulseFactorThousandths(long thousandths) {
        return thousandths >= PULSE_FACTOR_THOUSANDTHS_MIN && thousandths <= PULSE_FACTOR_THOUSANDTHS_MAX;
    }

    public static boolean isPulsesPerKilowattHour(long pulses) {
        return pulses >= 1 && pulses <= PULSES_PER_KILOWATT_HOUR_MAX;
    }

    public ModuleSettings withPorts(PortSetup other) {
        return new ModuleSettings(other, pulseWidth, pulseUnit, pulseFactorThousandths, pulsesPerKilowattHour);
    }

    public ModuleSettings withPulseWidth(PulseWidth other) {
        return new ModuleSettings(ports, other, pulseUnit, pulseFactorThousandths, pulsesPerKilowattHour);
    }

    public ModuleSettings withPulseUnit(PulseUnit other) {
        return new ModuleSettings(ports, pulseWidth, other, pulseFactorThousandths, pulsesPerKilowattHour);
    }

    public ModuleSettings withPulseFactorThousandths(int other) {
        return new ModuleSettings(ports, pulseWidth, pulseUnit, other, pulsesPerKilowattHour);
    }

    public ModuleSettings withPulsesPerKilowattHour(int other) {
        return new ModuleSettings(ports, pulseWidth, pulseUnit, pulseFactorThousandths, other);
    }
}
