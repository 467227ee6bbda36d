package trefas.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;

/// The arithmetic of the four passes in which two ends prove themselves to each other (high level security,
/// mechanisms 2 to 7, IEC 62056-5-3). Each end proves that it knows the secret by what it makes of the other's
/// challenge.
///
/// ```
/// client                              server
///   | pass 1: challenge CtoS --------->  |  AARQ
///   |  <--------- pass 2: challenge StoC |  AARE
///   | pass 3: f(StoC) ---------------->  |  reply_to_HLS_authentication
///   |  <---------------- pass 4: f(CtoS) |  its answer
/// ```
///
/// | mechanism | f of the challenge, for a prover P with the title ST_P and a checker Q        |
/// |-----------|--------------------------------------------------------------------------------|
/// | 2         | AES-128-ECB under the secret; the standard leaves it to the maker, so our choice |
/// | 3         | MD5(challenge, secret)                                                         |
/// | 4         | SHA-1(challenge, secret)                                                       |
/// | 5         | SC, IC, GMAC over SC, AK, challenge                                            |
/// | 6         | SHA-256(secret, ST_P, ST_Q, challenge from Q, challenge from P)                |
/// | 7         | ECDSA over ST_P, ST_Q, challenge from Q, challenge from P                      |
public final class HighLevelSecurity {

    /// Shortest and longest challenge (IEC 62056-5-3).
    public static final int CHALLENGE_OCTETS_MIN = 8;

    public static final int CHALLENGE_OCTETS_MAX = 64;

    /// Shortest challenge with signatures.
    public static final int CHALLENGE_OCTETS_MIN_SIGNED = 32;

    /// SC, IC and tag of a proof of mechanism 5.
    public static final int GMAC_PROOF_OCTETS = 1 + Integer.BYTES + Ciphering.TAG_OCTETS;

    private static final byte[] NOTHING = new byte[0];
    private static final int BLOCK_OCTETS = 16;
    private static final CipherPool ECB = new CipherPool("AES/ECB/NoPadding");

    /// Who proves itself.
    public enum End {
        CLIENT,
        SERVER;

        public End other() {
            return this == CLIENT ? SERVER : CLIENT;
        }
    }

    private final SystemTitle clientTitle;
    private final SystemTitle serverTitle;
    private final byte[] clientChallenge;
    private final byte[] serverChallenge;

    /// @param clientTitle system title of the client; mechanisms 2 to 4 do not look at it
    /// @param serverTitle system title of the server; mechanisms 2 to 4 do not look at it
    /// @param clientChallenge CtoS
    /// @param serverChallenge StoC
    public HighLevelSecurity(
            SystemTitle clientTitle, SystemTitle serverTitle, byte[] clientChallenge, byte[] serverChallenge) {
        this.clientTitle = clientTitle;
        this.serverTitle = serverTitle;
        this.clientChallenge = clientChallenge.clone();
        this.serverChallenge = serverChallenge.clone();
    }

    /// True for a challenge that may be answered: long enough, not too long, and not one's own sent back.
    ///
    /// @param mechanismId 2 to 7
    public static boolean isAcceptable(int mechanismId, byte[] challenge, byte[] own) {
        int least = mechanismId == 7 ? CHALLENGE_OCTETS_MIN_SIGNED : CHALLENGE_OCTETS_MIN;
        return challenge.length >= least
                && challenge.length <= CHALLENGE_OCTETS_MAX
                && !MessageDigest.isEqual(challenge, own);
    }

    /// The proof of one end by a secret both know: mechanisms 2, 3, 4 and 6.
    ///
    /// @return empty for another mechanism, or for mechanism 2 with a secret that is no AES key
    public Optional<byte[]> proof(int mechanismId, End prover, Secret secret) {
        byte[] challenge = challengeFor(prover);
        return switch (mechanismId) {
            case 2 -> encrypted(challenge, secret);
            case 3 -> Optional.of(digest("MD5", challenge, secret.octets()));
            case 4 -> Optional.of(digest("SHA-1", challenge, secret.octets()));
            case 6 -> Optional.of(digest("SHA-256", secret.octets(), titlesAndChallenges(prover)));
            default -> Optional.empty();
        };
    }

    /// True when the octets are the proof of that end. The time it takes tells nothing about where they differ.
    public boolean isProof(int mechanismId, End prover, Secret secret, byte[] presented) {
        return proof(mechanismId, prover, secret)
                .map(expected -> MessageDigest.isEqual(expected, presented))
                .orElse(false);
    }

    /// The proof of one end by the keys of the suite: mechanism 5.
    ///
    /// @param counter the next own invocation counter; it is used up
    public byte[] gmacProof(
            End prover, SecuritySuite suite, long counter, SymmetricKey encryption, SymmetricKey authentication) {
        var control = SecurityControl.authenticatedOnly(suite);
        byte[] challenge = challengeFor(prover);
        byte[] sealed = new byte[challenge.length + Ciphering.TAG_OCTETS];
        new Ciphering(control, title(prover), counter, encryption, Optional.of(authentication))
                .protect(NOTHING, challenge, 0, challenge.length, sealed, 0);
        byte[] proof = new byte[GMAC_PROOF_OCTETS];
        proof[0] = (byte) control.octet();
        for (int i = 0; i < Integer.BYTES; i++) {
            proof[1 + i] = (byte) (counter >>> (8 * (Integer.BYTES - 1 - i)));
        }
        System.arraycopy(sealed, challenge.length, proof, 1 + Integer.BYTES, Ciphering.TAG_OCTETS);
        return proof;
    }

    /// True when the octets are that end's proof of mechanism 5, with whatever counter it used.
    public boolean isGmacProof(
            End prover, SecuritySuite suite, byte[] presented, SymmetricKey encryption, SymmetricKey authentication) {
        boolean hasForm = presented.length == GMAC_PROOF_OCTETS
                && Byte.toUnsignedInt(presented[0])
                        == SecurityControl.authenticatedOnly(suite).octet();
        return hasForm
                && MessageDigest.isEqual(
                        gmacProof(prover, suite, counterOf(presented), encryption, authentication), presented);
    }

    /// The invocation counter inside a proof of mechanism 5.
    public static long counterOf(byte[] gmacProof) {
        long counter = 0;
        for (int i = 1; i <= Integer.BYTES; i++) {
            counter = (counter << 8) | Byte.toUnsignedLong(gmacProof[i]);
        }
        return counter;
    }

    /// The proof of one end by its signature key: mechanism 7.
    public byte[] signedProof(End prover, CurvePrivateKey key, SecureRandom randomness) {
        return key.sign(titlesAndChallenges(prover), randomness);
    }

    /// True when the octets are that end's signature. It is random each time, so it can only be verified.
    public boolean isSignedProof(End prover, CurvePublicKey key, byte[] presented) {
        return key.verifies(titlesAndChallenges(prover), presented);
    }

    /// What is signed: own title, other title, the challenge received, the challenge sent.
    private byte[] titlesAndChallenges(End prover) {
        byte[] received = challengeFor(prover);
        byte[] sent = challengeFor(prover.other());
        byte[] all = new byte[2 * SystemTitle.OCTETS + received.length + sent.length];
        title(prover).write(all, 0);
        title(prover.other()).write(all, SystemTitle.OCTETS);
        System.arraycopy(received, 0, all, 2 * SystemTitle.OCTETS, received.length);
        System.arraycopy(sent, 0, all, 2 * SystemTitle.OCTETS + received.length, sent.length);
        return all;
    }

    private SystemTitle title(End end) {
        return end == End.CLIENT ? clientTitle : serverTitle;
    }

    /// The challenge that was put to this end.
    private byte[] challengeFor(End prover) {
        return prover == End.CLIENT ? serverChallenge : clientChallenge;
    }

    /// Filled up with zeros to whole blocks.
    private static Optional<byte[]> encrypted(byte[] challenge, Secret secret) {
        if (secret.length() != SymmetricKey.OCTETS_SHORT) {
            return Optional.empty();
        }
        int octets = (challenge.length + BLOCK_OCTETS - 1) / BLOCK_OCTETS * BLOCK_OCTETS;
        byte[] blocks = new byte[octets];
        System.arraycopy(challenge, 0, blocks, 0, challenge.length);
        Cipher cipher = ECB.take();
        try {
            cipher.init(Cipher.ENCRYPT_MODE, SymmetricKey.of(secret.octets()).forCipher());
            byte[] proof = cipher.doFinal(blocks);
            ECB.giveBack(cipher);
            return Optional.of(proof);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES does not work", impossible);
        }
    }

    private static byte[] digest(String algorithm, byte[] first, byte[] second) {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("the Java platform lacks " + algorithm, missing);
        }
    }
}
