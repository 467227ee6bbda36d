import org.jspecify.annotations.NullMarked;

/// The program: wiring, start-up and the commands. The only place that knows everything.
@NullMarked
module trefas.app {
    requires trefas.cosem;
    requires trefas.device;
    requires trefas.dlms;
    requires trefas.metrology;
    requires trefas.objects;
    requires trefas.readout;
    requires trefas.recording;
    requires trefas.security;
    requires trefas.simulation;
    requires trefas.storage;
    requires trefas.transport;
    requires trefas.web;
    requires info.picocli;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    requires static transitive org.jspecify;

    opens trefas.app to
            info.picocli;
}
