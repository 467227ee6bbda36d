package trefas.device.supervision;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import trefas.device.clock.MeterClock;
import trefas.device.log.DataLogger;
import trefas.device.log.LogSink;
import trefas.device.quality.OccurrenceLog;
import trefas.device.quality.SupplyWatch;
import trefas.device.quality.VoltageQualityLog;
import trefas.device.status.EventA;
import trefas.device.status.EventB;
import trefas.device.status.EventStatus;
import trefas.device.status.MeterStatus;
import trefas.device.status.OutgoingCall;
import trefas.device.status.SelfTestError;
import trefas.device.status.StatusInput;
import trefas.metrology.OneSecondValues;

/// The parts that watch over a meter's supply and itself, called in the order in which they need each other, as a
/// meter calls them.
///
/// ```
/// off -- powerOn --> on: a second is secondElapsed -- powerFailed --> off -- supplyReturned, powerOn --> on
/// ```
///
/// Times are the meter's own, seconds since 1970-01-01T00:00:00Z. Whoever takes the rows of any logger of the meter
/// tells
/// [#rowAppended] of each, for EventStatusA says which loggers have news.
final class Supervision {

    private SupervisionSettings settings;
    private final MeterStatus status;
    private final EventStatus events;
    private final SupplyWatch supply;
    private final VoltageQualityLog voltageQuality;
    private final OccurrenceLog occurrences;

    /// @param hasLastGasp whether this is a variant 2 meter with radio (X8 = 2, X11 = 1)
    public Supervision(SupervisionSettings settings, boolean hasLastGasp) {
        this.settings = settings;
        this.status = new MeterStatus(settings.hand());
        this.events = new EventStatus(settings.alarms(), hasLastGasp);
        this.supply = new SupplyWatch(settings.supply());
        this.voltageQuality = new VoltageQualityLog(settings.supply().voltageQuality());
        this.occurrences = new OccurrenceLog(settings.supply());
    }

    /// The processor starts: a reset.
    public void powerOn(long now, LogSink sink) {
        status.powerOn(now, sink);
        events.happened(EventA.RESET);
    }

    /// The 160 V rule stops the processor.
    public void powerFailed(long now, Consumer<OutgoingCall> calls) {
        events.powerFailed(now, calls);
        status.powerOff();
    }

    /// The supply was away; [#powerOn] follows if the processor had stopped.
    ///
    /// @param returned end of the first second with supply again
    /// @param seconds how long it was away by the world's time, the dark second before the processor stopped
    ///     included; 2 or more
    public void supplyReturned(long returned, long seconds, LogSink sink) {
        voltageQuality.supplyReturned(returned, sink);
        occurrences.outage(seconds);
        if (supply.supplyReturned(seconds)) {
            events.happened(EventB.POWER_FAIL);
        }
    }

    /// One second with supply has passed.
    ///
    /// @param now its end
    /// @param wall whose normal time the days of the occurrence logger are of
    /// @return what the periods of the data loggers are marked with, bits of [trefas.device.log.DataQuality]
    public int secondElapsed(
            long now, OneSecondValues values, MeterClock wall, LogSink sink, Consumer<OutgoingCall> calls) {
        status.secondElapsed();
        supply.secondElapsed(now, values, sink);
        voltageQuality.secondElapsed(now, values, sink);
        occurrences.secondElapsed(now, values, wall, sink);
        events.secondElapsed(now, status, supply.events(), calls);
        return supply.dataQuality();
    }

    /// A magnet, the cover or the alarm input has come or gone.
    public void input(StatusInput input, boolean isThere, long now, LogSink sink) {
        status.input(input, isThere, now, sink);
    }

    /// Something is wrong inside.
    public void selfTestError(SelfTestError error, long now, LogSink sink) {
        status.internalError(error, now, sink);
    }

    /// A logger has a new row, one of these or any other of the meter.
    public void rowAppended(DataLogger logger) {
        events.rowAppended(logger);
    }

    /// The clock was set.
    public void clockSet() {
        events.happened(EventA.CLOCK_ADJUST);
    }

    /// Takes over what was set.
    public void settings(SupervisionSettings other) {
        settings = other;
        status.hand(other.hand());
        events.settings(other.alarms());
        supply.settings(other.supply());
        voltageQuality.settings(other.supply().voltageQuality());
        occurrences.settings(other.supply());
    }

    public SupervisionSettings settings() {
        return settings;
    }

    public MeterStatus status() {
        return status;
    }

    public EventStatus events() {
        return events;
    }

    public SupplyWatch supply() {
        return supply;
    }

    public VoltageQualityLog voltageQuality() {
        return voltageQuality;
    }

    public OccurrenceLog occurrences() {
        return occurrences;
    }

    public static int recordLength() {
        return MeterStatus.recordLength()
                + EventStatus.recordLength()
                + SupplyWatch.recordLength()
                + VoltageQualityLog.recordLength()
                + OccurrenceLog.recordLength();
    }

    public void write(ByteBuffer into) {
        status.write(into);
        events.write(into);
        supply.write(into);
        voltageQuality.write(into);
        occurrences.write(into);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, this must not be used any more
    public boolean read(ByteBuffer from) {
        return status.read(from)
                && events.read(from)
                && supply.read(from)
                && voltageQuality.read(from)
                && occurrences.read(from);
    }
}
