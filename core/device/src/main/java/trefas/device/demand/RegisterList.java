package trefas.device.demand;

import java.util.ArrayList;
import java.util.List;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.register.MeasuredEnergies;
import trefas.device.register.Quantity;
import trefas.device.register.TariffRegisters;
import trefas.device.register.Verification;
import trefas.quantity.Obis;

/// Every register that [MeterRegisters] answers, each by its OBIS code (dossier 4, 19, 20). What a meter was not
/// ordered to measure is not in its list.
public final class RegisterList {

    private static final int GROUP_F = 255;
    private static final int HIGH_RESOLUTION_F = 128;
    private static final int TRIP_D = 128;
    private static final int ENERGY_D = 8;
    private static final int MEAN_D = 25;
    private static final int PEAK_D = 6;
    private static final int ACCUMULATED_D = 2;
    private static final int HUNDREDTHS = -2;
    private static final int MILLI = 1_000;
    private static final int MILLI_PER_HUNDREDTH = 10;

    private final EnergyFormat format;
    private final MeasuredEnergies measured;
    private final List<MeterRegister> list = new ArrayList<>();

    private RegisterList(EnergyFormat format, MeasuredEnergies measured) {
        this.format = format;
        this.measured = measured;
    }

    /// The registers of a meter, by kind.
    public static List<MeterRegister> of(EnergyFormat format, MeasuredEnergies measured) {
        var registers = new RegisterList(format, measured);
        registers.addEnergies();
        registers.addHours();
        for (Quantity quantity : measured.quantities()) {
            registers.addTariffs(quantity);
            registers.addTripAndHighResolution(quantity);
            registers.addMean(quantity);
            registers.addAccumulated(quantity);
            registers.addPeaks(quantity);
        }
        registers.addMeansOfQuality();
        registers.addDaily();
        registers.addThreshold();
        return List.copyOf(registers.list);
    }

    private void addEnergies() {
        for (EnergyRegister energy : measured.registers()) {
            list.add(MeterRegister.register(
                    energy.obis(),
                    energy.title(),
                    format.scaler(),
                    RegisterUnit.ofEnergy(energy),
                    registers -> registers.energies().reading(energy)));
        }
        if (measured.hasExport()) {
            list.add(MeterRegister.register(
                    obis(15, ENERGY_D, 0),
                    "A1234",
                    format.scaler(),
                    RegisterUnit.WATT_HOUR,
                    registers -> registers.energies().bothReading()));
            list.add(MeterRegister.register(
                    obis(16, ENERGY_D, 0),
                    "NET",
                    format.scaler(),
                    RegisterUnit.WATT_HOUR,
                    registers -> registers.energies().netReading()));
        }
    }

    /// The papers list 0-1:96.8.0 only; E for the tariff is the standard's.
    private void addHours() {
        list.add(MeterRegister.register(
                hours(0),
                "HRS",
                0,
                RegisterUnit.HOUR,
                registers -> registers.hours().hours()));
        for (int tariff = TariffRegisters.TARIFF_MIN; tariff <= TariffRegisters.TARIFF_MAX; tariff++) {
            int own = tariff;
            list.add(MeterRegister.register(
                    hours(tariff),
                    "HRS T" + tariff,
                    0,
                    RegisterUnit.HOUR,
                    registers -> registers.hours().hours(own)));
        }
    }

    private void addTariffs(Quantity quantity) {
        for (int tariff = TariffRegisters.TARIFF_MIN; tariff <= TariffRegisters.TARIFF_MAX; tariff++) {
            int own = tariff;
            list.add(MeterRegister.register(
                    obis(quantity.groupC(), ENERGY_D, tariff),
                    quantity.energy().title() + " T" + tariff,
                    format.scaler(),
                    RegisterUnit.ofEnergy(quantity.energy()),
                    registers -> registers.tariffs().reading(quantity, own)));
        }
    }

    private void addTripAndHighResolution(Quantity quantity) {
        list.add(MeterRegister.register(
                obis(quantity.groupC(), TRIP_D, 0),
                quantity.energy().title() + " trip",
                format.scaler(),
                RegisterUnit.ofEnergy(quantity.energy()),
                registers -> registers.trips().reading(quantity)));
        if (Verification.hasHighResolution(quantity)) {
            list.add(MeterRegister.register(
                    new Obis(1, 1, quantity.groupC(), ENERGY_D, 0, HIGH_RESOLUTION_F),
                    quantity.energy().title() + " high resolution",
                    Verification.HIGH_RESOLUTION_SCALER,
                    RegisterUnit.ofEnergy(quantity.energy()),
                    registers -> registers.verification().reading(quantity)));
        }
    }

    private void addMean(Quantity quantity) {
        list.add(MeterRegister.register(
                obis(quantity.groupC(), MEAN_D, 0),
                quantity.powerTitle() + " mean",
                0,
                RegisterUnit.ofPower(quantity.energy()),
                registers -> registers.demand().means().milliwatts(quantity) / MILLI));
    }

    private void addAccumulated(Quantity quantity) {
        for (int tariff = 0; tariff < quantity.accumulatedCount(); tariff++) {
            int own = tariff;
            list.add(MeterRegister.register(
                    obis(quantity.groupC(), ACCUMULATED_D, tariff),
                    quantity.powerTitle() + " accumulated" + ofTariff(tariff),
                    0,
                    RegisterUnit.ofPower(quantity.energy()),
                    registers -> registers.demand().peaks().accumulatedMilliwatts(quantity, own) / MILLI));
        }
    }

    private void addPeaks(Quantity quantity) {
        for (int tariff = 0; tariff < quantity.peakCount(); tariff++) {
            int own = tariff;
            list.add(new MeterRegister(
                    obis(quantity.groupC(), PEAK_D, tariff),
                    quantity.powerTitle() + " peak" + ofTariff(tariff),
                    MeterRegister.EXTENDED_REGISTER,
                    0,
                    RegisterUnit.ofPower(quantity.energy()),
                    registers -> registers.demand().peaks().milliwatts(quantity, own) / MILLI,
                    registers -> registers.demand().peaks().stamp(quantity, own)));
        }
    }

    private void addMeansOfQuality() {
        list.add(MeterRegister.register(
                obis(13, MEAN_D, 0),
                "PF mean",
                HUNDREDTHS,
                RegisterUnit.NONE,
                registers -> registers.demand().means().powerFactorHundredths()));
        list.add(MeterRegister.register(
                obis(14, MEAN_D, 0),
                "FREQ mean",
                HUNDREDTHS,
                RegisterUnit.HERTZ,
                registers -> registers.demand().means().millihertz() / MILLI_PER_HUNDREDTH));
    }

    private void addDaily() {
        list.add(new MeterRegister(
                obis(1, 16, 0),
                "P+ daily maximum",
                MeterRegister.EXTENDED_REGISTER,
                0,
                RegisterUnit.WATT,
                registers -> registers.demand().daily().maximumMilliwatts() / MILLI,
                registers -> registers.demand().daily().maximumStamp()));
        list.add(new MeterRegister(
                obis(1, 13, 0),
                "P+ daily minimum",
                MeterRegister.EXTENDED_REGISTER,
                0,
                RegisterUnit.WATT,
                registers -> registers.demand().daily().minimumMilliwatts() / MILLI,
                registers -> registers.demand().daily().minimumStamp()));
    }

    private void addThreshold() {
        list.add(MeterRegister.register(
                obis(96, 51, 1),
                "PTH",
                0,
                RegisterUnit.WATT,
                registers -> registers.demand().settings().thresholdWatts()));
        list.add(new MeterRegister(
                obis(96, 51, 2),
                "PTH/CNT",
                MeterRegister.DATA,
                0,
                RegisterUnit.NONE,
                registers -> registers.demand().thresholdCount(),
                _ -> 0));
    }

    private static String ofTariff(int tariff) {
        return tariff == 0 ? "" : " T" + tariff;
    }

    private static Obis obis(int c, int d, int e) {
        return new Obis(1, 1, c, d, e, GROUP_F);
    }

    private static Obis hours(int tariff) {
        return new Obis(0, 1, 96, 8, tariff, GROUP_F);
    }
}
