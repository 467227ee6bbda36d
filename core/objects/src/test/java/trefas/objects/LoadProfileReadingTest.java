package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.AccessSelection.Other;
import trefas.cosem.AccessSelection.RangeDescriptor;
import trefas.cosem.CaptureObject;
import trefas.cosem.ClockStatus;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DateTime;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemDateTime;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfileContent;
import trefas.objects.DeviceOnBench.Answer;
import trefas.quantity.Obis;

/// Reading the load profile whole, by time and by row number (dossier 10.1, 10.6). The rows of most tests end at
/// 01:00, 01:15, 01:30, 01:45 and 02:00 on 1 January 2026, a Thursday; rows are told by the minutes of their time.
class LoadProfileReadingTest {

    private static final Obis PROFILE = Obis.of("1-1:99.1.0*255");

    private static final CaptureObject TIME = new CaptureObject(8, Obis.of("0-1:1.0.0*255"), 2, 0);

    private static final CaptureObject STATUS = new CaptureObject(7, PROFILE, -1, 0);

    private static final CaptureObject A_PLUS = register("1-1:1.8.0*255");

    private static final CaptureObject R_MINUS = register("1-1:4.8.0*255");

    private static final int QUARTER = 900;

    private final DeviceOnBench bench = new DeviceOnBench();

    private void fiveRows() {
        for (int row = 0; row < 5; row++) {
            bench.second(DeviceOnBench.START + (long) row * QUARTER);
        }
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                # from      | to       | rows
                01:15:00    | 01:45:00 | 01:15 01:30 01:45
                01:15:01    | 01:44:59 | 01:30
                01:15:00    | 01:15:00 | 01:15
                00:00:00    | 23:59:59 | 01:00 01:15 01:30 01:45 02:00
                00:00:00    | 00:59:59 | ''
                02:00:01    | 23:00:00 | ''
                01:45:00    | 01:15:00 | ''
                """)
    void aRangeHoldsBothItsBounds(String from, String to, String rows) {
        fiveRows();

        assertEquals(rows, times(range(onFirstOfJanuary(from), onFirstOfJanuary(to))));
    }

    // FF leaves a field open: as a lower bound its earliest value, as an upper bound its latest.
    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource(delimiter = '|', textBlock = """
                FFFF FF FF FF FF FF FF FF 8000 FF | FFFF FF FF FF FF FF FF FF 8000 FF | 01:00 01:15 01:30 01:45 02:00
                07EA 01 01 FF FF FF FF FF 8000 FF | 07EA 01 01 FF FF FF FF FF 8000 FF | 01:00 01:15 01:30 01:45 02:00
                07EA 01 01 FF 01 FF FF FF 8000 FF | 07EA 01 01 FF 01 FF FF FF 8000 FF | 01:00 01:15 01:30 01:45
                07EA 01 01 FF 01 1E FF FF 8000 FF | FFFF FF FF FF FF FF FF FF 8000 FF | 01:30 01:45 02:00
                07EA 01 02 FF FF FF FF FF 8000 FF | FFFF FF FF FF FF FF FF FF 8000 FF | ''
                FFFF FF FF FF FF FF FF FF 8000 FF | 07EA 01 01 FF 01 0F 00 FF 8000 FF | 01:00 01:15
                """)
    void openFieldsReachAsFarAsTheyCan(String from, String to, String rows) {
        fiveRows();

        assertEquals(rows, times(range(octets(from), octets(to))));
    }

    // UTC = local + deviation. With a deviation the client's wall counts, without one the meter's.
    @ParameterizedTest(name = "deviation {0}")
    @CsvSource(delimiter = '|', textBlock = """
                8000 | 01:15 01:30
                FFC4 | 01:15 01:30
                0000 | ''
                FF88 | ''
                """)
    void aDeviationMovesTheBounds(String deviation, String rows) {
        fiveRows();

        assertEquals(
                rows,
                times(range(
                        octets("07EA 01 01 04 01 0F 00 00 " + deviation + " 00"),
                        octets("07EA 01 01 04 01 1E 00 00 " + deviation + " 00"))));
    }

    @Test
    void aDeviationOfZeroMeansUtc() {
        fiveRows();

        assertEquals(
                "01:15 01:30",
                times(range(octets("07EA 01 01 04 00 0F 00 00 0000 00"), octets("07EA 01 01 04 00 1E 00 00 0000 00"))));
    }

    @Test
    void aBoundIsAnOctetStringOrADateTime() {
        fiveRows();
        CosemData from = new DateTime(Octets.ofHex("07EA 01 01 04 01 0F 00 00 8000 00"));
        CosemData to = octets("07EA 01 01 04 01 1E 00 00 8000 00");

        assertEquals("01:15 01:30", times(range(from, to)));
        assertEquals("", times(range(to, from)));
    }

    // On 25 October 2026 the wall shows 02:00 to 02:59 twice. The rows of both hours are delivered; S marks summer.
    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource(delimiter = '|', textBlock = """
                # from | to  | rows
                02 00  | 02 2D | 02:00S 02:15S 02:30S 02:45S 02:00 02:15 02:30 02:45
                02 1E  | 02 1E | 02:30S 02:45S 02:00 02:15 02:30
                01 2D  | 02 00 | 01:45S 02:00S 02:15S 02:30S 02:45S 02:00
                03 00  | 03 00 | 03:00
                """)
    void theHourThatOccursTwiceIsDeliveredTwice(String from, String to, String rows) {
        long change = Instant.parse("2026-10-25T01:00:00Z").getEpochSecond();
        for (int row = -8; row <= 8; row++) {
            bench.second(change + (long) row * QUARTER);
        }

        assertEquals(
                rows,
                times(range(
                        octets("07EA 0A 19 07 " + from + " 00 FF 8000 FF"),
                        octets("07EA 0A 19 07 " + to + " 00 FF 8000 FF"))));
    }

    // On 29 March 2026 the wall goes from 02:00 straight to 03:00.
    @Test
    void theHourThatIsLeftOutHasNoRows() {
        long change = Instant.parse("2026-03-29T01:00:00Z").getEpochSecond();
        for (int row = -4; row <= 4; row++) {
            bench.second(change + (long) row * QUARTER);
        }

        assertEquals(
                "01:45 03:00S",
                times(range(octets("07EA 03 1D 07 01 2D 00 FF 8000 FF"), octets("07EA 03 1D 07 03 00 00 FF 8000 FF"))));
        assertEquals(
                "",
                times(range(octets("07EA 03 1D 07 02 0F 00 FF 8000 FF"), octets("07EA 03 1D 07 02 2D 00 FF 8000 FF"))));
    }

    @Test
    void selectedColumnsComeInTheOrderTheyAreCaptured() {
        fiveRows();
        AccessSelection selection = new RangeDescriptor(
                TIME,
                onFirstOfJanuary("01:15:00"),
                onFirstOfJanuary("01:15:00"),
                List.of(R_MINUS, STATUS, A_PLUS, R_MINUS));

        assertEquals(
                List.of(List.of(new LongUnsigned(0), new DoubleLongUnsigned(0), new DoubleLongUnsigned(0))),
                read(selection).rows());
    }

    @Test
    void aColumnThatIsNotCapturedIsAnError() {
        fiveRows();
        AccessSelection selection = new RangeDescriptor(
                TIME,
                onFirstOfJanuary("01:15:00"),
                onFirstOfJanuary("01:15:00"),
                List.of(A_PLUS, register("1-1:5.8.0*255")));

        assertEquals(DataAccessResult.OTHER_REASON, read(selection).result());
    }

    // Gurux's client names the clock of channel 0 whatever the columns say.
    @Test
    void theClockMayBeNamedOnAnyChannel() {
        fiveRows();
        var asColumn = new RangeDescriptor(TIME, onFirstOfJanuary("01:15:00"), onFirstOfJanuary("01:45:00"), List.of());
        var onChannelZero = new RangeDescriptor(
                new CaptureObject(8, Obis.of("0-0:1.0.0*255"), 2, 0),
                onFirstOfJanuary("01:15:00"),
                onFirstOfJanuary("01:45:00"),
                List.of());

        assertEquals(3, read(asColumn).rows().size());
        assertEquals(read(asColumn).rows(), read(onChannelZero).rows());
    }

    @Test
    void onlyTimeRestrictsARange() {
        fiveRows();
        var selection = new RangeDescriptor(A_PLUS, new DoubleLongUnsigned(0), new DoubleLongUnsigned(9), List.of());

        assertEquals(DataAccessResult.TYPE_UNMATCHED, read(selection).result());
    }

    @Test
    void aBoundThatIsNoTimeIsAnError() {
        fiveRows();
        CosemData good = onFirstOfJanuary("01:15:00");
        for (CosemData bad : List.of(
                new NullData(),
                new DoubleLongUnsigned(1_767_225_600L),
                octets("07EA 01 01 04 01"),
                octets("07EA 0D 01 04 01 00 00 00 8000 00"),
                new DateTime(Octets.ofHex("07EA")))) {
            assertEquals(DataAccessResult.TYPE_UNMATCHED, read(range(bad, good)).result());
            assertEquals(DataAccessResult.TYPE_UNMATCHED, read(range(good, bad)).result());
        }
    }

    @Test
    void theCellsOfARowAreOfTheirTypes() {
        fiveRows();

        List<CosemData> row = read(new EntryDescriptor(0, 0, 2, 5)).rows().getFirst();

        assertEquals(
                List.of(new LongUnsigned(0), new DoubleLongUnsigned(0x400), new Int8(1), new DoubleLongUnsigned(0)),
                row);
    }

    // Dossier 10.6: selector 0 is the whole buffer.
    @Test
    void selectorZeroIsTheWholeBuffer() {
        fiveRows();

        assertEquals("01:00 01:15 01:30 01:45 02:00", times(new Other(0, new NullData())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 255})
    void anySelectorThatIsNotUnderstoodIsAnError(int selector) {
        fiveRows();

        assertEquals(
                DataAccessResult.SCOPE_OF_ACCESS_VIOLATED,
                read(new Other(selector, new NullData())).result());
    }

    // The bench checks that nothing stays behind of the rows that could be read.
    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void aMemoryThatCannotBeReadIsAHardwareFault(int readableRows) {
        fiveRows();
        bench.memory.breakAfter(readableRows);

        for (Optional<AccessSelection> selection : List.<Optional<AccessSelection>>of(
                Optional.empty(),
                Optional.of(new EntryDescriptor(0, 4, 1, 0)),
                Optional.of(range(onFirstOfJanuary("01:00:00"), onFirstOfJanuary("02:00:00"))))) {
            assertEquals(
                    DataAccessResult.HARDWARE_FAULT,
                    bench.get(DeviceOnBench.PRIMARY, 7, PROFILE, 2, selection).result());
        }
    }

    // The memory may keep rows that have left the ring; they are not delivered, whichever way one asks.
    @Test
    void rowsThatHaveLeftTheRingAreNotDelivered() {
        var full = new DeviceOnBench(DeviceOnBench.logging(LoadProfileContent.ALL, CapturePeriod.MINUTES_5));
        int capacity = LoadProfileContent.ALL.capacity();
        full.second(DeviceOnBench.START);
        for (int step = 1; step <= 4; step++) {
            full.clockTo(DeviceOnBench.START + step * 3_000L * 300);
        }
        assertEquals(12_001, full.memory.rows().size());

        List<List<CosemData>> whole = full.get(7, PROFILE.toString(), 2).rows();
        CosemData open = octets("FFFF FF FF FF FF FF FF FF 8000 FF");
        List<List<CosemData>> entries =
                read(full, new EntryDescriptor(20_000, 0, 1, 0)).rows();
        List<List<CosemData>> ranged = read(full, range(open, open)).rows();

        assertEquals(11_753, capacity);
        assertEquals(capacity, whole.size());
        assertEquals(whole, entries);
        assertEquals(whole, ranged);
        assertEquals(
                new DoubleLongUnsigned(capacity),
                full.get(7, PROFILE.toString(), 7).data());
    }

    private static CaptureObject register(String name) {
        return new CaptureObject(3, Obis.of(name), 2, 0);
    }

    private static AccessSelection range(CosemData from, CosemData to) {
        return new RangeDescriptor(TIME, from, to, List.of());
    }

    private static CosemData octets(String hex) {
        return new OctetString(Octets.ofHex(hex));
    }

    /// A wall time as a client writes it that knows no deviation.
    private static CosemData onFirstOfJanuary(String time) {
        String[] parts = time.split(":", -1);
        var at = new CosemDateTime(
                2026,
                1,
                1,
                4,
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                CosemDateTime.NOT_SPECIFIED,
                CosemDateTime.DEVIATION_NOT_SPECIFIED,
                CosemDateTime.STATUS_NOT_SPECIFIED);
        return new OctetString(Octets.of(at.octets()));
    }

    private Answer read(AccessSelection selection) {
        return read(bench, selection);
    }

    private static Answer read(DeviceOnBench bench, AccessSelection selection) {
        return bench.get(DeviceOnBench.PRIMARY, 7, PROFILE, 2, Optional.of(selection));
    }

    /// The wall time of each row, in order, with an S while summer time is kept.
    private String times(AccessSelection selection) {
        return String.join(
                " ",
                read(selection).rows().stream().map(row -> time(row.getFirst())).toList());
    }

    private static String time(CosemData data) {
        if (CosemDateTime.of(data) instanceof Decoded.Complete<CosemDateTime>(CosemDateTime at, int _)) {
            String summer = ClockStatus.DAYLIGHT_SAVING_ACTIVE.isSetIn(at.status()) ? "S" : "";
            return String.format("%02d:%02d%s", at.hour(), at.minute(), summer);
        }
        throw new AssertionError("not a time: " + data);
    }
}
