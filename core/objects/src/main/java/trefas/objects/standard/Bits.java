package trefas.objects.standard;

import trefas.cosem.CosemData;
import trefas.cosem.CosemData.BitString;
import trefas.cosem.CosemData.Octets;

/// Bit-strings as numbers: bit 0 of the number is the first bit on the wire.
final class Bits {

    private Bits() {}

    /// The first 31 bits.
    static int of(CosemData data) {
        int bits = 0;
        for (int i = 0; i < Integer.SIZE - 1; i++) {
            if (Values.bit(data, i)) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    static CosemData data(int length, int bits) {
        byte[] octets = new byte[(length + 7) / 8];
        for (int i = 0; i < length; i++) {
            if ((bits & (1 << i)) != 0) {
                octets[i / 8] |= (byte) (0x80 >>> (i % 8));
            }
        }
        return new BitString(length, Octets.of(octets));
    }
}
