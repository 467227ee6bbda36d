package trefas.device.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.device.demand.DemandSettings;
import trefas.device.demand.MeterRegisters;

/// OperationState, high resolution registers and what the LED follows (dossier 4.6).
class VerificationTest {

    private static final long START = 1_000_000;
    private static final long TENTH_WATT_HOUR = 360_000L;

    private final RegisterBank totals = new RegisterBank(EnergyFormat.F72);
    private final Verification verification = new Verification(totals);

    @ParameterizedTest
    @CsvSource({"1, A_PLUS", "2, A_PLUS", "3, A_MINUS", "4, R_PLUS", "5, R_MINUS"})
    void theLedFollows(int code, EnergyRegister register) {
        verification.set(OperationState.ofCode(code).orElseThrow(), START);

        assertEquals(register, verification.state().followed());
        assertEquals(code, verification.state().code());
    }

    @Test
    void otherCodesAreNone() {
        assertEquals(Optional.empty(), OperationState.ofCode(0));
        assertEquals(Optional.empty(), OperationState.ofCode(6));
    }

    @Test
    void highResolutionRunsInVerificationOnly() {
        countEach(50 * TENTH_WATT_HOUR);
        assertEquals(0, verification.reading(Quantity.A_PLUS));

        verification.set(OperationState.VERIFY_A_MINUS, START);
        countEach(8 * TENTH_WATT_HOUR - 1);
        assertHighResolution(7);
        verification.set(OperationState.VERIFY_R_PLUS, START + 10);
        countEach(1);
        assertHighResolution(8);

        verification.set(OperationState.NORMAL, START + 20);
        countEach(100 * TENTH_WATT_HOUR);
        assertHighResolution(8);
        verification.set(OperationState.VERIFY_A_PLUS, START + 30);
        assertHighResolution(0);
    }

    @Test
    void theFormatIsThreePointFour() {
        verification.set(OperationState.VERIFY_A_PLUS, START);
        totals.addOneSecond(EnergyRegister.A_PLUS, 10_000_000L * TENTH_WATT_HOUR - 1);
        assertEquals(9_999_999, verification.reading(Quantity.A_PLUS));

        totals.addOneSecond(EnergyRegister.A_PLUS, 1);

        assertEquals(0, verification.reading(Quantity.A_PLUS));
    }

    @Test
    void itEndsAfterSixteenHours() {
        verification.set(OperationState.VERIFY_R_MINUS, START);

        verification.secondElapsed(START + 57_599);
        assertEquals(OperationState.VERIFY_R_MINUS, verification.state());
        verification.secondElapsed(START + 57_600);
        assertEquals(OperationState.NORMAL, verification.state());
    }

    @Test
    void itEndsByALongPress() {
        assertFalse(verification.longPress(START));
        verification.set(OperationState.VERIFY_R_MINUS, START);

        assertTrue(verification.longPress(START + 1));

        assertEquals(OperationState.NORMAL, verification.state());
    }

    @Test
    void itEndsAtAReset() {
        var registers = new MeterRegisters(
                EnergyFormat.F72, MeasuredEnergies.FOUR_QUADRANTS, DemandSettings.DEFAULT, /* zoneHours= */ 1);
        registers.setOperationState(OperationState.VERIFY_A_PLUS, START);
        registers.energies().addOneSecond(EnergyRegister.A_PLUS, 70 * TENTH_WATT_HOUR);
        assertEquals(70, registers.verification().reading(Quantity.A_PLUS));

        registers.reset();

        assertEquals(OperationState.NORMAL, registers.verification().state());
        assertEquals(0, registers.verification().reading(Quantity.A_PLUS));
    }

    // The LED must not give the difference of two registers at once.
    @Test
    void pulsesGoOnWhenAnotherQuantityIsFollowed() {
        totals.addOneSecond(EnergyRegister.A_PLUS, 40 * Verification.MILLIWATT_SECONDS_PER_PULSE);
        totals.addOneSecond(EnergyRegister.R_PLUS, 5 * Verification.MILLIWATT_SECONDS_PER_PULSE);
        assertEquals(40, verification.pulses());

        verification.set(OperationState.VERIFY_R_PLUS, START);
        assertEquals(40, verification.pulses());
        totals.addOneSecond(EnergyRegister.R_PLUS, 2 * Verification.MILLIWATT_SECONDS_PER_PULSE);
        totals.addOneSecond(EnergyRegister.A_PLUS, 9 * Verification.MILLIWATT_SECONDS_PER_PULSE);
        assertEquals(42, verification.pulses());
        verification.set(OperationState.NORMAL, START + 1);
        assertEquals(42, verification.pulses());
    }

    @Test
    void itGoesOnInAProgramThatGoesOn() {
        verification.set(OperationState.VERIFY_A_MINUS, START);
        countEach(8 * TENTH_WATT_HOUR);

        var again = restored(written());

        assertEquals(OperationState.VERIFY_A_MINUS, again.state());
        assertEquals(8, again.reading(Quantity.R_MINUS));
        assertEquals(verification.pulses(), again.pulses());
        again.secondElapsed(START + Verification.LASTS_SECONDS);
        assertEquals(OperationState.NORMAL, again.state());
        countEach(TENTH_WATT_HOUR);
        assertEquals(8, again.reading(Quantity.R_MINUS), "what was verified stands");
    }

    // State, end, pulses before, four marks.
    @ParameterizedTest(name = "octet {0} = {1}")
    @CsvSource({"0, 0", "0, 6", "1, -128", "17, -128", "41, 1"})
    void whatCanNotBeChangesNothing(int octet, int value) {
        verification.set(OperationState.VERIFY_A_MINUS, START);
        byte[] record = written();
        record[octet] = (byte) value;
        var again = new Verification(totals);

        assertFalse(again.read(ByteBuffer.wrap(record)));
        assertFalse(again.read(ByteBuffer.wrap(record, 0, record.length - 1)));
        assertEquals(OperationState.NORMAL, again.state());
    }

    private byte[] written() {
        var record = ByteBuffer.allocate(Verification.recordLength());
        verification.write(record);
        assertFalse(record.hasRemaining());
        return record.array();
    }

    private Verification restored(byte[] record) {
        var again = new Verification(totals);
        assertTrue(again.read(ByteBuffer.wrap(record)));
        return again;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotMeasuredCanNotBeFollowed(OperationState state) {
        var ofImport = new Verification(new RegisterBank(EnergyFormat.F72, MeasuredEnergies.ACTIVE_IMPORT));
        boolean isImport = state.followed() == EnergyRegister.A_PLUS;

        assertEquals(isImport, ofImport.isPossible(state));
        if (!isImport) {
            assertThrows(IllegalArgumentException.class, () -> ofImport.set(state, START));
        }
    }

    private void assertHighResolution(long tenthWattHours) {
        for (Quantity quantity : Quantity.ALL.subList(0, 4)) {
            assertEquals(tenthWattHours, verification.reading(quantity), quantity::powerTitle);
        }
        assertEquals(0, verification.reading(Quantity.E_PLUS));
    }

    private void countEach(long milliwattSeconds) {
        for (Quantity quantity : Quantity.ALL) {
            totals.addOneSecond(quantity.energy(), milliwattSeconds);
        }
    }
}
