package trefas.device;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import trefas.device.demand.MeterRegister;
import trefas.device.demand.RegisterList;
import trefas.device.log.LoggedRegister;
import trefas.device.register.EnergyFormat;
import trefas.device.register.MeasuredEnergies;

/// Where a meter reads what its loggers write. The same for all meters with the same digits and the same energies, so
/// it exists once for each of these few.
final class LoggedReaders {

    private static final int TIME_ATTRIBUTE = 5;
    private static final int MILLI = 1_000;
    private static final long UNSIGNED_32 = 0xFFFF_FFFFL;

    private static final Map<EnergyFormat, Map<MeasuredEnergies, LoggedReaders>> ALL = all();

    private final Map<LoggedRegister, ToLongFunction<Meter>> readers = new EnumMap<>(LoggedRegister.class);

    private LoggedReaders(EnergyFormat format, MeasuredEnergies measured) {
        List<MeterRegister> registers = RegisterList.of(format, measured);
        for (LoggedRegister logged : LoggedRegister.ALL) {
            readers.put(logged, counted(logged, registers).orElseGet(() -> momentary(logged)));
        }
    }

    static LoggedReaders of(EnergyFormat format, MeasuredEnergies measured) {
        return Objects.requireNonNull(Objects.requireNonNull(ALL.get(format)).get(measured));
    }

    private static Map<EnergyFormat, Map<MeasuredEnergies, LoggedReaders>> all() {
        Map<EnergyFormat, Map<MeasuredEnergies, LoggedReaders>> all = new EnumMap<>(EnergyFormat.class);
        for (EnergyFormat format : EnergyFormat.values()) {
            Map<MeasuredEnergies, LoggedReaders> ofFormat = new EnumMap<>(MeasuredEnergies.class);
            for (MeasuredEnergies measured : MeasuredEnergies.values()) {
                ofFormat.put(measured, new LoggedReaders(format, measured));
            }
            all.put(format, ofFormat);
        }
        return all;
    }

    /// A register as every protocol shows it, unsigned 32 bit; 0 for one the meter does not have.
    long value(LoggedRegister register, Meter meter) {
        return readers.getOrDefault(register, _ -> 0).applyAsLong(meter) & UNSIGNED_32;
    }

    private static Optional<ToLongFunction<Meter>> counted(LoggedRegister logged, List<MeterRegister> registers) {
        boolean isTime = logged.attribute() == TIME_ATTRIBUTE;
        return registers.stream()
                .filter(register -> register.obis().equals(logged.obis()))
                .findFirst()
                .map(register -> isTime
                        ? meter -> register.stamp(meter.parts().registers())
                        : meter -> register.value(meter.parts().registers()));
    }

    /// What is no counter: powers of this second and what other parts count. Means of the analysis logger are its own.
    private static ToLongFunction<Meter> momentary(LoggedRegister logged) {
        return switch (logged) {
            case P_PLUS -> meter -> meter.importMilliwatts() / MILLI;
            case P_MINUS -> meter -> meter.exportMilliwatts() / MILLI;
            case Q_PLUS -> meter -> meter.importMillivars() / MILLI;
            case Q_MINUS -> meter -> meter.exportMillivars() / MILLI;
            case DEBITING_PERIODS -> meter -> meter.parts().debiting().periods();
            case PULSE_INPUT -> meter -> meter.parts().ports().pulseInput();
            default -> _ -> 0;
        };
    }
}
