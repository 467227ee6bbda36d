package trefas.transport;

import trefas.dlms.signon.BaudRate;
import trefas.dlms.signon.LineFormat;

/// How a reader begins on a serial port.
public sealed interface SerialMode {

    /// HDLC from the first octet.
    record Direct(LineFormat format) implements SerialMode {}

    /// After a sign-on in mode E (IEC 62056-21).
    ///
    /// @param deviceAddress of the meter that is meant; empty for the only one on the line
    /// @param highest baud rate to use
    record SignOn(String deviceAddress, BaudRate highest) implements SerialMode {}

    /// 9 600 baud, 8N1, without sign-on (dossier 19).
    SerialMode DIRECT = new Direct(LineFormat.DIRECT);

    /// 8N1 without sign-on.
    ///
    /// @param bitsPerSecond 300 to 115 200
    static SerialMode direct(int bitsPerSecond) {
        return new Direct(new LineFormat(bitsPerSecond, LineFormat.Framing.EIGHT_NONE));
    }

    /// With sign-on, for whatever meter is there, at up to 19 200 baud.
    SerialMode MODE_E = new SignOn("", BaudRate.B19200);
}
