import org.jspecify.annotations.NullMarked;

/// What is measured and how it is named: phases, energies and OBIS codes. Requires nothing.
@NullMarked
module trefas.quantity {
    requires static transitive org.jspecify;

    exports trefas.quantity;
}
