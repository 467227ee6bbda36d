package trefas.device.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.log.DataLogger;
import trefas.device.log.LogSink;

/// Dossier 16, decision 0035.
class EventStatusTest {

    /// 172.16.4.120:5001, the document's example.
    private static final AlarmSettings ON = AlarmSettings.DEFAULT
            .withCallConfig(AlarmSettings.ON)
            .withEndPoint(0xAC10_0478L)
            .withPort(5_001);

    private static final LogSink NOWHERE = (_, _, _) -> {};

    private final List<OutgoingCall> calls = new ArrayList<>();
    private final MeterStatus status = new MeterStatus(TamperHand.TEMPORARY);
    private final EventStatus events = new EventStatus(ON, true);
    private long now;

    private void second(int supply) {
        events.secondElapsed(++now, status, supply, calls::add);
    }

    @ParameterizedTest
    @CsvSource({
        "RESET, 0",
        "EEPROM, 1",
        "MAGNET, 2",
        "RAM, 3",
        "ROM, 4",
        "ALARM_INPUT, 5",
        "TAMPER, 6",
        "USER_CALL, 9",
        "CLOCK_ADJUST, 10",
        "STATUS_B, 11",
        "DISCONNECT, 12",
        "DEBITING_1_READY, 16",
        "RTC_READY, 17",
        "STATUS_READY, 18",
        "VOLTAGE_QUALITY_READY, 19",
        "CUT_OFF_READY, 20",
        "LOAD_PROFILE_READY, 21",
        "DEBITING_2_READY, 22",
        "AUDIT_SUCCESS_READY, 27",
        "AUDIT_FAIL_READY, 28",
        "NEUTRAL_FAULT_READY, 29",
        "ANALYSIS_READY, 30",
        "LOAD_PROFILE_EVENT_READY, 31"
    })
    void bitsOfEventStatusAAreTheDocuments(EventA event, int bit) {
        assertEquals(1 << bit, event.mask());
    }

    @ParameterizedTest
    @CsvSource({
        "AUDIT_SUCCESS, 0",
        "AUDIT_FAIL, 1",
        "NEUTRAL_FAULT, 3",
        "ROM, 4",
        "POWER_FAIL, 5",
        "MISSING_L1, 6",
        "MISSING_L2, 7",
        "MISSING_L3, 8",
        "OVER_L1, 9",
        "UNDER_L1, 10",
        "OVER_L2, 11",
        "UNDER_L2, 12",
        "OVER_L3, 13",
        "UNDER_L3, 14",
        "ALARM_INPUT, 15",
        "NO_CURRENT_L1, 16",
        "NO_CURRENT_L2, 17",
        "NO_CURRENT_L3, 18",
        "PHASE_SEQUENCE, 19",
        "MAGNET, 21",
        "COVER_OPEN, 22",
        "REVERSE_CURRENT_L1, 24",
        "REVERSE_CURRENT_L2, 25",
        "REVERSE_CURRENT_L3, 26",
        "PREPAYMENT_ALARM, 28",
        "OPENED_MANUALLY, 29",
        "OPENED_AUTOMATICALLY, 30",
        "OPENED_REMOTELY, 31"
    })
    void bitsOfEventStatusBAreTheDocuments(EventB event, int bit) {
        assertEquals(1 << bit, event.mask());
    }

    @Test
    void statesShowWhatIsTheCaseAndGoByThemselves() {
        status.powerOn(0, NOWHERE);
        startedUp(status);
        status.input(StatusInput.COVER_OPEN, true, 0, NOWHERE);
        second(EventB.MISSING_L2.mask());
        assertEquals(EventA.TAMPER.mask() | EventA.STATUS_B.mask(), events.bitsA());
        assertEquals(EventB.COVER_OPEN.mask() | EventB.MISSING_L2.mask(), events.bitsB());

        status.input(StatusInput.COVER_OPEN, false, 0, NOWHERE);
        second(0);
        assertEquals(0, events.bitsA());
        assertEquals(0, events.bitsB());
    }

    @Test
    void whatHappenedStaysUntilStatusBIsWritten() {
        events.happened(EventA.RESET);
        events.happened(EventB.OPENED_REMOTELY);
        events.rowAppended(DataLogger.RTC);
        events.rowAppended(DataLogger.AUDIT_FAIL);
        events.rowAppended(DataLogger.OCCURRENCES);
        events.holds(EventB.PREPAYMENT_ALARM, true);
        second(0);
        second(0);
        int a = EventA.RESET.mask() | EventA.RTC_READY.mask() | EventA.AUDIT_FAIL_READY.mask();
        int b = EventB.OPENED_REMOTELY.mask() | EventB.AUDIT_FAIL.mask();
        assertEquals(a | EventA.STATUS_B.mask(), events.bitsA());
        assertEquals(b | EventB.PREPAYMENT_ALARM.mask(), events.bitsB());

        events.clear();
        assertEquals(EventA.STATUS_B.mask(), events.bitsA());
        assertEquals(EventB.PREPAYMENT_ALARM.mask(), events.bitsB());
        events.holds(EventB.PREPAYMENT_ALARM, false);
        second(0);
        assertEquals(0, events.bitsA());
        assertEquals(0, events.bitsB());
    }

    /// The document's example of both masks is 64: the tamper hand, and L1 missing.
    @Test
    void maskedEdgesCall() {
        events.settings(ON.withMaskA(64).withRisingMaskB(64).withFallingMaskB(64));
        status.powerOn(0, NOWHERE);
        second(0);
        second(EventB.MISSING_L1.mask() | EventB.MISSING_L2.mask());
        second(EventB.MISSING_L1.mask());
        status.input(StatusInput.MAGNET, true, 0, NOWHERE);
        second(0);
        second(0);

        int tamper = EventA.MAGNET.mask() | EventA.TAMPER.mask() | EventA.STATUS_B.mask();
        assertEquals(
                List.of(
                        new OutgoingCall.Alarm(2, 0x800, 0xC0, 0, 64, 0, 0xAC10_0478L, 5_001),
                        new OutgoingCall.Alarm(4, tamper, EventB.MAGNET.mask(), 64, 0, 64, 0xAC10_0478L, 5_001)),
                calls);
    }

    @Test
    void withAlarmCallsOffNobodyIsCalled() {
        events.settings(ON.withCallConfig(AlarmSettings.OFF).withRisingMaskB(-1).withMaskA(-1));
        second(EventB.MISSING_L1.mask());

        assertEquals(List.of(), calls);
        assertEquals(EventB.MISSING_L1.mask(), events.bitsB());
    }

    @Test
    void writingStatusBIsNoFallingEdge() {
        events.settings(ON.withRisingMaskB(-1).withFallingMaskB(-1));
        events.happened(EventB.OPENED_MANUALLY);
        second(0);
        events.clear();
        second(0);
        assertEquals(1, calls.size());

        events.happened(EventB.OPENED_MANUALLY);
        second(0);
        assertEquals(2, calls.size(), "it happened again");
    }

    @Test
    void onlyVariant2WithRadioGasps() {
        events.powerFailed(77, calls::add);
        new EventStatus(ON, false).powerFailed(78, calls::add);

        assertEquals(List.of(new OutgoingCall.LastGasp(77)), calls);
    }

    @Test
    void aRestartIsNoEdge() {
        events.settings(ON.withRisingMaskB(-1).withMaskA(-1));
        events.happened(EventA.RESET);
        events.holds(EventB.PREPAYMENT_ALARM, true);
        second(EventB.OVER_L1.mask());
        var octets = ByteBuffer.allocate(EventStatus.recordLength());
        events.write(octets);
        var restarted = new EventStatus(events.settings(), true);
        assertTrue(restarted.read(octets.flip()));
        assertFalse(restarted.read(ByteBuffer.allocate(EventStatus.recordLength() - 1)));
        calls.clear();

        restarted.secondElapsed(2, status, EventB.OVER_L1.mask(), calls::add);

        assertEquals(List.of(), calls);
        assertEquals(events.bitsA(), restarted.bitsA());
        assertEquals(events.bitsB(), restarted.bitsB());
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "127, 0, 0", "0, -1, 0", "0, 4294967296, 0", "0, 0, -1", "0, 0, 65536"})
    void settingsOutsideTheirRangesAreRefused(int config, long endPoint, int port) {
        assertFalse(
                AlarmSettings.isCallConfig(config) && AlarmSettings.isEndPoint(endPoint) && AlarmSettings.isPort(port));
        assertThrows(IllegalArgumentException.class, () -> new AlarmSettings(config, endPoint, port, 0, 0, 0));
    }

    /// The seconds of the start-up pass.
    private static void startedUp(MeterStatus status) {
        for (int second = 0; second < StartUp.NORMAL_FROM_SECOND; second++) {
            status.secondElapsed();
        }
    }
}
