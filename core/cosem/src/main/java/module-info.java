import org.jspecify.annotations.NullMarked;

/// COSEM data, classes and addressing (Blue Book), and their octets in A-XDR. Knows no meter and no association.
@NullMarked
module trefas.cosem {
    requires transitive trefas.quantity;
    requires static transitive org.jspecify;

    exports trefas.cosem;
}
