package trefas.objects.standard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeType;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.CosemData.Long64;
import trefas.cosem.DataAccessResult;
import trefas.objects.standard.Limiter.Emergency;
import trefas.objects.standard.Limiter.Run;
import trefas.objects.standard.Limiter.Setup;
import trefas.quantity.Obis;

/// A limiter, class 71 (dossier F6). Which side it acted on last is kept; how long a value has been on the other
/// side begins anew after a time without supply.
final class LimiterBehaviour implements Behaviour {

    private static final int MONITORED = 2;
    private static final int ACTIVE_THRESHOLD = 3;
    private static final int NORMAL_THRESHOLD = 4;
    private static final int EMERGENCY_THRESHOLD = 5;
    private static final int OVER_SECONDS = 6;
    private static final int UNDER_SECONDS = 7;
    private static final int EMERGENCY_PROFILE = 8;
    private static final int GROUPS = 9;
    private static final int EMERGENCY_ACTIVE = 10;
    private static final int ACTIONS = 11;

    private static final int OVER_SLOT = -1;
    private static final int SINCE_SLOT = -2;

    static final int GROUPS_MAX = 32;

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        if (selection.isEmpty() && attributeId == EMERGENCY_ACTIVE) {
            value.bool(setup(self).isEmergency(self.now()));
            return DataAccessResult.SUCCESS;
        }
        if (selection.isEmpty() && attributeId == ACTIVE_THRESHOLD) {
            int slot = setup(self).isEmergency(self.now()) ? EMERGENCY_THRESHOLD : NORMAL_THRESHOLD;
            Axdr.encode(self.value(slot), value);
            return DataAccessResult.SUCCESS;
        }
        return Behaviour.super.read(self, attributeId, selection, value);
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        switch (attributeId) {
            case ACTIVE_THRESHOLD, EMERGENCY_ACTIVE -> {
                return DataAccessResult.READ_WRITE_DENIED;
            }
            case NORMAL_THRESHOLD, EMERGENCY_THRESHOLD -> {
                if (AttributeType.number(value).isEmpty()) {
                    return DataAccessResult.TYPE_UNMATCHED;
                }
            }
            case GROUPS -> {
                if (Values.elements(value).size() > GROUPS_MAX) {
                    return DataAccessResult.OTHER_REASON;
                }
            }
            default -> {
                // The type says it all.
            }
        }
        self.put(attributeId, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public boolean isTimed() {
        return true;
    }

    @Override
    public void second(Instance self, long at) {
        CosemData actions = self.value(ACTIONS);
        if (isNone(Values.element(actions, 0)) && isNone(Values.element(actions, 1))) {
            return;
        }
        Setup setup = setup(self);
        OptionalLong value = monitored(self);
        if (value.isEmpty()) {
            return;
        }
        Run run = run(self);
        Limiter.Step step = new Limiter(setup, run).second(at, value.getAsLong());
        Run next = step.limiter().run();
        if (next.over() != run.over()) {
            self.put(OVER_SLOT, new Bool(next.over()));
            EventLogs.log(self.device(), next.over() ? EventCode.LIMITER_EXCEEDED : EventCode.LIMITER_OK);
        }
        if (!next.since().equals(run.since())) {
            self.note(SINCE_SLOT, new Long64(next.since().orElse(ModelTime.NEVER)));
        }
        step.action().ifPresent(action -> self.runScript(action.scriptTable(), action.selector()));
    }

    @Override
    public void resumed(Instance self, long after, long at) {
        self.note(SINCE_SLOT, new Long64(ModelTime.NEVER));
        second(self, at);
    }

    private static boolean isNone(CosemData action) {
        return Values.number(Values.element(action, 1)) == 0;
    }

    private static OptionalLong monitored(Instance self) {
        CosemData definition = self.value(MONITORED);
        Optional<Obis> name = Values.obis(Values.element(definition, 1));
        return name.isEmpty()
                ? OptionalLong.empty()
                : self.read(
                                Values.number(Values.element(definition, 0)),
                                name.get(),
                                Values.number(Values.element(definition, 2)))
                        .flatMap(AttributeType::number)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty());
    }

    private static Run run(Instance self) {
        long since = self.noted(SINCE_SLOT).orElse(new Long64(ModelTime.NEVER)) instanceof Long64(long noted)
                ? noted
                : ModelTime.NEVER;
        return new Run(
                self.value(OVER_SLOT).equals(new Bool(true)),
                since == ModelTime.NEVER ? OptionalLong.empty() : OptionalLong.of(since));
    }

    private static Setup setup(Instance self) {
        CosemData actions = self.value(ACTIONS);
        List<Integer> groups =
                Values.elements(self.value(GROUPS)).stream().map(Values::number).toList();
        return new Setup(
                self.number(NORMAL_THRESHOLD),
                self.number(EMERGENCY_THRESHOLD),
                self.number(OVER_SECONDS),
                self.number(UNDER_SECONDS),
                emergency(self),
                groups,
                ActionItem.of(Values.element(actions, 0)).orElse(ActionItem.NONE),
                ActionItem.of(Values.element(actions, 1)).orElse(ActionItem.NONE));
    }

    private static Emergency emergency(Instance self) {
        CosemData profile = self.value(EMERGENCY_PROFILE);
        return new Emergency(
                Values.number(Values.element(profile, 0)),
                Moments.point(self, Values.element(profile, 1)),
                AttributeType.number(Values.element(profile, 2)).orElse(0L));
    }
}
