package trefas.objects.standard;

import java.util.ArrayList;
import java.util.Optional;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.DataAccessResult;
import trefas.quantity.Obis;

/// Several values of one kind that differ in group E, captured together, class 61 (dossier F1).
final class RegisterTable implements Behaviour {

    private static final int CELLS = 2;
    private static final int DEFINITION = 3;
    private static final int SCALER_UNIT = 4;
    private static final int RESET = 1;

    static final int CELLS_MAX = 64;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (attributeId == CELLS || attributeId == SCALER_UNIT) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        if (Values.elements(Values.element(value, 2)).size() > CELLS_MAX) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(DEFINITION, value);
        self.forget(CELLS);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        if (methodId == RESET) {
            self.forget(CELLS);
            return ActionResult.SUCCESS;
        }
        CosemData definition = self.value(DEFINITION);
        Optional<Obis> pattern = Values.obis(Values.element(definition, 1));
        if (pattern.isEmpty()) {
            return ActionResult.OTHER_REASON;
        }
        Obis name = pattern.get();
        int classId = Values.number(Values.element(definition, 0));
        int attribute = Values.number(Values.element(definition, 3));
        var cells = new ArrayList<CosemData>();
        for (CosemData e : Values.elements(Values.element(definition, 2))) {
            var cell = new Obis(name.a(), name.b(), name.c(), name.d(), Values.number(e), name.f());
            cells.add(self.read(classId, cell, attribute).orElseGet(NullData::new));
        }
        self.put(CELLS, new Array(cells));
        return ActionResult.SUCCESS;
    }
}
