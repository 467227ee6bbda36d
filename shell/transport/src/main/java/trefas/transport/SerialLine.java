package trefas.transport;

import java.io.IOException;
import trefas.dlms.signon.LineFormat;

/// An open serial port: octets both ways, at settings that may change between two octets.
interface SerialLine extends OctetLine {

    /// Sets the port, once all octets written before have left it.
    void change(LineFormat format) throws IOException;
}
