package trefas.objects;

import java.util.List;
import java.util.OptionalLong;
import trefas.cosem.AxdrWriter;
import trefas.cosem.ScalerUnit;
import trefas.cosem.Unit;
import trefas.device.Meter;
import trefas.device.log.LoggedRegister;
import trefas.device.log.WireType;
import trefas.device.register.EnergyFormat;

/// Means of the phases over the last interval of the analysis logger (C.25.0, dossier 4.3, 20). A meter adds up what
/// its
/// analysis logger has a column for, and shows no other mean (decision 0040, 0050).
final class MeanObjects {

    /// Groups C from that of P+ L1 on are those of phases.
    private static final int PHASES_FROM = 21;

    private MeanObjects() {}

    static List<MeterObject> of(EnergyFormat format) {
        return LoggedRegister.ALL.stream()
                .filter(MeanObjects::isMeanOfPhase)
                .map(register -> object(register, format))
                .toList();
    }

    /// Distortion is none of them: nobody tells a running meter what it is.
    private static boolean isMeanOfPhase(LoggedRegister register) {
        return switch (register.kind()) {
            case MEAN_ACTIVE_POWER, MEAN_REACTIVE_POWER, MEAN_APPARENT_POWER, MEAN_CURRENT, MEAN_VOLTAGE -> true;
            case MEAN_POWER_FACTOR -> register.obis().c() >= PHASES_FROM;
            case HOURS,
                    COUNTER,
                    PULSES,
                    STATE,
                    ACTIVE_ENERGY,
                    NET_ENERGY,
                    REACTIVE_ENERGY,
                    APPARENT_ENERGY,
                    ACTIVE_POWER,
                    REACTIVE_POWER,
                    ACTIVE_PEAK,
                    REACTIVE_PEAK,
                    APPARENT_PEAK,
                    PEAK_TIME,
                    ACCUMULATED_ACTIVE_PEAK,
                    ACCUMULATED_REACTIVE_PEAK,
                    DAY_EXTREME,
                    DAY_EXTREME_TIME,
                    MEAN_FREQUENCY,
                    MEAN_DISTORTION -> false;
        };
    }

    private static MeterObject object(LoggedRegister register, EnergyFormat format) {
        Unit unit = Unit.ofCode(register.unit().code()).orElseThrow();
        return MeterObject.register(
                        register.obis(),
                        new ScalerUnit(register.scaler(format), unit),
                        (meter, out) -> write(register, meter, out))
                .where(meter -> mean(register, meter).isPresent());
    }

    private static OptionalLong mean(LoggedRegister register, Meter meter) {
        return meter.parts().analysis().latestMean(register);
    }

    private static void write(LoggedRegister register, Meter meter, AxdrWriter out) {
        long number = mean(register, meter).orElseThrow();
        if (register.type() == WireType.UNSIGNED_16) {
            out.longUnsigned((int) number);
        } else {
            out.doubleLongUnsigned(number);
        }
    }
}
