package trefas.dlms.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static trefas.dlms.security.TwoEnds.AUTHENTICATED;
import static trefas.dlms.security.TwoEnds.BOTH;
import static trefas.dlms.security.TwoEnds.CLOCK;
import static trefas.dlms.security.TwoEnds.ENCRYPTED;
import static trefas.dlms.security.TwoEnds.GET_CLOCK;
import static trefas.dlms.security.TwoEnds.envelope;
import static trefas.dlms.security.TwoEnds.opened;
import static trefas.dlms.security.TwoEnds.refused;
import static trefas.dlms.security.TwoEnds.sealed;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.Protection;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.Envelope.Family;
import trefas.security.SecurityPolicy;
import trefas.security.SecuritySuite;

/// What a security policy demands of requests and of their answers.
class PolicyProtectionTest {

    private final TwoEnds ends = new TwoEnds(SecuritySuite.SUITE_0);

    @ParameterizedTest(name = "C12 policy {0}, request authenticated {1}, encrypted {2}: {3}")
    @CsvSource({
        "0, true, false, accepted", "4, true, false, accepted", "4, true, true, accepted",
        "8, true, false, refused", "12, true, false, refused", "12, true, true, accepted"
    })
    void aRequestBelowThePolicyIsRefused(int policy, boolean authenticated, boolean encrypted, String expected) {
        ends.serverState.raise(new SecurityPolicy(policy));

        var result = TwoEnds.open(
                ends.server,
                sealed(
                        ends.client,
                        envelope(Family.GLOBAL, new Protection(authenticated, encrypted, false)),
                        GET_CLOCK));

        assertEquals(expected, result instanceof Opened.Plain ? "accepted" : "refused");
        assertEquals((policy & 4) != 0, ends.server.demanded().authenticated(), "what a plain request would miss");
    }

    @Test
    @DisplayName("C28 encryption alone is refused where the policy asks for authentication")
    void encryptionAloneIsNotEnough() {
        ends.serverState.raise(new SecurityPolicy(SecurityPolicy.AUTHENTICATED_REQUEST));

        refused(ends.server, sealed(ends.client, envelope(Family.GLOBAL, ENCRYPTED), GET_CLOCK));
    }

    // The answer to security_activate still goes out as its request was agreed; the next one follows the new
    // policy.
    @Test
    @DisplayName("C11 a higher policy holds after the answer to the request that raised it")
    void aPolicyHoldsAfterTheAnswer() {
        var request = opened(ends.server, sealed(ends.client, envelope(Family.GLOBAL, AUTHENTICATED), GET_CLOCK));
        ends.serverState.raise(SecurityPolicy.AUTHENTICATED_AND_ENCRYPTED);
        var answer = opened(ends.client, sealed(ends.server, request.envelope(), CLOCK));
        assertEquals(AUTHENTICATED, answer.envelope().protection());

        refused(ends.server, sealed(ends.client, envelope(Family.GLOBAL, AUTHENTICATED), GET_CLOCK));
        var next = opened(ends.server, sealed(ends.client, envelope(Family.GLOBAL, BOTH), GET_CLOCK));
        assertEquals(BOTH, next.envelope().protection());
    }

    @Test
    void answersAreNeverLessThanThePolicyDemands() {
        ends.serverState.raise(new SecurityPolicy(0xE0 & ~SecurityPolicy.SIGNED_RESPONSE));
        var request = opened(ends.server, sealed(ends.client, envelope(Family.GLOBAL, AUTHENTICATED), GET_CLOCK));

        var answer = opened(ends.client, sealed(ends.server, request.envelope(), CLOCK));

        assertEquals(BOTH, answer.envelope().protection());
    }
}
