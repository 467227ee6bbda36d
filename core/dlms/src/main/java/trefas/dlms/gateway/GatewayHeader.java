package trefas.dlms.gateway;

import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;
import trefas.dlms.ApduBuffer;

/// What stands before an APDU for a meter behind a gateway (Green Book, gateway protocol).
///
/// | octets | field                   | meaning                              |
/// |--------|-------------------------|--------------------------------------|
/// | 0      | header                  | E6 to the meter, E7 back from it     |
/// | 1      | network id              | the network behind the gateway       |
/// | 2      | address length          | octets that follow                   |
/// | 3 …    | physical device address | of the meter in that network         |
public record GatewayHeader(Direction direction, GatewayAddress address) {

    /// Which way an APDU goes; the number is the first octet.
    public enum Direction {
        REQUEST(0xE6),
        RESPONSE(0xE7);

        private final int octet;

        Direction(int octet) {
            this.octet = octet;
        }
    }

    private static final int FIXED_OCTETS = 3;

    /// True when a first octet announces such a header; no APDU begins with it.
    public static boolean announces(int octet) {
        return octet == Direction.REQUEST.octet || octet == Direction.RESPONSE.octet;
    }

    /// Reads a header; the APDU follows it.
    public static Decoded<GatewayHeader> decode(byte[] octets, int offset, int available) {
        if (available < 1) {
            return new Incomplete<>(1);
        }
        int first = Byte.toUnsignedInt(octets[offset]);
        if (!announces(first)) {
            return new Malformed<>("a gateway header begins with E6 or E7", offset);
        }
        if (available < FIXED_OCTETS) {
            return new Incomplete<>(FIXED_OCTETS - available);
        }
        int networkId = Byte.toUnsignedInt(octets[offset + 1]);
        int count = Byte.toUnsignedInt(octets[offset + 2]);
        int missing = FIXED_OCTETS + count - available;
        if (missing > 0) {
            return new Incomplete<>(missing);
        }
        var direction = first == Direction.REQUEST.octet ? Direction.REQUEST : Direction.RESPONSE;
        var address = new GatewayAddress(networkId, Octets.of(octets, offset + FIXED_OCTETS, count));
        return new Complete<>(new GatewayHeader(direction, address), FIXED_OCTETS + count);
    }

    /// Octets of the header.
    public int octets() {
        return FIXED_OCTETS + address.physicalDevice().length();
    }

    /// Writes the header; the APDU is to follow.
    public void write(ApduBuffer buffer) {
        byte[] device = address.physicalDevice().toArray();
        buffer.octet(direction.octet)
                .octet(address.networkId())
                .octet(device.length)
                .octets(device);
    }
}
