package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.objects.standard.DisconnectControl.Mode;
import trefas.objects.standard.DisconnectControl.State;
import trefas.objects.standard.DisconnectControl.Trigger;
import trefas.quantity.Obis;

/// The disconnector, class 70 (dossier F6). Its state is the model's own; whoever has contacts drives them by the
/// effect (decision 0021). A command without effect in the present state succeeds and changes nothing.
final class DisconnectBehaviour implements Behaviour {

    static final Obis NAME = Obis.of("0-0:96.3.10*255");
    static final int CLASS = 70;

    private static final int OUTPUT_STATE = 2;
    private static final int CONTROL_STATE = 3;
    private static final int CONTROL_MODE = 4;

    private static final int REMOTE_DISCONNECT = 1;

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        if (attributeId == OUTPUT_STATE && selection.isEmpty()) {
            value.bool(control(self).isConnected());
            return DataAccessResult.SUCCESS;
        }
        return Behaviour.super.read(self, attributeId, selection, value);
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (attributeId != CONTROL_MODE) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        Optional<DisconnectControl> next = Mode.ofCode(Values.number(value)).flatMap(control(self)::with);
        if (next.isEmpty()) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(CONTROL_MODE, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        act(self, methodId == REMOTE_DISCONNECT ? Trigger.REMOTE_DISCONNECT : Trigger.REMOTE_RECONNECT);
        return ActionResult.SUCCESS;
    }

    /// How the disconnector stands; connected where there is none.
    static boolean isConnected(StandardDevice device) {
        return device.instance(NAME).map(self -> control(self).isConnected()).orElse(true);
    }

    /// Lets something other than a client act on the disconnector.
    static void act(StandardDevice device, Trigger trigger) {
        device.instance(NAME).ifPresent(self -> act(self, trigger));
    }

    private static void act(Instance self, Trigger trigger) {
        DisconnectControl before = control(self);
        DisconnectControl after = before.after(trigger);
        if (after.equals(before)) {
            return;
        }
        self.put(CONTROL_STATE, Values.en(after.state().code()));
        if (after.isConnected() != before.isConnected()) {
            self.effect(new StandardEffect.DriveBreaker(after.isConnected()));
        }
        EventCode code = after.state() == State.READY_FOR_RECONNECTION && trigger == Trigger.REMOTE_RECONNECT
                ? EventCode.READY_FOR_RECONNECTION
                : eventOf(trigger);
        EventLogs.log(self.device(), code);
    }

    private static EventCode eventOf(Trigger trigger) {
        return switch (trigger) {
            case REMOTE_DISCONNECT -> EventCode.REMOTE_DISCONNECTION;
            case REMOTE_RECONNECT -> EventCode.REMOTE_CONNECTION;
            case MANUAL_DISCONNECT -> EventCode.MANUAL_DISCONNECTION;
            case MANUAL_RECONNECT -> EventCode.MANUAL_CONNECTION;
            case LOCAL_DISCONNECT -> EventCode.LOCAL_DISCONNECTION;
            case LOCAL_RECONNECT -> EventCode.LOCAL_CONNECTION;
        };
    }

    private static DisconnectControl control(Instance self) {
        return new DisconnectControl(
                State.ofCode((int) self.number(CONTROL_STATE)).orElse(DisconnectControl.FACTORY.state()),
                Mode.ofCode((int) self.number(CONTROL_MODE)).orElse(DisconnectControl.FACTORY.mode()));
    }
}
