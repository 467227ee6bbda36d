package trefas.objects.standard;

import java.util.ArrayList;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.DataAccessResult;

/// The IPv4 setup, class 42 (dossier F7): kept for the shell. The machine this runs on has its own address; what
/// is written here does not change it.
final class Ip4Behaviour implements Behaviour {

    static final int LIST_MAX = 8;

    private static final int MULTICAST = 4;
    private static final int ADD = 1;
    private static final int DELETE = 2;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (Values.elements(value).size() > LIST_MAX) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(attributeId, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        var addresses = new ArrayList<>(Values.elements(self.value(MULTICAST)));
        switch (methodId) {
            case ADD -> {
                if (addresses.contains(parameter) || addresses.size() >= LIST_MAX) {
                    return ActionResult.OTHER_REASON;
                }
                addresses.add(parameter);
            }
            case DELETE -> {
                if (!addresses.remove(parameter)) {
                    return ActionResult.OTHER_REASON;
                }
            }
            default -> {
                returned.longUnsigned(addresses.size());
                return ActionResult.SUCCESS;
            }
        }
        self.put(MULTICAST, new Array(addresses));
        return ActionResult.SUCCESS;
    }
}
