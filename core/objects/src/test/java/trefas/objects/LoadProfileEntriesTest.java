package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.ClockStatus;
import trefas.cosem.CosemData;
import trefas.cosem.CosemDateTime;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded;
import trefas.objects.DeviceOnBench.Answer;
import trefas.quantity.Obis;

/// The load profile read by entries, as this meter counts them (dossier 10.6).
class LoadProfileEntriesTest {

    private static final Obis PROFILE = Obis.of("1-1:99.1.0*255");

    private static final int QUARTER = 900;

    private final DeviceOnBench bench = new DeviceOnBench();

    private void fiveRows() {
        for (int row = 0; row < 5; row++) {
            bench.second(DeviceOnBench.START + (long) row * QUARTER);
        }
    }

    // Row 0 is the newest (02:00). From a small number to a large one time runs backwards, the other way forwards.
    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                # from | to         | rows
                1      | 3          | 01:45 01:30 01:15
                3      | 1          | 01:15 01:30 01:45
                1      | 0          | 01:45 02:00
                4      | 0          | 01:00 01:15 01:30 01:45 02:00
                0      | 4          | 02:00 01:45 01:30 01:15 01:00
                0      | 0          | 02:00
                2      | 2          | 01:30
                3      | 9          | 01:15 01:00
                9      | 3          | 01:00 01:15
                5      | 9          | ''
                0      | 4294967295 | 02:00 01:45 01:30 01:15 01:00
                4294967295 | 0      | 01:00 01:15 01:30 01:45 02:00
                """)
    void entriesCountFromTheNewestRow(long from, long to, String rows) {
        fiveRows();

        assertEquals(rows, times(new EntryDescriptor(from, to, 1, 0)));
    }

    @ParameterizedTest(name = "columns {0} to {1}: {2}")
    @CsvSource(textBlock = """
                1, 0, 8
                1, 1, 1
                1, 8, 8
                5, 8, 4
                5, 0, 4
                8, 8, 1
                """)
    void columnsCountFromOneAndZeroIsTheLast(int from, int to, int columns) {
        fiveRows();

        List<List<CosemData>> rows = read(new EntryDescriptor(0, 2, from, to)).rows();

        assertEquals(3, rows.size());
        rows.forEach(row -> assertEquals(columns, row.size()));
    }

    @ParameterizedTest(name = "columns {0} to {1}")
    @CsvSource(textBlock = """
                0, 0
                0, 3
                9, 0
                9, 9
                1, 9
                3, 2
                """)
    void columnsThatAreNotThereAreAnError(int from, int to) {
        fiveRows();

        assertEquals(
                DataAccessResult.OTHER_REASON,
                read(new EntryDescriptor(0, 2, from, to)).result());
    }

    @Test
    void anEmptyProfileHasNoEntries() {
        assertEquals("", times(new EntryDescriptor(0, 5, 1, 0)));
        assertEquals("", times(new EntryDescriptor(0, 0, 1, 0)));
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
