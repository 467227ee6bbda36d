package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;

/// An arbitrator, class 68 (dossier F6).
final class ArbitratorBehaviour implements Behaviour {

    private static final int ACTIONS = 2;
    private static final int PERMISSIONS = 3;
    private static final int WEIGHTINGS = 4;
    private static final int REQUESTS = 5;
    private static final int OUTCOME = 6;

    private static final int REQUEST_ACTION = 1;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        List<CosemData> rows = Values.elements(value);
        boolean isWithin = switch (attributeId) {
            case ACTIONS -> rows.size() <= Arbitrator.ACTIONS_MAX;
            case PERMISSIONS, WEIGHTINGS ->
                rows.size() <= Arbitrator.ACTORS_MAX
                        && rows.stream().allMatch(row -> Values.elements(row).size() <= Arbitrator.ACTIONS_MAX);
            default -> false;
        };
        if (attributeId == REQUESTS || attributeId == OUTCOME) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        if (!isWithin) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(attributeId, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        Arbitrator before = arbitrator(self);
        if (methodId != REQUEST_ACTION) {
            keep(self, before.reset());
            return ActionResult.SUCCESS;
        }
        Optional<Arbitrator.Step> step =
                before.request(Values.number(Values.element(parameter, 0)), Bits.of(Values.element(parameter, 1)));
        if (step.isEmpty()) {
            return ActionResult.OTHER_REASON;
        }
        keep(self, step.get().arbitrator());
        step.get().action().ifPresent(action -> self.runScript(action.scriptTable(), action.selector()));
        return ActionResult.SUCCESS;
    }

    private static void keep(Instance self, Arbitrator next) {
        var requests = new ArrayList<CosemData>();
        next.requests().forEach(row -> requests.add(Bits.data(next.actions().size(), row)));
        self.put(REQUESTS, new Array(requests));
        self.put(OUTCOME, new Unsigned(next.lastOutcome()));
    }

    private static Arbitrator arbitrator(Instance self) {
        return new Arbitrator(
                Values.elements(self.value(ACTIONS)).stream()
                        .map(action -> ActionItem.of(action).orElse(ActionItem.NONE))
                        .toList(),
                Values.elements(self.value(PERMISSIONS)).stream().map(Bits::of).toList(),
                Values.elements(self.value(WEIGHTINGS)).stream()
                        .map(row -> Values.elements(row).stream()
                                .map(Values::number)
                                .toList())
                        .toList(),
                Values.elements(self.value(REQUESTS)).stream().map(Bits::of).toList(),
                (int) self.number(OUTCOME));
    }
}
