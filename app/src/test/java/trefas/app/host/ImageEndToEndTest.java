package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trefas.cosem.AttributeType;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.client.Outcome;
import trefas.objects.standard.FirmwareImage;
import trefas.transport.MeterConnection;
import trefas.transport.TcpWrapperLine;

/// A whole image on its way into a meter over a real socket (class 18): initiate, blocks, check, verify; with a
/// wrong block, with a connection that is lost in the middle, and with a meter that is started anew.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ImageEndToEndTest {

    private static final String IMAGE = "0-0:44.0.0*255";
    private static final int CLASS = 18;
    private static final int BLOCK_OCTETS = 512;
    private static final int STATUS_INITIATED = 1;
    private static final int STATUS_VERIFIED = 3;
    private static final int STATUS_BAD = 4;
    private static final int STATUS_NOT_RUN = 7;
    private static final String FAILED_UPLOADS = "1-1:99.98.14*255";

    /// Bit 1 of EventStatusB; bit 0 is a success.
    private static final int AUDIT_FAIL = 2;

    /// 20 kB in 40 blocks, the last of them shorter.
    private static final byte[] WHOLE = FirmwareImage.unsigned(0x0A0B_0C0D, 0x0000_0102, program());

    private static final int BLOCKS = (WHOLE.length + BLOCK_OCTETS - 1) / BLOCK_OCTETS;

    @TempDir
    private Path folder = Path.of("");

    private static byte[] program() {
        byte[] program = new byte[20_000];
        new Random(18).nextBytes(program);
        return program;
    }

    @Test
    void aWholeImageArrivesAndIsVerified() throws Exception {
        try (var meter = new StandardMeter(Optional.of(folder));
                var client = meter.management()) {
            initiate(client);
            for (int block = 0; block < BLOCKS; block++) {
                assertEquals(block, firstMissing(client));
                send(client, block);
            }
            assertEquals(BLOCKS, firstMissing(client));
            assertInstanceOf(Outcome.Done.class, verify(client));
            assertEquals(STATUS_VERIFIED, status(client));

            var info = assertInstanceOf(CosemData.Array.class, StandardMeter.read(client, CLASS, IMAGE, 7));
            var first =
                    assertInstanceOf(CosemData.Structure.class, info.elements().getFirst());
            assertEquals(
                    new CosemData.DoubleLongUnsigned(WHOLE.length),
                    first.elements().get(0));
            assertEquals(
                    StandardMeter.octets("0A0B0C0D00000102"), first.elements().get(1));
        }
    }

    /// A block of a wrong length is refused at once; one of wrong octets is found by the verification and mended.
    @Test
    void aWrongBlockIsFoundAndMended() throws Exception {
        try (var meter = new StandardMeter(Optional.of(folder));
                var client = meter.management()) {
            initiate(client);
            assertInstanceOf(Outcome.Refused.class, call(client, 0, new byte[BLOCK_OCTETS - 1]));
            assertInstanceOf(Outcome.Refused.class, call(client, BLOCKS, block(0)));
            for (int block = 0; block < BLOCKS; block++) {
                send(client, block);
            }
            byte[] wrong = block(7);
            wrong[100] ^= 1;
            assertInstanceOf(Outcome.Done.class, call(client, 7, wrong));
            assertInstanceOf(Outcome.Refused.class, verify(client));
            assertEquals(STATUS_BAD, status(client));

            send(client, 7);
            assertInstanceOf(Outcome.Done.class, verify(client));
            assertEquals(STATUS_VERIFIED, status(client));
        }
    }

    /// ```
    /// client                                 meter
    ///   | block 0 ... 12 ----------------------> |
    ///   | block 13 ---------X                    |   the connection is lost
    ///   | GET first not transferred -----------> |   13 or 14
    ///   | blocks from there on ----------------> |
    /// ```
    @Test
    void aLostConnectionIsTakenUpAtTheFirstBlockThatIsMissing() throws Exception {
        try (var meter = new StandardMeter(Optional.of(folder))) {
            var line = TcpWrapperLine.open(meter.tcp(), StandardMeter.PATIENCE);
            var lost = meter.management(line);
            initiate(lost);
            for (int block = 0; block < 13; block++) {
                send(lost, block);
            }
            line.close();

            try (var client = meter.management()) {
                assertEquals(13, firstMissing(client));
                assertEquals(STATUS_INITIATED, status(client));
                for (int block = 13; block < BLOCKS; block++) {
                    send(client, block);
                }
                assertInstanceOf(Outcome.Done.class, verify(client));
            }
        }
    }

    @Test
    void aMeterThatIsStartedAnewGoesOnWhereItStopped() throws Exception {
        long stopped;
        try (var meter = new StandardMeter(Optional.of(folder));
                var client = meter.management()) {
            initiate(client);
            for (int block = 0; block < 21; block++) {
                send(client, block);
            }
            send(client, 30);
            stopped = meter.process.host().next();
        }
        try (var meter = new StandardMeter(Optional.of(folder), stopped + 1)) {
            meter.headEnd.continueSendingAt(10_000);
            try (var client = meter.management()) {
                assertEquals(21, firstMissing(client));
                for (int block = 21; block < BLOCKS; block++) {
                    send(client, block);
                }
                assertInstanceOf(Outcome.Done.class, verify(client));
                assertEquals(STATUS_VERIFIED, status(client));
            }
        }
    }

    /// A bad image, then a good one that nothing here runs: two rows of failed uploads, told by the event status too
    /// and still there when the meter is started anew (dossier 10.5, 18).
    @Test
    void whatDidNotComeToRunIsAudited() throws Exception {
        List<CosemData> rows;
        long stopped;
        try (var meter = new StandardMeter(Optional.of(folder));
                var client = meter.management()) {
            assertEquals(List.of(), rows(client, FAILED_UPLOADS));
            initiate(client);
            for (int block = BLOCKS - 1; block > 0; block--) {
                send(client, block);
            }
            assertInstanceOf(Outcome.Done.class, call(client, 0, new byte[BLOCK_OCTETS]));
            assertInstanceOf(Outcome.Refused.class, verify(client));
            send(client, 0);
            assertInstanceOf(Outcome.Done.class, verify(client));
            assertInstanceOf(Outcome.Refused.class, StandardMeter.call(client, CLASS, IMAGE, 4, new CosemData.Int8(0)));
            assertEquals(STATUS_NOT_RUN, status(client));

            rows = rows(client, FAILED_UPLOADS);
            assertEquals(
                    AUDIT_FAIL,
                    meter.process
                                    .host()
                                    .<Integer>read(
                                            shown -> shown.parts().events().bitsB())
                            & 3);
            stopped = meter.process.host().next();
        }
        assertEquals(List.of(0, 3), rows.stream().map(row -> number(row, 1)).toList(), "nothing believable, the whole");
        for (CosemData row : rows) {
            assertEquals(
                    StandardMeter.octets("54524649" + "00".repeat(12)),
                    assertInstanceOf(CosemData.Structure.class, row).elements().get(3));
            assertEquals(1, number(row, 4), "the management client");
            assertEquals(1, number(row, 5), "wired");
        }
        try (var meter = new StandardMeter(Optional.of(folder), stopped + 1)) {
            meter.headEnd.continueSendingAt(10_000);
            try (var client = meter.management()) {
                assertEquals(rows, rows(client, FAILED_UPLOADS));
                assertEquals(List.of(), rows(client, "1-1:99.98.13*255"));
                assertEquals(
                        new CosemData.Unsigned(3), StandardMeter.read(client, 1, "1-1:96.54.2*255", 2), "the newest");
            }
        }
    }

    private static List<CosemData> rows(MeterConnection client, String log) throws IOException {
        return assertInstanceOf(CosemData.Array.class, StandardMeter.read(client, 7, log, 2))
                .elements();
    }

    private static int number(CosemData row, int column) {
        var cells = assertInstanceOf(CosemData.Structure.class, row).elements();
        return AttributeType.number(cells.get(column)).orElseThrow().intValue();
    }

    private static void initiate(MeterConnection client) throws IOException {
        StandardMeter.set(client, CLASS, IMAGE, 5, new CosemData.Bool(true));
        assertInstanceOf(
                Outcome.Done.class,
                StandardMeter.call(
                        client,
                        CLASS,
                        IMAGE,
                        1,
                        StandardMeter.structure(
                                StandardMeter.octets("54524649"), new CosemData.DoubleLongUnsigned(WHOLE.length))));
    }

    private static byte[] block(int number) {
        return Arrays.copyOfRange(WHOLE, number * BLOCK_OCTETS, Math.min(WHOLE.length, (number + 1) * BLOCK_OCTETS));
    }

    private static void send(MeterConnection client, int number) throws IOException {
        assertInstanceOf(Outcome.Done.class, call(client, number, block(number)));
    }

    private static Outcome call(MeterConnection client, int number, byte[] octets) throws IOException {
        return StandardMeter.call(
                client,
                CLASS,
                IMAGE,
                2,
                StandardMeter.structure(
                        new CosemData.DoubleLongUnsigned(number), new CosemData.OctetString(Octets.of(octets))));
    }

    private static Outcome verify(MeterConnection client) throws IOException {
        return StandardMeter.call(client, CLASS, IMAGE, 3, new CosemData.Int8(0));
    }

    private static long firstMissing(MeterConnection client) throws IOException {
        return assertInstanceOf(CosemData.DoubleLongUnsigned.class, StandardMeter.read(client, CLASS, IMAGE, 4))
                .value();
    }

    private static int status(MeterConnection client) throws IOException {
        return assertInstanceOf(CosemData.Enumerated.class, StandardMeter.read(client, CLASS, IMAGE, 6))
                .value();
    }
}
