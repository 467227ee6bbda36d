package trefas.dlms.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.MethodDescriptor;
import trefas.cosem.Requester;

/// A logical device that keeps whatever is written, and whose every method gives its parameter back.
final class KeepingDevice implements LogicalDevice {

    final Map<AttributeDescriptor, CosemData> kept = new HashMap<>();

    @Override
    public DataAccessResult get(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, AxdrWriter value) {
        CosemData data = kept.get(attribute);
        if (data == null) {
            return DataAccessResult.OBJECT_UNDEFINED;
        }
        Axdr.encode(data, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public DataAccessResult set(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, CosemData value) {
        if (attribute.attributeId() == 1) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        kept.put(attribute, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(
            Requester requester, MethodDescriptor method, Optional<CosemData> parameters, AxdrWriter returned) {
        if (method.methodId() == 9) {
            return ActionResult.OBJECT_UNDEFINED;
        }
        parameters.ifPresent(data -> Axdr.encode(data, returned));
        return ActionResult.SUCCESS;
    }

    @Override
    public boolean isPowered() {
        return true;
    }
}
