package trefas.readout;

/// CRC-16/ARC, the check of P1 telegrams (dossier 22): polynomial x^16 + x^15 + x^2 + 1 taken from the low end,
/// starting at zero, nothing inverted. The octets of `123456789` give BB3D.
final class Crc16Arc {

    private static final int REVERSED_POLYNOMIAL = 0xA001;
    private static final int OCTET_VALUES = 256;
    private static final int OCTET = 0xFF;

    private static final int[] TABLE = table();

    private Crc16Arc() {}

    /// The check value of the first `length` octets, 0 to 65535.
    static int of(byte[] octets, int length) {
        int crc = 0;
        for (int i = 0; i < length; i++) {
            crc = (crc >>> Byte.SIZE) ^ TABLE[(crc ^ octets[i]) & OCTET];
        }
        return crc;
    }

    private static int[] table() {
        var table = new int[OCTET_VALUES];
        for (int octet = 0; octet < OCTET_VALUES; octet++) {
            int crc = octet;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ REVERSED_POLYNOMIAL;
            }
            table[octet] = crc;
        }
        return table;
    }
}
