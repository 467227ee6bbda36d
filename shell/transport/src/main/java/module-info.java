import org.jspecify.annotations.NullMarked;

/// Lines that carry octets to and from the protocol machines: TCP, one virtual thread per connection, UDP, and
/// serial ports. Knows no meter.
@NullMarked
module trefas.transport {
    requires com.fazecast.jSerialComm;
    requires transitive trefas.dlms;
    requires static transitive org.jspecify;

    exports trefas.transport;
}
