package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.AccessSelection.Other;
import trefas.cosem.AccessSelection.RangeDescriptor;
import trefas.cosem.ActionResult;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DateTime;
import trefas.cosem.CosemData.DoubleLong;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.device.Effect;
import trefas.objects.standard.StandardOnBench.Answer;
import trefas.quantity.Obis;

/// Profiles, class 7, of the standard model: those the model captures, and the meter's own behind 1-0:99.1.0.
class StandardProfileTest {

    private static final String PROFILE = "1-0:99.9.0*255";
    private static final String LOAD = "1-0:99.1.0*255";
    private static final String NUMBER = "1-0:96.99.0*255";
    private static final CaptureObject TIME = new CaptureObject(8, Obis.of("0-0:1.0.0*255"), 2, 0);
    private static final CaptureObject VALUE = new CaptureObject(1, Obis.of(NUMBER), 2, 0);

    private final StandardOnBench bench = StandardOnBench.with(
                    StandardObject.of(PROFILE, InterfaceClass.PROFILE_GENERIC)
                            .behaving(new ProfileBehaviour())
                            .starting(
                                    3, Values.array(Values.column(8, "0-0:1.0.0*255", 2), Values.column(1, NUMBER, 2)))
                            .starting(4, Values.u32(0))
                            .starting(5, Values.en(1))
                            .starting(6, Values.column(0, "0-0:0.0.0*0", 0))
                            .starting(8, Values.u32(5))
                            .granting(ClientRole.MANAGEMENT, "R* W3-6,8 X*"),
                    StandardObject.of(NUMBER, InterfaceClass.DATA)
                            .starting(2, new DoubleLong(0))
                            .granting(ClientRole.MANAGEMENT, "R* W2"))
            .seconds(1);

    /// Captures a row for each number, a second apart.
    private void capture(int... numbers) {
        for (int number : numbers) {
            bench.set(1, NUMBER, 2, new DoubleLong(number));
            assertEquals(ActionResult.SUCCESS, bench.call(7, PROFILE, 2));
            bench.seconds(1);
        }
    }

    private static List<Integer> numbers(Answer answer) {
        return answer.rows().stream()
                .map(row -> row.getLast() instanceof DoubleLong(int value) ? value : Integer.MIN_VALUE)
                .toList();
    }

    private List<Integer> numbers() {
        return numbers(bench.get(7, PROFILE, 2));
    }

    @Test
    @DisplayName("O07 profile: capture appends, a full ring drops the oldest, reset empties")
    void captureRingAndReset() {
        capture(1, 2, 3);
        assertEquals(List.of(1, 2, 3), numbers());
        assertEquals(3, bench.get(7, PROFILE, 7).number());

        capture(4, 5, 6, 7);
        assertEquals(List.of(3, 4, 5, 6, 7), numbers());
        assertEquals(5, bench.get(7, PROFILE, 7).number());

        assertEquals(ActionResult.SUCCESS, bench.call(7, PROFILE, 1));
        assertEquals("0100", bench.get(7, PROFILE, 2).hex());
        assertEquals(0, bench.get(7, PROFILE, 7).number());
    }

    @Test
    @DisplayName("O07 a capture period takes a row at its multiples of local time")
    void capturesByPeriod() {
        bench.set(7, PROFILE, 4, Values.u32(300));
        bench.seconds(900);

        assertEquals(3, bench.get(7, PROFILE, 7).number());
        assertEquals(
                "2026-01-01 01:05:00 UTC+01:00",
                StandardOnBench.local(bench.get(7, PROFILE, 2).rows().getFirst().getFirst()));
    }

    @ParameterizedTest(name = "O08 changing attribute {0} clears the buffer")
    @CsvSource(delimiter = '|', textBlock = """
            3 | 0101020412000109060100606300FF0F02120000
            4 | 0600000384
            5 | 1602
            6 | 020412000109060100606300FF0F02120000
            8 | 0600000004
            """)
    void changesClearTheBuffer(int attribute, String value) {
        capture(1, 2);

        assertEquals(DataAccessResult.SUCCESS, bench.set(7, PROFILE, attribute, StandardOnBench.hex(value)));
        assertEquals("0100", bench.get(7, PROFILE, 2).hex());
        assertEquals(0, bench.get(7, PROFILE, 7).number());
        assertEquals(value, bench.get(7, PROFILE, attribute).hex());
    }

    @Test
    @DisplayName("O09 profile: a sort object that is no column is refused and nothing is cleared")
    void sortObjectMustBeAColumn() {
        capture(1);

        assertEquals(DataAccessResult.OTHER_REASON, bench.set(7, PROFILE, 6, Values.column(3, "1-0:1.8.0*255", 2)));
        assertEquals(List.of(1), numbers());
    }

    @Test
    @DisplayName("O08 columns that no object has are refused")
    void columnsMustExist() {
        capture(1);

        assertEquals(
                DataAccessResult.OTHER_REASON,
                bench.set(7, PROFILE, 3, Values.array(Values.column(3, "1-0:99.99.99*255", 2))));
        assertEquals(
                DataAccessResult.OTHER_REASON,
                bench.set(7, PROFILE, 3, Values.array(Values.column(3, "1-0:1.8.0*255", 9))));
        assertEquals(List.of(1), numbers());
    }

    @ParameterizedTest(name = "S11 sort method {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | 5 -9 2 7 -1 | 5 -9 2 7 -1
            2 | 5 -9 2 7 -1 | -1 7 2 -9 5
            3 | 5 -9 2 7 -1 | 7 5 2 -1 -9
            4 | 5 -9 2 7 -1 | -9 -1 2 5 7
            5 | 5 -9 2 7 -1 | -1 2 5 7 -9
            6 | 5 -9 2 7 -1 | -9 7 5 2 -1
            3 | 1 2 3 4 5 0 6 | 6 5 4 3 2
            4 | 1 2 3 4 5 0 6 | 0 1 2 3 4
            2 | 1 2 3 4 5 0 6 | 6 0 5 4 3
            """)
    void entriesFollowTheSortOrder(int method, String captured, String ordered) {
        bench.set(7, PROFILE, 6, Values.column(1, NUMBER, 2));
        bench.set(7, PROFILE, 5, Values.en(method));
        capture(IntStream.of(ints(captured)).toArray());
        List<Integer> expected = IntStream.of(ints(ordered)).boxed().toList();

        assertEquals(expected, numbers());
        assertEquals(expected.subList(1, 3), numbers(bench.get(7, PROFILE, 2, new EntryDescriptor(2, 3, 1, 0))));
    }

    private static int[] ints(String words) {
        return java.util.Arrays.stream(words.split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @ParameterizedTest(name = "S07 entries {0} to {1}, columns {2} to {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | 1 | 2 | 2 | 1
            1 | 0 | 1 | 0 | 1 2 3
            2 | 3 | 1 | 2 | 2 3
            2 | 3 | 2 | 0 | 2 3
            3 | 9 | 1 | 0 | 3
            """)
    void entriesByNumber(int from, int to, int fromColumn, int toColumn, String expected) {
        capture(1, 2, 3);
        Answer answer = bench.get(7, PROFILE, 2, new EntryDescriptor(from, to, fromColumn, toColumn));

        assertEquals(IntStream.of(ints(expected)).boxed().toList(), numbers(answer));
        int columns = (toColumn == 0 ? 2 : toColumn) - fromColumn + 1;
        answer.rows().forEach(row -> assertEquals(columns, row.size()));
    }

    @Test
    @DisplayName("S08 an entry beyond the last gives none, entry 0 and columns that are not there are errors")
    void entriesThatAreNotThere() {
        capture(1, 2, 3);

        assertEquals(
                "0100",
                bench.get(7, PROFILE, 2, new EntryDescriptor(4, 0, 1, 0)).hex());
        assertEquals(
                "0100",
                bench.get(7, PROFILE, 2, new EntryDescriptor(3, 2, 1, 0)).hex());
        assertEquals(
                DataAccessResult.OTHER_REASON,
                bench.get(7, PROFILE, 2, new EntryDescriptor(0, 1, 1, 0)).result());
        assertEquals(
                DataAccessResult.OTHER_REASON,
                bench.get(7, PROFILE, 2, new EntryDescriptor(1, 1, 1, 3)).result());
        assertEquals(
                DataAccessResult.OTHER_REASON,
                bench.get(7, PROFILE, 2, new EntryDescriptor(1, 1, 0, 1)).result());
    }

    @Test
    @DisplayName("S05 bounds as octet-string and as date-time give the same rows")
    void boundsInBothForms() {
        capture(1, 2, 3);
        CosemData from = StandardOnBench.dateTime("2026-01-01 01:00:02");
        CosemData to = StandardOnBench.dateTime("2026-01-01 01:00:03");
        Answer octets = bench.get(7, PROFILE, 2, new RangeDescriptor(TIME, from, to, List.of()));
        Answer times = bench.get(7, PROFILE, 2, new RangeDescriptor(TIME, asDateTime(from), asDateTime(to), List.of()));

        assertEquals(List.of(2, 3), numbers(octets));
        assertEquals(octets.hex(), times.hex());
    }

    private static CosemData asDateTime(CosemData octets) {
        return octets instanceof OctetString(var value) ? new DateTime(value) : octets;
    }

    @ParameterizedTest(name = "S06 from {0} to {1}: {2} rows")
    @CsvSource(delimiter = '|', textBlock = """
            FFFFFFFFFFFFFFFFFF8000FF | FFFFFFFFFFFFFFFFFF8000FF | 3
            07EA0101FF0100FFFF8000FF | 07EA0101FF0100FFFF8000FF | 3
            07EA0101FF0100FFFF800000 | 07EA0101FF01000200800000 | 2
            07EA0101FF000002FFFFC400 | FFFFFFFFFFFFFFFFFF8000FF | 3
            07EA0101FF000002FF000000 | FFFFFFFFFFFFFFFFFF8000FF | 2
            07EA0101FF0100020080 0000 | 07EA0101FF01000200800000 | 1
            07EA0201FFFFFFFFFF8000FF | FFFFFFFFFFFFFFFFFF8000FF | 0
            """)
    void wildcardsReachAsFarAsTheyCan(String from, String to, int rows) {
        capture(1, 2, 3);
        Answer answer = bench.get(
                7,
                PROFILE,
                2,
                new RangeDescriptor(
                        TIME,
                        StandardOnBench.hex("090C" + from.replace(" ", "")),
                        StandardOnBench.hex("090C" + to),
                        List.of()));

        assertEquals(rows, answer.rows().size());
    }

    @Test
    @DisplayName("S11 a range over a column that is no time compares numbers")
    void rangeOverNumbers() {
        capture(5, -9, 2, 7, -1);
        Answer answer = bench.get(
                7, PROFILE, 2, new RangeDescriptor(VALUE, new DoubleLong(-1), new DoubleLong(5), List.of(VALUE)));

        assertEquals(List.of(5, 2, -1), numbers(answer));
        answer.rows().forEach(row -> assertEquals(1, row.size()));
    }

    @ParameterizedTest(name = "S12 empty {0}: an empty array for every selection")
    @ValueSource(strings = {PROFILE, LOAD, "1-0:99.2.0*255", "0-0:98.1.0*255"})
    void emptyBuffersAreEmptyArrays(String name) {
        CosemData any = StandardOnBench.hex("090CFFFFFFFFFFFFFFFFFF8000FF");

        assertEquals("0100", bench.get(7, name, 2).hex());
        assertEquals(
                "0100", bench.get(7, name, 2, new EntryDescriptor(1, 0, 1, 0)).hex());
        assertEquals(
                "0100",
                bench.get(7, name, 2, new RangeDescriptor(TIME, any, any, List.of()))
                        .hex());
    }

    @Test
    @DisplayName("S13 a range of 10 000 rows of the load profile gives exactly the rows asked for")
    void rangesOfALongProfile() {
        long start = StandardOnBench.START - StandardOnBench.START % 900;
        Consumer<Effect> keeper = effect -> {
            if (effect instanceof Effect.AppendRow(var logger, var entry, int _)) {
                bench.memory.append(logger, entry);
            }
        };
        bench.meter.secondElapsed(start + 900L, bench.values, keeper);
        // The rows of all periods the clock is set over are made up.
        for (int row : new int[] {2_500, 5_000, 7_500, 10_000}) {
            bench.meter.setClock(start + 900L * row, keeper);
        }
        CosemData from = StandardOnBench.dateTime("2026-01-02 00:00:00");
        CosemData to = StandardOnBench.dateTime("2026-01-02 23:45:00");

        assertEquals(10_000, bench.get(7, LOAD, 7).number());
        assertEquals(10_000, bench.get(7, LOAD, 2).rows().size());
        assertEquals(
                96,
                bench.get(7, LOAD, 2, new RangeDescriptor(TIME, from, to, List.of()))
                        .rows()
                        .size());
        assertEquals(
                96,
                bench.get(7, LOAD, 2, new EntryDescriptor(9_905, 0, 1, 0))
                        .rows()
                        .size());
        assertEquals(
                bench.get(7, LOAD, 2).rows().subList(499, 502),
                bench.get(7, LOAD, 2, new EntryDescriptor(500, 502, 1, 0)).rows());
    }

    @Test
    @DisplayName("S14 the hour that occurs twice is captured and delivered twice")
    void bothPassesOfTheDoubleHour() {
        bench.set(7, PROFILE, 8, Values.u32(100));
        bench.set(7, PROFILE, 4, Values.u32(900));
        bench.setClock("2026-10-25 01:59:58").until("2026-10-25 03:00:00");
        CosemData from = StandardOnBench.dateTime("2026-10-25 02:00:00");
        CosemData to = StandardOnBench.dateTime("2026-10-25 02:59:59");
        List<List<CosemData>> rows = bench.get(7, PROFILE, 2, new RangeDescriptor(TIME, from, to, List.of()))
                .rows();

        assertEquals(
                List.of(
                        "2026-10-25 02:00:00 UTC+02:00 dst",
                        "2026-10-25 02:15:00 UTC+02:00 dst",
                        "2026-10-25 02:30:00 UTC+02:00 dst",
                        "2026-10-25 02:45:00 UTC+02:00 dst",
                        "2026-10-25 02:00:00 UTC+01:00",
                        "2026-10-25 02:15:00 UTC+01:00",
                        "2026-10-25 02:30:00 UTC+01:00",
                        "2026-10-25 02:45:00 UTC+01:00"),
                rows.stream().map(row -> StandardOnBench.local(row.getFirst())).toList());
    }

    @ParameterizedTest(name = "S09 selector {0} is an error, and never the whole buffer")
    @ValueSource(ints = {0, 3, 9, 255})
    void otherSelectorsAreErrors(int selector) {
        capture(1);
        AccessSelection other = new Other(selector, new CosemData.NullData());

        assertNotEquals(
                DataAccessResult.SUCCESS, bench.get(7, PROFILE, 2, other).result());
        assertNotEquals(DataAccessResult.SUCCESS, bench.get(7, LOAD, 2, other).result());
        assertNotEquals(
                DataAccessResult.SUCCESS, bench.get(7, PROFILE, 3, other).result());
    }

    @Test
    @DisplayName("O07 attribute 0 is captured as a structure, a data index as one element, what is gone as null-data")
    void capturesPartsAndWholes() {
        bench.set(
                7,
                PROFILE,
                3,
                Values.array(
                        Values.column(3, "1-0:1.8.0*255", 0),
                        Values.structure(
                                Values.u16(3), Values.name("1-0:1.8.0*255"), new CosemData.Int8(3), Values.u16(2)),
                        Values.column(5, "1-0:1.4.0*255", 5)));
        bench.call(7, PROFILE, 2);
        List<CosemData> row = bench.get(7, PROFILE, 2).rows().getFirst();

        assertEquals(StandardOnBench.hex("020309060100010800FF060000000002020F00161E"), row.get(0));
        assertEquals(Values.en(30), row.get(1));
        assertEquals(new CosemData.Unsigned(0), row.get(2));
    }

    @Test
    @DisplayName("O08 the load profile takes 5, 15, 30 and 60 minutes as its period, and another one empties it")
    void loadProfilePeriod() {
        bench.seconds(900);
        assertEquals(1, bench.get(7, LOAD, 7).number());

        assertEquals(DataAccessResult.OTHER_REASON, bench.set(7, LOAD, 4, Values.u32(901)));
        assertEquals(1, bench.get(7, LOAD, 7).number());
        assertEquals(DataAccessResult.SUCCESS, bench.set(7, LOAD, 4, Values.u32(1800)));
        assertEquals(0, bench.get(7, LOAD, 7).number());
        assertEquals(1800, bench.get(7, LOAD, 4).number());
    }

    @Test
    @DisplayName("O07 the load profile is the meter's own: columns, status, readings, reset")
    void loadProfileIsTheMetersOwn() {
        bench.seconds(1800).call(7, LOAD, 2);
        List<List<CosemData>> rows = bench.get(7, LOAD, 2).rows();

        assertEquals(2, rows.size());
        assertEquals(
                "2026-01-01 01:15:00 UTC+01:00",
                StandardOnBench.local(rows.get(0).get(0)));
        assertEquals(new CosemData.Unsigned(0), rows.get(0).get(1));
        assertEquals(6, rows.get(0).size());
        assertEquals(ActionResult.SUCCESS, bench.call(7, LOAD, 1));
        assertEquals("0100", bench.get(7, LOAD, 2).hex());
        assertEquals(Optional.of(TIME), CaptureObject.of(bench.get(7, LOAD, 6).data()));
    }
}
