package trefas.dlms.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.Axdr;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.dlms.acse.Aare;
import trefas.dlms.acse.Aarq;
import trefas.dlms.acse.InitiateError;
import trefas.dlms.acse.InitiateRequest;
import trefas.dlms.acse.InitiateResponse;
import trefas.dlms.acse.Release;
import trefas.dlms.xdlms.AccessRequest;
import trefas.dlms.xdlms.AccessResponse;
import trefas.dlms.xdlms.ActionRequest;
import trefas.dlms.xdlms.ActionResponse;
import trefas.dlms.xdlms.ConfirmedServiceError;
import trefas.dlms.xdlms.DataNotification;
import trefas.dlms.xdlms.EventNotification;
import trefas.dlms.xdlms.ExceptionResponse;
import trefas.dlms.xdlms.GeneralBlock;
import trefas.dlms.xdlms.GetRequest;
import trefas.dlms.xdlms.GetResponse;
import trefas.dlms.xdlms.SetRequest;
import trefas.dlms.xdlms.SetResponse;

/// The explanation and the codecs never disagree: what a codec takes is well-formed in words, and what it does not
/// take is not. Real octets, and real octets with some of them changed, cut off or added.
class ExplainAgreementTest {

    private static final int ROUNDS = 6_000;

    private static final List<String> FILES = List.of(
            "t1-hdlc-session",
            "t3-general-block-transfer",
            "t2-long-get",
            "t4-attribute-values",
            "t5-requests",
            "t7-malformed",
            "acse",
            "xdlms",
            "han-nve");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 20_261_128})
    void whatACodecTakesIsWellFormed(long seed) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<byte[]> seeds = seeds();
        int taken = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] octets = changed(seeds.get(random.nextInt(seeds.size())), random);
            taken += agrees(octets) ? 1 : 0;
        }
        assertTrue(taken > ROUNDS / 20, "control: some are taken, here " + taken);
    }

    /// @return whether the octets were taken
    private static boolean agrees(byte[] octets) {
        assertEquals(isComplete(Axdr.decode(octets)), isWellFormed(Form.AXDR, octets), () -> hex(octets));
        if (octets.length == 0) {
            return false;
        }
        if (isOldTime(octets)) {
            return false;
        }
        int length = octets.length;
        return switch (Byte.toUnsignedInt(octets[0])) {
            case 0xC0 -> agree(isKnown(GetRequest.decode(octets, 0, length)), octets);
            case 0xC1 -> agree(isKnown(SetRequest.decode(octets, 0, length)), octets);
            case 0xC2 -> agree(isComplete(EventNotification.decode(octets, 0, length)), octets);
            case 0xC3 -> agree(isKnown(ActionRequest.decode(octets, 0, length)), octets);
            case 0xC4 -> agree(isComplete(GetResponse.decode(octets, 0, length)), octets);
            case 0xC5 -> agree(isComplete(SetResponse.decode(octets, 0, length)), octets);
            case 0xC7 -> agree(isComplete(ActionResponse.decode(octets, 0, length)), octets);
            case 0xD8 -> agree(isComplete(ExceptionResponse.Received.decode(octets, 0, length)), octets);
            case 0xD9 -> agree(isComplete(AccessRequest.decode(octets, 0, length)), octets);
            case 0xDA -> agree(isComplete(AccessResponse.decode(octets, 0, length)), octets);
            case 0xE0 -> agree(isComplete(GeneralBlock.decode(octets, 0, length)), octets);
            case 0x0E -> agree(isComplete(ConfirmedServiceError.decode(octets, 0, length)), octets);
            case 0x0F -> agree(isComplete(DataNotification.decode(octets, 0, length)), octets);
            case 0x60 -> agree(isAarq(octets), octets);
            case 0x61 -> isWellFormed(Form.APDU, octets) ? agree(isAare(octets), octets) : refusesAlike(octets);
            case 0x01 -> agree(isComplete(InitiateRequest.decode(Octets.of(octets))), octets);
            case 0x08 -> agree(isComplete(InitiateResponse.decode(Octets.of(octets))), octets);
            default -> false;
        };
    }

    /// The codec reads over a diagnostic it can't read when another one follows.
    private static boolean refusesAlike(byte[] octets) {
        boolean hasTwoDiagnostics = hex(octets).split("A3", -1).length > 2;
        return !hasTwoDiagnostics && agree(isAare(octets), octets);
    }

    /// Old meters write the tag of an octet-string before the time of a notification (dossier 21.3); only the
    /// explanation reads over it.
    private static boolean isOldTime(byte[] octets) {
        return octets.length > 6
                && (octets[0] == 0x0F || octets[0] == (byte) 0xD9 || octets[0] == (byte) 0xDA)
                && octets[5] == 0x09
                && octets[6] == 0x0C;
    }

    /// A variant nobody defined is an answer of the codec, so that a server can say so; in words it is a fault.
    private static boolean isKnown(Decoded<?> decoded) {
        return decoded instanceof Complete<?>(Object request, int _)
                && !(request instanceof GetRequest.Unknown
                        || request instanceof SetRequest.Unknown
                        || request instanceof ActionRequest.Unknown);
    }

    private static boolean agree(boolean isTaken, byte[] octets) {
        assertEquals(isTaken, isWellFormed(Form.APDU, octets), () -> hex(octets));
        return isTaken;
    }

    /// The codec leaves the user information to the next one.
    private static boolean isAarq(byte[] octets) {
        return Aarq.decode(octets, 0, octets.length) instanceof Complete<Aarq>(var aarq, int _)
                && aarq.userInformation().stream().allMatch(ExplainAgreementTest::isInitiateOrOther);
    }

    private static boolean isAare(byte[] octets) {
        return Aare.decode(octets, 0, octets.length) instanceof Complete<Aare>(var aare, int _)
                && aare.userInformation().stream().allMatch(ExplainAgreementTest::isInitiateOrOther);
    }

    private static boolean isInitiateOrOther(Octets information) {
        if (information.length() == 0) {
            return true;
        }
        return switch (information.octet(0)) {
            case 0x01 -> isComplete(InitiateRequest.decode(information));
            case 0x08 -> isComplete(InitiateResponse.decode(information));
            default -> InitiateError.decode(information).isPresent() || isWellFormed(Form.APDU, information.toArray());
        };
    }

    private static boolean isComplete(Decoded<?> decoded) {
        return decoded instanceof Complete<?>;
    }

    private static boolean isWellFormed(Form form, byte[] octets) {
        return new Conversation(ExplainLimits.DEFAULT, Unsealer.WITHOUT_KEYS)
                .explain(form, Speaker.UNKNOWN, Octets.of(octets)).stream().allMatch(ExplainAgreementTest::isRight);
    }

    /// What was joined from blocks is another codec's business.
    private static boolean isRight(Explanation explanation) {
        return explanation.source().number() > 0
                || (explanation.remarks().stream().noneMatch(remark -> remark.kind() == Remark.Kind.FAULT)
                        && explanation.parts().stream().allMatch(ExplainAgreementTest::isRight));
    }

    @ParameterizedTest(name = "reason {0}")
    @ValueSource(
            strings = {
                "6200",
                "6203800100",
                "6303800101",
                "620380011E",
                "6202800000",
                "62038001",
                "6204800100",
                "6303800101",
                "6300"
            })
    void releasesAgree(String hex) {
        byte[] octets = Octets.ofHex(hex).toArray();
        int tag = octets[0] == 0x63 ? Release.RESPONSE_TAG : Release.REQUEST_TAG;

        assertEquals(
                isComplete(Release.decode(tag, octets, 0, octets.length)) && octets[0] < 0x64,
                isWellFormed(Form.APDU, octets));
    }

    private static List<byte[]> seeds() throws Exception {
        var seeds = new ArrayList<byte[]>();
        for (String name : FILES) {
            for (var line : ExplainedFile.read(name).lines()) {
                seeds.add(line.octets().toArray());
            }
        }
        return seeds;
    }

    private static byte[] changed(byte[] original, RandomGenerator random) {
        byte[] octets = original.clone();
        for (int changes = random.nextInt(3); changes > 0 && octets.length > 1; changes--) {
            int at = 1 + random.nextInt(octets.length - 1);
            octets[at] = (byte) (random.nextBoolean() ? random.nextInt() : octets[at] + random.nextInt(-2, 3));
        }
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(octets, random.nextInt(octets.length + 1));
            case 1 -> Arrays.copyOf(octets, octets.length + random.nextInt(4));
            default -> octets;
        };
    }

    private static String hex(byte[] octets) {
        return Octets.of(octets).toString();
    }
}
