package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.DataAccessResult;
import trefas.objects.standard.FirmwareImage.SignatureCheck;
import trefas.objects.standard.StandardEffect.ActivateImage;

/// Image transfer as a client drives it (dossier F5). The image is our own format, its blocks have 200 octets.
class ImageObjectTest {

    private static final String IMAGE = "0-0:44.0.0*255";
    private static final int BLOCK = 200;
    private static final byte[] WHOLE = FirmwareImage.unsigned(0x0A0B_0C0D, 0x0000_0102, program(448));
    private static final int BLOCKS = 3;

    private final HeapImageMemory memory = new HeapImageMemory();
    private final SteeredMachinery machinery = new SteeredMachinery();
    private final ControlOnBench bench = new ControlOnBench(Surroundings.NONE.with(memory, machinery));

    @Test
    @DisplayName("O20 image: initiate while not enabled is refused, and so is everything else")
    void disabled() {
        assertEquals(ActionResult.READ_WRITE_DENIED, initiate(WHOLE.length));
        assertEquals(ActionResult.READ_WRITE_DENIED, block(0, program(BLOCK)));
        assertEquals(ActionResult.READ_WRITE_DENIED, bench.call(18, IMAGE, 3));
        assertEquals(ActionResult.READ_WRITE_DENIED, bench.call(18, IMAGE, 4));
        assertEquals(0, status());
    }

    @Test
    @DisplayName("O21 image: blocks out of order, twice, missing, of wrong size, beyond the end")
    void blocks() {
        ready();
        assertEquals(ActionResult.SUCCESS, block(2));
        assertEquals(ActionResult.SUCCESS, block(2));
        assertEquals("040320", bench.get(18, IMAGE, 3).hex());
        assertEquals(0, bench.get(18, IMAGE, 4).number());
        assertEquals(ActionResult.SUCCESS, block(0));
        assertEquals(1, bench.get(18, IMAGE, 4).number());
        assertEquals(ActionResult.TYPE_UNMATCHED, block(1, program(BLOCK - 1)));
        assertEquals(ActionResult.TYPE_UNMATCHED, block(1, program(BLOCK + 1)));
        assertEquals(ActionResult.SCOPE_OF_ACCESS_VIOLATED, block(BLOCKS, program(BLOCK)));
        assertEquals("0403A0", bench.get(18, IMAGE, 3).hex());
        assertEquals(ActionResult.SUCCESS, block(1));
        assertEquals("0403E0", bench.get(18, IMAGE, 3).hex());
        assertEquals(BLOCKS, bench.get(18, IMAGE, 4).number());
        assertEquals(1, status());
    }

    @Test
    @DisplayName("O22 image: verify incomplete, verify a bad one, mend it, activate before and after")
    void verification() {
        ready();
        block(0);
        assertEquals(ActionResult.OTHER_REASON, bench.call(18, IMAGE, 3));
        assertEquals(1, status());
        block(1);
        block(2, Arrays.copyOf(program(WHOLE.length), WHOLE.length - 2 * BLOCK));
        assertEquals(ActionResult.OTHER_REASON, bench.call(18, IMAGE, 4), "not verified");
        assertEquals(ActionResult.OTHER_REASON, bench.call(18, IMAGE, 3));
        assertEquals(4, status());
        assertEquals("0100", bench.get(18, IMAGE, 7).hex());

        assertEquals(ActionResult.SUCCESS, block(2));
        assertEquals(ActionResult.SUCCESS, bench.call(18, IMAGE, 3));
        assertEquals(3, status());
        var info = Values.element(bench.get(18, IMAGE, 7).data(), 0);
        assertEquals(Values.u32(WHOLE.length), Values.element(info, 0));
        assertEquals(ControlOnBench.hex("09080A0B0C0D00000102"), Values.element(info, 1));
        assertEquals(ActionResult.OTHER_REASON, block(0), "what is verified is not touched");

        assertEquals(ActionResult.SUCCESS, bench.call(18, IMAGE, 4));
        assertEquals(6, status());
        assertEquals(
                List.of(51, 17, 18),
                bench.log(0).subList(bench.log(0).size() - 3, bench.log(0).size()));
    }

    @Test
    @DisplayName("O22 image: a verification and an activation that take long are polled")
    void pending() {
        transferred();
        machinery.busy = true;
        assertEquals(ActionResult.TEMPORARY_FAILURE, bench.call(18, IMAGE, 3));
        assertEquals(2, status());
        bench.seconds(3);
        assertEquals(2, status());
        machinery.busy = false;
        bench.seconds(1);
        assertEquals(3, status());

        machinery.busy = true;
        assertEquals(ActionResult.TEMPORARY_FAILURE, bench.call(18, IMAGE, 4));
        assertEquals(5, status());
        assertEquals(List.of(new ActivateImage(Octets.ofHex("0A0B0C0D00000102"))), bench.effects);
        machinery.busy = false;
        machinery.runs = false;
        bench.seconds(1);
        assertEquals(7, status());
    }

    @Test
    @DisplayName("O22 image: what cannot run an image says so")
    void nothingRuns() {
        var honest = new ControlOnBench(
                Surroundings.NONE.with(new HeapImageMemory(), ImageMachinery.verifyingOnly(SignatureCheck.NOT_NEEDED)));
        honest.having(18, IMAGE, 5, new Bool(true));
        byte[] small = FirmwareImage.unsigned(1, 2, new byte[10]);
        honest.call(18, IMAGE, 1, Values.structure(Values.text("x"), Values.u32(small.length)));
        honest.call(18, IMAGE, 2, Values.structure(Values.u32(0), Values.octets(small)));
        assertEquals(ActionResult.SUCCESS, honest.call(18, IMAGE, 3));
        assertEquals(ActionResult.OTHER_REASON, honest.call(18, IMAGE, 4));
        assertEquals(7, honest.get(18, IMAGE, 6).number());
        assertEquals(ActionResult.OBJECT_UNAVAILABLE, new ControlOnBench().call(18, IMAGE, 3));
    }

    @Test
    @DisplayName("O23 image: goes on after a power cycle where it was")
    void resume() {
        ready();
        block(1);
        bench.outage(10).restart();
        assertEquals("040340", bench.get(18, IMAGE, 3).hex());
        assertEquals(0, bench.get(18, IMAGE, 4).number());
        block(0);
        block(2);
        assertEquals(ActionResult.SUCCESS, bench.call(18, IMAGE, 3));
        assertEquals(3, status());
    }

    @Test
    void requestsOfTheReferenceTraces() {
        bench.having(18, IMAGE, 5, new Bool(true)).having(18, IMAGE, 2, Values.u32(250));

        // T5: image_transfer_initiate "FW-2.1", 500 octets; then image_verify and image_activate.
        assertEquals(ActionResult.SUCCESS, bench.action("C301C1001200002C0000FF01010202090646572D322E3106000001F4"));
        assertEquals(1, status());
        assertEquals("040200", bench.get(18, IMAGE, 3).hex());
        assertEquals(ActionResult.OTHER_REASON, bench.action("C301C1001200002C0000FF03010F00"));
        assertEquals(ActionResult.OTHER_REASON, bench.action("C301C1001200002C0000FF04010F00"));
        // T5: image_transferred_blocks_status 110, of three blocks.
        bench.having(18, IMAGE, 2, Values.u32(200));
        bench.action("C301C1001200002C0000FF01010202090646572D322E3106000001F4");
        block(0, program(200));
        block(1, program(200));
        assertEquals("0403C0", bench.get(18, IMAGE, 3).hex());
    }

    @Test
    void aNewBlockSizeCancels() {
        ready();
        block(0);
        assertEquals(DataAccessResult.OTHER_REASON, bench.set(18, IMAGE, 2, Values.u32(31)));
        assertEquals(DataAccessResult.OTHER_REASON, bench.set(18, IMAGE, 2, Values.u32(986)));
        assertEquals(1, status());
        bench.having(18, IMAGE, 2, Values.u32(100));
        assertEquals(0, status());
        assertEquals("0400", bench.get(18, IMAGE, 3).hex());
    }

    private void ready() {
        bench.having(18, IMAGE, 5, new Bool(true)).having(18, IMAGE, 2, Values.u32(BLOCK));
        assertEquals(ActionResult.SUCCESS, initiate(WHOLE.length));
    }

    private void transferred() {
        ready();
        for (int number = 0; number < BLOCKS; number++) {
            assertEquals(ActionResult.SUCCESS, block(number));
        }
    }

    private ActionResult initiate(int octets) {
        return bench.call(18, IMAGE, 1, Values.structure(Values.text("FW-2.1"), Values.u32(octets)));
    }

    private ActionResult block(int number) {
        return block(number, Arrays.copyOfRange(WHOLE, number * BLOCK, Math.min(WHOLE.length, (number + 1) * BLOCK)));
    }

    private ActionResult block(int number, byte[] octets) {
        CosemData parameter = Values.structure(Values.u32(number), Values.octets(octets));
        return bench.call(18, IMAGE, 2, parameter);
    }

    private int status() {
        return (int) bench.get(18, IMAGE, 6).number();
    }

    private static byte[] program(int octets) {
        byte[] program = new byte[octets];
        for (int i = 0; i < octets; i++) {
            program[i] = (byte) (7 * i);
        }
        return program;
    }
}
