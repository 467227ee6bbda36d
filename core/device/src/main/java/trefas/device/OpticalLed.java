package trefas.device;

import trefas.device.configuration.IdleLed;
import trefas.metrology.SecondTotals;

/// The LED of the meter constant between its pulses (dossier 4.7): dark, or with Z2 = 2 lit while nothing is counted of
/// what it follows.
public final class OpticalLed {

    private OpticalLed() {}

    /// Whether it was lit all through the last second.
    public static boolean isSteadilyLit(Meter meter) {
        if (meter.configuration().idleLed() == IdleLed.DARK || !meter.isPowered()) {
            return false;
        }
        var counted = new SecondTotals();
        counted.register(meter.values(), meter.configuration().summation());
        return switch (meter.parts().registers().verification().state()) {
            case NORMAL, VERIFY_A_PLUS -> counted.importMilliwatts() == 0;
            case VERIFY_A_MINUS -> counted.exportMilliwatts() == 0;
            case VERIFY_R_PLUS -> counted.positiveMillivars() == 0;
            case VERIFY_R_MINUS -> counted.negativeMillivars() == 0;
        };
    }
}
