package trefas.device;

import java.util.function.Consumer;
import trefas.device.analysis.Distortion;
import trefas.device.clock.MeterClock;
import trefas.device.debiting.DebitingStop;
import trefas.device.log.DataQuality;
import trefas.device.log.LogSink;
import trefas.device.log.LoggedRegister;
import trefas.device.log.LoggedValues;
import trefas.device.module.PortEvent;
import trefas.device.status.EventA;
import trefas.device.status.EventB;
import trefas.device.status.StatusInput;
import trefas.device.tariff.TariffControl;

/// What a second, an outage or a set clock means to the functions of a meter, and in which order they hear of it:
/// loggers before the tariff of the next second, so that a row at a border has the energy of the period it ends.
final class FunctionsSecond implements LoggedValues, DebitingStop {

    /// A single second that was not measured is a dip, no outage.
    private static final int OUTAGE_SECONDS_MIN = 2;

    private final Meter meter;
    private final MeterParts parts;

    FunctionsSecond(Meter meter, MeterParts parts) {
        this.meter = meter;
        this.parts = parts;
    }

    @Override
    public long value(LoggedRegister register) {
        return LoggedReaders.of(
                        meter.configuration().energyFormat(),
                        meter.configuration().measured())
                .value(register, meter);
    }

    @Override
    public void periodEnded(long at) {
        parts.registers().debitingStop();
    }

    LogSink sink(Consumer<Effect> effects) {
        return (logger, entry, capacity) -> {
            parts.events().rowAppended(logger);
            effects.accept(new Effect.AppendRow(logger, entry, capacity));
        };
    }

    /// One second was measured and the registers have counted it.
    void secondElapsed(long at, Consumer<Effect> effects) {
        LogSink sink = sink(effects);
        long now = meter.now();
        MeterClock wall = meter.settings().clock();
        parts.status().secondElapsed();
        judgeSupply(now, wall, sink);
        boolean hasModule = parts.hasModule();
        if (hasModule) {
            parts.ports().secondElapsed(at, parts.registers().energies(), event -> ask(event, effects));
            parts.status().input(StatusInput.ALARM, parts.ports().isAlarm(), now, sink);
        }
        parts.loadProfile()
                .secondElapsed(
                        now,
                        parts.registers().energies(),
                        entry -> sink.append(parts.loadProfile().logger(), entry, capacity()));
        parts.profileEvents().ask(parts.loadProfile(), now, sink);
        parts.analysis().secondElapsed(now, meter.values(), Distortion.UNKNOWN, this, sink);
        parts.secondDebiting().secondElapsed(now, this, sink);
        parts.debiting().secondElapsed(now, this, this, sink);
        boolean isValid = parts.clock().isValid();
        int tariff = followTariff(at, now);
        if (hasModule) {
            parts.load()
                    .secondElapsed(
                            now,
                            wall,
                            isValid,
                            tariff,
                            parts.ports().sync(),
                            switched -> effects.accept(new Effect.SwitchRelay(switched)));
        }
        parts.events()
                .secondElapsed(
                        now, parts.status(), parts.supply().events(), call -> effects.accept(new Effect.Call(call)));
    }

    /// @return what counts from here on
    private int followTariff(long at, long now) {
        int portTariff = parts.hasModule() ? parts.ports().tariff() : TariffControl.NO_TARIFF;
        MeterClock wall = meter.settings().clock();
        int tariff = parts.tariffs().secondElapsed(at, now, wall, parts.clock().isValid(), portTariff);
        parts.registers().activateTariff(tariff);
        return tariff;
    }

    /// Supply is there for the first time.
    ///
    /// @param at begin of the first second, the world's time
    void supplyBegins(long at) {
        followTariff(at, parts.clock().now(at));
    }

    /// Before the loggers take their rows, for what is wrong in a second marks the period it belongs to.
    private void judgeSupply(long now, MeterClock wall, LogSink sink) {
        parts.supply().secondElapsed(now, meter.values(), sink);
        parts.voltageQuality().secondElapsed(now, meter.values(), sink);
        parts.occurrences().secondElapsed(now, meter.values(), wall, sink);
        int befallen = parts.supply().dataQuality();
        if (befallen != 0) {
            parts.mark(befallen);
        }
    }

    private int capacity() {
        return meter.configuration().loadProfileContent().capacity();
    }

    /// What the ports of the module ask for.
    void ask(PortEvent event, Consumer<Effect> effects) {
        switch (event) {
            case PortEvent.DebitingPulse() -> stopDebiting(effects);
            case PortEvent.OutputPulses pulses -> effects.accept(new Effect.SendPulses(pulses));
        }
    }

    boolean stopDebiting(Consumer<Effect> effects) {
        return parts.debiting().stopNow(meter.now(), this, this, sink(effects));
    }

    void powerOn(Consumer<Effect> effects) {
        parts.status().powerOn(meter.now(), sink(effects));
        parts.events().happened(EventA.RESET);
        if (parts.hasModule()) {
            parts.load().restart();
        }
        parts.registers().reset();
    }

    void powerOff(Consumer<Effect> effects) {
        parts.status().powerOff();
        parts.events().powerFailed(meter.now(), call -> effects.accept(new Effect.Call(call)));
    }

    /// Seconds were not measured. Loggers make up their rows, on a clock that has kept its time or begun anew.
    ///
    /// @param lastWorld end of the last second measured
    /// @param returned beginning of the next
    void outage(long lastWorld, long returned, Consumer<Effect> effects) {
        LogSink sink = sink(effects);
        long before = parts.clock().now(lastWorld);
        boolean hasKept =
                parts.clock().outage(lastWorld, returned, meter.settings().clock());
        long after = parts.clock().now(returned);
        followTariff(returned, after);
        supplyReturned(after + 1, returned - lastWorld + parts.voltageQuality().darkSeconds(), sink);
        if (!hasKept) {
            parts.mark(DataQuality.POWER_OUTAGE.mask());
            jump(before, after, sink);
            return;
        }
        parts.loadProfile()
                .outage(
                        before,
                        after,
                        parts.registers().energies(),
                        entry -> sink.append(parts.loadProfile().logger(), entry, capacity()));
        parts.analysis().outage(before, after, this, sink);
        parts.secondDebiting().outage(before, after, this, sink);
        parts.debiting().outage(before, after, this, this, sink);
    }

    /// @param now end of the first second with supply again, the meter's time
    /// @param seconds without supply by the world's time, with the dark one before the processor stopped
    private void supplyReturned(long now, long seconds, LogSink sink) {
        parts.voltageQuality().supplyReturned(now, sink);
        if (seconds < OUTAGE_SECONDS_MIN) {
            return;
        }
        parts.occurrences().outage(seconds);
        if (parts.supply().supplyReturned(seconds)) {
            parts.events().happened(EventB.POWER_FAIL);
        }
    }

    void clockSet(long time, Consumer<Effect> effects) {
        LogSink sink = sink(effects);
        long before = meter.now();
        parts.clock().set(meter.worldSecond(), time, sink);
        parts.events().happened(EventA.CLOCK_ADJUST);
        jump(before, time, sink);
    }

    private void jump(long before, long after, LogSink sink) {
        parts.loadProfile()
                .clockSet(
                        before,
                        after,
                        parts.registers().energies(),
                        entry -> sink.append(parts.loadProfile().logger(), entry, capacity()));
        parts.analysis().clockSet(before, after, this, sink);
        parts.secondDebiting().clockSet(before, after, this, sink);
        parts.debiting().clockSet(before, after, this, this, sink);
    }
}
