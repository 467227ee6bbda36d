import org.jspecify.annotations.NullMarked;

/// A world for the meter: grid, house, sun and recordings. Everything follows from a seed and the time.
@NullMarked
module trefas.simulation {
    requires transitive trefas.metrology;
    requires transitive trefas.quantity;
    requires static transitive org.jspecify;

    exports trefas.simulation;
    exports trefas.simulation.waveform;
}
