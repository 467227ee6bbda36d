package trefas.app.settings;

import java.util.Optional;
import java.util.OptionalInt;
import trefas.dlms.gateway.GatewayAddress;
import trefas.dlms.hdlc.HdlcServerSettings;

/// Where the meter speaks DLMS besides its TCP port, and by which names it is called there.
///
/// @param dlmsUdp UDP port of the wrapper; 0 takes a free one, empty opens none
/// @param serial serial port of HDLC, or empty for none
/// @param hdlcAddress physical address on every HDLC line, [#HDLC_ADDRESS_MIN] to [#HDLC_ADDRESS_MAX]
/// @param gateway what a gateway header must name to mean this meter; empty when it hears no such header
public record FurtherPorts(
        OptionalInt dlmsUdp, Optional<Serial> serial, int hdlcAddress, Optional<GatewayAddress> gateway) {

    /// Below are reserved ones (IEC 62056-46, 6.4.2.3).
    public static final int HDLC_ADDRESS_MIN = 0x10;

    /// Above are the calling station's and the one of all; up to 125 fits an address of two octets.
    public static final int HDLC_ADDRESS_MAX = 0x3FFD;

    /// No further port, physical address 32 (dossier 19), no gateway.
    public static final FurtherPorts NONE = new FurtherPorts(
            OptionalInt.empty(), Optional.empty(), HdlcServerSettings.DEFAULT.physicalDevice(), Optional.empty());

    public FurtherPorts withUdp(int port) {
        return new FurtherPorts(OptionalInt.of(port), serial, hdlcAddress, gateway);
    }

    public FurtherPorts withSerial(Serial other) {
        return new FurtherPorts(dlmsUdp, Optional.of(other), hdlcAddress, gateway);
    }

    public FurtherPorts withHdlcAddress(int other) {
        return new FurtherPorts(dlmsUdp, serial, other, gateway);
    }

    public FurtherPorts withGateway(GatewayAddress other) {
        return new FurtherPorts(dlmsUdp, serial, hdlcAddress, Optional.of(other));
    }

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
