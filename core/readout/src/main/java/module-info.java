import org.jspecify.annotations.NullMarked;

/// What leaves the meter unasked: the lists, telegrams and alarm calls it pushes, as octets. Reads the meter, changes
/// nothing, and knows no line and no clock.
@NullMarked
module trefas.readout {
    requires transitive trefas.cosem;
    requires transitive trefas.device;
    requires static transitive org.jspecify;

    exports trefas.readout;
}
