package trefas.device.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterBankTest {

    // The slots stand in saved records: a register that moved would be another register after an update.
    @Test
    void everyRegisterKeepsItsSlot() {
        for (int slot = 0; slot < EnergyRegister.ALL.size(); slot++) {
            assertEquals(slot, EnergyRegister.ALL.get(slot).slot());
        }
        assertEquals(22, EnergyRegister.ALL.size());
    }

    @ParameterizedTest
    @EnumSource
    void aReadingIsCutNeverRounded(EnergyFormat format) {
        var bank = new RegisterBank(format);
        long step = format.stepMilliwattSeconds();

        assertFalse(bank.addOneSecond(EnergyRegister.A_PLUS, step - 1));
        assertEquals(0, bank.reading(EnergyRegister.A_PLUS));
        assertTrue(bank.addOneSecond(EnergyRegister.A_PLUS, 1));
        assertEquals(1, bank.reading(EnergyRegister.A_PLUS));
        assertEquals(step, bank.milliwattSeconds(EnergyRegister.A_PLUS));
    }

    @ParameterizedTest
    @EnumSource
    void aStepIsReportedExactlyWhenTheReadingChanges(EnergyFormat format) {
        var random = new Random(format.code());
        var bank = new RegisterBank(format);

        for (int second = 0; second < 100_000; second++) {
            EnergyRegister register = EnergyRegister.ALL.get(random.nextInt(EnergyRegister.ALL.size()));
            long before = bank.reading(register);
            long milliwatts = random.nextInt(10) == 0
                    ? random.nextLong(3 * format.stepMilliwattSeconds())
                    : random.nextLong(format.stepMilliwattSeconds() / 20);

            boolean stepped = bank.addOneSecond(register, milliwatts);

            assertEquals(bank.reading(register) != before, stepped);
        }
    }

    @Test
    void thePhasesOfARegisterStandOneAfterTheOther() {
        var bank = new RegisterBank(EnergyFormat.F72);

        bank.addOneSecond(EnergyRegister.A_MINUS_L1, 0, 1);
        bank.addOneSecond(EnergyRegister.A_MINUS_L1, 1, 2);
        bank.addOneSecond(EnergyRegister.A_MINUS_L1, 2, 3);

        assertEquals(1, bank.milliwattSeconds(EnergyRegister.A_MINUS_L1));
        assertEquals(2, bank.milliwattSeconds(EnergyRegister.A_MINUS_L2));
        assertEquals(3, bank.milliwattSeconds(EnergyRegister.A_MINUS_L3));
        assertEquals(0, bank.milliwattSeconds(EnergyRegister.A_PLUS_L3));
    }

    // Dossier 4.2, our choice: the display starts again at zero, what is counted does not.
    @ParameterizedTest
    @EnumSource
    void aReadingRollsOverAndTheCountGoesOn(EnergyFormat format) {
        long full = format.rollOver() * format.stepMilliwattSeconds();
        RegisterBank bank = bankAt(format, full - 1);
        assertEquals(format.rollOver() - 1, bank.reading(EnergyRegister.A_PLUS));

        assertTrue(bank.addOneSecond(EnergyRegister.A_PLUS, 1));

        assertEquals(0, bank.reading(EnergyRegister.A_PLUS));
        assertEquals(full, bank.milliwattSeconds(EnergyRegister.A_PLUS));
        assertFalse(bank.addOneSecond(EnergyRegister.A_PLUS, format.stepMilliwattSeconds() - 1));
        assertTrue(bank.addOneSecond(EnergyRegister.A_PLUS, 1));
        assertEquals(1, bank.reading(EnergyRegister.A_PLUS));
    }

    @Test
    void aSavedBankGoesOnWhereItWas() {
        var random = new Random(1);
        var bank = new RegisterBank(EnergyFormat.F63);
        EnergyRegister.ALL.forEach(register -> bank.addOneSecond(register, random.nextLong(1L << 50)));
        var restored = new RegisterBank(EnergyFormat.F63);

        assertTrue(restored.read(written(bank)));

        for (EnergyRegister register : EnergyRegister.ALL) {
            assertEquals(bank.milliwattSeconds(register), restored.milliwattSeconds(register));
            assertEquals(bank.addOneSecond(register, 3_000_000), restored.addOneSecond(register, 3_000_000));
            assertEquals(bank.reading(register), restored.reading(register));
        }
    }

    // A record of an earlier version may know fewer registers.
    @Test
    void registersThatDidNotExistYetStartAtZero() {
        ByteBuffer two =
                ByteBuffer.allocate(17).put((byte) 2).putLong(11).putLong(22).flip();
        var bank = new RegisterBank(EnergyFormat.F72);

        assertTrue(bank.read(two));

        assertEquals(11, bank.milliwattSeconds(EnergyRegister.A_PLUS));
        assertEquals(22, bank.milliwattSeconds(EnergyRegister.A_MINUS));
        assertEquals(0, bank.milliwattSeconds(EnergyRegister.R_PLUS));
    }

    // Half of what a long holds is 3 000 years of full load: more than that was never counted.
    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE / 2 + 1})
    void whatNoRegisterCanHoldIsRefusedAndChangesNothing(long impossible) {
        var bank = new RegisterBank(EnergyFormat.F72);
        bank.addOneSecond(EnergyRegister.A_PLUS, 7);
        ByteBuffer record = written(bank);
        record.putLong(1 + EnergyRegister.R4.slot() * Long.BYTES, impossible);
        record.putLong(1, 5);

        assertFalse(bank.read(record));

        assertEquals(7, bank.milliwattSeconds(EnergyRegister.A_PLUS));
    }

    @Test
    void noRegistersOrMoreThanThereAreAreRefused() {
        var bank = new RegisterBank(EnergyFormat.F72);

        assertFalse(bank.read(ByteBuffer.allocate(0)));
        assertFalse(bank.read(ByteBuffer.allocate(RegisterBank.recordLength())));
        assertFalse(bank.read(ByteBuffer.allocate(1 + 23 * Long.BYTES).put(0, (byte) 23)));
        assertFalse(bank.read(written(bank).limit(RegisterBank.recordLength() - 1)));
    }

    private static ByteBuffer written(RegisterBank bank) {
        ByteBuffer record = ByteBuffer.allocate(RegisterBank.recordLength());
        bank.write(record);
        assertFalse(record.hasRemaining());
        return record.flip();
    }

    private static RegisterBank bankAt(EnergyFormat format, long milliwattSeconds) {
        var bank = new RegisterBank(format);
        assertTrue(bank.read(
                ByteBuffer.allocate(9).put((byte) 1).putLong(milliwattSeconds).flip()));
        return bank;
    }
}
