package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trefas.cosem.ActionResult;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.objects.standard.StandardEffect.SendPush;
import trefas.quantity.Obis;

/// Push setups of versions 0 to 2 as a client sets them up and as the shell carries them out (dossier F8).
class PushObjectTest {

    private static final String INTERVAL = "0-0:25.9.0*255";
    private static final String SECOND = "0-1:25.9.0*255";
    private static final String ON_ALARM = "0-4:25.9.0*255";

    private final ControlOnBench bench = new ControlOnBench();

    @Test
    @DisplayName("O24 push by method: after its random delay, once")
    void byMethod() {
        var lucky = new ControlOnBench(Surroundings.NONE.with(() -> 0.5));
        lucky.having(40, INTERVAL, 5, Values.u16(9));
        assertEquals(ActionResult.SUCCESS, lucky.call(40, INTERVAL, 1));
        lucky.seconds(4);
        assertEquals(0, pushes(lucky).size());
        lucky.seconds(1);
        assertEquals(1, pushes(lucky).size());
        lucky.seconds(100);
        assertEquals(1, pushes(lucky).size(), "until the shell reports");
    }

    @Test
    @DisplayName("O24 push on an interval: schedule 0-0:15.0.4 runs script 1 of 0-0:10.0.108")
    void onInterval() {
        // Every minute at second 30: time **:**:30, date any.
        bench.having(22, "0-0:15.0.4*255", 3, Values.en(1))
                .having(22, "0-0:15.0.4*255", 4, ControlOnBench.hex("0101 0202 0904FFFF1EFF 0905FFFFFFFFFF"));
        bench.seconds(120);
        assertEquals(1, pushes(bench).size(), "the second trigger waits for the first push");
        bench.device.pushed(Obis.of(INTERVAL), PushReport.SENT);
        bench.seconds(2);
        assertEquals(2, pushes(bench).size());
    }

    @Test
    @DisplayName("O24 push on alarm: what the filter lets through is pushed by 0-4:25.9.0")
    void onAlarm() {
        bench.device.pushed(Obis.of(ON_ALARM), PushReport.SENT);
        bench.device.alarm(Alarm.FRAUD_ATTEMPT, true);
        bench.seconds(2);
        var push = pushes(bench).getLast();
        assertEquals(Obis.of(ON_ALARM), push.pushSetup());
        long bits = Values.number(Values.element(push.body(), 2));
        assertTrue((bits & Alarm.FRAUD_ATTEMPT.mask()) != 0);
    }

    @Test
    @DisplayName("O24 window: a push outside waits for the next one")
    void window() {
        // The bench wakes at 01:00 on the wall; open from 01:10 to 01:20 every day.
        bench.having(
                40,
                INTERVAL,
                4,
                ControlOnBench.hex("0101 0202 090CFFFFFFFFFF010A00FF8000FF 090CFFFFFFFFFF011400FF8000FF"));
        bench.call(40, INTERVAL, 1);
        bench.seconds(9 * 60);
        assertEquals(0, pushes(bench).size());
        bench.seconds(70);
        assertEquals(1, pushes(bench).size());
    }

    @Test
    @DisplayName("O24 retries: version 2 waits longer each time, version 0 always the same, then both give up")
    void retries() {
        bench.having(40, INTERVAL, 6, new Unsigned(3))
                .having(40, INTERVAL, 7, Values.structure(Values.u16(10), Values.u16(200), Values.u16(30)));
        assertEquals(List.of(0, 10, 20, 30), gaps(INTERVAL));

        bench.having(40, SECOND, 6, new Unsigned(2)).having(40, SECOND, 7, Values.u16(7));
        assertEquals(List.of(0, 7, 7), gaps(SECOND));
    }

    @Test
    @DisplayName("O24 confirmed push: without a confirmation it is repeated, with one its time is kept")
    void confirmed() {
        bench.having(40, INTERVAL, 11, Values.en(2))
                .having(40, INTERVAL, 7, Values.structure(Values.u16(5), Values.u16(100), Values.u16(5)));
        bench.call(40, INTERVAL, 1);
        bench.seconds(1);
        bench.device.pushed(Obis.of(INTERVAL), PushReport.SENT);
        bench.seconds(PushFlow.CONFIRMATION_SECONDS + 5);
        assertEquals(2, pushes(bench).size());
        bench.device.pushed(Obis.of(INTERVAL), PushReport.SENT);
        assertEquals(Values.NO_TIME, bench.get(40, INTERVAL, 13).data());
        bench.device.pushed(Obis.of(INTERVAL), PushReport.CONFIRMED);
        assertTrue(!bench.get(40, INTERVAL, 13).data().equals(Values.NO_TIME));
        assertEquals(ActionResult.SUCCESS, bench.call(40, INTERVAL, 2));
        assertEquals(Values.NO_TIME, bench.get(40, INTERVAL, 13).data());
    }

    @Test
    @DisplayName("O24 a push that waits is not lost with the supply")
    void overAPowerFailure() {
        var lucky = new ControlOnBench(Surroundings.NONE.with(() -> 0.99));
        lucky.having(40, INTERVAL, 5, Values.u16(100));
        lucky.call(40, INTERVAL, 1);
        lucky.seconds(1);
        lucky.outage(200).restart().seconds(2);

        assertTrue(pushes(lucky).stream().anyMatch(push -> push.pushSetup().equals(Obis.of(INTERVAL))));
    }

    @Test
    @DisplayName("O24 a value that is not there is null-data; a data index picks an element")
    void body() {
        bench.having(
                40,
                INTERVAL,
                2,
                Values.array(
                        row(1, "0-0:42.0.0*255", 2, 0),
                        row(3, "1-0:1.8.0*255", 3, 2),
                        row(3, "1-0:1.8.0*255", 3, 3),
                        row(1, "0-0:43.0.9*255", 2, 0),
                        row(15, "0-0:40.0.0*255", 7, 0)));
        bench.call(40, INTERVAL, 1);
        bench.seconds(1);

        var values = Values.elements(pushes(bench).getLast().body());
        assertEquals(
                List.of(Values.text("TRF0000018304117"), Values.en(30), new NullData(), new NullData(), new NullData()),
                values);
    }

    @Test
    @DisplayName("O24 restriction by entry and columns: only that part of a buffer is sent")
    void parts() {
        bench.call(70, "0-0:96.3.10*255", 1);
        bench.call(70, "0-0:96.3.10*255", 2);
        // Entry 2 of the disconnector log, all columns.
        CosemData byEntry = Values.structure(
                Values.u16(7),
                Values.name("0-0:99.98.2*255"),
                new Int8(2),
                Values.u16(0),
                ControlOnBench.hex("0202 1602 0202 0600000002 0600000002"),
                Values.array());
        bench.having(40, INTERVAL, 2, Values.array(byEntry));
        bench.call(40, INTERVAL, 1);
        bench.seconds(1);

        var rows = Values.elements(Values.element(pushes(bench).getLast().body(), 0));
        assertEquals(1, rows.size());
        assertEquals(new Unsigned(63), Values.element(rows.getFirst(), 1));
    }

    @Test
    @DisplayName("O25 push with protection: the body of the reference's alarm push, sealed as general-glo")
    void sealedAsInTheReference() {
        // T6: the meter is called MMM0000000BC614E there.
        var model = ControlOnBench.changed(
                "0-0:42.0.0*255",
                name -> StandardObject.of("0-0:42.0.0*255", name.interfaceClass())
                        .starting(2, Values.text("MMM0000000BC614E"))
                        .granting(ClientRole.MANAGEMENT, "r2"));
        var named = new ControlOnBench(model, Surroundings.NONE);
        named.device.pushed(Obis.of(ON_ALARM), PushReport.SENT);
        named.having(1, "0-0:97.98.20*255", 2, Values.u32(0xFFFF_FFFFL));
        named.device.alarm(Alarm.POWER_UP, true);
        named.seconds(1);

        var body = new AxdrWriter(200);
        Axdr.encode(pushes(named).getLast().body(), body);
        String octets = HexFormat.of().withUpperCase().formatHex(body.toOctets());
        assertEquals("020309104D4D4D30303030303030424336313445" + "09060004190900FF" + "0600000004", octets);
        assertEquals(
                "DB084D4D4D0000BC614E383000000010"
                        + "F2DB0D9CF36ED44CF8FD5F19F77680E01B5F316E56598D9E85B5156AD62527D1A683CE343734AE26785D1679F7E923654E0EBF",
                GeneralGlo.seal("0F4000000100" + octets, 0x10));
    }

    @Test
    void pushObjectListOfTheReferenceTraces() {
        // T4: LDN, push LN, alarm descriptor 1, in a push setup of version 0.
        assertEquals(
                "01030204120001090600002A0000FF0F02120000020412002809060004190900FF0F01120000"
                        + "020412000109060000616214FF0F02120000",
                bench.get(40, ON_ALARM, 2).hex());
        // T4: send_destination_and_method over TCP.
        CosemData destination = ControlOnBench.hex("0203160009113139322E3136382E312E31303A343035391600");
        bench.having(40, ON_ALARM, 3, destination);
        var target = PushTarget.of(bench.device, Obis.of(ON_ALARM)).orElseThrow();
        assertEquals(new PushTarget(0, Octets.ofHex("3139322E3136382E312E31303A34303539"), 0, 1, List.of()), target);
        assertEquals(Optional.empty(), PushTarget.of(bench.device, Obis.of("0-0:1.0.0*255")));
    }

    @Test
    void listsAreChecked() {
        assertEquals(DataAccessResult.TYPE_UNMATCHED, bench.set(40, INTERVAL, 2, Values.u16(1)));
        assertEquals(DataAccessResult.READ_WRITE_DENIED, bench.set(40, INTERVAL, 13, Values.NO_TIME));
        CosemData columnsByEntry = Values.structure(
                Values.u16(7),
                Values.name("0-0:99.98.2*255"),
                new Int8(2),
                Values.u16(0),
                ControlOnBench.hex("0202 1602 0202 0600000002 0600000002"),
                Values.array(Values.column(8, "0-0:1.0.0*255", 2)));
        assertEquals(DataAccessResult.OTHER_REASON, bench.set(40, INTERVAL, 2, Values.array(columnsByEntry)));
        var many = new CosemData[PushBehaviour.OBJECTS_MAX + 1];
        java.util.Arrays.fill(many, row(1, "0-0:42.0.0*255", 2, 0));
        assertEquals(DataAccessResult.OTHER_REASON, bench.set(40, INTERVAL, 2, Values.array(many)));
    }

    private List<Integer> gaps(String setup) {
        bench.call(40, setup, 1);
        var gaps = new java.util.ArrayList<Integer>();
        int waited = -1;
        int before = pushes(bench).size();
        for (int i = 0; i < 500; i++) {
            bench.seconds(1);
            waited++;
            if (pushes(bench).size() > before) {
                before++;
                gaps.add(waited);
                waited = 0;
                bench.device.pushed(Obis.of(setup), PushReport.FAILED);
            }
        }
        return gaps;
    }

    private static CosemData row(int classId, String name, int attribute, int part) {
        return Values.structure(
                Values.u16(classId),
                Values.name(name),
                new Int8(attribute),
                Values.u16(part),
                ControlOnBench.hex("0202160000"),
                Values.array());
    }

    private static List<SendPush> pushes(ControlOnBench bench) {
        return bench.effects.stream()
                .filter(effect -> effect instanceof SendPush)
                .map(effect -> assertInstanceOf(SendPush.class, effect))
                .toList();
    }
}
