package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gurux.dlms.enums.InterfaceType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.verification.JdlmsLine.Carrier;

/// Gurux's and jDLMS's clients read all of the standard model, as the public and as the management client, over
/// the wrapper and over HDLC.
class StandardModelPeersTest {

    private static final String ENCRYPTION_KEY = "000102030405060708090A0B0C0D0E0F";
    private static final String AUTHENTICATION_KEY = "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF";
    private static final PeerKeys GURUX_KEYS = new PeerKeys("4755520000000002", ENCRYPTION_KEY, AUTHENTICATION_KEY);
    private static final PeerKeys JDLMS_KEYS = new PeerKeys("4F4D5500000003EA", ENCRYPTION_KEY, AUTHENTICATION_KEY);

    /// Who reads, and how.
    enum Reader {
        PUBLIC_OVER_WRAPPER(PeerMeter.PUBLIC_CLIENT, InterfaceType.WRAPPER, Carrier.WRAPPER),
        PUBLIC_OVER_HDLC(PeerMeter.PUBLIC_CLIENT, InterfaceType.HDLC, Carrier.HDLC),
        MANAGEMENT_OVER_WRAPPER(PeerMeter.MANAGEMENT_CLIENT, InterfaceType.WRAPPER, Carrier.WRAPPER),
        MANAGEMENT_OVER_HDLC(PeerMeter.MANAGEMENT_CLIENT, InterfaceType.HDLC, Carrier.HDLC);

        private final int client;
        private final InterfaceType guruxCarrier;
        private final Carrier jdlmsCarrier;

        Reader(int client, InterfaceType guruxCarrier, Carrier jdlmsCarrier) {
            this.client = client;
            this.guruxCarrier = guruxCarrier;
            this.jdlmsCarrier = jdlmsCarrier;
        }

        GuruxLine gurux() throws Exception {
            return client == PeerMeter.PUBLIC_CLIENT
                    ? GuruxLine.open(meter.port(), guruxCarrier, client, PeerMeter.MANAGEMENT_DEVICE, Optional.empty())
                    : GuruxLine.ciphered(meter.port(), guruxCarrier, client, PeerMeter.MANAGEMENT_DEVICE, GURUX_KEYS);
        }

        JdlmsLine jdlms() throws IOException {
            return client == PeerMeter.PUBLIC_CLIENT
                    ? JdlmsLine.open(meter.port(), jdlmsCarrier, client, PeerMeter.MANAGEMENT_DEVICE)
                    : JdlmsLine.ciphered(meter.port(), jdlmsCarrier, client, PeerMeter.MANAGEMENT_DEVICE, JDLMS_KEYS);
        }

        /// Gurux knows push setup as it was in version 0, where a repetition delay is a plain number.
        List<String> guruxMisfits() {
            return client == PeerMeter.PUBLIC_CLIENT ? List.of() : List.of("40/0.0.25.9.0.255:7");
        }

        /// Attributes at least; the exact number is the business of the model's own test.
        int attributesMin() {
            return client == PeerMeter.PUBLIC_CLIENT ? 10 : 400;
        }
    }

    /// What the meter tells each client of that client: counters under its keys, and what was negotiated.
    private static final Set<String> OF_THE_CLIENT = Set.of("1/0.0.43.1.0.255:2", "15/0.0.40.0.0.255:5");

    @TempDir
    static Path folder;

    private static PeerMeter meter;

    @BeforeAll
    static void replayTheWeek() throws Exception {
        meter = PeerMeter.replayTheWeek(folder, "standard", GURUX_KEYS);
    }

    @AfterAll
    static void stopTheMeter() {
        meter.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void guruxReadsEveryAttributeTheListPromises(Reader reader) throws Exception {
        GuruxReading reading;
        try (var line = reader.gurux()) {
            reading = GuruxReading.of(line);
        }

        assertEquals(List.of(), reading.problems());
        assertEquals(reader.guruxMisfits(), reading.misfits());
        assertTrue(
                reading.values().size() >= reader.attributesMin(),
                () -> reading.values().size() + " attributes");
    }

    @Test
    void bothDecodeTheSameNumbersAndOctets() throws Exception {
        Map<String, String> gurux;
        Map<String, String> jdlms;
        try (var line = Reader.MANAGEMENT_OVER_WRAPPER.gurux()) {
            GuruxReading reading = GuruxReading.of(line);
            assertEquals(List.of(), reading.problems());
            gurux = new TreeMap<>(reading.values());
        }
        try (var line = Reader.MANAGEMENT_OVER_WRAPPER.jdlms()) {
            jdlms = new TreeMap<>(JdlmsReading.of(line).values());
        }

        gurux.keySet().removeAll(OF_THE_CLIENT);
        assertTrue(gurux.size() >= Reader.MANAGEMENT_OVER_WRAPPER.attributesMin());
        // Gurux makes nothing of an empty array.
        jdlms.replaceAll((_, value) -> value.equals("[]") ? "null" : value);
        jdlms.keySet().removeAll(OF_THE_CLIENT);
        assertEquals(jdlms, gurux);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void jdlmsReadsEveryAttributeTheListPromises(Reader reader) throws Exception {
        JdlmsReading reading;
        try (var line = reader.jdlms()) {
            reading = JdlmsReading.of(line);
        }

        assertEquals(List.of(), reading.problems());
        assertTrue(
                reading.values().size() >= reader.attributesMin(),
                () -> reading.values().size() + " attributes");
    }
}
