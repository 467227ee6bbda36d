import org.jspecify.annotations.NullMarked;

/// Every COSEM object of this meter: one line for each logical name, bound to the meter's state. Knows the meter
/// and COSEM, but no association and no octets on a line.
@NullMarked
module trefas.objects {
    requires transitive trefas.device;
    requires transitive trefas.cosem;
    requires transitive trefas.security;
    requires static transitive org.jspecify;

    exports trefas.objects;
    exports trefas.objects.standard;
}
