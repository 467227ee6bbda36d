package trefas.device.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.device.status.StatusInput.ALARM;
import static trefas.device.status.StatusInput.COVER_OPEN;
import static trefas.device.status.StatusInput.MAGNET;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.log.DataLogger;
import trefas.device.log.LogSink;

/// Dossier 16 and 10.5, decision 0035.
class MeterStatusTest {

    private final List<String> rows = new ArrayList<>();
    private final LogSink sink = (logger, row, capacity) -> {
        assertEquals(DataLogger.STATUS, logger);
        assertEquals(200, capacity);
        rows.add(row.capturedAt() + " 0x%02X".formatted(row.reading(0)));
    };
    private final MeterStatus status = new MeterStatus(TamperHand.TEMPORARY);

    private void started() {
        status.powerOn(0, sink);
        startedUp(status);
        rows.clear();
    }

    @Test
    void aResetIsARowAndABitUntilTheStartUpIsOver() {
        status.powerOn(100, sink);
        assertEquals(0x01, status.bits());

        startedUp(status);
        assertEquals(0x00, status.bits());
        assertEquals(List.of("100 0x01"), rows);
    }

    @ParameterizedTest(name = "{0}: bits {1}, INFO {2}, hand {3}")
    @CsvSource({
        "MAGNET, 0x04, 00000100, true, '1 0x04 2 0x00'",
        "COVER_OPEN, 0x40, 01000000, true, '1 0x40 2 0x00'",
        "ALARM, 0x20, 00100000, false, ''"
    })
    void inputsComeAndGo(StatusInput input, String bits, String info, boolean isHand, String expectedRows) {
        started();
        status.input(input, true, 1, sink);
        status.input(input, true, 1, sink);
        assertEquals(Integer.decode(bits), status.bits());
        assertEquals(info, status.displayed());
        assertEquals(isHand, status.isTamperShown());

        status.input(input, false, 2, sink);
        assertEquals(0, status.bits());
        assertFalse(status.isTamperShown());
        assertEquals(expectedRows, String.join(" ", rows));
    }

    @Test
    void whatIsThereIsThereAlsoForAMeterWithoutSupply() {
        status.input(MAGNET, true, 1, sink);

        assertTrue(status.isThere(MAGNET));
        assertFalse(status.has(StatusFlag.MAGNET));
        assertFalse(status.isThere(COVER_OPEN));
    }

    @ParameterizedTest
    @EnumSource(SelfTestError.class)
    void internalErrorsCantBeCleared(SelfTestError error) {
        started();
        status.internalError(error, 5, sink);
        status.internalError(error, 6, sink);
        status.powerOff();
        status.powerOn(7, sink);
        startedUp(status);
        status.releaseTamper();

        assertTrue(status.has(error.flag()));
        assertEquals(2, rows.size(), rows::toString);
    }

    @Test
    void theDisplayLeavesOutTheReset() {
        status.powerOn(0, sink);
        status.internalError(SelfTestError.EEPROM, 0, sink);
        status.internalError(SelfTestError.RAM, 0, sink);
        status.internalError(SelfTestError.ROM, 0, sink);

        assertEquals(0x1B, status.bits());
        assertEquals("00011010", status.displayed());
    }

    @Test
    void aPermanentHandStaysUntilItIsReleasedAndItsCauseIsGone() {
        status.hand(TamperHand.PERMANENT);
        started();
        status.input(COVER_OPEN, true, 1, sink);
        status.releaseTamper();
        assertTrue(status.isTamperShown(), "the cover is still off");
        status.input(COVER_OPEN, false, 2, sink);
        assertFalse(status.isTamperShown());

        status.input(MAGNET, true, 3, sink);
        status.input(MAGNET, false, 4, sink);
        status.powerOff();
        status.powerOn(5, sink);
        assertTrue(status.isTamperShown());
        status.releaseTamper();
        assertFalse(status.isTamperShown());
    }

    @Test
    void aHandMadeTemporaryForgetsWhatWas() {
        status.hand(TamperHand.PERMANENT);
        started();
        status.input(MAGNET, true, 1, sink);
        status.input(MAGNET, false, 2, sink);
        status.hand(TamperHand.TEMPORARY);

        assertFalse(status.isTamperShown());
    }

    @Test
    void whatHappensWithoutSupplyIsNoticedAtTheReturn() {
        started();
        status.powerOff();
        status.input(COVER_OPEN, true, 10, sink);
        status.input(MAGNET, true, 11, sink);
        status.input(MAGNET, false, 12, sink);
        status.input(ALARM, true, 13, sink);
        assertEquals(List.of(), rows);

        status.powerOn(20, sink);
        assertEquals(List.of("20 0x01", "20 0x41"), rows);
        assertEquals(0x61, status.bits());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aRestartAtAnyMomentChangesNothing(long seed) {
        var random = new SplittableRandom(seed);
        TamperHand hand = List.of(TamperHand.values()).get(random.nextInt(2));
        var steady = new MeterStatus(hand);
        var restarted = new MeterStatus(hand);
        var steadyRows = new ArrayList<String>();
        var restartedRows = new ArrayList<String>();
        for (int step = 0; step < 2_000; step++) {
            int what = random.nextInt(10);
            int which = random.nextInt(3);
            boolean isThere = random.nextBoolean();
            act(steady, what, which, isThere, (_, row, _) -> steadyRows.add(row.toString()));
            act(restarted, what, which, isThere, (_, row, _) -> restartedRows.add(row.toString()));
            var octets = ByteBuffer.allocate(MeterStatus.recordLength());
            restarted.write(octets);
            restarted = new MeterStatus(hand);
            assertTrue(restarted.read(octets.flip()));
            assertEquals(steady.bits(), restarted.bits());
            assertEquals(steady.isTamperShown(), restarted.isTamperShown());
        }
        assertEquals(steadyRows, restartedRows);
    }

    private static void act(MeterStatus status, int what, int which, boolean isThere, LogSink sink) {
        switch (what) {
            case 0 -> status.powerOn(1, sink);
            case 1 -> status.powerOff();
            case 2 -> startedUp(status);
            case 3 -> status.releaseTamper();
            case 4 -> status.internalError(List.of(SelfTestError.values()).get(which), 1, sink);
            default -> status.input(List.of(StatusInput.values()).get(which), isThere, 1, sink);
        }
    }

    @ParameterizedTest(name = "octet {0} as {1}")
    @CsvSource({"0, -128", "1, 1", "2, 4"})
    void nonsenseIsNotReadAndChangesNothing(int octet, byte value) {
        var octets = ByteBuffer.allocate(MeterStatus.recordLength());
        status.write(octets);
        octets.put(octet, value);

        assertFalse(status.read(octets.flip()));
        assertFalse(status.read(ByteBuffer.allocate(MeterStatus.recordLength() - 1)));
        assertEquals(0, status.bits());
    }

    /// The seconds of the start-up pass.
    private static void startedUp(MeterStatus status) {
        for (int second = 0; second < StartUp.NORMAL_FROM_SECOND; second++) {
            status.secondElapsed();
        }
    }
}
