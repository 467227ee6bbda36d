package trefas.device.register;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Energy of a tariffed quantity is added to the total and to the active tariff (dossier 8).
class TariffRegistersTest {

    private static final long WATT_HOUR = 3_600_000L;

    private final RegisterBank totals = new RegisterBank(EnergyFormat.F72);
    private final TariffRegisters tariffs = new TariffRegisters(totals);

    // Readout example of the 1107 paper, p. 24: 1.8.0 = 1.8.1 = 10, 1.8.2 = 0.
    @Test
    void withTariffsDisabledTheFirstRunsAlong() {
        totals.addOneSecond(EnergyRegister.A_PLUS, 100 * WATT_HOUR);

        assertEquals(10, totals.reading(EnergyRegister.A_PLUS));
        assertEquals(10, tariffs.reading(Quantity.A_PLUS, 1));
        assertEquals(0, tariffs.reading(Quantity.A_PLUS, 2));
        assertEquals(1, tariffs.active());
    }

    // A memory written before there were tariffs knows totals only.
    @Test
    void whatWasCountedBeforeThereWereTariffsIsInTheFirst() {
        totals.addOneSecond(EnergyRegister.A_PLUS, 77);
        tariffs.activate(3);
        totals.addOneSecond(EnergyRegister.A_PLUS, 5);

        assertEquals(77, tariffs.milliwattSeconds(Quantity.A_PLUS, 1));
        assertEquals(5, tariffs.milliwattSeconds(Quantity.A_PLUS, 3));
    }

    @ParameterizedTest
    @EnumSource
    void aLifeOfTariffsAddsUpToTheTotalAndSurvivesARestartAtAnyMoment(MeasuredEnergies measured) {
        var random = new Random(measured.code());
        var format = EnergyFormat.F63;
        var bank = new RegisterBank(format, measured);
        var split = new TariffRegisters(bank);
        long[][] expected = new long[TariffRegisters.TARIFF_MAX + 1][Quantity.ALL.size()];
        for (int second = 0; second < 30_000; second++) {
            if (random.nextInt(50) == 0) {
                split.activate(1 + random.nextInt(8));
            }
            if (random.nextInt(200) == 0) {
                var restored = new TariffRegisters(bank);
                assertTrue(restored.read(written(split)));
                split = restored;
            }
            boolean stepped = false;
            long[] before = readings(bank, split);
            for (Quantity quantity : measured.quantities()) {
                long power = random.nextInt(3) == 0 ? 0 : random.nextLong(50_000_000);
                stepped |= bank.addOneSecond(quantity.energy(), power);
                expected[split.active()][quantity.place()] += power;
            }
            stepped |= split.hasStepped();
            assertEquals(!Arrays.equals(before, readings(bank, split)), stepped);
        }
        for (Quantity quantity : Quantity.ALL) {
            long sum = 0;
            for (int tariff = 1; tariff <= 8; tariff++) {
                assertEquals(expected[tariff][quantity.place()], split.milliwattSeconds(quantity, tariff));
                sum += split.milliwattSeconds(quantity, tariff);
            }
            assertEquals(bank.milliwattSeconds(quantity.energy()), sum);
        }
    }

    private static long[] readings(RegisterBank bank, TariffRegisters split) {
        long[] all = new long[9 * Quantity.ALL.size()];
        int at = 0;
        for (Quantity quantity : Quantity.ALL) {
            all[at++] = bank.reading(quantity.energy());
            for (int tariff = 1; tariff <= 8; tariff++) {
                all[at++] = split.reading(quantity, tariff);
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 9, 255})
    void thereAreEight(int tariff) {
        assertFalse(TariffRegisters.isTariff(tariff));
        assertThrows(IllegalArgumentException.class, () -> tariffs.activate(tariff));
        assertThrows(IllegalArgumentException.class, () -> tariffs.reading(Quantity.A_PLUS, tariff));
    }

    @Test
    void onlyTariffsThatWereEverActiveAreSaved() {
        assertEquals(2, tariffs.recordLength());
        tariffs.activate(2);
        assertEquals(2 + 2 * 6 * 8, tariffs.recordLength());
        tariffs.activate(1);
        tariffs.activate(8);
        assertEquals(2 + 8 * 6 * 8, tariffs.recordLength());
    }

    @Test
    void everyTruncationAndEveryNonsenseIsRefusedAndChangesNothing() {
        totals.addOneSecond(EnergyRegister.A_PLUS, 100);
        tariffs.activate(2);
        totals.addOneSecond(EnergyRegister.A_PLUS, 23);
        byte[] record = written(tariffs).array();
        for (int length = 0; length < record.length; length++) {
            assertFalse(tariffs.read(ByteBuffer.wrap(record, 0, length)), "length " + length);
        }
        assertFalse(tariffs.read(changed(record, 0, 0)), "no tariff");
        assertFalse(tariffs.read(changed(record, 0, 3)), "a tariff without its row");
        assertFalse(tariffs.read(changed(record, 1, 9)), "more tariffs than there are");
        assertFalse(tariffs.read(changed(record, 1, -1)), "fewer than none");
        assertFalse(tariffs.read(changed(record, 1, 1)), "a single row is no split");
        assertFalse(tariffs.read(changed(record, 2, -1)), "energy below zero");
        assertFalse(tariffs.read(changed(record, 9, 101)), "not the total");
        assertFalse(tariffs.read(changed(record, 9, 99)), "not the total");

        assertArrayEquals(record, written(tariffs).array());
        assertTrue(tariffs.read(ByteBuffer.wrap(record)));
        assertEquals(100, tariffs.milliwattSeconds(Quantity.A_PLUS, 1));
        assertEquals(23, tariffs.milliwattSeconds(Quantity.A_PLUS, 2));
    }

    private static ByteBuffer changed(byte[] record, int at, int value) {
        byte[] other = record.clone();
        other[at] = (byte) value;
        return ByteBuffer.wrap(other);
    }

    private static ByteBuffer written(TariffRegisters tariffs) {
        ByteBuffer record = ByteBuffer.allocate(tariffs.recordLength());
        tariffs.write(record);
        assertFalse(record.hasRemaining());
        return record.flip();
    }
}
