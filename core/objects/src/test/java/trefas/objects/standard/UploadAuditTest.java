package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.AccessSelection.RangeDescriptor;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Requester;
import trefas.device.Meter;
import trefas.device.Restored;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.status.EventA;
import trefas.device.status.EventB;
import trefas.objects.MeterDevice;
import trefas.objects.ObjectModel;
import trefas.quantity.Obis;

/// What the upload audit loggers keep of an image a client brings (dossier 10.5, 18; WELMEC 7.2), read through both
/// object models.
@DisplayName("upload audit")
class UploadAuditTest {

    private static final String IMAGE = "0-0:44.0.0*255";
    private static final String SUCCESS = "1-1:99.98.13*255";
    private static final String FAIL = "1-1:99.98.14*255";
    private static final byte[] GOOD = FirmwareImage.unsigned(0x0A0B_0C0D, 0x0000_0102, new byte[20]);

    /// Hash and originator, as the dossier's images are called.
    private static final String IDENTIFIER = "DEADBEEF" + "00112233445566778899AABBCCDDEEFF";

    /// Everything behind part and time: revision R0, originator, client 1, wired.
    private static final String REST =
            "0600005230" + "0910" + "00112233445566778899AABBCCDDEEFF" + "0600000001" + "1101";

    private final SteeredMachinery machinery = new SteeredMachinery();
    private final ControlOnBench bench = new ControlOnBench(Surroundings.NONE.with(new HeapImageMemory(), machinery));

    @BeforeEach
    void enabled() {
        bench.having(18, IMAGE, 5, new Bool(true)).having(18, IMAGE, 2, Values.u32(GOOD.length));
    }

    private static byte[] bad() {
        byte[] bad = GOOD.clone();
        bad[GOOD.length - 1] ^= 1;
        return bad;
    }

    private void transfer(byte[] image) {
        transfer(IDENTIFIER, image);
    }

    private void transfer(String identifier, byte[] image) {
        CosemData name = Values.octets(HexFormat.of().parseHex(identifier));
        assertEquals(ActionResult.SUCCESS, bench.call(18, IMAGE, 1, Values.structure(name, Values.u32(image.length))));
        block(image);
    }

    private void block(byte[] image) {
        assertEquals(
                ActionResult.SUCCESS, bench.call(18, IMAGE, 2, Values.structure(Values.u32(0), Values.octets(image))));
    }

    private ActionResult verify() {
        return bench.call(18, IMAGE, 3);
    }

    private ActionResult activate() {
        return bench.call(18, IMAGE, 4);
    }

    private int status() {
        return (int) bench.get(18, IMAGE, 6).number();
    }

    private boolean has(EventA a, EventB b) {
        var events = bench.meter.parts().events();
        boolean isA = (events.bitsA() & a.mask()) != 0;
        assertEquals(isA, (events.bitsB() & b.mask()) != 0);
        return isA;
    }

    @Test
    void anImageThatComesToRunIsARowOfTheSuccesses() {
        assertEquals("0100", bench.get(7, SUCCESS, 2).hex());
        transfer(GOOD);
        assertEquals(ActionResult.SUCCESS, verify());
        assertEquals(0, bench.get(7, SUCCESS, 7).number(), "verified is not yet run");

        assertEquals(ActionResult.SUCCESS, activate());

        assertEquals(
                "01010206" + "090C07EA010104010001FFFFC400" + "1103" + REST,
                bench.get(7, SUCCESS, 2).hex());
        assertEquals(1, bench.get(7, SUCCESS, 7).number());
        assertEquals(100, bench.get(7, SUCCESS, 8).number());
        assertEquals("0100", bench.get(7, FAIL, 2).hex());
        assertEquals(true, has(EventA.AUDIT_SUCCESS_READY, EventB.AUDIT_SUCCESS));
        assertEquals(false, has(EventA.AUDIT_FAIL_READY, EventB.AUDIT_FAIL));
    }

    // Nothing such an image says of itself is believed, so it is no part of any software.
    @Test
    void anImageThatIsBadIsARowOfTheFailures() {
        transfer(bad());

        assertEquals(ActionResult.OTHER_REASON, verify());

        assertEquals(
                "01010206" + "090C07EA010104010001FFFFC400" + "1100" + REST,
                bench.get(7, FAIL, 2).hex());
        assertEquals(0, bench.get(7, SUCCESS, 7).number());
        assertEquals(true, has(EventA.AUDIT_FAIL_READY, EventB.AUDIT_FAIL));
        assertEquals(false, has(EventA.AUDIT_SUCCESS_READY, EventB.AUDIT_SUCCESS));
    }

    @Test
    void anImageThatNothingRunsIsARowOfTheFailuresToo() {
        machinery.runs = false;
        transfer(GOOD);
        verify();

        assertEquals(ActionResult.OTHER_REASON, activate());

        assertEquals("1103" + REST, bench.get(7, FAIL, 2).hex().substring(36));
        assertEquals(0, bench.get(7, SUCCESS, 7).number());
    }

    @Test
    void anUploadFailsOnceHoweverOftenItIsLookedAt() {
        transfer(bad());
        verify();
        verify();
        assertEquals(1, bench.get(7, FAIL, 7).number());

        block(GOOD);
        assertEquals(ActionResult.SUCCESS, verify(), "mended");
        transfer(bad());
        verify();

        assertEquals(2, bench.get(7, FAIL, 7).number());
    }

    // The end comes in a second in which nobody asks, and after a restart.
    @Test
    void whoBroughtAnImageIsKnownWhenItsEndComesLater() {
        machinery.busy = true;
        transfer(GOOD);
        verify();
        bench.seconds(2).restart();
        machinery.busy = false;
        bench.seconds(1);
        assertEquals(3, status());
        machinery.busy = true;
        assertEquals(ActionResult.TEMPORARY_FAILURE, activate());
        bench.seconds(2).restart();
        machinery.busy = false;
        bench.seconds(1);

        assertEquals(6, status());
        assertEquals("1103" + REST, bench.get(7, SUCCESS, 2).hex().substring(36));
    }

    // WELMEC 7.2: the list of what worked never overwrites, and what can't be traced does not run.
    @Test
    void withTheListOfSuccessesFullNothingIsActivatedAnyMore() {
        for (int upload = 1; upload <= 100; upload++) {
            transfer(GOOD);
            verify();
            assertEquals(ActionResult.SUCCESS, activate());
        }
        assertEquals(100, machinery.activations);
        transfer(GOOD);
        assertEquals(ActionResult.SUCCESS, verify());

        assertEquals(ActionResult.OTHER_REASON, activate());

        assertEquals(100, machinery.activations, "not even tried");
        assertEquals(3, status());
        assertEquals(100, bench.get(7, SUCCESS, 7).number());
        assertEquals(0, bench.get(7, FAIL, 7).number());
    }

    @ParameterizedTest
    @CsvSource({
        "4C65616665722D322E31, 4C65616665722D322E31000000000000",
        "'', 00000000000000000000000000000000",
        "000102030405060708090A0B0C0D0E0F101112, 000102030405060708090A0B0C0D0E0F",
        "000102030405060708090A0B0C0D0E0F10111213, 0405060708090A0B0C0D0E0F10111213"
    })
    void anIdentifierOfAnotherLengthStandsForTheOriginator(String identifier, String originator) {
        transfer(identifier, bad());
        verify();

        assertEquals("0910" + originator, bench.get(1, "1-1:96.54.4*255", 2).hex());
    }

    @Test
    void theColumnsAreObjectsThatTellTheNewestUpload() {
        List<String> before = List.of("1100", "0600000000", "0910" + "00".repeat(16), "0600000000", "1100");
        assertEquals(before, columns());

        transfer(GOOD);
        verify();
        activate();
        assertEquals("1103", columns().getFirst());
        transfer(bad());
        verify();

        assertEquals("1100" + REST, String.join("", columns()));
        assertEquals(DataAccessResult.READ_WRITE_DENIED, bench.set(1, "1-1:96.54.2*255", 2, new CosemData.Unsigned(1)));
    }

    private List<String> columns() {
        return List.of(2, 3, 4, 5, 6).stream()
                .map(e -> bench.get(1, "1-1:96.54." + e + "*255", 2).hex())
                .toList();
    }

    @Test
    void rowsAreFoundByTimeByEntryAndByNumber() {
        for (int upload = 0; upload < 3; upload++) {
            transfer(bad());
            verify();
            bench.seconds(10);
        }

        assertEquals(3, rows(range(8, "0-0:1.0.0*255", time(0), time(59))));
        assertEquals(2, rows(range(8, "0-0:1.0.0*255", time(10), time(59))));
        assertEquals(1, rows(new EntryDescriptor(2, 2, 1, 0)));
        assertEquals(2, rows(new EntryDescriptor(2, 0, 1, 0)));
        assertEquals(0, rows(new EntryDescriptor(4, 0, 1, 0)));
        assertEquals(3, rows(range(1, "1-1:96.54.5*255", Values.u32(1), Values.u32(1))));
        assertEquals(0, rows(range(1, "1-1:96.54.5*255", Values.u32(2), Values.u32(9))));
        assertEquals(0, rows(range(1, "1-1:96.54.4*255", Values.u32(0), Values.u32(9))));
        assertEquals(
                "01010201" + "1101",
                bench.get(ControlOnBench.MANAGEMENT, 7, FAIL, 2, Optional.of(new EntryDescriptor(1, 1, 6, 6)))
                        .hex());
    }

    private int rows(AccessSelection selection) {
        return bench.get(ControlOnBench.MANAGEMENT, 7, FAIL, 2, Optional.of(selection))
                .elements()
                .size();
    }

    private static RangeDescriptor range(int classId, String name, CosemData from, CosemData to) {
        return new RangeDescriptor(new CaptureObject(classId, Obis.of(name), 2, 0), from, to, List.of());
    }

    private static CosemData time(int second) {
        return Values.octets(HexFormat.of().parseHex("07EA0101FF0100%02X00800000".formatted(second)));
    }

    @Test
    void nobodyEmptiesTheLists() {
        transfer(bad());
        verify();

        assertEquals(ActionResult.READ_WRITE_DENIED, bench.call(7, FAIL, 1));
        assertEquals(ActionResult.READ_WRITE_DENIED, bench.call(7, SUCCESS, 1));
        assertEquals(DataAccessResult.READ_WRITE_DENIED, bench.set(7, FAIL, 8, Values.u32(1)));
        assertEquals(
                DataAccessResult.OBJECT_UNDEFINED,
                bench.get(ControlOnBench.PUBLIC, 7, FAIL, 2).result());
        assertEquals(1, bench.get(7, FAIL, 7).number());
    }

    // The meter goes on as another program whose file asks for the own model: the same rows, with its columns.
    @Test
    void theMetersOwnModelShowsTheSameRows() {
        transfer(bad());
        verify();
        transfer(GOOD);
        verify();
        activate();

        Restored restored = Meter.restore(
                MeterConfiguration.DEFAULT,
                ControlOnBench.SERIAL,
                bench.meter.registers(),
                bench.meter.settingsRecord());
        Meter meter = assertInstanceOf(Restored.Ready.class, restored).meter();
        var own = new MeterDevice(ObjectModel.of(MeterConfiguration.DEFAULT), meter, bench.memory);

        String time = "090C07EA010104010001FF800000";
        assertEquals("01010207" + time + "120000" + "1100" + REST, read(own, 7, FAIL, 2));
        assertEquals("01010207" + time + "120000" + "1103" + REST, read(own, 7, SUCCESS, 2));
        assertEquals("0600000064", read(own, 7, SUCCESS, 8));
        assertEquals("1103", read(own, 1, "1-1:96.54.2*255", 2));
        assertEquals("0600005230", read(own, 1, "1-1:96.54.3*255", 2));
        assertEquals("0910" + IDENTIFIER.substring(8), read(own, 1, "1-1:96.54.4*255", 2));
        assertEquals("0600000001", read(own, 1, "1-1:96.54.5*255", 2));
        assertEquals("1101", read(own, 1, "1-1:96.54.6*255", 2));
    }

    private static String read(MeterDevice own, int classId, String name, int attribute) {
        var out = new AxdrWriter(1_000);
        var module = new Requester(18, 16, 1, 1, 0x00_10_1D, 1_024, 500, trefas.cosem.Protection.NONE);
        assertEquals(
                DataAccessResult.SUCCESS,
                own.get(module, new AttributeDescriptor(classId, Obis.of(name), attribute), Optional.empty(), out));
        return HexFormat.of().withUpperCase().formatHex(out.toOctets());
    }
}
