package trefas.device.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.metrology.OneSecondValues;
import trefas.metrology.SecondTotals;
import trefas.metrology.SummationMethod;

/// What X9 leaves out is nowhere: not counted, not saved, not listed (dossier 2.1, 4.1).
class MeasuredEnergiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                1 | A+ A+ L1 A+ L2 A+ L3
                2 | A+ A- A+ L1 A+ L2 A+ L3 A- L1 A- L2 A- L3
                4 | A+ A- R+ R- R1 R2 R3 R4 A+ L1 A+ L2 A+ L3 A- L1 A- L2 A- L3 R+ L1 R+ L2 R+ L3 R- L1 R- L2 R- L3 E+ E-
                """)
    void x9ChoosesTheRegisters(int x9, String titles) {
        MeasuredEnergies measured = MeasuredEnergies.ofCode(x9).orElseThrow();

        assertEquals(
                titles, measured.registers().stream().map(EnergyRegister::title).collect(Collectors.joining(" ")));
        for (EnergyRegister register : EnergyRegister.ALL) {
            assertEquals(measured.registers().contains(register), measured.has(register), register::title);
        }
        for (Quantity quantity : Quantity.ALL) {
            assertEquals(measured.has(quantity.energy()), measured.has(quantity), quantity::powerTitle);
        }
    }

    @Test
    void whatIsNotMadeForThisMeterHasNoCode() {
        assertEquals(Optional.empty(), MeasuredEnergies.ofCode(3));
        assertEquals(Optional.empty(), MeasuredEnergies.ofCode(0));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheRegistersThereAreCount(MeasuredEnergies measured) {
        var registers = new RegisterBank(EnergyFormat.F63, measured);
        for (int sign = -1; sign <= 1; sign += 2) {
            var values = new OneSecondValues();
            for (int phase = 0; phase < 3; phase++) {
                values.phase(phase, 230_000, 0, sign * 5_000_000, sign * 4_000_000);
            }
            values.phase(0, 230_000, 0, -sign * 4_000_000, -sign * 5_000_000);
            var totals = new SecondTotals();
            totals.register(values, SummationMethod.INDIVIDUAL);
            EnergyCounting.addOneSecond(values, totals, registers);
            totals.register(values, SummationMethod.VECTOR);
            EnergyCounting.addOneSecond(values, totals, registers);
        }

        for (EnergyRegister register : EnergyRegister.ALL) {
            boolean counts = register != EnergyRegister.R2 && register != EnergyRegister.R4;
            assertEquals(counts && measured.has(register), registers.milliwattSeconds(register) > 0, register::title);
        }
    }

    // A register that the meter does not have was never counted: a record with it is another meter's.
    @ParameterizedTest
    @CsvSource({"ACTIVE_IMPORT, 1, false", "ACTIVE, 1, true", "ACTIVE, 2, false", "FOUR_QUADRANTS, 2, true"})
    void aRecordOfAnotherTypeIsRefused(MeasuredEnergies measured, int slot, boolean isRead) {
        var record = ByteBuffer.allocate(RegisterBank.recordLength()).put(0, (byte) 22);
        record.putLong(1 + slot * Long.BYTES, 7);
        var registers = new RegisterBank(EnergyFormat.F72, measured);

        assertEquals(isRead, registers.read(record));
        assertEquals(isRead ? 7 : 0, registers.milliwattSeconds(EnergyRegister.ALL.get(slot)));
    }

    @Test
    void eachTypeHasWhatTheOneBeforeHas() {
        assertFalse(MeasuredEnergies.ACTIVE_IMPORT.hasExport());
        assertTrue(MeasuredEnergies.ACTIVE.hasExport());
        assertFalse(MeasuredEnergies.ACTIVE.hasReactive());
        assertTrue(MeasuredEnergies.FOUR_QUADRANTS.hasExport());
        assertTrue(MeasuredEnergies.FOUR_QUADRANTS.hasReactive());
    }
}
