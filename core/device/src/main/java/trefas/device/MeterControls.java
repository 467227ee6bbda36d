package trefas.device;

import java.util.function.Consumer;
import trefas.device.load.LoadRelay;
import trefas.device.log.LogRing;
import trefas.device.log.UploadAudit;
import trefas.device.register.OperationState;
import trefas.device.register.Quantity;
import trefas.device.status.StatusInput;

/// What somebody may do to a meter beside setting it up: over the line, at its buttons, at its terminals. Each deed
/// ends with the effects that keep it; what may not be done is asked of the part first.
public final class MeterControls {

    private final Meter meter;
    private final MeterParts parts;
    private final FunctionsSecond functions;

    MeterControls(Meter meter, FunctionsSecond functions) {
        this.meter = meter;
        this.parts = meter.parts();
        this.functions = functions;
    }

    /// Ends the debiting period now (1-1:0.1.5*128, capture, right button).
    ///
    /// @return whether it did; a period of no second does not end
    public boolean stopDebiting(Consumer<Effect> effects) {
        boolean stopped = functions.stopDebiting(effects);
        effects.accept(Effect.SaveRegisters.EFFECT);
        return stopped;
    }

    /// Puts a trip counter to zero.
    public void resetTrip(Quantity quantity, Consumer<Effect> effects) {
        parts.registers().resetTrip(quantity);
        effects.accept(Effect.SaveRegisters.EFFECT);
    }

    /// Starts or ends a verification (1-1:96.5.1).
    ///
    /// @param state one that its part says is possible
    public void operationState(OperationState state, Consumer<Effect> effects) {
        parts.registers().setOperationState(state, meter.worldSecond());
        effects.accept(Effect.SaveRegisters.EFFECT);
    }

    /// Writes ActualTariff (1-1:129.0.0), while it is writable.
    public void writeTariff(int tariff, Consumer<Effect> effects) {
        parts.tariffs().write(tariff);
        effects.accept(Effect.SaveRegisters.EFFECT);
    }

    /// Overrules the tariff plan for a while, while it can be.
    public void demandTariff(int tariff, int seconds, Consumer<Effect> effects) {
        parts.tariffs().demand(tariff, meter.worldSecond(), seconds);
        effects.accept(Effect.SaveRegisters.EFFECT);
    }

    /// Writes Load1Active or Load2Active, while it is writable.
    public void writeRelay(LoadRelay relay, boolean active, Consumer<Effect> effects) {
        parts.connectModule();
        parts.load().write(relay, active);
        effects.accept(Effect.SaveRegisters.EFFECT);
    }

    /// Sets the pulse input register (1-1:0.128.1).
    public void writePulseInput(long value, Consumer<Effect> effects) {
        parts.connectModule();
        parts.ports().writePulseInput(value);
        effects.accept(Effect.SaveRegisters.EFFECT);
    }

    /// Writes EventStatusB: somebody has seen what happened.
    public void clearEvents(Consumer<Effect> effects) {
        parts.events().clear();
        effects.accept(Effect.SaveRegisters.EFFECT);
    }

    /// Takes a permanent tamper hand away.
    public void releaseTamper(Consumer<Effect> effects) {
        parts.status().releaseTamper();
        effects.accept(Effect.SaveRegisters.EFFECT);
    }

    /// Empties a logger (reset of its profile). Log ids go on.
    ///
    /// @param ring of one of the parts of this meter
    public void clearLogger(LogRing ring, Consumer<Effect> effects) {
        ring.clearRows();
        effects.accept(Effect.SaveRegisters.EFFECT);
    }

    /// Uploaded software came to run; ask [trefas.device.log.UploadAuditLog#hasRoom] before it does.
    ///
    /// @return whether it was traced; if not, it must not run
    public boolean uploadSucceeded(UploadAudit audit, Consumer<Effect> effects) {
        boolean isTraced = parts.uploaded().succeeded(meter.now(), audit, functions.sink(effects));
        effects.accept(Effect.SaveRegisters.EFFECT);
        return isTraced;
    }

    /// Uploaded software was found bad or did not come to run.
    public void uploadFailed(UploadAudit audit, Consumer<Effect> effects) {
        parts.uploaded().failed(meter.now(), audit, functions.sink(effects));
        effects.accept(Effect.SaveRegisters.EFFECT);
    }

    /// A magnet, the cover or the alarm input.
    void input(StatusInput input, boolean isThere, Consumer<Effect> effects) {
        parts.status().input(input, isThere, meter.now(), functions.sink(effects));
        effects.accept(Effect.SaveRegisters.EFFECT);
    }

    /// The voltage on a port of the module.
    void portChanged(int port, boolean isHigh, long atMillis, Consumer<Effect> effects) {
        parts.connectModule();
        boolean stepped = parts.ports().portChanged(port, isHigh, atMillis, event -> functions.ask(event, effects));
        if (stepped) {
            effects.accept(Effect.SaveRegisters.EFFECT);
        }
    }
}
