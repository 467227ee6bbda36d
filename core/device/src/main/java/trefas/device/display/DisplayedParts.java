package trefas.device.display;

import trefas.device.debiting.DebitingLog;
import trefas.device.demand.MeterRegisters;
import trefas.device.log.LoadProfile;
import trefas.device.module.ModulePorts;
import trefas.device.status.MeterStatus;
import trefas.device.tariff.TariffControl;

/// The parts of a meter that its display reads. It changes none of them.
public interface DisplayedParts {

    MeterRegisters registers();

    TariffControl tariffs();

    /// Whether there is a module; without one [#ports] are as they are made.
    boolean hasModule();

    ModulePorts ports();

    MeterStatus status();

    LoadProfile loadProfile();

    DebitingLog debiting();
}
