package trefas.objects.standard;

import java.util.List;
import java.util.Optional;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.quantity.Obis;

/// Scripts, class 9 (dossier F3): each a row of writes and calls the meter carries out itself, one after the
/// other. The first that fails ends the script, and its result is the script's.
class ScriptTable implements Behaviour {

    private static final int SCRIPTS = 2;
    private static final int NOTHING = 0;
    private static final int WRITE = 1;

    static final int SCRIPTS_MAX = 64;
    static final int ACTIONS_MAX = 32;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        List<CosemData> scripts = Values.elements(value);
        boolean isWithin = scripts.size() <= SCRIPTS_MAX
                && scripts.stream()
                        .allMatch(script ->
                                Values.elements(Values.element(script, 1)).size() <= ACTIONS_MAX);
        if (!isWithin) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(attributeId, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        int wanted = Values.number(parameter);
        Optional<CosemData> script = Values.elements(self.value(SCRIPTS)).stream()
                .filter(each -> Values.number(Values.element(each, 0)) == wanted)
                .findFirst();
        if (script.isEmpty() || wanted == 0) {
            return ActionResult.OTHER_REASON;
        }
        for (CosemData action : Values.elements(Values.element(script.get(), 1))) {
            ActionResult result = act(self, action);
            if (result != ActionResult.SUCCESS) {
                return result;
            }
        }
        return ActionResult.SUCCESS;
    }

    private static ActionResult act(Instance self, CosemData action) {
        int service = Values.number(Values.element(action, 0));
        int classId = Values.number(Values.element(action, 1));
        Optional<Obis> name = Values.obis(Values.element(action, 2));
        int index = Values.number(Values.element(action, 3));
        CosemData parameter = Values.element(action, 4);
        if (service == NOTHING || name.isEmpty()) {
            return ActionResult.SUCCESS;
        }
        return service == WRITE
                ? Values.actionResult(self.write(classId, name.get(), index, parameter))
                : self.call(classId, name.get(), index, parameter);
    }
}
