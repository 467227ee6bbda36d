package trefas.objects.standard;

import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;

/// A register the model itself keeps, classes 3 and 4: reset sets the value back to what the factory set, and an
/// extended register stamps the moment. Scaler and unit are fixed.
final class KeptRegister implements Behaviour {

    private static final int VALUE = 2;
    private static final int SCALER_UNIT = 3;
    private static final int CAPTURE_TIME = 5;
    private static final int EXTENDED = 4;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (attributeId == SCALER_UNIT) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        return Behaviour.super.write(self, attributeId, value);
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        self.forget(VALUE);
        stampIfExtended(self, self.now());
        return ActionResult.SUCCESS;
    }

    /// Takes over a value if it is larger than the one kept: a maximum demand.
    static void raise(Instance self, CosemData value, long capturedAt) {
        if (Values.number(value) > self.number(VALUE)) {
            self.put(VALUE, value);
            stampIfExtended(self, capturedAt);
        }
    }

    private static void stampIfExtended(Instance self, long at) {
        if (self.interfaceClass().classId() == EXTENDED) {
            self.put(CAPTURE_TIME, Values.stamp(self.clock().stamp(at, 0)));
        }
    }
}
