package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Protection;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.Aare;
import trefas.dlms.acse.Aarq;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationResult;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.security.Envelope;
import trefas.dlms.security.Envelope.Family;
import trefas.dlms.security.MutualProof;
import trefas.security.HighLevelSecurity.End;
import trefas.security.Secret;
import trefas.security.SecurityAccess;
import trefas.security.SecurityState;
import trefas.security.SystemTitle;

/// A client in a ciphered context that talks to a server association, APDU by APDU and in hexadecimal.
final class CipheredClient {

    static final Octets CHALLENGE = Octets.ofHex("202122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F");

    /// Pass 3 up to the proof.
    private static final String REPLY = "C301C1000F0000280000FF010109";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    final SecurityState state;
    final AssociationProtection protection;
    private final AuthenticationMechanism mechanism;
    private final MutualProof proof;
    private final ServerAssociation server;
    private Envelope envelope = envelope(Family.GLOBAL, new Protection(true, true, false));
    private Optional<Octets> dedicatedKey = Optional.empty();

    CipheredClient(
            SecurityState state,
            SystemTitle serverTitle,
            AuthenticationMechanism mechanism,
            Octets secret,
            ServerAssociation server) {
        var access = SecurityAccess.unshared(state, new SecureRandom());
        this.state = state;
        this.protection = AssociationProtection.ofClient(access, Protection.NONE);
        this.mechanism = mechanism;
        this.proof = new MutualProof(Optional.of(access), End.CLIENT, mechanism.id(), Secret.of(secret.toArray()));
        this.server = server;
        protection.begin(serverTitle);
    }

    static Envelope envelope(Family family, Protection protection) {
        return new Envelope(
                family,
                protection,
                family == Family.GENERAL_CIPHERING || family == Family.GENERAL_SIGNING
                        ? Optional.of(Octets.ofHex("0102030405060708"))
                        : Optional.empty());
    }

    CipheredClient speaking(Family family, Protection wanted) {
        envelope = envelope(family, wanted);
        return this;
    }

    CipheredClient withDedicatedKey(Octets key) {
        dedicatedKey = Optional.of(key);
        return this;
    }

    /// The AARQ with its initiate under the global key, or in clear.
    String aarq(boolean isCiphered) {
        String initiate = (dedicatedKey.isPresent()
                        ? "0101" + HEX.toHexDigits((byte) dedicatedKey.get().length()) + dedicatedKey.get()
                        : "0100")
                + "0000065F1F0400601EDF0400";
        String information =
                isCiphered ? sealed(envelope(Family.GLOBAL, new Protection(true, true, false)), initiate) : initiate;
        return HEX.formatHex(Aarq.of(
                        ApplicationContext.LOGICAL_NAMES_CIPHERED,
                        mechanism,
                        Optional.of(CHALLENGE),
                        Octets.ofHex(information))
                .withTitle(state.ownTitle())
                .encode());
    }

    /// Opens with all four passes; false when the server would not have it.
    boolean open() {
        var aare = aare(raw(aarq(true)));
        if (aare.result() != AssociationResult.ACCEPTED) {
            return false;
        }
        assertTrue(opened(aare.userInformation().orElseThrow().toString()).startsWith("0800065F1F"));
        dedicatedKey.ifPresent(key -> assertTrue(protection.useDedicatedKey(key)));
        var title = SystemTitle.of(aare.respondingApTitle().orElseThrow().toArray());
        var challenge = aare.authenticationValue().orElseThrow();
        var own = proof.prove(title, CHALLENGE, challenge).orElseThrow();
        String answer = ask(REPLY + HEX.toHexDigits((byte) own.length()) + own);
        if (!answer.startsWith("C701C1000100")) {
            return false;
        }
        assertTrue(proof.accepts(title, CHALLENGE, challenge, Octets.ofHex(answer.substring(16))), answer);
        return true;
    }

    /// Sends an APDU in the protection of this client and takes the answer out of its own.
    String ask(String apdu) {
        return opened(raw(sealed(apdu)));
    }

    /// Sends octets as they are.
    String raw(String octets) {
        var answer = new ApduBuffer(0);
        byte[] apdu = HEX.parseHex(octets);
        server.receive(apdu, 0, apdu.length, answer);
        return answer.isEmpty() ? "silence" : HEX.formatHex(answer.toOctets());
    }

    String sealed(String apdu) {
        return sealed(envelope, apdu);
    }

    String sealed(Envelope other, String apdu) {
        var buffer = new ApduBuffer(0).octets(HEX.parseHex(apdu));
        assertTrue(protection.seal(other, buffer));
        return HEX.formatHex(buffer.toOctets());
    }

    /// What is inside; an exception comes in clear.
    String opened(String answer) {
        if (answer.startsWith("D8") || answer.equals("silence")) {
            return answer;
        }
        byte[] octets = HEX.parseHex(answer);
        var plain = assertInstanceOf(Opened.Plain.class, protection.open(octets, 0, octets.length), answer);
        return HEX.formatHex(plain.octets(), plain.offset(), plain.offset() + plain.length());
    }

    static Aare aare(String octets) {
        byte[] apdu = HEX.parseHex(octets);
        return (Aare) assertInstanceOf(Complete.class, Aare.decode(apdu, 0, apdu.length), octets)
                .value();
    }
}
