package trefas.dlms.hdlc;

/// How many octets an HDLC address takes (IEC 62056-46). Each octet carries 7 bits above a 0, the last one above a
/// 1. Clients always take one.
public enum AddressForm {
    /// The upper address alone, 7 bits.
    ONE_OCTET(1, 0x7F),
    /// Upper and lower address, 7 bits each.
    TWO_OCTETS(2, 0x7F),
    /// Upper and lower address, 14 bits each.
    FOUR_OCTETS(4, 0x3FFF);

    private final int octets;
    private final int allStation;

    AddressForm(int octets, int allStation) {
        this.octets = octets;
        this.allStation = allStation;
    }

    public int octets() {
        return octets;
    }

    /// The number that means every station, and the highest there is.
    public int allStation() {
        return allStation;
    }
}
