package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.cosem.DeviationSign;
import trefas.cosem.Protection;
import trefas.cosem.Requester;
import trefas.device.configuration.MeterConfiguration;
import trefas.security.Secret;
import trefas.security.SecuritySuite;

/// Associations, logical devices, ports, and what this meter has none of (dossier F4, F7).
class AssociationObjectsTest {

    private static final String CURRENT = "0-0:40.0.0*255";
    private static final String NAME = "0-0:42.0.0*255";

    private final ControlOnBench bench = new ControlOnBench();

    @Test
    @DisplayName("O02 the current association tells SAPs, context, mechanism and status of whoever asks")
    void currentAssociation() {
        // T4 where it has the same association: client 16 at server 1, no ciphering.
        assertEquals(
                "02020F10120001",
                bench.get(ControlOnBench.PUBLIC, 15, CURRENT, 3).hex());
        assertEquals(
                "090760857405080101",
                bench.get(ControlOnBench.PUBLIC, 15, CURRENT, 4).hex());
        assertEquals(
                "090760857405080200",
                bench.get(ControlOnBench.PUBLIC, 15, CURRENT, 6).hex());
        assertEquals("1602", bench.get(ControlOnBench.PUBLIC, 15, CURRENT, 8).hex());

        assertEquals("02020F01120001", bench.get(15, CURRENT, 3).hex());
        assertEquals("090760857405080103", bench.get(15, CURRENT, 4).hex());
        // T4: 601EDF, 1024, 1024, 6, 0, empty.
        assertEquals(
                "02060418601EDF12040012040011060F000900",
                bench.get(15, CURRENT, 5).hex());
        assertEquals("090760857405080205", bench.get(15, CURRENT, 6).hex());
        assertEquals("1602", bench.get(15, CURRENT, 8).hex());
        assertEquals("1600", bench.get(15, "0-0:40.0.1*255", 8).hex(), "the public one is not this one");
    }

    @Test
    @DisplayName("O03 the SAP list is read by the public client: all logical devices, no duplicates")
    void sapList() {
        var list = bench.get(ControlOnBench.PUBLIC, 17, "0-0:41.0.0*255", 2).elements();

        assertEquals(list.size(), new HashSet<>(list).size());
        assertEquals(
                List.of(Values.structure(
                        Values.u16(1),
                        bench.get(ControlOnBench.PUBLIC, 1, NAME, 2).data())),
                list);
    }

    @Test
    @DisplayName("O04 the logical device name: three letters, then what is unique; at most 16 octets")
    void deviceName() {
        var name = (OctetString) bench.get(ControlOnBench.PUBLIC, 1, NAME, 2).data();
        String text = new String(name.octets().toArray(), StandardCharsets.US_ASCII);

        assertEquals("TRF0000018304117", text);
        assertTrue(text.matches("[A-Z]{3}.{0,13}"));
    }

    @Test
    @DisplayName(
            "O37 two logical devices: another server address is another device, and this one does not answer for it")
    void logicalDevices() {
        var other = new Requester(1, 16, 3, 5, 0, 1024, 1024, new Protection(true, true, false));

        assertEquals(
                DataAccessResult.READ_WRITE_DENIED, bench.get(other, 1, NAME, 2).result());
        int shownToPublic =
                bench.get(ControlOnBench.PUBLIC, 15, CURRENT, 2).elements().size();
        int shownToManagement = bench.get(15, CURRENT, 2).elements().size();
        assertTrue(shownToPublic < shownToManagement, "and each client has its own list");
    }

    @Test
    void everyObjectOfTheListCanBeAskedForItsName() {
        for (CosemData element : bench.get(15, CURRENT, 2).elements()) {
            int classId = Values.number(Values.element(element, 0));
            String name = Values.obis(Values.element(element, 2)).orElseThrow().toString();
            assertEquals(
                    Values.element(element, 2),
                    bench.get(15 == classId ? 15 : classId, name, 1).data(),
                    name);
        }
    }

    @Test
    void aPasswordIsChangedByItsOwnClientOnly() {
        var state = ControlOnBench.keys(SecuritySuite.SUITE_0);
        var secured = new ControlOnBench(Surroundings.NONE.with(ControlOnBench.access(state)));
        var lowLevel = new Requester(1, 1, 3, 1, 0, 1024, 1024, new Protection(true, true, false));
        var secret = Values.text("a new one");

        assertEquals(DataAccessResult.READ_WRITE_DENIED, secured.set(15, CURRENT, 7, secret), "keys, no password");
        assertEquals(ActionResult.OTHER_REASON, secured.call(15, CURRENT, 2, secret), "keys, no secret");
        assertEquals(DataAccessResult.OTHER_REASON, secured.set(lowLevel, 15, CURRENT, 7, Values.text("")));
        assertEquals(DataAccessResult.SUCCESS, secured.set(lowLevel, 15, CURRENT, 7, secret));
        assertEquals(Optional.of(Secret.of("a new one".getBytes(StandardCharsets.US_ASCII))), state.secret(1, 1));
        var highLevel = new Requester(1, 1, 3, 6, 0, 1024, 1024, new Protection(true, true, false));
        assertEquals(ActionResult.SUCCESS, secured.call(highLevel, 15, CURRENT, 2, Values.text("another")));
        assertEquals(
                DataAccessResult.READ_WRITE_DENIED, secured.get(15, CURRENT, 7).result());
    }

    @Test
    void usersOfVersion2() {
        var settings = new StandardSettings(2, DeviationSign.UTC_MINUS_LOCAL, "TRF", PortsAsMade.DEFAULT);
        var users = new ControlOnBench(StandardModel.of(MeterConfiguration.DEFAULT, settings), Surroundings.NONE);
        CosemData first = Values.structure(new Unsigned(1), Values.text("first"));

        assertEquals("0100", users.get(15, CURRENT, 10).hex());
        assertEquals(ActionResult.SUCCESS, users.call(15, CURRENT, 5, first));
        assertEquals(ActionResult.OTHER_REASON, users.call(15, CURRENT, 5, first));
        assertEquals(Values.array(first), users.get(15, CURRENT, 10).data());
        assertEquals(
                Values.structure(new Unsigned(0), Values.text("")),
                users.get(15, CURRENT, 11).data(),
                "unnamed");
        var named = ControlOnBench.MANAGEMENT.ofUser(1);
        assertEquals(first, users.get(named, 15, CURRENT, 11).data());
        assertTrue(users.device.knowsUser(1, 1, 1));
        assertFalse(users.device.knowsUser(1, 1, 2));
        assertTrue(users.device.knowsUser(16, 1, 2), "the public client has no list");
        assertEquals(ActionResult.SUCCESS, users.call(15, CURRENT, 6, first));
        assertEquals(ActionResult.OTHER_REASON, users.call(15, CURRENT, 6, first));
        assertTrue(users.device.knowsUser(1, 1, 2), "an empty list is none");
    }

    @Test
    @DisplayName(
            "O30 HDLC and TCP setups: what is written is what the next connection gets; the present one keeps its own")
    void ports() {
        assertEquals(
                new PortSettings.Hdlc(5, 1, 1, 1010, 1010, 500, 20, 32),
                PortSettings.hdlc(bench.device).orElseThrow());
        bench.having(23, "0-0:22.0.0*255", 3, new Unsigned(7))
                .having(23, "0-0:22.0.0*255", 8, Values.u16(120))
                .having(41, "0-0:25.0.0*255", 5, new Unsigned(3))
                .having(41, "0-0:25.0.0*255", 6, Values.u16(60));
        bench.restart();
        assertEquals(
                new PortSettings.Hdlc(5, 7, 1, 1010, 1010, 500, 120, 32),
                PortSettings.hdlc(bench.device).orElseThrow());
        assertEquals(
                new PortSettings.Tcp(4059, 576, 3, 60),
                PortSettings.tcp(bench.device).orElseThrow());
        assertEquals(List.of(), bench.effects, "nothing happens to what is open");

        assertEquals(DataAccessResult.OTHER_REASON, bench.set(23, "0-0:22.0.0*255", 3, new Unsigned(8)));
        assertEquals(DataAccessResult.OTHER_REASON, bench.set(23, "0-0:22.0.0*255", 5, Values.u16(31)));
        assertEquals(DataAccessResult.OTHER_REASON, bench.set(41, "0-0:25.0.0*255", 5, new Unsigned(0)));
        assertEquals(
                DataAccessResult.READ_WRITE_DENIED,
                bench.set(41, "0-0:25.0.0*255", 2, Values.u16(4060)),
                "a port that is set from afar could lock everybody out");
        assertEquals(DataAccessResult.READ_WRITE_DENIED, bench.set(41, "0-0:25.0.0*255", 4, Values.u16(1460)));
    }

    @Test
    @DisplayName("O31 M-Bus client: this meter has none, and says so")
    void noMBus() {
        assertEquals(
                DataAccessResult.OBJECT_UNDEFINED,
                bench.get(72, "0-1:24.1.0*255", 1).result());
        assertEquals(ActionResult.OBJECT_UNDEFINED, bench.call(72, "0-1:24.1.0*255", 1, new Unsigned(1)));
        assertTrue(bench.get(15, CURRENT, 2).elements().stream()
                .noneMatch(element -> Values.number(Values.element(element, 0)) == 72));
    }

    @Test
    @DisplayName("O33 IPv4 setup takes its own types and no others; NTP this meter has none, and says so")
    void networks() {
        String ip = "0-0:25.1.0*255";
        bench.having(42, ip, 3, Values.u32(0xC0A8_010AL)).having(42, ip, 8, new CosemData.Bool(false));
        assertEquals("06C0A8010A", bench.get(42, ip, 3).hex());
        assertEquals(DataAccessResult.TYPE_UNMATCHED, bench.set(42, ip, 3, Values.text("192.168.1.10")));
        assertEquals(DataAccessResult.TYPE_UNMATCHED, bench.set(42, ip, 8, new Unsigned(1)));
        assertEquals(ActionResult.SUCCESS, bench.call(42, ip, 1, Values.u32(0xE000_0001L)));
        assertEquals(ActionResult.OTHER_REASON, bench.call(42, ip, 1, Values.u32(0xE000_0001L)));
        assertEquals(Values.u16(1), bench.returned(42, ip, 3, new CosemData.Int8(0)));
        assertEquals(ActionResult.SUCCESS, bench.call(42, ip, 2, Values.u32(0xE000_0001L)));
        assertEquals(
                DataAccessResult.OBJECT_UNDEFINED,
                bench.get(100, "0-0:25.10.0*255", 2).result());
    }
}
