package trefas.benchmarks.life;

import trefas.app.settings.RunSettings;
import trefas.device.Meter;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.display.DisplayLists;
import trefas.device.log.LoadProfileContent;
import trefas.simulation.SimulatedGrid;
import trefas.simulation.SimulatedHouse;
import trefas.simulation.SourceImpedance;

/// The meter of these figures, with all loggers on: eight channels and ten means every quarter of an hour, both
/// debiting loggers and the events. It stands in the household that `trefas run` simulates.
final class LoggingMeter {

    static final MeterConfiguration CONFIGURATION = configuration();

    private LoggingMeter() {}

    private static MeterConfiguration configuration() {
        MeterConfiguration as = MeterConfiguration.DEFAULT;
        return new MeterConfiguration(
                as.typeNumber(),
                as.energyFormat(),
                as.summation(),
                LoadProfileContent.ALL,
                as.capturePeriod(),
                as.clock(),
                DisplayLists.DEFAULT);
    }

    static Meter made(int serialNumber) {
        return new Meter(CONFIGURATION, serialNumber);
    }

    static SimulatedHouse house(int seed) {
        return new SimulatedHouse(seed, RunSettings.HOUSEHOLD, new SimulatedGrid(seed, SourceImpedance.REFERENCE));
    }
}
