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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import trefas.dlms.client.ServiceCall.AttributeRead;
import trefas.quantity.Obis;
import trefas.transport.AssociationRejectedException;
import trefas.transport.MeterConnection;
import trefas.transport.ReadResult;
import trefas.verification.TrefasProgram.Ended;

/// Our client and our commands read and write meters nobody here wrote, the servers of two houses, with a password
/// and with HLS-5.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ForeignMeterTest {

    private static final PeerKeys KEYS =
            new PeerKeys("5452460000000001", "000102030405060708090A0B0C0D0E0F", "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF");

    private static final String NOT_THERE = "1-0:99.99.99*255";
    private static final int VALUE = 2;

    /// Whose server.
    enum House {
        GURUX,
        JDLMS;

        ForeignMeter withPassword() throws Exception {
            return switch (this) {
                case GURUX -> GuruxMeter.withPassword();
                case JDLMS -> JdlmsMeter.withPassword();
            };
        }

        ForeignMeter ciphered() throws Exception {
            return switch (this) {
                case GURUX -> GuruxMeter.ciphered(KEYS);
                case JDLMS -> JdlmsMeter.ciphered(KEYS);
            };
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void ourClientReadsAndWritesWithAPassword(House house) throws Exception {
        try (var foreign = house.withPassword();
                var meter = OwnClient.withPassword(
                        foreign.port(), ForeignMeter.CLIENT, ForeignMeter.SERVER, ForeignMeter.PASSWORD)) {
            assertReadsAndWritesEverything(meter, house);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void ourClientReadsAndWritesWithHighLevelSecurityAndCiphering(House house) throws Exception {
        try (var foreign = house.ciphered();
                var meter = OwnClient.ciphered(foreign.port(), ForeignMeter.CLIENT, ForeignMeter.SERVER, KEYS)) {
            assertReadsAndWritesEverything(meter, house);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aWrongPasswordIsToldAsARejection(House house) throws Exception {
        try (var foreign = house.withPassword()) {
            assertThrows(
                    AssociationRejectedException.class,
                    () -> OwnClient.withPassword(foreign.port(), ForeignMeter.CLIENT, ForeignMeter.SERVER, "wrong"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aClientWithAnotherKeyIsNotLetIn(House house) throws Exception {
        var otherKeys = new PeerKeys("5452460000000001", "FF".repeat(16), "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF");
        try (var foreign = house.ciphered()) {
            assertThrows(
                    IOException.class,
                    () -> OwnClient.ciphered(foreign.port(), ForeignMeter.CLIENT, ForeignMeter.SERVER, otherKeys));
        }
    }

    private static void assertReadsAndWritesEverything(MeterConnection meter, House house) throws IOException {
        assertInstanceOf(Array.class, OwnClient.read(meter, 15, "0-0:40.0.0*255", VALUE));
        assertEquals(
                "07EA0B01",
                hex(OwnClient.read(meter, 8, ForeignMeter.CLOCK, VALUE)).substring(0, 8));
        assertEquals(
                new DoubleLongUnsigned(ForeignMeter.ENERGY_VALUE),
                OwnClient.read(meter, 3, ForeignMeter.ENERGY, VALUE));
        assertEquals(
                new Structure(List.of(new Int8(ForeignMeter.ENERGY_SCALER), new Enumerated(30))),
                OwnClient.read(meter, 3, ForeignMeter.ENERGY, 3));
        assertReadsAList(meter, house);
        assertReadsTheProfile(meter, house);

        var number = new AttributeDescriptor(1, Obis.of(ForeignMeter.NUMBER), VALUE);
        assertInstanceOf(Outcome.Done.class, meter.set(number, new DoubleLongUnsigned(42)));
        assertEquals(new DoubleLongUnsigned(42), OwnClient.read(meter, 1, ForeignMeter.NUMBER, VALUE));
        var notThere = new AttributeDescriptor(3, Obis.of(NOT_THERE), VALUE);
        assertInstanceOf(Outcome.Refused.class, meter.set(notThere, new DoubleLongUnsigned(42)));
    }

    private static String hex(CosemData octets) {
        return assertInstanceOf(OctetString.class, octets).octets().toString();
    }

    /// In one request; what isn't there spoils nothing.
    private static void assertReadsAList(MeterConnection meter, House house) throws IOException {
        var asked = new ArrayList<AttributeRead>(List.of(value(3, ForeignMeter.ENERGY), value(1, ForeignMeter.NUMBER)));
        // In a list Gurux's server leaves out the code of an error, so nothing after it can be read.
        if (house != House.GURUX) {
            asked.add(1, value(3, NOT_THERE));
        }

        List<ReadResult> results = meter.get(asked);

        assertEquals(new ReadResult.Value(new DoubleLongUnsigned(ForeignMeter.ENERGY_VALUE)), results.getFirst());
        assertEquals(new ReadResult.Value(new DoubleLongUnsigned(ForeignMeter.NUMBER_AT_FIRST)), results.getLast());
        for (ReadResult missing : results.subList(1, results.size() - 1)) {
            assertInstanceOf(ReadResult.NotGiven.class, missing);
        }
    }

    private static AttributeRead value(int classId, String name) {
        return new AttributeRead(new AttributeDescriptor(classId, Obis.of(name), VALUE), Optional.empty());
    }

    /// 300 rows are some 6 kB: blocks.
    private static void assertReadsTheProfile(MeterConnection meter, House house) throws IOException {
        var buffer = new AttributeDescriptor(7, Obis.of(ForeignMeter.PROFILE), VALUE);
        List<CosemData> all = rows(meter, buffer, Optional.empty());
        assertEquals(ForeignMeter.ROWS, all.size());

        var clock = new CaptureObject(8, Obis.of(ForeignMeter.CLOCK), VALUE, 0);
        AccessSelection firstDay = new AccessSelection.RangeDescriptor(
                clock,
                new OctetString(Octets.ofHex("07EA0B01FF000000FF000000")),
                new OctetString(Octets.ofHex("07EA0B01FF173B00FF000000")),
                List.of());
        assertEquals(all.subList(0, 96), rows(meter, buffer, Optional.of(firstDay)));

        AccessSelection someEntries = new AccessSelection.EntryDescriptor(3, 5, 1, 0);
        List<CosemData> entries = rows(meter, buffer, Optional.of(someEntries));
        // Gurux's server takes the last entry for a count, so it gives more rows than were asked for.
        assertEquals(house == House.GURUX ? 5 : 3, entries.size());
        assertEquals(all.subList(2, 5), entries.subList(0, 3));
    }

    private static List<CosemData> rows(
            MeterConnection meter, AttributeDescriptor buffer, Optional<AccessSelection> selection) throws IOException {
        return assertInstanceOf(Array.class, OwnClient.value(meter.get(buffer, selection)))
                .elements();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theReadCommandReadsIt(House house) throws Exception {
        try (var foreign = house.withPassword()) {
            Ended ended = TrefasProgram.run(
                    "read",
                    "--port",
                    String.valueOf(foreign.port()),
                    "--client",
                    "1",
                    "--server",
                    "1",
                    "--password",
                    ForeignMeter.PASSWORD,
                    "-o",
                    "csv",
                    "1.8.0");

            assertEquals(0, ended.exitCode(), () -> String.join("\n", ended.err()));
            assertTrue(ended.text().contains("47110"), ended::text);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theProfileCommandReadsItCiphered(House house) throws Exception {
        try (var foreign = house.ciphered()) {
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
            assertEquals(ForeignMeter.ROWS + 1, ended.out().size());
        }
    }
}
