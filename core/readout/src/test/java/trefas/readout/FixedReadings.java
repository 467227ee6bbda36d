package trefas.readout;

import java.util.EnumMap;
import java.util.Map;
import trefas.device.clock.MeterClock;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.register.Readings;
import trefas.metrology.OneSecondValues;

/// A meter whose readings are whatever the test says.
final class FixedReadings implements Readings {

    final OneSecondValues values = new OneSecondValues();
    final Map<EnergyRegister, Long> readings = new EnumMap<>(EnergyRegister.class);
    EnergyFormat format = EnergyFormat.F72;
    MeterClock clock = new MeterClock(1, true);
    long now;
    long importMilliwatts;
    long exportMilliwatts;
    long importMillivars;
    long exportMillivars;

    @Override
    public int serialNumber() {
        return 1_830_417;
    }

    @Override
    public String typeNumber() {
        return "6841439BN244100999";
    }

    @Override
    public boolean isPowered() {
        return true;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public MeterClock clock() {
        return clock;
    }

    @Override
    public EnergyFormat energyFormat() {
        return format;
    }

    @Override
    public long reading(EnergyRegister register) {
        return readings.getOrDefault(register, 0L);
    }

    /// Finer than any reading: a telegram that shows it shows too much.
    @Override
    public long milliwattSeconds(EnergyRegister register) {
        throw new AssertionError("the exact accumulator is nobody's business");
    }

    @Override
    public OneSecondValues values() {
        return values;
    }

    @Override
    public long importMilliwatts() {
        return importMilliwatts;
    }

    @Override
    public long exportMilliwatts() {
        return exportMilliwatts;
    }

    @Override
    public long importMillivars() {
        return importMillivars;
    }

    @Override
    public long exportMillivars() {
        return exportMillivars;
    }

    @Override
    public long pulses() {
        return 0;
    }
}
