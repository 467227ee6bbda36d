package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.quantity.Obis;

/// What happens by itself: scripts, calendars, schedules, monitors and masks, classes 6, 9, 10, 11, 20, 21, 22.
class SchedulingTest {

    private static final String SPY = "0-0:10.0.250*255";
    private static final String CALENDAR = "0-0:13.0.0*255";
    private static final String MASKS = "0-0:14.0.0*255";
    private static final String TARIFF_SCRIPTS = "0-0:10.0.100*255";
    private static final String SCHEDULE = "0-0:12.0.0*255";
    private static final String SINGLE = "0-0:15.0.9*255";
    private static final String SPECIAL_DAYS = "0-0:11.0.0*255";
    private static final String MONITOR = "0-0:16.0.1*255";

    private final java.util.ArrayList<Integer> ran = new java.util.ArrayList<>();

    /// A script table that only remembers what it was asked to run.
    private final StandardOnBench bench = StandardOnBench.with(
                    StandardObject.of(SPY, InterfaceClass.SCRIPT_TABLE)
                            .behaving(new Behaviour() {
                                @Override
                                public ActionResult invoke(
                                        Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
                                    ran.add(Values.number(parameter));
                                    return ActionResult.SUCCESS;
                                }
                            })
                            .starting(2, Values.array())
                            .granting(ClientRole.MANAGEMENT, "R* X*"),
                    StandardObject.of(SINGLE, InterfaceClass.SINGLE_ACTION_SCHEDULE)
                            .behaving(new SingleActionSchedule())
                            .starting(2, Values.structure(Values.name(SPY), Values.u16(1)))
                            .starting(3, Values.en(5))
                            .starting(4, Values.array())
                            .granting(ClientRole.MANAGEMENT, "R* W*"))
            .seconds(1);

    private String activeMask() {
        return CosemTexts.ascii(bench.get(6, MASKS, 4).data());
    }

    @Test
    @DisplayName("O13 a script that is not in the table is an error and changes nothing")
    void unknownScripts() {
        assertEquals(ActionResult.OTHER_REASON, bench.call(9, TARIFF_SCRIPTS, 1, Values.u16(9)));
        assertEquals(ActionResult.OTHER_REASON, bench.call(9, TARIFF_SCRIPTS, 1, Values.u16(0)));
        assertEquals(ActionResult.TYPE_UNMATCHED, bench.call(9, TARIFF_SCRIPTS, 1, new Int8(1)));
        assertEquals("RATE 1", activeMask());
        assertEquals(ActionResult.SUCCESS, bench.call(9, TARIFF_SCRIPTS, 1, Values.u16(2)));
        assertEquals("RATE 2", activeMask());
    }

    @Test
    @DisplayName("O13 a script ends at the first action that fails, and one that runs itself is stopped")
    void scriptsEndAtTheFirstFailure() {
        CosemData toSpy = action(2, 9, SPY, 1, Values.u16(5));
        CosemData wrong = action(1, 6, MASKS, 4, Values.text("RATE 7"));
        CosemData itself = action(2, 9, TARIFF_SCRIPTS, 1, Values.u16(2));
        CosemData nothing = action(0, 0, "0-0:0.0.0*0", 0, Values.u16(0));
        bench.set(
                9,
                TARIFF_SCRIPTS,
                2,
                Values.array(
                        Values.structure(Values.u16(1), Values.array(nothing, toSpy, wrong, toSpy)),
                        Values.structure(Values.u16(2), Values.array(toSpy, itself))));

        assertEquals(ActionResult.OTHER_REASON, bench.call(9, TARIFF_SCRIPTS, 1, Values.u16(1)));
        assertEquals(List.of(5), ran);
        assertEquals(ActionResult.OTHER_REASON, bench.call(9, TARIFF_SCRIPTS, 1, Values.u16(2)));
        assertEquals(InnerAccess.CALLS_MAX, ran.size());
    }

    private static CosemData action(int service, int classId, String name, int index, CosemData parameter) {
        return Values.structure(Values.en(service), Values.u16(classId), Values.name(name), new Int8(index), parameter);
    }

    /// One season, one week, day 1 with 06:00 and 22:00 (reference traces T4), day 2 with rate 2 from midnight.
    private void planPassively() {
        assertEquals(
                DataAccessResult.SUCCESS,
                bench.set(
                        20,
                        CALENDAR,
                        7,
                        StandardOnBench.hex("01010203090653554D4D4552090CFFFF0101FF000000008000FF09055745454B31")));
        assertEquals(
                DataAccessResult.SUCCESS,
                bench.set(20, CALENDAR, 8, StandardOnBench.hex("0101020809055745454B311101110111011101110111021102")));
        assertEquals(
                DataAccessResult.SUCCESS,
                bench.set(
                        20,
                        CALENDAR,
                        9,
                        StandardOnBench.hex(
                                "01020202110101020203090406000000090600000A0064FF1200010203090416000000090600000A0064FF120002"
                                        + "0202110201010203090400000000090600000A0064FF120002")));
    }

    @Test
    @DisplayName("O14 the passive calendar becomes active by method, and what is valid now is switched at once")
    void activationByMethod() {
        planPassively();
        bench.setClock("2026-01-05 23:00:00");
        assertEquals("0100", bench.get(20, CALENDAR, 5).hex());

        assertEquals(ActionResult.SUCCESS, bench.call(20, CALENDAR, 1));
        assertEquals("RATE 2", activeMask());
        assertEquals(
                bench.get(20, CALENDAR, 9).hex(), bench.get(20, CALENDAR, 5).hex());
    }

    @Test
    @DisplayName("O14 the passive calendar becomes active at its time")
    void activationAtItsTime() {
        planPassively();
        bench.set(20, CALENDAR, 10, StandardOnBench.dateTime("2026-01-05 05:00:00"));
        bench.setClock("2026-01-05 04:59:57");
        assertEquals("0100", bench.get(20, CALENDAR, 5).hex());
        assertEquals("RATE 1", activeMask());

        bench.seconds(2);
        assertEquals(
                bench.get(20, CALENDAR, 9).hex(), bench.get(20, CALENDAR, 5).hex());
        assertEquals("RATE 2", activeMask(), "Monday begins at 06:00, so the rate of Sunday, day 2, still holds");
    }

    @ParameterizedTest(name = "O14 {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-05 05:59:58 | RATE 2 | RATE 1
            2026-01-05 21:59:58 | RATE 1 | RATE 2
            2026-01-09 23:59:58 | RATE 2 | RATE 2
            2026-12-24 23:59:58 | RATE 2 | RATE 2
            2026-12-25 05:59:58 | RATE 2 | RATE 2
            """)
    void tariffsSwitchByTheCalendar(String at, String before, String after) {
        bench.set(11, SPECIAL_DAYS, 2, StandardOnBench.hex("010102031200010905FFFF0C19FF1102"));
        planPassively();
        bench.call(20, CALENDAR, 1);
        bench.setClock(at);
        assertEquals(before, activeMask());

        bench.seconds(2);
        assertEquals(after, activeMask());
    }

    @Test
    @DisplayName("O14 after time without supply the rate that is valid now is switched")
    void afterAnOutageTheCurrentRateHolds() {
        planPassively();
        bench.call(20, CALENDAR, 1);
        bench.setClock("2026-01-05 21:00:00");
        assertEquals("RATE 1", activeMask());

        bench.outage(7_200);
        assertEquals("RATE 2", activeMask());
    }

    private static CosemData entry(int index, boolean isEnabled, String time, int weekdays, int validity) {
        return Values.structure(
                Values.u16(index),
                new CosemData.Bool(isEnabled),
                Values.name(SPY),
                Values.u16(index),
                StandardOnBench.hex("0904" + time + "00"),
                Values.u16(validity),
                new CosemData.BitString(7, CosemData.Octets.of(new byte[] {(byte) weekdays})),
                new CosemData.BitString(8, CosemData.Octets.of(new byte[] {(byte) 0x40})),
                StandardOnBench.hex("0905FFFFFFFFFF"),
                StandardOnBench.hex("0905FFFFFFFFFF"));
    }

    @Test
    @DisplayName("O15 schedule: insert replaces, delete and enable work on ranges")
    void scheduleEntriesChange() {
        for (int index = 1; index <= 4; index++) {
            assertEquals(ActionResult.SUCCESS, bench.call(10, SCHEDULE, 2, entry(index, true, "080000", 0xFE, 0)));
        }
        bench.call(10, SCHEDULE, 2, entry(2, false, "090000", 0xFE, 0));
        assertEquals(4, bench.get(10, SCHEDULE, 2).rows().size());
        assertEquals(
                ActionResult.SUCCESS,
                bench.call(
                        10, SCHEDULE, 1, Values.structure(Values.u16(3), Values.u16(4), Values.u16(2), Values.u16(2))));
        assertEquals(
                List.of(true, true, false, false),
                bench.get(10, SCHEDULE, 2).rows().stream()
                        .map(row -> row.get(1).equals(new CosemData.Bool(true)))
                        .toList());
        assertEquals(ActionResult.SUCCESS, bench.call(10, SCHEDULE, 3, Values.structure(Values.u16(2), Values.u16(3))));
        assertEquals(
                List.of(new LongUnsigned(1), new LongUnsigned(4)),
                bench.get(10, SCHEDULE, 2).rows().stream().map(List::getFirst).toList());
        assertEquals(
                ActionResult.OTHER_REASON, bench.call(10, SCHEDULE, 3, Values.structure(Values.u16(9), Values.u16(9))));
    }

    @ParameterizedTest(name = "O15 {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-05 07:59:58 | Monday, both            | 1 2
            2026-01-10 07:59:58 | Saturday, every day's   | 1
            2026-12-25 07:59:58 | special day 2           | 1 2
            2026-01-05 08:59:58 | another hour            |
            """)
    void scheduleRunsByWeekdayAndSpecialDay(String at, String why, String expected) {
        bench.set(11, SPECIAL_DAYS, 2, StandardOnBench.hex("010102031200010905FFFF0C19FF1102"));
        bench.set(
                10,
                SCHEDULE,
                2,
                Values.array(
                        entry(1, true, "080000", 0xFE, 0),
                        entry(2, true, "080000", 0x80, 0),
                        entry(3, false, "080000", 0xFE, 0)));
        bench.setClock(at);
        ran.clear();
        bench.seconds(3);

        assertEquals(ints(expected), ran, why);
    }

    @ParameterizedTest(name = "O15 a switching missed by {0} s with a window of {1} min runs: {2}")
    @CsvSource({"600, 5, false", "600, 15, true", "600, 65535, true"})
    void missedSwitchingsAreMadeUpForWithinTheirWindow(int seconds, int window, boolean runs) {
        bench.set(10, SCHEDULE, 2, Values.array(entry(1, true, "080000", 0xFE, window)));
        bench.setClock("2026-01-05 07:59:50");
        ran.clear();
        bench.outage(seconds);

        assertEquals(runs ? List.of(1) : List.of(), ran);
    }

    private static List<Integer> ints(String words) {
        return words == null
                ? List.of()
                : IntStream.of(java.util.Arrays.stream(words.split(" ", -1))
                                .mapToInt(Integer::parseInt)
                                .toArray())
                        .boxed()
                        .toList();
    }

    @ParameterizedTest(name = "O16 type {0}, times {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | 08000000/FFFFFF01FF                     | SUCCESS      | 2026-02-01 07:59:58 | 1
            1 | 08000000/FFFFFF01FF                     | SUCCESS      | 2026-02-02 07:59:58 | 0
            1 | 08000000/FFFFFF01FF 09000000/FFFFFF01FF | OTHER_REASON | 2026-02-01 07:59:58 | 0
            2 | 08000000/07EA0201FF 08000000/07EA0203FF | SUCCESS      | 2026-02-03 07:59:58 | 1
            2 | 08000000/07EA0201FF 09000000/07EA0203FF | OTHER_REASON | 2026-02-01 07:59:58 | 0
            2 | 08000000/FFFF0201FF                     | OTHER_REASON | 2026-02-01 07:59:58 | 0
            3 | 08000000/FFFF0201FF 08000000/FFFFFF05FF | SUCCESS      | 2026-02-05 07:59:58 | 1
            3 | 08000000/FFFF0201FF 09000000/FFFFFF05FF | OTHER_REASON | 2026-02-05 07:59:58 | 0
            4 | 08000000/07EA0201FF 09000000/07EA0203FF | SUCCESS      | 2026-02-03 08:59:58 | 1
            4 | 08000000/FFFF0201FF                     | OTHER_REASON | 2026-02-01 07:59:58 | 0
            5 | 08000000/FFFFFFFEFF 09FF0000/FFFFFFFF01 | SUCCESS      | 2026-02-28 07:59:58 | 1
            5 | 08000000/FFFFFFFEFF 09FF0000/FFFFFFFF01 | SUCCESS      | 2026-02-02 09:29:58 | 1
            5 | FFFFFFFF/FFFFFFFFFF                     | SUCCESS      | 2026-02-02 09:29:58 | 0
            """)
    void singleActionsByType(int type, String times, DataAccessResult result, String at, int runs) {
        var entries = new java.util.ArrayList<CosemData>();
        for (String time : times.split(" ", -1)) {
            entries.add(Values.structure(
                    StandardOnBench.hex("0904" + time.substring(0, 8)),
                    StandardOnBench.hex("0905" + time.substring(9))));
        }
        assertEquals(DataAccessResult.SUCCESS, bench.set(22, SINGLE, 3, Values.en(type)));
        assertEquals(result, bench.set(22, SINGLE, 4, new CosemData.Array(entries)));
        bench.setClock(at);
        ran.clear();
        bench.seconds(2);

        assertEquals(runs, ran.size());
    }

    @Test
    @DisplayName("O16 an action in an hour the clock skips is not made up for")
    void skippedActionsDoNotRun() {
        bench.set(
                22,
                SINGLE,
                4,
                Values.array(
                        Values.structure(StandardOnBench.hex("090402300000"), StandardOnBench.hex("0905FFFFFFFFFF"))));
        bench.setClock("2026-03-29 01:59:58").until("2026-03-29 03:31:00");

        assertEquals(List.of(), ran);
    }

    @Test
    @DisplayName("O17 register monitor: each threshold runs its script once when crossed, up and down")
    void monitorRunsOncePerCrossing() {
        bench.set(
                21,
                MONITOR,
                4,
                Values.array(Values.structure(item(11), item(12)), Values.structure(item(21), item(22))));
        bench.set(21, MONITOR, 2, Values.array(Values.u32(1_000), Values.u32(2_000)));
        int[] watts = {600, 600, 1_000, 1_001, 1_500, 2_400, 2_400, 1_500, 1_000, 300, 300, 3_000};
        for (int power : watts) {
            bench.values.phase(0, 230_000, 1_000, power * 1_000, 0);
            bench.values.phase(1, 230_000, 0, 0, 0);
            bench.values.phase(2, 230_000, 0, 0, 0);
            bench.seconds(1);
        }

        assertEquals(List.of(11, 21, 22, 12, 11, 21), ran);
    }

    private static CosemData item(int selector) {
        return Values.structure(Values.name(SPY), Values.u16(selector));
    }

    @Test
    @DisplayName(
            "O35 masks choose the registers that run; an unknown mask and a register that is not assigned are refused")
    void masksChooseRegisters() {
        CosemData first = Values.structure(Values.u16(3), Values.name("1-0:1.8.1*255"));
        CosemData second = Values.structure(Values.u16(3), Values.name("1-0:1.8.2*255"));
        assertEquals(ActionResult.SUCCESS, bench.call(6, MASKS, 1, first));
        assertEquals(ActionResult.SUCCESS, bench.call(6, MASKS, 1, second));
        assertEquals(ActionResult.SUCCESS, bench.call(6, MASKS, 2, mask("RATE 1", 1)));
        assertEquals(ActionResult.SUCCESS, bench.call(6, MASKS, 2, mask("RATE 2", 2)));
        assertEquals(ActionResult.OTHER_REASON, bench.call(6, MASKS, 2, mask("RATE 3", 3)));
        assertEquals(List.of(Obis.of("1-0:1.8.1*255")), running());

        assertEquals(ActionResult.SUCCESS, bench.call(9, TARIFF_SCRIPTS, 1, Values.u16(2)));
        assertEquals(List.of(Obis.of("1-0:1.8.2*255")), running());
        assertEquals(DataAccessResult.OTHER_REASON, bench.set(6, MASKS, 4, Values.text("RATE 9")));
        assertEquals(ActionResult.OTHER_REASON, bench.call(6, MASKS, 3, Values.text("RATE 2")));
        assertEquals(ActionResult.SUCCESS, bench.call(6, MASKS, 3, Values.text("RATE 1")));
        assertEquals(List.of(Obis.of("1-0:1.8.2*255")), running());
        assertNotEquals("RATE 1", activeMask());
    }

    private static CosemData mask(String name, int index) {
        return Values.structure(Values.text(name), Values.array(new CosemData.Unsigned(index)));
    }

    private List<Obis> running() {
        return RegisterActivation.running(bench.device.instance(Obis.of(MASKS)).orElseThrow());
    }

    /// Octet-strings that are words.
    private static final class CosemTexts {
        static String ascii(CosemData data) {
            return data instanceof CosemData.OctetString(var octets)
                    ? new String(octets.toArray(), java.nio.charset.StandardCharsets.US_ASCII)
                    : "";
        }
    }
}
