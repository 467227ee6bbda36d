package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.Protection;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.security.Envelope;
import trefas.dlms.security.Envelope.Family;
import trefas.security.SecurityPolicy;

/// Noise on a ciphered association: it is answered or passed over, nothing of it is carried out, and the honest
/// client goes on as if nothing had been.
class CipheredNoiseTest {

    private static final int INPUTS = 3_000;
    private static final byte[] AARQ = hex(
            "6055A109060760857405080103A60A04084D4D4D00000000018A0207808B0760857405080205"
                    + "AC0A80084B35366956616759BE230421211F30000000019945AB0E570975CCDF3183079CA0B228EC3FDB4C8AC831142135");
    private static final byte[] PASS_3 = hex("CB3130000000021BD9313E587760BEEB56BD5C06DDEA677FC3114E5B63EC4E3647DE0897"
            + "9765A1864AC0DB498ED2B8DEB8C9C1");
    private static final byte[] SET = hex("C101C100010000600104FF0200090141");
    private static final byte[] GET = hex("C001C100080000010000FF0200");
    private static final Protection BOTH = new Protection(true, true, false);
    private static final List<Family> FAMILIES =
            List.of(Family.GLOBAL, Family.GENERAL_GLOBAL, Family.GENERAL_CIPHERING);

    private final SmallDevice device = new SmallDevice();
    private final ApduBuffer answer = new ApduBuffer(0);
    private final AssociationProtection client;
    private final ServerAssociation association;

    CipheredNoiseTest() {
        var clientState = SecureMeter.state(SecureMeter.CLIENT, SecurityPolicy.NONE);
        clientState.continueSendingAt(3);
        client = AssociationProtection.ofClient(SecureMeter.access(clientState), Protection.NONE);
        client.begin(SecureMeter.SERVER);
        var profile = SecureMeter.profile(
                SecureMeter.state(SecureMeter.SERVER, SecurityPolicy.NONE), AuthenticationMechanism.HIGH_GMAC);
        association = new ServerAssociation(profile, profile.settings(1, 1).orElseThrow(), device);
        association.receive(AARQ, 0, AARQ.length, answer);
        association.receive(PASS_3, 0, PASS_3.length, answer);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_128})
    void changedRequestsAreNotCarriedOut(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < INPUTS; i++) {
            var family = FAMILIES.get(random.nextInt(FAMILIES.size()));
            byte[] honest = sealed(family, SET);
            byte[] noise = Arrays.copyOf(honest, random.nextInt(5) > 0 ? honest.length : random.nextInt(honest.length));
            if (noise.length > 0) {
                noise[random.nextInt(noise.length)] ^= (byte) (1 << random.nextInt(8));
            }
            association.receive(noise, 0, noise.length, answer);
            assertTrue(answer.length() <= 1_024);
            assertEquals(0, device.writes, () -> HexFormat.of().formatHex(noise));
        }
        assertServed();
    }

    @FuzzTest
    void anyApduIsSurvived(byte[] noise) {
        int reads = device.reads;
        association.receive(noise, 0, noise.length, answer);
        assertEquals(reads, device.reads);
        assertServed();
    }

    private void assertServed() {
        byte[] request = sealed(Family.GLOBAL, GET);
        association.receive(request, 0, request.length, answer);
        byte[] octets = answer.toOctets();
        var plain = assertInstanceOf(
                Opened.Plain.class,
                client.open(octets, 0, octets.length),
                () -> HexFormat.of().formatHex(octets));
        assertEquals(
                "c401c100090c07e8010f010a1e0000ffc400",
                HexFormat.of().formatHex(plain.octets(), plain.offset(), plain.offset() + plain.length()));
    }

    private byte[] sealed(Family family, byte[] plain) {
        var buffer = new ApduBuffer(0).octets(plain);
        assertTrue(client.seal(new Envelope(family, BOTH, Optional.empty()), buffer));
        return buffer.toOctets();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
