package trefas.app.settings;

import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.gateway.GatewayAddress;

/// The lines of the meter besides its three TCP ports, in the section `ports`.
final class PortsSection {

    static final String PORT_OR_OFF = "a port from 0 to 65535, or off";

    private static final String OFF = "off";
    private static final int PORT_MAX = 65_535;
    private static final int NETWORK_ID_MAX = 0xFF;

    private PortsSection() {}

    static FurtherPorts further(YamlSection ports) {
        OptionalInt udp =
                ports.value("dlms-udp", PORT_OR_OFF, PortsSection::portOrOff).orElse(FurtherPorts.NONE.dlmsUdp());
        Optional<FurtherPorts.Serial> serial = ports.section("serial").flatMap(PortsSection::serial);
        int hdlcAddress = ports.whole("physical-address", FurtherPorts.HDLC_ADDRESS_MIN, FurtherPorts.HDLC_ADDRESS_MAX)
                .orElse(FurtherPorts.NONE.hdlcAddress());
        Optional<GatewayAddress> gateway = ports.section("gateway").flatMap(PortsSection::gateway);
        return new FurtherPorts(udp, serial, hdlcAddress, gateway);
    }

    private static Optional<FurtherPorts.Serial> serial(YamlSection serial) {
        String device = serial.value(
                        "device",
                        "a serial port such as /dev/ttyUSB0 or COM3, or off",
                        text -> text.isBlank() ? Optional.empty() : Optional.of(text))
                .orElse(OFF);
        FurtherPorts.Mode mode = serial.value("mode", "direct or mode-e", text -> switch (text) {
                    case "direct" -> Optional.of(FurtherPorts.Mode.DIRECT);
                    case "mode-e" -> Optional.of(FurtherPorts.Mode.MODE_E);
                    default -> Optional.<FurtherPorts.Mode>empty();
                })
                .orElse(FurtherPorts.Mode.DIRECT);
        serial.refuseOthers();
        return device.equals(OFF) ? Optional.empty() : Optional.of(new FurtherPorts.Serial(device, mode));
    }

    /// What a gateway header names. Without an address there is none, whatever the network.
    private static Optional<GatewayAddress> gateway(YamlSection gateway) {
        int network = gateway.whole("network", 0, NETWORK_ID_MAX).orElse(0);
        Optional<Octets> address = gateway.value(
                        "address",
                        "1 to " + GatewayAddress.OCTETS_MAX + " octets as hexadecimal digits, or off",
                        PortsSection::octetsOrOff)
                .orElse(Optional.empty());
        if (gateway.has("network") && address.isEmpty() && !gateway.has("address")) {
            gateway.problem("network", "ports.gateway.network needs ports.gateway.address beside it");
        }
        gateway.refuseOthers();
        return address.map(octets -> new GatewayAddress(network, octets));
    }

    private static Optional<Optional<Octets>> octetsOrOff(String text) {
        if (text.equals(OFF)) {
            return Optional.of(Optional.empty());
        }
        return text.matches("([0-9A-Fa-f]{2}){1," + GatewayAddress.OCTETS_MAX + "}")
                ? Optional.of(Optional.of(Octets.of(HexFormat.of().parseHex(text))))
                : Optional.empty();
    }

    static Optional<OptionalInt> portOrOff(String text) {
        if (text.equals(OFF)) {
            return Optional.of(OptionalInt.empty());
        }
        return text.matches("\\d{1,5}") && Integer.parseInt(text) <= PORT_MAX
                ? Optional.of(OptionalInt.of(Integer.parseInt(text)))
                : Optional.empty();
    }
}
