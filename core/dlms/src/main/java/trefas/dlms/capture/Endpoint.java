package trefas.dlms.capture;

import trefas.cosem.CosemData.Octets;

/// One end of a TCP connection or of UDP traffic.
///
/// @param address 4 octets of IPv4 or 16 of IPv6
/// @param port 0 to 65 535
public record Endpoint(Octets address, int port) {

    public static final int IPV4_OCTETS = 4;
    public static final int IPV6_OCTETS = 16;

    public boolean isIpv6() {
        return address.length() == IPV6_OCTETS;
    }

    /// As people write it: `192.168.1.10:4059`, `[0:0:0:0:0:0:0:1]:4059`.
    @Override
    public String toString() {
        var text = new StringBuilder();
        if (!isIpv6()) {
            for (int i = 0; i < address.length(); i++) {
                text.append(i == 0 ? "" : ".").append(address.octet(i));
            }
            return text.append(':').append(port).toString();
        }
        for (int i = 0; i < IPV6_OCTETS; i += 2) {
            text.append(i == 0 ? "" : ":").append(Integer.toHexString((address.octet(i) << 8) | address.octet(i + 1)));
        }
        return "[" + text + "]:" + port;
    }
}
