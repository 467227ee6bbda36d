package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Structure;
import trefas.dlms.client.Outcome;
import trefas.quantity.Obis;
import trefas.transport.AssociationRejectedException;
import trefas.transport.MeterConnection;
import trefas.verification.TrefasProgram.Ended;

/// Our client and our commands read a meter nobody here wrote: Gurux's server, with a password and with HLS-5.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ForeignMeterTest {

    private static final PeerKeys KEYS =
            new PeerKeys("5452460000000001", "000102030405060708090A0B0C0D0E0F", "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF");

    private static final int CLIENT = 1;
    private static final int SERVER = 1;

    @Test
    void ourClientReadsGuruxWithAPassword() throws Exception {
        try (var foreign = GuruxMeter.withPassword();
                var meter = OwnClient.withPassword(foreign.port(), CLIENT, SERVER, GuruxMeter.PASSWORD)) {
            assertReadsEverything(meter);
        }
    }

    @Test
    void ourClientReadsGuruxWithHighLevelSecurityAndCiphering() throws Exception {
        try (var foreign = GuruxMeter.ciphered(KEYS);
                var meter = OwnClient.ciphered(foreign.port(), CLIENT, SERVER, KEYS)) {
            assertReadsEverything(meter);
        }
    }

    @Test
    void aWrongPasswordIsToldAsARejection() throws Exception {
        try (var foreign = GuruxMeter.withPassword()) {
            assertThrows(
                    AssociationRejectedException.class,
                    () -> OwnClient.withPassword(foreign.port(), CLIENT, SERVER, "wrong"));
        }
    }

    private static void assertReadsEverything(MeterConnection meter) throws IOException {
        assertInstanceOf(Array.class, OwnClient.read(meter, 15, "0-0:40.0.0*255", 2));
        assertInstanceOf(OctetString.class, OwnClient.read(meter, 8, GuruxMeter.CLOCK, 2));
        assertEquals(new DoubleLongUnsigned(GuruxMeter.ENERGY_VALUE), OwnClient.read(meter, 3, GuruxMeter.ENERGY, 2));
        assertEquals(
                new Structure(List.of(new Int8(1), new Enumerated(30))),
                OwnClient.read(meter, 3, GuruxMeter.ENERGY, 3));

        assertReadsTheProfile(meter);

        var number = new AttributeDescriptor(1, Obis.of(GuruxMeter.NUMBER), 2);
        assertInstanceOf(Outcome.Done.class, meter.set(number, new DoubleLongUnsigned(42)));
        assertEquals(new DoubleLongUnsigned(42), OwnClient.read(meter, 1, GuruxMeter.NUMBER, 2));
    }

    /// 300 rows are some 6 kB: blocks.
    private static void assertReadsTheProfile(MeterConnection meter) throws IOException {
        var buffer = new AttributeDescriptor(7, Obis.of(GuruxMeter.PROFILE), 2);
        List<CosemData> all = rows(meter, buffer, Optional.empty());
        assertEquals(GuruxMeter.ROWS, all.size());

        var clock = new CaptureObject(8, Obis.of(GuruxMeter.CLOCK), 2, 0);
        AccessSelection firstDay = new AccessSelection.RangeDescriptor(
                clock,
                new OctetString(Octets.ofHex("07EA0B01FF000000FF000000")),
                new OctetString(Octets.ofHex("07EA0B01FF173B00FF000000")),
                List.of());
        assertEquals(all.subList(0, 96), rows(meter, buffer, Optional.of(firstDay)));

        AccessSelection someEntries = new AccessSelection.EntryDescriptor(3, 5, 1, 0);
        // Gurux's server takes the last entry for a count, so more rows come than were asked for.
        assertEquals(
                all.subList(2, 5), rows(meter, buffer, Optional.of(someEntries)).subList(0, 3));
    }

    private static List<CosemData> rows(
            MeterConnection meter, AttributeDescriptor buffer, Optional<AccessSelection> selection) throws IOException {
        return assertInstanceOf(Array.class, OwnClient.value(meter.get(buffer, selection)))
                .elements();
    }

    @Test
    void theReadCommandReadsGurux() throws Exception {
        try (var foreign = GuruxMeter.withPassword()) {
            Ended ended = TrefasProgram.run(
                    "read",
                    "--port",
                    String.valueOf(foreign.port()),
                    "--client",
                    "1",
                    "--server",
                    "1",
                    "--password",
                    GuruxMeter.PASSWORD,
                    "-o",
                    "csv",
                    "1.8.0");

            assertEquals(0, ended.exitCode(), () -> String.join("\n", ended.err()));
            assertTrue(ended.text().contains("47110"), ended::text);
        }
    }

    @Test
    void theProfileCommandReadsGuruxCiphered() throws Exception {
        try (var foreign = GuruxMeter.ciphered(KEYS)) {
            var command = new ArrayList<String>(List.of(
                    "profile",
                    "--port",
                    String.valueOf(foreign.port()),
                    "--client",
                    "1",
                    "--server",
                    "1",
                    "-o",
                    "csv",
                    "99.1.0"));
            command.addAll(List.of(KEYS.arguments()));

            Ended ended = TrefasProgram.run(command.toArray(String[]::new));

            assertEquals(0, ended.exitCode(), () -> String.join("\n", ended.err()));
            assertEquals(GuruxMeter.ROWS + 1, ended.out().size());
        }
    }
}
