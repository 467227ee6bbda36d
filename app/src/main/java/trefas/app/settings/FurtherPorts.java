package trefas.app.settings;

import java.util.Optional;
import java.util.OptionalInt;

/// Where the meter speaks DLMS besides its TCP port.
///
/// @param dlmsUdp UDP port of the wrapper; 0 takes a free one, empty opens none
/// @param serial serial port of HDLC, or empty for none
public record FurtherPorts(OptionalInt dlmsUdp, Optional<Serial> serial) {

    /// None.
    public static final FurtherPorts NONE = new FurtherPorts(OptionalInt.empty(), Optional.empty());

    /// A serial port.
    ///
    /// @param device as the operating system names it: `/dev/ttyUSB0`, `COM3`
    public record Serial(String device, Mode mode) {}

    /// How a reader begins there.
    public enum Mode {
        /// HDLC at 9 600 baud from the first octet (dossier 19).
        DIRECT,
        /// A sign-on at 300 baud, then HDLC at up to 19 200 baud (IEC 62056-21, mode E).
        MODE_E
    }
}
