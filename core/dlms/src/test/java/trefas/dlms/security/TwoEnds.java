package trefas.dlms.security;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.ApduBuffer;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.Envelope.Family;
import trefas.security.CurveKeyPair;
import trefas.security.KeyId;
import trefas.security.KeyUse;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// A client and a server that know each other's keys, with the material of the worked examples (reference E5, C5).
final class TwoEnds {

    static final SystemTitle CLIENT = new SystemTitle(0x4D4D4D0000000001L);
    static final SystemTitle SERVER = new SystemTitle(0x4D4D4D0000BC614EL);
    static final SymmetricKey EK = SymmetricKey.ofHex("000102030405060708090A0B0C0D0E0F");
    static final SymmetricKey AK = SymmetricKey.ofHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF");
    static final SymmetricKey LONG_EK =
            SymmetricKey.ofHex("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F");
    static final SymmetricKey LONG_AK =
            SymmetricKey.ofHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDFE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEF");
    static final Octets DEDICATED = Octets.ofHex("00112233445566778899AABBCCDDEEFF");
    static final Octets TRANSACTION = Octets.ofHex("0102030405060708");

    static final String GET_CLOCK = "C0010000080000010000FF0200";
    static final String CLOCK = "C401C100090C07E8010F010A1E0000FFC400";

    static final Protection AUTHENTICATED = new Protection(true, false, false);
    static final Protection ENCRYPTED = new Protection(false, true, false);
    static final Protection BOTH = new Protection(true, true, false);

    final SecurityState clientState;
    final SecurityState serverState;
    final AssociationProtection client;
    final AssociationProtection server;

    TwoEnds(SecuritySuite suite, SystemTitle clientTitle, SystemTitle serverTitle) {
        clientState = keyed(suite, SecurityPolicy.NONE, clientTitle);
        serverState = keyed(suite, SecurityPolicy.NONE, serverTitle);
        client = AssociationProtection.ofClient(access(clientState), Protection.NONE);
        server = AssociationProtection.ofServer(access(serverState), Protection.NONE);
        client.begin(serverTitle);
        server.begin(clientTitle);
    }

    TwoEnds(SecuritySuite suite) {
        this(suite, CLIENT, SERVER);
    }

    static SecurityAccess access(SecurityState state) {
        return SecurityAccess.unshared(state, new SecureRandom());
    }

    static SecurityState keyed(SecuritySuite suite, SecurityPolicy policy, SystemTitle title) {
        boolean isLong = suite == SecuritySuite.SUITE_2;
        var state = SecurityState.fresh(suite, policy, title);
        state.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, isLong ? LONG_EK : EK);
        state.install(KeyId.AUTHENTICATION, isLong ? LONG_AK : AK);
        state.install(KeyId.MASTER, isLong ? LONG_EK : EK);
        return state;
    }

    /// Gives both ends key pairs, and each the public keys of the other.
    TwoEnds withKeyPairs() {
        var random = new SecureRandom();
        for (var use : new KeyUse[] {KeyUse.DIGITAL_SIGNATURE, KeyUse.KEY_AGREEMENT}) {
            var ofClient = CurveKeyPair.generate(clientState.suite(), random);
            var ofServer = CurveKeyPair.generate(clientState.suite(), random);
            clientState.keyPairs().install(use, ofClient);
            serverState.keyPairs().install(use, ofServer);
            assertTrue(clientState.keyPairs().trust(serverState.ownTitle(), use, ofServer.publicKey()));
            assertTrue(serverState.keyPairs().trust(clientState.ownTitle(), use, ofClient.publicKey()));
        }
        return this;
    }

    static Envelope envelope(Family family, Protection protection) {
        return new Envelope(
                family,
                protection,
                family == Family.GENERAL_CIPHERING || family == Family.GENERAL_SIGNING
                        ? Optional.of(TRANSACTION)
                        : Optional.empty());
    }

    /// The APDU in its protection, in hexadecimal.
    static String sealed(ApduProtection end, Envelope envelope, String apdu) {
        var buffer = new ApduBuffer(8).octets(hex(apdu));
        assertTrue(end.seal(envelope, buffer), "there is a key and a counter");
        return hex(buffer.toOctets());
    }

    static Opened open(ApduProtection end, String octets) {
        // With something around it, so that offsets matter.
        byte[] padded = hex("AAAAAA" + octets + "BB");
        return end.open(padded, 3, padded.length - 4);
    }

    static Opened.Plain opened(ApduProtection end, String octets) {
        return assertInstanceOf(Opened.Plain.class, open(end, octets));
    }

    static Opened.Refused refused(ApduProtection end, String octets) {
        return assertInstanceOf(Opened.Refused.class, open(end, octets));
    }

    static String apdu(Opened.Plain plain) {
        return hex(Arrays.copyOfRange(plain.octets(), plain.offset(), plain.offset() + plain.length()));
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static String hex(byte[] octets) {
        return HexFormat.of().withUpperCase().formatHex(octets);
    }
}
