package trefas.objects;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.ScalerUnit;
import trefas.cosem.Unit;
import trefas.device.Meter;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.quantity.Obis;

/// What has been counted (dossier 4.1, 4.2, 20). All of it comes from the same accumulators, each register cut by
/// itself.
final class EnergyObjects {

    /// High resolution registers have the format 3.4 (dossier 4.6): steps of 0.1 Wh, back to zero at 1 000 kWh.
    private static final long HIGH_RESOLUTION_STEP = 360_000L;

    private static final long HIGH_RESOLUTION_ROLL_OVER = 10_000_000L;
    private static final int HIGH_RESOLUTION_SCALER = -1;

    private static final List<EnergyRegister> HIGH_RESOLUTION =
            List.of(EnergyRegister.A_PLUS, EnergyRegister.A_MINUS, EnergyRegister.R_PLUS, EnergyRegister.R_MINUS);

    private EnergyObjects() {}

    static List<MeterObject> of(EnergyFormat format) {
        var objects = new ArrayList<MeterObject>();
        var wattHours = new ScalerUnit(format.scaler(), Unit.WATT_HOUR);
        for (EnergyRegister register : EnergyRegister.ALL) {
            objects.add(MeterObject.register(
                    register.obis(),
                    new ScalerUnit(format.scaler(), unit(register)),
                    (meter, out) -> out.doubleLongUnsigned(meter.reading(register))));
        }
        // A1234 and Anet: the two directions added, and the one counted backwards (dossier 4.1).
        objects.add(MeterObject.register(
                Obis.of("1-1:15.8.0*255"), wattHours, (meter, out) -> out.doubleLongUnsigned(both(meter, 1))));
        objects.add(MeterObject.register(
                Obis.of("1-1:16.8.0*255"), wattHours, (meter, out) -> out.doubleLongUnsigned(both(meter, -1))));
        for (EnergyRegister register : HIGH_RESOLUTION) {
            Obis whole = register.obis();
            objects.add(MeterObject.register(
                    new Obis(whole.a(), whole.b(), whole.c(), whole.d(), whole.e(), 128),
                    new ScalerUnit(HIGH_RESOLUTION_SCALER, unit(register)),
                    (meter, out) -> out.doubleLongUnsigned(
                            meter.milliwattSeconds(register) / HIGH_RESOLUTION_STEP % HIGH_RESOLUTION_ROLL_OVER)));
        }
        return objects;
    }

    private static Unit unit(EnergyRegister register) {
        return switch (register.kind()) {
            case ACTIVE -> Unit.WATT_HOUR;
            case REACTIVE -> Unit.VAR_HOUR;
            case APPARENT -> Unit.VOLT_AMPERE_HOUR;
        };
    }

    /// A+ and A- together, as a drum would show it: below zero it goes on from the greatest reading down.
    private static long both(Meter meter, int signOfExport) {
        EnergyFormat format = meter.energyFormat();
        long counted = meter.milliwattSeconds(EnergyRegister.A_PLUS)
                + signOfExport * meter.milliwattSeconds(EnergyRegister.A_MINUS);
        return Math.floorMod(Math.floorDiv(counted, format.stepMilliwattSeconds()), format.rollOver());
    }
}
