package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.AccessSelection.RangeDescriptor;
import trefas.cosem.CaptureObject;
import trefas.cosem.ClockStatus;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DateTime;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemDateTime;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfileContent;
import trefas.quantity.Obis;

/// The conformance cases of selective access, repeated on the meter's own load profile. It counts its entries from
/// the newest, which is 0 (dossier 10.6), where the standard's oldest is 1.
class OwnModelSelectiveAccessTest {

    private static final Obis PROFILE = Obis.of("1-1:99.1.0*255");
    private static final CaptureObject TIME = new CaptureObject(8, Obis.of("0-1:1.0.0*255"), 2, 0);
    private static final int QUARTER = 900;
    private static final String OPEN = "FFFF FF FF FF FF FF FF FF 8000 FF";

    private DeviceOnBench bench = new DeviceOnBench();

    /// 01:00 to 02:00 on 1 January 2026.
    private void fiveRows() {
        for (int row = 0; row < 5; row++) {
            bench.second(DeviceOnBench.START + (long) row * QUARTER);
        }
    }

    @Test
    @DisplayName("S05 own model: octet-string and date-time bounds give the same rows")
    void bothFormsOfABound() {
        fiveRows();
        var from = Octets.ofHex("07EA 01 01 FF 01 0F 00 FF 8000 FF");
        var to = Octets.ofHex("07EA 01 01 FF 01 2D 00 FF 8000 FF");

        assertEquals(
                "01:15 01:30 01:45",
                times(new RangeDescriptor(TIME, new OctetString(from), new OctetString(to), List.of())));
        assertEquals(
                "01:15 01:30 01:45", times(new RangeDescriptor(TIME, new DateTime(from), new DateTime(to), List.of())));
        assertEquals(
                "01:15 01:30 01:45",
                times(new RangeDescriptor(TIME, new OctetString(from), new DateTime(to), List.of())));
    }

    @Test
    @DisplayName("S06 own model: wildcards reach as far as they can, and no deviation means the meter's wall")
    void wildcards() {
        fiveRows();

        assertEquals("01:00 01:15 01:30 01:45 02:00", times(range(OPEN, OPEN)));
        assertEquals("02:00", times(range("07EA 01 01 FF 02 FF FF FF 8000 FF", OPEN)));
        assertEquals("01:00 01:15", times(range(OPEN, "07EA 01 01 FF 01 0F FF FF 8000 FF")));
        assertEquals("01:15", times(range("07EA 01 01 FF 01 0F 00 FF 8000 FF", "07EA 01 01 FF 01 0F 00 FF 8000 FF")));
        assertEquals("01:15", times(range("07EA 01 01 FF 00 0F 00 FF 0000 FF", "07EA 01 01 FF 00 0F 00 FF 0000 FF")));
    }

    @Test
    @DisplayName("S07 own model: one cell, all, and a part by entry numbers")
    void byEntries() {
        fiveRows();

        assertEquals("01:45", times(new EntryDescriptor(1, 1, 1, 1)));
        assertEquals(1, rows(new EntryDescriptor(1, 1, 1, 1)).getFirst().size());
        assertEquals("01:45 02:00", times(new EntryDescriptor(1, 0, 1, 0)));
        assertEquals(8, rows(new EntryDescriptor(1, 0, 1, 0)).getFirst().size());
        assertEquals("01:30 01:15", times(new EntryDescriptor(2, 3, 1, 0)));
        assertEquals("01:00 01:15 01:30 01:45 02:00", times(new EntryDescriptor(4, 0, 1, 0)));
    }

    @Test
    @DisplayName("S08 own model: entries beyond the last are none, and entry 0 is the newest row")
    void entriesThatAreNotThere() {
        fiveRows();

        assertEquals(
                "0100",
                bench.get(18, 7, PROFILE, 2, Optional.of(new EntryDescriptor(5, 9, 1, 0)))
                        .hex());
        assertEquals("02:00", times(new EntryDescriptor(0, 0, 1, 0)));
        assertEquals(
                DataAccessResult.OTHER_REASON,
                bench.get(18, 7, PROFILE, 2, Optional.of(new EntryDescriptor(1, 2, 1, 9)))
                        .result());
        assertEquals(5, rows(range(OPEN, OPEN)).size(), "and the next request is answered");
    }

    @Test
    @DisplayName("S12 own model: an empty buffer is an empty array, whichever way it is asked for")
    void emptyBuffer() {
        for (Optional<AccessSelection> selection : List.<Optional<AccessSelection>>of(
                Optional.empty(), Optional.of(range(OPEN, OPEN)), Optional.of(new EntryDescriptor(0, 9, 1, 0)))) {
            assertEquals("0100", bench.get(18, 7, PROFILE, 2, selection).hex());
        }
    }

    // Whole, 10 000 rows are ten blocks of a thousand to a client; here it matters that each way gives the same
    // rows.
    @Test
    @DisplayName("S13 own model: a range of a profile with 10 000 entries")
    void tenThousandEntries() {
        bench = new DeviceOnBench(DeviceOnBench.logging(LoadProfileContent.ALL, CapturePeriod.MINUTES_5));
        bench.second(DeviceOnBench.START);
        for (int step = 1; step < 5; step++) {
            bench.clockTo(DeviceOnBench.START + step * 2_500L * 300);
        }
        int rows = bench.memory.rows().size();
        assertEquals(10_001, rows);

        assertEquals(rows, rows(range(OPEN, OPEN)).size());
        assertEquals(rows, rows(new EntryDescriptor(rows, 0, 1, 1)).size());
        assertEquals(
                rows(range("07EA 01 0A FF 00 00 00 FF 8000 FF", "07EA 01 0A FF FF FF FF FF 8000 FF"))
                        .size(),
                288);
        assertEquals(
                rows(new EntryDescriptor(100, 5, 1, 0)), rows(range(OPEN, OPEN)).subList(rows - 101, rows - 5));
    }

    // On 25 October 2026 the wall shows 02:00 to 02:59 twice.
    @Test
    @DisplayName("S14 own model: both passes of the hour that occurs twice are delivered")
    void theHourThatOccursTwice() {
        long change = Instant.parse("2026-10-25T01:00:00Z").getEpochSecond();
        for (int row = -5; row <= 5; row++) {
            bench.second(change + (long) row * QUARTER);
        }

        assertEquals(
                "02:00S 02:15S 02:30S 02:45S 02:00 02:15 02:30 02:45",
                times(range("07EA 0A 19 FF 02 00 00 FF 8000 FF", "07EA 0A 19 FF 02 3B 3B FF 8000 FF")));
        assertTrue(times(new EntryDescriptor(9, 0, 1, 1)).contains("02:45S 02:00 02:15"));
    }

    private static AccessSelection range(String from, String to) {
        return new RangeDescriptor(
                TIME, new OctetString(Octets.ofHex(from)), new OctetString(Octets.ofHex(to)), List.of());
    }

    private List<List<CosemData>> rows(AccessSelection selection) {
        return bench.get(DeviceOnBench.PRIMARY, 7, PROFILE, 2, Optional.of(selection))
                .rows();
    }

    private String times(AccessSelection selection) {
        return String.join(
                " ", rows(selection).stream().map(row -> time(row.getFirst())).toList());
    }

    private static String time(CosemData data) {
        if (CosemDateTime.of(data) instanceof Decoded.Complete<CosemDateTime>(CosemDateTime at, int _)) {
            String summer = ClockStatus.DAYLIGHT_SAVING_ACTIVE.isSetIn(at.status()) ? "S" : "";
            return String.format("%02d:%02d%s", at.hour(), at.minute(), summer);
        }
        throw new AssertionError("not a time: " + data);
    }
}
