package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.acse.Conformance;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.AssociationProtection;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;

/// A policy may ask protection of responses alone: the response has the strongest of what the policy asks, the
/// right asks and the request had (reference E10). A request in clear that is allowed is then answered ciphered.
class ResponsePolicyTest {

    private static final Conformance OFFERED = new Conformance(0x601EDF);
    private static final SecurityPolicy OF_RESPONSES =
            new SecurityPolicy(SecurityPolicy.AUTHENTICATED_RESPONSE | SecurityPolicy.ENCRYPTED_RESPONSE);

    private static Dialog dialog(SecurityPolicy policy, ApplicationContext context) {
        var row = new AssociationSettings(
                        1, 1, context, AuthenticationMechanism.NONE, Octets.of(new byte[0]), OFFERED, 1_024)
                .preEstablished();
        var state = SecureMeter.state(SecureMeter.SERVER, policy);
        return new Dialog(new ServerProfile(List.of(row))
                        .with(SecureMeter.access(state), () -> SecureMeter.SERVER_CHALLENGE))
                .between(1, 1);
    }

    private static String opened(String apdu) {
        SecurityState state = SecureMeter.state(SecureMeter.CLIENT, SecurityPolicy.NONE);
        var client = AssociationProtection.ofClient(SecureMeter.access(state), new Protection(true, true, false));
        client.begin(SecureMeter.SERVER);
        byte[] octets = HexFormat.of().parseHex(apdu);
        var plain = assertInstanceOf(Opened.Plain.class, client.open(octets, 0, octets.length), apdu);
        return HexFormat.of()
                .withUpperCase()
                .formatHex(Arrays.copyOfRange(plain.octets(), plain.offset(), plain.offset() + plain.length()));
    }

    /// ```
    /// client                          server
    ///   | GET in clear -------------> |
    ///   | <---------- glo GET response |
    /// ```
    @Test
    @DisplayName("E10 a plain request is answered in the protection the policy asks of responses")
    void aPlainRequestIsAnsweredProtected() {
        String answer =
                dialog(OF_RESPONSES, ApplicationContext.LOGICAL_NAMES_CIPHERED).ask(Dialog.GET_CLOCK);

        assertTrue(answer.startsWith("CC"), answer);
        assertEquals(Dialog.CLOCK, opened(answer));
    }

    @Test
    @DisplayName("E10 without a policy it is answered in clear")
    void withoutAPolicyInClear() {
        dialog(SecurityPolicy.NONE, ApplicationContext.LOGICAL_NAMES_CIPHERED)
                .client(Dialog.GET_CLOCK)
                .server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("E10 a context without ciphering knows no policy")
    void aClearContextKnowsNoPolicy() {
        dialog(OF_RESPONSES, ApplicationContext.LOGICAL_NAMES)
                .client(Dialog.GET_CLOCK)
                .server(Dialog.CLOCK);
    }

    @Test
    @DisplayName("C12 a plain request below the policy is refused, not answered")
    void belowThePolicyItIsRefused() {
        String answer = dialog(SecurityPolicy.AUTHENTICATED_AND_ENCRYPTED, ApplicationContext.LOGICAL_NAMES_CIPHERED)
                .ask(Dialog.GET_CLOCK);

        assertTrue(answer.startsWith("D8"), answer);
    }

    @Test
    @DisplayName("E10 a long answer leaves room for its protection")
    void aLongAnswerFits() {
        var row = new AssociationSettings(
                        1,
                        1,
                        ApplicationContext.LOGICAL_NAMES_CIPHERED,
                        AuthenticationMechanism.NONE,
                        Octets.of(new byte[0]),
                        OFFERED,
                        64)
                .preEstablished();
        var state = SecureMeter.state(SecureMeter.SERVER, OF_RESPONSES);
        String answer = new Dialog(new ServerProfile(List.of(row))
                        .with(SecureMeter.access(state), () -> SecureMeter.SERVER_CHALLENGE))
                .between(1, 1)
                .ask(Dialog.GET_TEXT);

        assertTrue(answer.length() <= 2 * 64, answer);
        assertTrue(opened(answer).startsWith("C40"), answer);
    }
}
