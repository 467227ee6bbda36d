package trefas.device;

import trefas.device.load.RelaySwitched;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileEntry;
import trefas.device.module.PortEvent;
import trefas.device.status.OutgoingCall;

/// What the meter asks the world to do. The shell carries the effects of a step out together, when the step is
/// over and before anybody sees the new values: what they save is the meter as it is then.
public sealed interface Effect {

    /// A register stepped on, or supply went or came: save [Meter#registers] (data sheet: "stored by every change
    /// of the energy register values").
    record SaveRegisters() implements Effect {
        static final SaveRegisters EFFECT = new SaveRegisters();
    }

    /// Something was set: save [Meter#settingsRecord] together with the registers.
    record SaveSettings() implements Effect {
        static final SaveSettings EFFECT = new SaveSettings();
    }

    /// A load relay of the module must be in another position (dossier 9).
    record SwitchRelay(RelaySwitched switched) implements Effect {}

    /// An output of the module sends pulses in the second that begins (dossier 17).
    record SendPulses(PortEvent.OutputPulses pulses) implements Effect {}

    /// Somebody is to be told at once (dossier 16).
    record Call(OutgoingCall call) implements Effect {}

    /// A logger has a new row; save it together with the registers.
    ///
    /// @param capacity rows the logger keeps
    record AppendRow(DataLogger logger, ProfileEntry entry, int capacity) implements Effect {}
}
