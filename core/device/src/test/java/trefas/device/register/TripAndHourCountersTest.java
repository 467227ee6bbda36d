package trefas.device.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TripAndHourCountersTest {

    private static final long WATT_HOUR = 3_600_000L;

    private final RegisterBank totals = new RegisterBank(EnergyFormat.F63);
    private final TripCounters trips = new TripCounters(totals);
    private final HourCounters hours = new HourCounters();

    @ParameterizedTest
    @EnumSource
    void eachTripCounterIsResetByItself(Quantity reset) {
        countEach(7 * WATT_HOUR);

        trips.reset(reset);
        countEach(3 * WATT_HOUR - 1);

        for (Quantity quantity : Quantity.ALL) {
            assertEquals(quantity == reset ? 2 : 9, trips.reading(quantity), quantity::powerTitle);
            assertEquals(9, totals.reading(quantity.energy()), "the register itself is not reset");
        }
    }

    @Test
    void tripCountersGoOnAfterARestart() {
        assertEquals(1, trips.recordLength());
        countEach(50);
        trips.reset(Quantity.E_MINUS);
        countEach(4);
        ByteBuffer record = ByteBuffer.allocate(trips.recordLength());
        trips.write(record);
        assertFalse(record.hasRemaining());
        var restored = new TripCounters(totals);

        for (int length = 0; length < record.capacity(); length++) {
            assertFalse(restored.read(ByteBuffer.wrap(record.array(), 0, length)));
        }
        assertFalse(restored.read(ByteBuffer.wrap(record.array().clone()).put(0, (byte) 5)));
        assertFalse(restored.read(ByteBuffer.wrap(record.array().clone()).putLong(1, 55)), "more than the total");
        assertFalse(restored.read(ByteBuffer.wrap(record.array().clone()).putLong(1, -1)));
        assertEquals(54, restored.milliwattSeconds(Quantity.E_MINUS));
        assertTrue(restored.read(record.flip()));

        assertEquals(4, restored.milliwattSeconds(Quantity.E_MINUS));
        assertEquals(54, restored.milliwattSeconds(Quantity.A_PLUS));
    }

    @Test
    void aMeterForImportHasNoOtherTripCounters() {
        var bank = new RegisterBank(EnergyFormat.F72, MeasuredEnergies.ACTIVE_IMPORT);
        var ofImport = new TripCounters(bank);

        ofImport.reset(Quantity.R_PLUS);

        assertEquals(0, ofImport.reading(Quantity.R_PLUS));
        assertEquals(1, ofImport.recordLength());
        ofImport.reset(Quantity.A_PLUS);
        assertEquals(9, ofImport.recordLength());
    }

    @Test
    void hoursAreCutAndFallToTheirTariff() {
        assertEquals(3_600, firstFullHour(1));
        for (int second = 0; second < 3_599; second++) {
            hours.secondElapsed(8);
        }

        assertEquals(1, hours.hours());
        assertEquals(1, hours.hours(1));
        assertEquals(0, hours.hours(8));
        assertTrue(hours.secondElapsed(8));
        assertEquals(2, hours.hours());
        assertEquals(1, hours.hours(8));
        assertEquals(7_200, hours.seconds());
    }

    @Test
    void hourCountersGoOnAfterARestartAndPastTheSignOfAnInteger() {
        for (int second = 0; second < 3_000; second++) {
            hours.secondElapsed(2);
        }
        ByteBuffer record = ByteBuffer.allocate(HourCounters.recordLength());
        hours.write(record);
        var restored = new HourCounters();
        assertFalse(restored.read(ByteBuffer.wrap(record.array(), 0, 31)));
        assertTrue(restored.read(record.flip()));
        assertEquals(3_000, restored.seconds(2));
        for (int second = 0; second < 599; second++) {
            assertFalse(restored.secondElapsed(1));
        }
        assertTrue(restored.secondElapsed(1));

        assertTrue(restored.read(ByteBuffer.allocate(32).putInt(0, 0xFFFF_FFFF)));
        assertEquals(0xFFFF_FFFFL, restored.seconds());
        assertEquals(0xFFFF_FFFFL / 3_600, restored.hours(1));
    }

    private int firstFullHour(int tariff) {
        int seconds = 1;
        while (!hours.secondElapsed(tariff)) {
            seconds++;
        }
        return seconds;
    }

    private void countEach(long milliwattSeconds) {
        for (Quantity quantity : Quantity.ALL) {
            totals.addOneSecond(quantity.energy(), milliwattSeconds);
        }
    }
}
