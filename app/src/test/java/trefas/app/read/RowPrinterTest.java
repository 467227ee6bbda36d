package trefas.app.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.quantity.Obis;

/// Rows of a profile as a table: aligned from the first on, and printed before the last has come.
class RowPrinterTest {

    private static final Obis PROFILE = Obis.of("1-0:99.1.0*255");
    private static final List<ProfileColumn> COLUMNS =
            List.of(new ProfileColumn(new CaptureObject(3, Obis.of("1-0:1.8.0*255"), 2, 0), "1.8.0", Optional.empty()));

    private final StringWriter out = new StringWriter();
    private final RowPrinter table = RowPrinter.table(PROFILE, COLUMNS, new PrintWriter(out));

    @Test
    void aShortTableIsAlignedWhenItEnds() {
        row(1);
        row(1_234_567);
        assertEquals("", out.toString());
        table.end();

        assertEquals(List.of("  1.8.0", "      1", "1234567", "2 rows of " + PROFILE), lines());
    }

    @Test
    void aLongTableIsPrintedAsItComes() {
        for (int row = 0; row < RowPrinter.ROWS_MEASURED; row++) {
            row(row);
        }
        int begun = lines().size();
        row(7);
        row(123_456_789);
        table.end();

        assertEquals(1 + RowPrinter.ROWS_MEASURED, begun, "the heading and the rows measured");
        assertEquals(List.of("    7", "123456789", "1002 rows of " + PROFILE), lines().subList(begun, begun + 3));
        assertTrue(lines().stream().skip(1).limit(begun).allMatch(line -> line.length() == "1.8.0".length()));
    }

    private void row(long value) {
        table.row(List.of(new DoubleLongUnsigned(value)));
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }
}
