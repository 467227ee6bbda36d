package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData.Octets;
import trefas.objects.standard.FirmwareImage.SignatureCheck;
import trefas.objects.standard.ImageTransfer.Content;
import trefas.objects.standard.ImageTransfer.Outcome;
import trefas.objects.standard.ImageTransfer.Status;

class ImageTransferTest {

    private static final Octets NAME = Octets.ofHex("46572D322E31");
    private static final Content CONTENT =
            new Content(500, Octets.ofHex("0000000100000002"), Octets.ofHex("00".repeat(32)));

    // 500 octets in blocks of 200: 0 and 1 are whole, 2 has the last 100.
    private static final ImageTransfer INITIATED = ImageTransfer.FACTORY
            .withBlockOctets(200)
            .orElseThrow()
            .enabled(true)
            .initiate(NAME, 500)
            .next();

    @ParameterizedTest(name = "block {0} of {1} octets: {2}")
    @CsvSource({
        "0, 200, SUCCESS",
        "2, 100, SUCCESS",
        "0, 199, TYPE_UNMATCHED",
        "0, 201, TYPE_UNMATCHED",
        "0, 0, TYPE_UNMATCHED",
        "2, 200, TYPE_UNMATCHED",
        "3, 100, SCOPE_OF_ACCESS_VIOLATED",
        "4294967295, 200, SCOPE_OF_ACCESS_VIOLATED"
    })
    void aBlockHasItsPlaceAndItsSize(long number, int octets, ActionResult result) {
        var step = INITIATED.block(number, octets);

        assertEquals(result, step.result());
        if (result != ActionResult.SUCCESS) {
            assertEquals(INITIATED, step.next());
        }
    }

    @Test
    void blocksComeInAnyOrderAndTwice() {
        var one = INITIATED.block(2, 100).next();
        var same = one.block(2, 100).next();

        assertEquals(one, same);
        assertEquals("20", one.blocks().bits().toString());
        assertEquals(0, one.blocks().firstMissing());
        assertEquals(3, whole().blocks().firstMissing());
        assertEquals("E0", whole().blocks().bits().toString());
    }

    @ParameterizedTest(name = "from {0}: verify {1}, activate {2}, block {3}, initiate {4}")
    @CsvSource({
        "NOT_INITIATED, false, false, false, true",
        "INITIATED, true, false, true, true",
        "VERIFICATION_INITIATED, true, false, false, true",
        "VERIFICATION_SUCCESSFUL, true, true, false, true",
        "VERIFICATION_FAILED, true, false, true, true",
        "ACTIVATION_INITIATED, false, true, false, true",
        "ACTIVATION_SUCCESSFUL, false, false, false, true",
        "ACTIVATION_FAILED, false, false, false, true"
    })
    void whatAStatusAllows(Status status, boolean verify, boolean activate, boolean block, boolean initiate) {
        var whole = whole();
        var image =
                new ImageTransfer(whole.blockOctets(), true, status, NAME, 500, whole.blocks(), Optional.of(CONTENT));

        assertEquals(verify, image.refusalToVerify().isEmpty());
        assertEquals(activate, image.refusalToActivate().isEmpty());
        assertEquals(block, image.block(0, 200).result() == ActionResult.SUCCESS);
        assertEquals(initiate, image.initiate(NAME, 1).result() == ActionResult.SUCCESS);
        var off = image.enabled(false);
        assertEquals(Optional.of(ActionResult.READ_WRITE_DENIED), off.refusalToVerify());
        assertEquals(Optional.of(ActionResult.READ_WRITE_DENIED), off.refusalToActivate());
        assertEquals(ActionResult.READ_WRITE_DENIED, off.block(0, 200).result());
        assertEquals(ActionResult.READ_WRITE_DENIED, off.initiate(NAME, 1).result());
    }

    @ParameterizedTest(name = "{0} octets: {1}")
    @CsvSource({"0, false", "1, true", "524288, true", "524289, false", "4294967295, false"})
    void anImageHasASize(long octets, boolean taken) {
        var step = ImageTransfer.FACTORY.enabled(true).initiate(NAME, octets);

        assertEquals(taken, step.result() == ActionResult.SUCCESS);
    }

    @Test
    void deedsThatTakeLongAreAskedForAgain() {
        var pending = whole().verified(new Outcome.Pending<>());
        assertEquals(ActionResult.TEMPORARY_FAILURE, pending.result());
        assertEquals(Status.VERIFICATION_INITIATED, pending.next().status());

        var good = pending.next().verified(new Outcome.Done<>(CONTENT));
        assertEquals(ActionResult.SUCCESS, good.result());
        assertEquals(Optional.of(CONTENT), good.next().content());

        var activating = good.next().activated(new Outcome.Pending<>());
        assertEquals(ActionResult.TEMPORARY_FAILURE, activating.result());
        assertEquals(Status.ACTIVATION_INITIATED, activating.next().status());
        assertEquals(
                Status.ACTIVATION_SUCCESSFUL,
                activating.next().activated(new Outcome.Done<>(CONTENT)).next().status());
        assertEquals(
                Status.ACTIVATION_FAILED,
                activating.next().activated(new Outcome.Failed<>("")).next().status());
    }

    @Test
    void ourImageIsVerifiedToTheLastOctet() {
        byte[] image = FirmwareImage.unsigned(0x0102_0304, 7, new byte[] {1, 2, 3});

        var done = assertInstanceOf(Outcome.Done.class, FirmwareImage.verify(image, SignatureCheck.NOT_NEEDED));
        var content = (Content) done.value();
        assertEquals("0102030400000007", content.identification().toString());
        assertEquals(image.length, content.octets());
        for (int i = 0; i < image.length; i++) {
            image[i] ^= 1;
            assertInstanceOf(
                    Outcome.Failed.class, FirmwareImage.verify(image, SignatureCheck.NOT_NEEDED), "octet " + i);
            image[i] ^= 1;
        }
    }

    @Test
    void aTrustedKeyWantsASignature() {
        byte[] covered = FirmwareImage.covered(1, 2, 1, new byte[10]);
        var check = new SignatureCheck() {
            @Override
            public boolean isNeeded() {
                return true;
            }

            @Override
            public boolean isGood(byte[] signed, byte[] signature) {
                return java.util.Arrays.equals(signed, covered) && signature[63] == 9;
            }
        };
        byte[] signature = new byte[FirmwareImage.SIGNATURE_OCTETS];
        assertInstanceOf(Outcome.Failed.class, FirmwareImage.verify(FirmwareImage.signed(covered, signature), check));
        signature[63] = 9;
        assertInstanceOf(Outcome.Done.class, FirmwareImage.verify(FirmwareImage.signed(covered, signature), check));
        assertInstanceOf(Outcome.Failed.class, FirmwareImage.verify(FirmwareImage.unsigned(1, 2, new byte[10]), check));
    }

    @FuzzTest
    void anyOctetsGetAVerdict(byte[] octets) {
        var outcome = FirmwareImage.verify(octets, SignatureCheck.NOT_NEEDED);

        assertTrue(outcome instanceof Outcome.Done || outcome instanceof Outcome.Failed);
    }

    private static ImageTransfer whole() {
        return INITIATED.block(1, 200).next().block(0, 200).next().block(2, 100).next();
    }
}
