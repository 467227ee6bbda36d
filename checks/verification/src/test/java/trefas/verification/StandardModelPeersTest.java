package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import trefas.verification.ForeignCall.House;

/// Gurux's and jDLMS's clients read all of the standard model, as the public and as the management client, over the
/// wrapper and over HDLC; and as the management client, ciphered, they set the clock, open and close the
/// disconnector, set the limiter and work with profiles.
class StandardModelPeersTest {

    private static final int REGISTER = 3;
    private static final int PROFILE = 7;
    private static final int CLOCK_CLASS = 8;
    private static final int DISCONNECT_CONTROL = 70;
    private static final int LIMITER_CLASS = 71;
    private static final int VALUE = 2;

    private static final String IMPORT = "1.0.1.8.0.255";
    private static final String CLOCK = "0.0.1.0.0.255";
    private static final String LOAD_PROFILE = "1.0.99.1.0.255";
    private static final String DAILY_PROFILE = "1.0.99.2.0.255";
    private static final String DISCONNECTOR = "0.0.96.3.10.255";
    private static final String LIMITER = "0.0.17.0.0.255";

    private static final int CAPTURED_IN_A_WEEK = 7 * 24 * 4;
    private static final int RESET = 1;
    private static final int CAPTURE = 2;
    private static final int ENTRIES_IN_USE = 7;
    private static final int REMOTE_DISCONNECT = 1;
    private static final int REMOTE_RECONNECT = 2;
    private static final int OUTPUT_STATE = 2;
    private static final int CONTROL_STATE = 3;
    private static final int THRESHOLD_ACTIVE = 3;
    private static final int THRESHOLD_NORMAL = 4;

    /// What the meter tells each client of that client: counters under its keys, and what was negotiated.
    private static final Set<String> OF_THE_CLIENT = Set.of("1/0.0.43.1.0.255:2", "15/0.0.40.0.0.255:5");

    @TempDir
    static Path folder;

    private static PeerMeter meter;

    @BeforeAll
    static void replayTheWeek() throws Exception {
        meter = PeerMeter.replayTheWeek(folder, "standard", House.GURUX.keys());
    }

    @AfterAll
    static void stopTheMeter() {
        meter.close();
    }

    static Stream<ForeignCall> everybody() {
        return ForeignCall.as(Caller.PUBLIC, Caller.MANAGEMENT);
    }

    static Stream<ForeignCall> management() {
        return ForeignCall.as(Caller.MANAGEMENT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everybody")
    void everyAttributeTheListPromisesCanBeRead(ForeignCall call) throws Exception {
        ForeignReading reading;
        try (var client = call.open(meter)) {
            reading = client.readEverything();
        }

        assertEquals(List.of(), reading.problems());
        assertEquals(misfits(call), reading.misfits());
        assertTrue(
                reading.values().size() >= attributesMin(call.caller()),
                () -> reading.values().size() + " attributes");
    }

    /// Gurux knows push setup as it was in version 0, where a repetition delay is a plain number.
    private static List<String> misfits(ForeignCall call) {
        return call.house() == House.GURUX && call.caller() == Caller.MANAGEMENT
                ? List.of("40/0.0.25.9.0.255:7")
                : List.of();
    }

    /// Attributes at least; the exact number is the business of the model's own test.
    private static int attributesMin(Caller caller) {
        return caller == Caller.PUBLIC ? 10 : 400;
    }

    @Test
    void bothDecodeTheSameNumbersAndOctets() throws Exception {
        Map<String, String> gurux = everything(House.GURUX);
        Map<String, String> jdlms = everything(House.JDLMS);

        assertTrue(gurux.size() >= attributesMin(Caller.MANAGEMENT));
        // Gurux makes nothing of an empty array.
        jdlms.replaceAll((_, value) -> value.equals("[]") ? "null" : value);
        assertEquals(jdlms, gurux);
    }

    private static Map<String, String> everything(House house) throws Exception {
        try (var client = house.as(Caller.MANAGEMENT).open(meter)) {
            ForeignReading reading = client.readEverything();
            assertEquals(List.of(), reading.problems());
            var values = new TreeMap<>(reading.values());
            values.keySet().removeAll(OF_THE_CLIENT);
            return values;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("management")
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
    @MethodSource("management")
    void theDisconnectorFollowsTheClient(ForeignCall call) throws Exception {
        try (var client = call.open(meter)) {
            assertDisconnector(client, "true", "1");

            client.invoke(DISCONNECT_CONTROL, DISCONNECTOR, REMOTE_DISCONNECT);
            assertDisconnector(client, "false", "0");

            client.invoke(DISCONNECT_CONTROL, DISCONNECTOR, REMOTE_RECONNECT);
            assertDisconnector(client, "true", "1");
        }
    }

    private static void assertDisconnector(ForeignClient client, String output, String state) throws Exception {
        assertEquals(output, client.read(DISCONNECT_CONTROL, DISCONNECTOR, OUTPUT_STATE));
        assertEquals(state, client.read(DISCONNECT_CONTROL, DISCONNECTOR, CONTROL_STATE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("management")
    void aThresholdOfTheLimiterIsSet(ForeignCall call) throws Exception {
        try (var client = call.open(meter)) {
            client.write(LIMITER_CLASS, LIMITER, THRESHOLD_NORMAL, 4_600);

            assertEquals("4600", client.read(LIMITER_CLASS, LIMITER, THRESHOLD_NORMAL));
            // There is no emergency, so it is in force at once; and nobody but the meter says which one is.
            assertEquals("4600", client.read(LIMITER_CLASS, LIMITER, THRESHOLD_ACTIVE));
            assertRefused(
                    ForeignRefusalException.READ_WRITE_DENIED,
                    () -> client.write(LIMITER_CLASS, LIMITER, THRESHOLD_ACTIVE, 4_600));
            client.write(LIMITER_CLASS, LIMITER, THRESHOLD_NORMAL, 0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("management")
    void theLoadProfileByRangeAndByEntry(ForeignCall call) throws Exception {
        try (var client = call.open(meter)) {
            List<List<String>> all = client.rows(LOAD_PROFILE);
            assertEquals(CAPTURED_IN_A_WEEK, all.size());

            // The first row ends at a quarter past midnight, four days before.
            int row = 4 * 24 * 4 + 12 * 4;
            assertEquals(all.subList(row, row + 2), client.rowsBetween(LOAD_PROFILE, at(21, 12, 15), at(21, 12, 30)));

            // Entry 1 is the oldest row: the sort method is first in, first out (Blue Book, class 7).
            assertEquals(all.subList(1, 4), client.rowsByNumber(LOAD_PROFILE, 2, 4));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("management")
    void aProfileIsCapturedAndReset(ForeignCall call) throws Exception {
        try (var client = call.open(meter)) {
            List<List<String>> before = client.rows(DAILY_PROFILE);

            client.invoke(PROFILE, DAILY_PROFILE, CAPTURE);

            List<List<String>> captured = client.rows(DAILY_PROFILE);
            assertEquals(before, captured.subList(0, captured.size() - 1));
            assertEquals(
                    client.read(REGISTER, IMPORT, VALUE), captured.getLast().get(1));

            client.invoke(PROFILE, DAILY_PROFILE, RESET);

            assertEquals(List.of(), client.rows(DAILY_PROFILE));
            assertEquals("0", client.read(PROFILE, DAILY_PROFILE, ENTRIES_IN_USE));
        }
    }

    /// Its rows are the meter's own, captured by nobody but the meter.
    @ParameterizedTest(name = "{0}")
    @MethodSource("management")
    void nobodyCapturesTheLoadProfile(ForeignCall call) throws Exception {
        try (var client = call.open(meter)) {
            assertRefused(
                    ForeignRefusalException.READ_WRITE_DENIED, () -> client.invoke(PROFILE, LOAD_PROFILE, CAPTURE));

            assertEquals(String.valueOf(CAPTURED_IN_A_WEEK), client.read(PROFILE, LOAD_PROFILE, ENTRIES_IN_USE));
        }
    }

    /// Neither SET nor ACTION is negotiated with it, and each house tells that in its own way. Each deed has an
    /// association of its own, for jDLMS may end one to hear of a refusal.
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void thePublicClientSetsNothing(House house) throws Exception {
        try (var client = house.as(Caller.PUBLIC).open(meter)) {
            assertNotAllowed(house, () -> client.setTime(CLOCK, at(25, 10, 30)));
        }
        try (var client = house.as(Caller.PUBLIC).open(meter)) {
            assertNotAllowed(house, () -> client.invoke(DISCONNECT_CONTROL, DISCONNECTOR, REMOTE_DISCONNECT));
        }
        try (var client = house.as(Caller.PUBLIC).open(meter)) {
            assertEquals(at(24, 0, 0), client.time(CLOCK));
        }
        try (var client = house.as(Caller.MANAGEMENT).open(meter)) {
            assertDisconnector(client, "true", "1");
        }
    }

    /// What is asked in vain.
    @FunctionalInterface
    private interface Asked {
        void of() throws Exception;
    }

    /// The meter answered with an exception response, service-not-allowed and service-not-supported.
    private static void assertNotAllowed(House house, Asked asked) {
        String told = switch (house) {
            case GURUX -> "Service not allowed. Service not supported";
            case JDLMS -> "{stateError: 1, serviceError: 2}";
        };
        Exception refused = assertThrows(Exception.class, asked::of);
        assertTrue(String.valueOf(refused.getMessage()).contains(told), refused::toString);
    }

    private static void assertRefused(int result, Asked asked) {
        assertEquals(
                result, assertThrows(ForeignRefusalException.class, asked::of).result());
    }

    /// A time of the recorded December as the meter's wall shows it.
    private static LocalDateTime at(int day, int hour, int minute) {
        return LocalDateTime.of(2006, 12, day, hour, minute);
    }
}
