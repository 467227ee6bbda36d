package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import trefas.verification.ForeignCall.Caller;
import trefas.verification.ForeignCall.Carrier;
import trefas.verification.ForeignCall.House;

/// Gurux's and jDLMS's clients read all of the meter's own object model, set its clock and write a number: as the
/// public client, as a module with a password and as a management client that ciphers, over the wrapper and over
/// HDLC on one port.
class OwnModelPeersTest {

    private static final int DATA = 1;
    private static final int REGISTER = 3;
    private static final int CLOCK_CLASS = 8;
    private static final int VALUE = 2;

    private static final String METER_NUMBER = "1.1.0.0.1.255";
    private static final String CLOCK = "0.1.1.0.0.255";
    private static final String LOAD_PROFILE = "1.1.99.1.0.255";
    private static final int CAPTURED_IN_A_WEEK = 7 * 24 * 4;
    private static final int IMPORTED = 4;

    @TempDir
    static Path folder;

    private static PeerMeter meter;

    @BeforeAll
    static void replayTheWeek() throws Exception {
        meter = PeerMeter.replayTheWeek(folder, "own", House.GURUX.keys());
    }

    @AfterAll
    static void stopTheMeter() {
        meter.close();
    }

    static Stream<ForeignCall> everybody() {
        return ForeignCall.as(Caller.values());
    }

    static Stream<ForeignCall> whoeverSeesEnergy() {
        return ForeignCall.as(Caller.MODULE, Caller.MANAGEMENT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everybody")
    void everyAttributeTheListPromisesCanBeRead(ForeignCall call) throws Exception {
        ForeignReading reading;
        try (var client = call.open(meter)) {
            reading = client.readEverything();
        }

        // At least; the exact number is the business of the model's own test.
        int attributesMin = call.caller() == Caller.PUBLIC ? 40 : 240;
        assertEquals(List.of(), reading.problems());
        assertEquals(List.of(), reading.misfits());
        assertTrue(
                reading.values().size() >= attributesMin, () -> reading.values().size() + " attributes");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whoReadsAndOverWhatMakesNoDifference(House house) throws Exception {
        ForeignCall module = house.as(Caller.MODULE);
        ForeignCall management = house.as(Caller.MANAGEMENT);
        Map<String, String> asModule = measured(module);

        assertEquals(asModule, measured(module.over(Carrier.HDLC)));
        assertEquals(asModule, measured(management));
        assertEquals(asModule, measured(management.over(Carrier.HDLC)));
    }

    @Test
    void bothDecodeTheSameRegistersAndRows() throws Exception {
        assertEquals(measured(House.GURUX.as(Caller.MODULE)), measured(House.JDLMS.as(Caller.MODULE)));
    }

    /// Registers and the load profile; the association, the only other thing there is for all of them, tells of
    /// itself.
    private static Map<String, String> measured(ForeignCall call) throws Exception {
        try (var client = call.open(meter)) {
            var values = new TreeMap<>(client.readEverything().values());
            values.keySet().removeIf(name -> !name.startsWith("3/") && !name.startsWith("7/"));
            // The buffer of a logger without rows is null to Gurux and an empty list to jDLMS.
            values.replaceAll((name, value) -> name.startsWith("7/") && value.equals("null") ? "[]" : value);
            return values;
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void everyRegisterMeansTheSameToThemAndToUs(House house) throws Exception {
        var names = new ArrayList<String>();
        var foreign = new ArrayList<Double>();
        try (var client = house.as(Caller.MANAGEMENT).open(meter)) {
            for (String attribute : client.readEverything().values().keySet()) {
                if (attribute.startsWith("3/") && attribute.endsWith(":2")) {
                    String name = attribute.substring(2, attribute.length() - 2);
                    names.add(fullName(name));
                    foreign.add(client.register(name));
                }
            }
        }
        var asking = new ArrayList<String>(List.of("--client", "18"));
        asking.addAll(names);

        List<String> ours = meter.readByOurselves(asking);

        assertEquals(names.size(), ours.size());
        for (int register = 0; register < names.size(); register++) {
            double value = Double.parseDouble(ours.get(register).split(",", -1)[1]);
            assertEquals(foreign.get(register), value, 1e-9, names.get(register));
        }
    }

    /// `1.1.1.8.0.255` as `3/1-1:1.8.0*255:2`.
    private static String fullName(String logicalName) {
        String[] groups = logicalName.split("\\.", -1);
        return "3/%s-%s:%s.%s.%s*%s:2".formatted((Object[]) groups);
    }

    @Test
    void ourOwnCipheredClientReadsTheSame() throws Exception {
        var asking = new ArrayList<String>(List.of("--client", "1", "--server", "1"));
        asking.addAll(List.of(House.GURUX.keys().arguments()));
        asking.add("1.8.0");

        assertEquals("305290", meter.readByOurselves(asking).getFirst().split(",", -1)[1]);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aWrongPasswordIsRejected(House house) {
        assertThrows(
                Exception.class,
                () -> house.as(Caller.MODULE).open(meter, Optional.of("12346")).close());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whoeverSeesEnergy")
    void theLoadProfileByRangeAndByEntry(ForeignCall call) throws Exception {
        try (var client = call.open(meter)) {
            // 672 rows are some 25 kB: blocks, and over HDLC segments too.
            List<List<String>> all = client.rows(LOAD_PROFILE);
            assertEquals(CAPTURED_IN_A_WEEK, all.size());
            assertEquals("30529", all.getLast().get(IMPORTED));

            assertEquals(
                    2,
                    client.rowsBetween(LOAD_PROFILE, at(21, 12, 15), at(21, 12, 30))
                            .size());

            // Entry 0 is the newest row, and rising numbers walk back in time (dossier 10.6).
            int newest = all.size() - 1;
            assertEquals(all.subList(newest - 4, newest - 1).reversed(), client.rowsByNumber(LOAD_PROFILE, 2, 4));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void severalValuesComeInOneRequest(House house) throws Exception {
        var asked = new ArrayList<String>(List.of("1.1.1.8.0.255", "1.1.32.7.0.255"));
        var expected = new ArrayList<String>(List.of("30529", "239"));
        // Gurux's client takes one error in a list for an error of the whole.
        if (house != House.GURUX) {
            asked.add(1, "1.1.99.99.0.255");
            expected.add(1, ForeignClient.NOT_GIVEN);
        }
        try (var client = house.as(Caller.MODULE).open(meter)) {
            assertEquals(expected, client.readValues(REGISTER, asked));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whoeverSeesEnergy")
    void theClockIsSetAndReadBack(ForeignCall call) throws Exception {
        try (var client = call.open(meter)) {
            String before = client.read(CLOCK_CLASS, CLOCK, VALUE);
            assertEquals(at(24, 0, 0), client.time(CLOCK));

            client.setTime(CLOCK, at(25, 10, 30));

            assertEquals(at(25, 10, 30), client.time(CLOCK));
            client.setTime(CLOCK, at(24, 0, 0));
            assertEquals(before, client.read(CLOCK_CLASS, CLOCK, VALUE));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whoeverSeesEnergy")
    void aMeterNumberIsWritten(ForeignCall call) throws Exception {
        long written;
        try (var client = call.open(meter)) {
            written = Long.parseLong(client.read(DATA, METER_NUMBER, VALUE)) + 1;

            client.write(DATA, METER_NUMBER, VALUE, written);

            assertEquals(String.valueOf(written), client.read(DATA, METER_NUMBER, VALUE));
        }
        String ours = meter.readByOurselves(List.of("--client", "18", "1/1-1:0.0.1*255:2"))
                .getFirst();
        assertEquals(String.valueOf(written), ours.split(",", -1)[1]);
    }

    /// A time of the recorded December as the meter's wall shows it.
    private static LocalDateTime at(int day, int hour, int minute) {
        return LocalDateTime.of(2006, 12, day, hour, minute);
    }
}
