package trefas.dlms.signon;

import trefas.dlms.OctetSink;

/// Where a machine on a serial port puts its octets, and says between them how the port is to be set. Whoever
/// holds the port carries all of it out in the order of the calls.
public interface SerialSink extends OctetSink {

    /// Sets the port, once all octets before have left it.
    void change(LineFormat format);

    /// Lets some time pass before the next octet.
    void pause(int milliseconds);
}
