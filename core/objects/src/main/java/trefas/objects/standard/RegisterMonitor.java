package trefas.objects.standard;

import java.util.List;
import java.util.Optional;
import trefas.cosem.AttributeType;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Long64;
import trefas.cosem.DataAccessResult;
import trefas.quantity.Obis;

/// Watches a value against thresholds, class 21 (dossier F6): a script when it rises above one, another when it
/// falls back to it or below. The first value after waking only says where it stands.
final class RegisterMonitor implements Behaviour {

    private static final int THRESHOLDS = 2;
    private static final int MONITORED = 3;
    private static final int ACTIONS = 4;

    private static final int LAST_SLOT = -1;

    static final int THRESHOLDS_MAX = 16;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (attributeId != MONITORED && Values.elements(value).size() > THRESHOLDS_MAX) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(attributeId, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public boolean isTimed() {
        return true;
    }

    @Override
    public void resumed(Instance self, long after, long at) {
        second(self, at);
    }

    @Override
    public void second(Instance self, long at) {
        List<CosemData> thresholds = Values.elements(self.value(THRESHOLDS));
        if (thresholds.isEmpty()) {
            return;
        }
        Optional<Long> now = monitored(self);
        if (now.isEmpty()) {
            return;
        }
        Optional<CosemData> before = self.noted(LAST_SLOT);
        self.note(LAST_SLOT, new Long64(now.get()));
        if (before.isPresent() && before.get() instanceof Long64(long last)) {
            compare(self, thresholds, last, now.get());
        }
    }

    private static void compare(Instance self, List<CosemData> thresholds, long last, long now) {
        List<CosemData> actions = Values.elements(self.value(ACTIONS));
        for (int i = 0; i < Math.min(thresholds.size(), actions.size()); i++) {
            long threshold = AttributeType.number(thresholds.get(i)).orElse(Long.MAX_VALUE);
            if (last <= threshold && now > threshold) {
                run(self, Values.element(actions.get(i), 0));
            } else if (last > threshold && now <= threshold) {
                run(self, Values.element(actions.get(i), 1));
            }
        }
    }

    private static Optional<Long> monitored(Instance self) {
        CosemData definition = self.value(MONITORED);
        Optional<Obis> name = Values.obis(Values.element(definition, 1));
        return name.flatMap(object -> self.read(
                        Values.number(Values.element(definition, 0)),
                        object,
                        Values.number(Values.element(definition, 2))))
                .flatMap(AttributeType::number);
    }

    private static void run(Instance self, CosemData action) {
        Values.obis(Values.element(action, 0))
                .ifPresent(table -> self.runScript(table, Values.number(Values.element(action, 1))));
    }
}
