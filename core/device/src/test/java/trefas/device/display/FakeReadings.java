package trefas.device.display;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import trefas.device.clock.MeterClock;
import trefas.device.log.CapturePeriod;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.register.MeasuredEnergies;
import trefas.device.settings.MeterSettings;
import trefas.device.status.Firmware;
import trefas.metrology.OneSecondValues;

/// A meter whose readings are whatever the test says.
final class FakeReadings implements Displayed {

    private static final int SERIAL = 1_830_417;
    private static final MeterClock CLOCK = new MeterClock(1, true);

    final OneSecondValues values = new OneSecondValues();
    final Map<EnergyRegister, Long> milliwattSeconds = new EnumMap<>(EnergyRegister.class);
    final FakeParts parts;
    EnergyFormat format = EnergyFormat.F72;
    MeterSettings settings = MeterSettings.asMade(CapturePeriod.MINUTES_15, CLOCK);
    Firmware firmware = new Firmware("5098736", "A1", 0x7252_6998L);
    boolean powered = true;
    long now = CLOCK.epochSecond(LocalDateTime.of(2026, 11, 22, 14, 37, 4));
    long importMilliwatts;
    long exportMilliwatts;
    long importMillivars;
    long exportMillivars;

    FakeReadings() {
        this(MeasuredEnergies.FOUR_QUADRANTS);
    }

    FakeReadings(MeasuredEnergies measured) {
        parts = new FakeParts(measured);
    }

    @Override
    public int serialNumber() {
        return SERIAL;
    }

    @Override
    public String typeNumber() {
        return "6841439BN244100999";
    }

    @Override
    public FakeParts parts() {
        return parts;
    }

    @Override
    public MeterSettings settings() {
        return settings;
    }

    @Override
    public Firmware firmware() {
        return firmware;
    }

    @Override
    public long meterNumber1() {
        return SERIAL;
    }

    @Override
    public long importMillivoltAmperes() {
        return importMilliwatts + importMillivars;
    }

    @Override
    public long exportMillivoltAmperes() {
        return exportMilliwatts + exportMillivars;
    }

    @Override
    public boolean isPowered() {
        return powered;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public MeterClock clock() {
        return CLOCK;
    }

    @Override
    public EnergyFormat energyFormat() {
        return format;
    }

    @Override
    public long reading(EnergyRegister register) {
        return milliwattSeconds(register) / format.stepMilliwattSeconds() % format.rollOver();
    }

    @Override
    public long milliwattSeconds(EnergyRegister register) {
        return milliwattSeconds.getOrDefault(register, 0L);
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

    void count(EnergyRegister register, long wattHours) {
        milliwattSeconds.put(register, wattHours * 3_600_000L);
    }
}
