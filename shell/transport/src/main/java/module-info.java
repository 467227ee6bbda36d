import org.jspecify.annotations.NullMarked;

/// Lines that carry octets to and from the protocol machines: TCP, one virtual thread per connection. Knows no frame
/// and no meter.
@NullMarked
module trefas.transport {
    requires transitive trefas.dlms;
    requires static transitive org.jspecify;

    exports trefas.transport;
}
