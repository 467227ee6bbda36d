package trefas.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.security.Published.AK;
import static trefas.security.Published.CLIENT;
import static trefas.security.Published.EK;
import static trefas.security.Published.SERVER;
import static trefas.security.Published.hex;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.security.HighLevelSecurity.End;

/// The vectors of reference E6: challenges "K56iVagY" and "P6wRJ21F", secret "hlssecret1234567".
class HighLevelSecurityTest {

    private static final byte[] CLIENT_CHALLENGE = hex("4B35366956616759");
    private static final byte[] SERVER_CHALLENGE = hex("503677524A323146");
    private static final Secret SECRET = Secret.of(hex("686C7373656372657431323334353637"));
    private static final CurvePublicKey PUBLISHED_KEY = CurvePublicKey.of(
                    SecuritySuite.SUITE_1,
                    hex("BAAFFDE06A8CB1C9DAE8D94023C601DBBB249254BA22EDD827E820BCA2BCC643"
                            + "62FBB83D86A82B87BB8B7161D2AAB5521911A946B97A284A90F7785CD9047D25"))
            .orElseThrow();
    private static final String PUBLISHED_SIGNATURE = "606F80508BEA3DF3AEE2FE371AE6E3ECB3470BDAC6985DCF964CED8717B11526"
            + "C1740C144385960854004F7D0CBD8A98C93F491649B35B594C3CCCB760B2039A";

    private final HighLevelSecurity passes = new HighLevelSecurity(CLIENT, SERVER, CLIENT_CHALLENGE, SERVER_CHALLENGE);
    private final HighLevelSecurity longPasses = new HighLevelSecurity(CLIENT, SERVER, counting(0x20), counting(0x60));

    @ParameterizedTest(name = "C16 mechanism {0}: both proofs as published, no other accepted")
    @CsvSource(delimiter = '|', textBlock = """
            3 | 33486F4948D7A921B0F4B89647CF4671 | BFAED22444AD7AD95BBE3782F55ACC66
            4 | 0DC224FC9CC6FCA7D22607797AD767FC532FD1F5 | AB7EE8EA29D6A3C5E33D901C54C887BFB49235D1
            6 | 1C254B0BFE8339FEC70DA3297A0A9BE0EB6C334B2A64125D23D857193B448E0A | 57E2BEA491E424F7BEE4C34082B03A2D13FDF17983EDF5A1849B164FFB4A4A00
            """)
    void proofsByASecret(int mechanism, String ofClient, String ofServer) {
        assertEquals(
                Optional.of(ofClient),
                passes.proof(mechanism, End.CLIENT, SECRET).map(Published::hex));
        assertEquals(
                Optional.of(ofServer),
                passes.proof(mechanism, End.SERVER, SECRET).map(Published::hex));

        assertTrue(passes.isProof(mechanism, End.CLIENT, SECRET, hex(ofClient)));
        assertFalse(passes.isProof(mechanism, End.CLIENT, SECRET, hex(ofServer)), "the other end's");
        assertFalse(passes.isProof(mechanism, End.CLIENT, Secret.of(new byte[16]), hex(ofClient)), "another secret");
        assertFalse(passes.isProof(mechanism, End.CLIENT, SECRET, new byte[0]), "nothing");
        assertFalse(longPasses.isProof(mechanism, End.CLIENT, SECRET, hex(ofClient)), "other challenges");
    }

    // The standard leaves mechanism 2 to the maker: AES-128-ECB of the challenge, filled up with zeros (our
    // choice).
    @Test
    @DisplayName("C16 mechanism 2: AES of the challenge, which other secrets do not give")
    void proofsByTheMakersMechanism() {
        byte[] proof = passes.proof(2, End.CLIENT, SECRET).orElseThrow();

        assertEquals(16, proof.length);
        assertTrue(passes.isProof(2, End.CLIENT, SECRET, proof));
        assertFalse(passes.isProof(2, End.SERVER, SECRET, proof));
        assertEquals(Optional.empty(), passes.proof(2, End.CLIENT, Secret.of(new byte[5])), "no AES key");
    }

    // FIPS 197, appendix C.1: the challenge is the plaintext of the example, the secret its key.
    @Test
    void theMakersMechanismIsAes() {
        var example = new HighLevelSecurity(CLIENT, SERVER, CLIENT_CHALLENGE, hex("00112233445566778899AABBCCDDEEFF"));

        assertEquals(
                Optional.of("69C4E0D86A7B0430D8CDB78070B4C55A"),
                example.proof(2, End.CLIENT, Secret.of(EK.octets())).map(Published::hex));
    }

    @ParameterizedTest(name = "C16 mechanism 5, {0}: the proof as published")
    @CsvSource({
        "CLIENT, 00000001, 10000000011A52FE7DD3E72748973C1E28",
        "SERVER, 01234567, 1001234567FE1466AFB3DBCD4F9389E2B7"
    })
    void proofsByGmac(End prover, String counter, String expected) {
        byte[] proof = passes.gmacProof(prover, SecuritySuite.SUITE_0, Long.parseLong(counter, 16), EK, AK);

        assertEquals(expected, hex(proof));
        assertTrue(passes.isGmacProof(prover, SecuritySuite.SUITE_0, proof, EK, AK));
        assertEquals(Long.parseLong(counter, 16), HighLevelSecurity.counterOf(proof));
        for (int i = 0; i < proof.length; i++) {
            byte[] wrong = proof.clone();
            wrong[i] ^= 1;
            assertFalse(passes.isGmacProof(prover, SecuritySuite.SUITE_0, wrong, EK, AK), "octet " + i);
        }
        assertFalse(passes.isGmacProof(prover, SecuritySuite.SUITE_1, proof, EK, AK), "another suite");
        assertFalse(passes.isGmacProof(prover.other(), SecuritySuite.SUITE_0, proof, EK, AK), "sent back");
        assertFalse(passes.isGmacProof(prover, SecuritySuite.SUITE_0, Arrays.copyOf(proof, 16), EK, AK), "cut");
    }

    @Test
    @DisplayName("C16 mechanism 7: the published signature verifies")
    void thePublishedSignatureVerifies() {
        assertTrue(longPasses.isSignedProof(End.CLIENT, PUBLISHED_KEY, hex(PUBLISHED_SIGNATURE)));
        assertFalse(longPasses.isSignedProof(End.SERVER, PUBLISHED_KEY, hex(PUBLISHED_SIGNATURE)));
    }

    @ParameterizedTest(name = "C17 mechanism 7, {0}: DER, wrong order of titles and wrong key are refused")
    @CsvSource({"SUITE_1", "SUITE_2"})
    void onlyTheRightSignatureInTheRightFormCounts(SecuritySuite suite) {
        var random = new SecureRandom();
        var pair = CurveKeyPair.generate(suite, random);
        byte[] signature = longPasses.signedProof(End.CLIENT, pair.privateKey(), random);

        assertEquals(2 * suite.fieldOctets(), signature.length);
        assertTrue(longPasses.isSignedProof(End.CLIENT, pair.publicKey(), signature));
        var otherKey = CurveKeyPair.generate(suite, random).publicKey();
        assertFalse(longPasses.isSignedProof(End.CLIENT, otherKey, signature));
        var swapped = new HighLevelSecurity(SERVER, CLIENT, counting(0x20), counting(0x60));
        assertFalse(
                longPasses.isSignedProof(
                        End.CLIENT, pair.publicKey(), swapped.signedProof(End.CLIENT, pair.privateKey(), random)),
                "titles in the wrong order");
        byte[] message = Published.hex(Published.hex(CLIENT.octets())
                + Published.hex(SERVER.octets())
                + Published.hex(counting(0x60))
                + Published.hex(counting(0x20)));
        byte[] der = pair.privateKey().signInDer(message, random);
        assertFalse(longPasses.isSignedProof(End.CLIENT, pair.publicKey(), der), "DER");
        assertTrue(
                longPasses.isSignedProof(
                        End.CLIENT, pair.publicKey(), pair.privateKey().sign(message, random)),
                "control: the same message in the plain form");
    }

    @ParameterizedTest(name = "mechanism {0}, {1} octets: {2}")
    @CsvSource({"5, 7, false", "5, 8, true", "5, 64, true", "5, 65, false", "7, 31, false", "7, 32, true"})
    void challengesHaveALength(int mechanism, int octets, boolean acceptable) {
        assertEquals(acceptable, HighLevelSecurity.isAcceptable(mechanism, new byte[octets], CLIENT_CHALLENGE));
    }

    @Test
    void ourOwnChallengeIsNotTakenBack() {
        assertFalse(HighLevelSecurity.isAcceptable(5, CLIENT_CHALLENGE, CLIENT_CHALLENGE));
        assertArrayEquals(hex("4B35366956616759"), CLIENT_CHALLENGE);
    }

    private static byte[] counting(int from) {
        byte[] octets = new byte[32];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (from + i);
        }
        return octets;
    }
}
