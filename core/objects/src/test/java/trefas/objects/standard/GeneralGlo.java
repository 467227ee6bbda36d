package trefas.objects.standard;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals an APDU as general-glo-ciphering of suite 0 with the keys and the title of the dossier's vectors (E4,
/// E5), by hand: what a shell does with a push, without the protocol's own code.
final class GeneralGlo {

    private static final int TAG_BITS = 96;

    private GeneralGlo() {}

    static String seal(String apdu, int counter) {
        try {
            byte[] iv = HexFormat.of().parseHex(ControlOnBench.TITLE + String.format("%08X", counter));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(ControlOnBench.UNICAST.octets(), "AES"),
                    new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(HexFormat.of().parseHex("30D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF"));
            byte[] sealed = cipher.doFinal(HexFormat.of().parseHex(apdu));
            return String.format("DB08%s%02X30%08X", ControlOnBench.TITLE, 5 + sealed.length, counter)
                    + HexFormat.of().withUpperCase().formatHex(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
