package trefas.device.demand;

import java.util.List;
import trefas.device.register.MeasuredEnergies;
import trefas.device.register.Quantity;
import trefas.device.register.TariffRegisters;

/// Where each peak stands in a meter's arrays. Totals come first and then tariff after tariff, so that a meter needs
/// cells only up to the highest tariff in which it ever had a peak. Shared by all meters that measure the same; the
/// order stands in the permanent memory.
final class PeakCells {

    private static final int NONE = -1;
    private static final int ROWS = 1 + TariffRegisters.TARIFF_MAX;

    private static final List<PeakCells> BY_QUANTITIES =
            Quantity.ALL.stream().map(last -> new PeakCells(last.place() + 1)).toList();

    /// Of each quantity, its total and its tariffs.
    private final int[][] cells;
    /// Cells of the totals and of the tariffs up to each.
    private final int[] countUpTo = new int[ROWS];

    private PeakCells(int quantityCount) {
        cells = new int[quantityCount][ROWS];
        int next = 0;
        for (int tariff = 0; tariff < ROWS; tariff++) {
            for (int quantity = 0; quantity < quantityCount; quantity++) {
                boolean hasPeak = tariff < Quantity.ALL.get(quantity).peakCount();
                cells[quantity][tariff] = hasPeak ? next++ : NONE;
            }
            countUpTo[tariff] = next;
        }
    }

    static PeakCells of(MeasuredEnergies measured) {
        return BY_QUANTITIES.get(measured.quantityCount() - 1);
    }

    /// Whether there is such a peak.
    ///
    /// @param tariff 0 for the total
    boolean has(Quantity quantity, int tariff) {
        return quantity.place() < cells.length && tariff >= 0 && tariff < quantity.peakCount();
    }

    /// The place of a peak there is.
    int cell(Quantity quantity, int tariff) {
        return cells[quantity.place()][tariff];
    }

    /// Cells needed for peaks up to a tariff.
    int countUpTo(int tariff) {
        return countUpTo[tariff];
    }
}
