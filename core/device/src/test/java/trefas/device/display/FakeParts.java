package trefas.device.display;

import trefas.device.debiting.DebitingLog;
import trefas.device.debiting.DebitingSettings;
import trefas.device.demand.DemandSettings;
import trefas.device.demand.MeterRegisters;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfile;
import trefas.device.log.LoadProfileContent;
import trefas.device.module.ModulePorts;
import trefas.device.module.ModuleSettings;
import trefas.device.register.EnergyFormat;
import trefas.device.register.MeasuredEnergies;
import trefas.device.status.MeterStatus;
import trefas.device.status.TamperHand;
import trefas.device.tariff.TariffControl;
import trefas.device.tariff.TariffSettings;
import trefas.device.tariff.TariffSource;

/// Real parts of a meter, of which the test does with each what it likes.
record FakeParts(
        MeterRegisters registers,
        TariffControl tariffs,
        ModulePorts ports,
        MeterStatus status,
        LoadProfile loadProfile,
        DebitingLog debiting)
        implements DisplayedParts {

    private static final int ZONE_HOURS = 1;

    FakeParts(MeasuredEnergies measured) {
        this(
                new MeterRegisters(EnergyFormat.F72, measured, DemandSettings.DEFAULT, ZONE_HOURS),
                new TariffControl(TariffSettings.DEFAULT.withSource(TariffSource.REGISTER)),
                new ModulePorts(ModuleSettings.DEFAULT),
                new MeterStatus(TamperHand.TEMPORARY),
                new LoadProfile(LoadProfileContent.FOUR_QUADRANT, CapturePeriod.MINUTES_15),
                new DebitingLog(DebitingSettings.DEFAULT, ZONE_HOURS));
    }

    @Override
    public boolean hasModule() {
        return true;
    }
}
