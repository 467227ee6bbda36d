package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.DataAccessResult;

/// Remembers which of the listed parameters a client changed last, class 65 (dossier F6).
final class ParameterMonitor implements Behaviour {

    private static final int CHANGED = 2;
    private static final int CAPTURE_TIME = 3;
    private static final int LIST = 4;
    private static final int ADD = 1;

    static final int PARAMETERS_MAX = 64;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (attributeId != LIST) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        if (Values.elements(value).size() > PARAMETERS_MAX) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(LIST, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        var list = new ArrayList<>(Values.elements(self.value(LIST)));
        if (methodId == ADD) {
            if (!list.contains(parameter)) {
                list.add(parameter);
            }
        } else if (!list.remove(parameter)) {
            return ActionResult.OTHER_REASON;
        }
        return Values.actionResult(write(self, LIST, new Array(list)));
    }

    @Override
    public boolean watchesWrites() {
        return true;
    }

    @Override
    public void written(Instance self, int classId, Instance other, int attributeId, CosemData value) {
        CosemData name = Values.name(other.logicalName());
        CosemData definition = Values.structure(Values.u16(classId), name, new Int8(attributeId));
        List<CosemData> list = Values.elements(self.value(LIST));
        if (list.contains(definition)) {
            self.put(CHANGED, Values.structure(Values.u16(classId), name, new Int8(attributeId), value));
            self.put(CAPTURE_TIME, Values.stamp(self.clock().stamp(self.now(), 0)));
        }
    }
}
