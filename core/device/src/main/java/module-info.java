import org.jspecify.annotations.NullMarked;

/// The meter's mind: registers, time, loggers and display. Inputs carry their time, effects come out; there is no
/// clock, thread, file or randomness in here, so the same inputs always make the same meter.
@NullMarked
module trefas.device {
    requires transitive trefas.metrology;
    requires transitive trefas.quantity;
    requires static transitive org.jspecify;

    exports trefas.device;
    exports trefas.device.analysis;
    exports trefas.device.clock;
    exports trefas.device.configuration;
    exports trefas.device.debiting;
    exports trefas.device.demand;
    exports trefas.device.display;
    exports trefas.device.load;
    exports trefas.device.log;
    exports trefas.device.memory;
    exports trefas.device.module;
    exports trefas.device.quality;
    exports trefas.device.register;
    exports trefas.device.rtc;
    exports trefas.device.settings;
    exports trefas.device.status;
    exports trefas.device.tariff;
}
