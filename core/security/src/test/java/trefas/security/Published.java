package trefas.security;

import java.util.HexFormat;

/// The keys and titles of the worked examples (Green Book, security; reference E5).
final class Published {

    static final SymmetricKey EK = SymmetricKey.ofHex("000102030405060708090A0B0C0D0E0F");
    static final SymmetricKey AK = SymmetricKey.ofHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF");
    static final SymmetricKey LONG_EK =
            SymmetricKey.ofHex("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F");
    static final SymmetricKey LONG_AK =
            SymmetricKey.ofHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDFE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEF");
    static final SymmetricKey OTHER = SymmetricKey.ofHex("00112233445566778899AABBCCDDEEFF");

    static final SystemTitle SERVER = new SystemTitle(0x4D4D4D0000BC614EL);
    static final SystemTitle CLIENT = new SystemTitle(0x4D4D4D0000000001L);
    static final long COUNTER = 0x01234567L;
    static final byte[] GET_CLOCK = hex("C0010000080000010000FF0200");

    private Published() {}

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static String hex(byte[] octets) {
        return HexFormat.of().withUpperCase().formatHex(octets);
    }
}
