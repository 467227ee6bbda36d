package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.AccessSelection.RangeDescriptor;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.DataAccessResult;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.log.LoadProfileValues;
import trefas.device.log.ProfileEntry;
import trefas.objects.DeviceOnBench.Answer;
import trefas.quantity.Obis;

/// The load profile of a meter with Z27 = 2 (dossier 10.1): each row says what the registers grew by since the row
/// before, and says the same whatever part of the profile is read.
class DeltaProfileTest {

    private static final Obis PROFILE = Obis.of("1-1:99.1.0*255");
    private static final CaptureObject CLOCK = new CaptureObject(8, Obis.of("0-1:1.0.0*255"), 2, 0);
    private static final int QUARTER = 900;

    /// Columns of a row of A+ A- R+ R-: time, status, quality, a reserved one, then the registers.
    private static final int STATUS = 1;

    private static final int A_PLUS = 4;
    private static final int TIME_DISCONTINUITY = 0x40;

    private final DeviceOnBench bench =
            new DeviceOnBench(MeterConfiguration.DEFAULT.withProfileValues(LoadProfileValues.DELTA));

    /// Five rows at 01:00, 01:15 … 02:00 on the wall with 10, 30, 60, 100 and 150 steps of A+.
    private void fiveRows() {
        for (int row = 0; row < 5; row++) {
            bench.second(DeviceOnBench.START + (long) row * QUARTER);
        }
        long[] readings = {10, 30, 60, 100, 150};
        bench.memory
                .rows()
                .replaceAll(row -> new ProfileEntry(
                        row.logId(), row.capturedAt(), 0, 0, readings[(int) row.logId() - 1], 7, 0, 0));
    }

    @Test
    void theWholeProfileBeginsWithARowThatFollowsNone() {
        fiveRows();

        assertEquals("0! 20 30 40 50", read(Optional.empty()));
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({"1, 3, 40 30 20", "3, 1, 20 30 40", "0, 0, 50", "9, 3, 0! 20", "0, 9, 50 40 30 20 0!"})
    void entriesSayWhatTheySayInTheWhole(long from, long to, String growth) {
        fiveRows();

        assertEquals(growth, read(Optional.of(new EntryDescriptor(from, to, 1, 0))));
    }

    @ParameterizedTest(name = "{0} min to {1} min: {2}")
    @CsvSource({"0, 60, 0! 20 30 40 50", "15, 30, 20 30", "60, 60, 50", "61, 90, ''"})
    void aRangeSaysWhatItSaysInTheWhole(int fromMinutes, int toMinutes, String growth) {
        fiveRows();

        assertEquals(
                growth, read(Optional.of(new RangeDescriptor(CLOCK, wall(fromMinutes), wall(toMinutes), List.of()))));
    }

    /// So many minutes after 01:00.
    private static CosemData wall(int minutes) {
        return new CosemData.DateTime(
                Octets.ofHex("07EA0101FF%02X%02X00FF8000FF".formatted(1 + minutes / 60, minutes % 60)));
    }

    /// What was there before the profile was emptied is no row before.
    @Test
    void anEmptiedProfileBeginsAnew() {
        fiveRows();
        bench.meter.clearLoadProfile(_ -> {});
        bench.second(DeviceOnBench.START + 5L * QUARTER);

        assertEquals("0!", read(Optional.empty()));
    }

    @Test
    void aRowBeforeThatCantBeReadIsAFault() {
        fiveRows();
        bench.memory.breakAfter(0);

        assertEquals(
                DataAccessResult.HARDWARE_FAULT,
                get(Optional.of(new EntryDescriptor(0, 0, 1, 0))).result());
    }

    /// What A+ grew by in each row; `!` behind it where the row follows none.
    private String read(Optional<AccessSelection> selection) {
        return get(selection).rows().stream()
                .map(row -> number(row.get(A_PLUS)) + ((number(row.get(STATUS)) & TIME_DISCONTINUITY) != 0 ? "!" : ""))
                .collect(Collectors.joining(" "));
    }

    private Answer get(Optional<AccessSelection> selection) {
        return bench.get(DeviceOnBench.PRIMARY, 7, PROFILE, 2, selection);
    }

    private static long number(CosemData cell) {
        return switch (cell) {
            case CosemData.DoubleLongUnsigned(long number) -> number;
            case CosemData.LongUnsigned(int number) -> number;
            default -> throw new AssertionError(cell);
        };
    }
}
