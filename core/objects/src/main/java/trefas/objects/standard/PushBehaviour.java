package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.CosemData.Long64;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.objects.standard.PushFlow.OperationMethod;
import trefas.objects.standard.PushFlow.Rules;
import trefas.objects.standard.PushFlow.State;
import trefas.objects.standard.PushFlow.Step;

/// A push setup, class 40, versions 0 to 2 (dossier F8). It decides when something is sent and what; the shell
/// sends it and reports back through [StandardDevice#pushed].
final class PushBehaviour implements Behaviour {

    static final int CLASS = 40;

    static final int OBJECTS_MAX = 32;
    static final int WINDOWS_MAX = 16;
    static final int DESTINATION_OCTETS_MAX = 128;

    private static final int OBJECT_LIST = 2;
    static final int DESTINATION = 3;
    private static final int WINDOWS = 4;
    private static final int RANDOM_DELAY = 5;
    private static final int RETRIES = 6;
    private static final int REPETITION_DELAY = 7;
    static final int CLIENT_SAP = 9;
    static final int PROTECTION = 10;
    private static final int OPERATION_METHOD = 11;
    private static final int LAST_CONFIRMATION = 13;

    private static final int FLOW_SLOT = -1;

    private static final int PUSH = 1;
    private static final int NO_GROWTH = 100;
    private static final int RETURNING_SECONDS_MAX = 0xFFFF;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        List<CosemData> rows = Values.elements(value);
        boolean isGood = switch (attributeId) {
            case OBJECT_LIST ->
                rows.size() <= OBJECTS_MAX
                        && rows.stream().allMatch(row -> PushObject.of(row).isPresent());
            case WINDOWS -> rows.size() <= WINDOWS_MAX;
            case DESTINATION ->
                Values.element(value, 1) instanceof CosemData.OctetString(var octets)
                        && octets.length() <= DESTINATION_OCTETS_MAX;
            default -> true;
        };
        if (attributeId == LAST_CONFIRMATION) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        if (!isGood) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(attributeId, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        if (methodId == PUSH) {
            double chance = self.device().surroundings().chance().getAsDouble();
            save(self, flow(self).trigger(self.now(), chance, rules(self)).flow());
        } else {
            save(self, PushFlow.IDLE);
            self.forget(LAST_CONFIRMATION);
        }
        return ActionResult.SUCCESS;
    }

    @Override
    public boolean isTimed() {
        return true;
    }

    @Override
    public void second(Instance self, long at) {
        if (self.value(FLOW_SLOT) instanceof CosemData.NullData) {
            return;
        }
        take(self, flow(self).second(at, isWindowOpen(self, at), rules(self)));
    }

    @Override
    public void resumed(Instance self, long after, long at) {
        save(self, notBeyond(flow(self).afterPowerUp(), at));
        second(self, at);
    }

    /// The shell tells how sending went.
    static void report(Instance self, PushReport report) {
        take(
                self,
                switch (report) {
                    case SENT -> flow(self).sent(self.now(), rules(self));
                    case FAILED -> flow(self).failed(self.now(), rules(self));
                    case CONFIRMED -> flow(self).confirmed();
                });
    }

    private static void take(Instance self, Step step) {
        save(self, step.flow());
        if (step.confirmed()) {
            self.put(LAST_CONFIRMATION, Values.stamp(self.clock().stamp(self.now(), 0)));
        }
        if (step.send()) {
            self.effect(new StandardEffect.SendPush(self.logicalName(), PushBody.of(self, objects(self))));
        }
    }

    /// A clock that was set back must not make a push wait for what is now far away.
    private static PushFlow notBeyond(PushFlow flow, long now) {
        long latest = now + RETURNING_SECONDS_MAX;
        return switch (flow.state()) {
            case State.Delayed(long until) when until > latest -> new PushFlow(new State.Waiting(0), flow.again());
            case State.Repeating(int attempt, long until)
            when until > latest -> new PushFlow(new State.Waiting(attempt), flow.again());
            case State.Unconfirmed(int attempt, long until)
            when until > latest -> new PushFlow(new State.Waiting(attempt), flow.again());
            case State _ -> flow;
        };
    }

    private static boolean isWindowOpen(Instance self, long at) {
        List<CosemData> windows = Values.elements(self.value(WINDOWS));
        return windows.isEmpty()
                || windows.stream().anyMatch(window -> {
                    var start = Values.time(Values.element(window, 0));
                    var end = Values.time(Values.element(window, 1));
                    return start.isPresent()
                            && end.isPresent()
                            && new TimeWindow(start.get(), end.get())
                                    .isOpen(self.clock().local(at));
                });
    }

    static boolean wantsConfirmation(Instance self) {
        return rules(self).method() == OperationMethod.CONFIRMED;
    }

    private static List<PushObject> objects(Instance self) {
        var objects = new ArrayList<PushObject>();
        Values.elements(self.value(OBJECT_LIST))
                .forEach(row -> PushObject.of(row).ifPresent(objects::add));
        return objects;
    }

    private static Rules rules(Instance self) {
        CosemData delay = self.value(REPETITION_DELAY);
        boolean grows = self.interfaceClass().version() >= 2;
        int first = grows ? Values.number(Values.element(delay, 0)) : Values.number(delay);
        return new Rules(
                (int) self.number(RANDOM_DELAY),
                (int) self.number(RETRIES),
                first,
                grows ? Values.number(Values.element(delay, 1)) : NO_GROWTH,
                grows ? Values.number(Values.element(delay, 2)) : first,
                grows
                        ? OperationMethod.ofCode((int) self.number(OPERATION_METHOD))
                                .orElse(OperationMethod.UNCONFIRMED)
                        : OperationMethod.UNCONFIRMED);
    }

    private static PushFlow flow(Instance self) {
        CosemData kept = self.value(FLOW_SLOT);
        int attempt = Values.number(Values.element(kept, 1));
        long time = Values.element(kept, 2) instanceof Long64(long seconds) ? seconds : 0;
        State state = switch (Values.number(Values.element(kept, 0))) {
            case 1 -> new State.Delayed(time);
            case 2 -> new State.Waiting(attempt);
            case 3 -> new State.Sending(attempt);
            case 4 -> new State.Repeating(attempt, time);
            case 5 -> new State.Unconfirmed(attempt, time);
            default -> new State.Idle();
        };
        return new PushFlow(state, Values.element(kept, 3).equals(new Bool(true)));
    }

    private static void save(Instance self, PushFlow flow) {
        if (flow.equals(PushFlow.IDLE)) {
            self.forget(FLOW_SLOT);
            return;
        }
        self.put(
                FLOW_SLOT,
                switch (flow.state()) {
                    case State.Idle _ -> kept(0, 0, 0, flow);
                    case State.Delayed(long until) -> kept(1, 0, until, flow);
                    case State.Waiting(int attempt) -> kept(2, attempt, 0, flow);
                    case State.Sending(int attempt) -> kept(3, attempt, 0, flow);
                    case State.Repeating(int attempt, long until) -> kept(4, attempt, until, flow);
                    case State.Unconfirmed(int attempt, long until) -> kept(5, attempt, until, flow);
                });
    }

    private static CosemData kept(int state, int attempt, long time, PushFlow flow) {
        return Values.structure(new Unsigned(state), Values.u16(attempt), new Long64(time), new Bool(flow.again()));
    }
}
