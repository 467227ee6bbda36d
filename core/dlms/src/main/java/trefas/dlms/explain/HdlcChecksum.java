package trefas.dlms.explain;

import trefas.cosem.CosemData.Octets;

/// The checksum of HDLC frames, CRC-16/X-25: sent low octet first (IEC 62056-46).
final class HdlcChecksum {

    private static final int POLYNOMIAL = 0x8408;
    private static final int ALL_ONES = 0xFFFF;

    private HdlcChecksum() {}

    /// Of so many octets, as the two octets stand on the line: the first one high.
    static int asSent(Octets octets, int offset, int count) {
        int sum = ALL_ONES;
        for (int i = offset; i < offset + count; i++) {
            sum ^= octets.octet(i);
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 1) != 0 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
            }
        }
        sum ^= ALL_ONES;
        return ((sum & 0xFF) << 8) | (sum >>> 8);
    }
}
