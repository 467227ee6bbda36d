package trefas.dlms.hdlc;

import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

/// A station's address in an HDLC frame (IEC 62056-46).
///
/// @param upper client SAP, or logical device of a server
/// @param lower physical device of a server; 0 with one octet
public record HdlcAddress(AddressForm form, int upper, int lower) {

    /// Nobody: a frame to it is lost on purpose.
    public static final int NO_STATION = 0;

    private static final int LAST = 1;
    private static final int ONE_OCTET_ADDRESSES = 128;
    private static final HdlcAddress[] OF_ONE_OCTET = ofOneOctet();

    public HdlcAddress {
        if (upper < 0 || upper > form.allStation() || lower < 0 || lower > form.allStation()) {
            throw new IllegalArgumentException("address " + upper + "/" + lower + " in " + form);
        }
        if (form == AddressForm.ONE_OCTET && lower != 0) {
            throw new IllegalArgumentException("one octet has no room for a physical device: " + lower);
        }
    }

    /// A client's address, which always takes one octet.
    ///
    /// @param sap 0 to 127
    public static HdlcAddress ofClient(int sap) {
        return ofOneOctet(sap);
    }

    /// An address of one octet, 0 to 127.
    public static HdlcAddress ofOneOctet(int upper) {
        if (upper < 0 || upper >= ONE_OCTET_ADDRESSES) {
            throw new IllegalArgumentException("address of one octet: " + upper);
        }
        return OF_ONE_OCTET[upper];
    }

    /// A server's address in the given form; the physical device is left out where there is no room for it.
    public static HdlcAddress ofServer(AddressForm form, int logicalDevice, int physicalDevice) {
        return form == AddressForm.ONE_OCTET
                ? ofOneOctet(logicalDevice)
                : new HdlcAddress(form, logicalDevice, physicalDevice);
    }

    /// True when every logical device is meant.
    public boolean isAllStationUpper() {
        return upper == form.allStation();
    }

    /// True when every physical device is meant.
    public boolean isAllStationLower() {
        return form != AddressForm.ONE_OCTET && lower == form.allStation();
    }

    /// Reads 1, 2 or 4 octets; 3 and 5 are none.
    public static Decoded<HdlcAddress> decode(byte[] octets, int offset, int available) {
        for (int count = 1; count <= AddressForm.FOUR_OCTETS.octets(); count++) {
            if (count > available) {
                return new Incomplete<>(1);
            }
            if ((octets[offset + count - 1] & LAST) != 0) {
                return ofOctets(octets, offset, count);
            }
        }
        return new Malformed<>("an address of more than 4 octets", offset);
    }

    private static Decoded<HdlcAddress> ofOctets(byte[] octets, int offset, int count) {
        return switch (count) {
            case 1 -> new Complete<>(OF_ONE_OCTET[sevenBits(octets[offset])], count);
            case 2 ->
                new Complete<>(
                        new HdlcAddress(
                                AddressForm.TWO_OCTETS, sevenBits(octets[offset]), sevenBits(octets[offset + 1])),
                        count);
            case 4 ->
                new Complete<>(
                        new HdlcAddress(
                                AddressForm.FOUR_OCTETS,
                                fourteenBits(octets, offset),
                                fourteenBits(octets, offset + 2)),
                        count);
            default -> new Malformed<>("an address of " + count + " octets", offset);
        };
    }

    /// Writes the address.
    ///
    /// @return octets written
    int encode(byte[] octets, int offset) {
        switch (form) {
            case ONE_OCTET -> octets[offset] = (byte) (upper << 1 | LAST);
            case TWO_OCTETS -> {
                octets[offset] = (byte) (upper << 1);
                octets[offset + 1] = (byte) (lower << 1 | LAST);
            }
            case FOUR_OCTETS -> {
                octets[offset] = (byte) (upper >>> 7 << 1);
                octets[offset + 1] = (byte) (upper << 1);
                octets[offset + 2] = (byte) (lower >>> 7 << 1);
                octets[offset + 3] = (byte) (lower << 1 | LAST);
            }
        }
        return form.octets();
    }

    /// `16`, or `1/32` with a physical device.
    @Override
    public String toString() {
        return form == AddressForm.ONE_OCTET ? "" + upper : upper + "/" + lower;
    }

    private static int sevenBits(byte octet) {
        return Byte.toUnsignedInt(octet) >>> 1;
    }

    private static int fourteenBits(byte[] octets, int offset) {
        return sevenBits(octets[offset]) << 7 | sevenBits(octets[offset + 1]);
    }

    private static HdlcAddress[] ofOneOctet() {
        var addresses = new HdlcAddress[ONE_OCTET_ADDRESSES];
        for (int upper = 0; upper < ONE_OCTET_ADDRESSES; upper++) {
            addresses[upper] = new HdlcAddress(AddressForm.ONE_OCTET, upper, 0);
        }
        return addresses;
    }
}
