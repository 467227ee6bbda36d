package trefas.dlms.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.MethodDescriptor;
import trefas.cosem.Protection;
import trefas.cosem.Requester;
import trefas.security.KeyId;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.WrappedKey;

/// A small device with the two methods of a Security setup that change what protects a conversation, and one
/// attribute that is given out to authenticated requests only.
final class KeyedDevice implements LogicalDevice {

    private static final int SECURITY_SETUP = 64;
    private static final int GUARDED_CLASS = 1;
    private static final int GUARDED_ATTRIBUTE = 3;

    final SmallDevice inside = new SmallDevice();
    private final SecurityAccess access;

    KeyedDevice(SecurityAccess access) {
        this.access = access;
    }

    @Override
    public DataAccessResult get(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, AxdrWriter value) {
        if (attribute.classId() == GUARDED_CLASS && attribute.attributeId() == GUARDED_ATTRIBUTE) {
            if (!requester.protection().covers(new Protection(true, false, false))) {
                return DataAccessResult.READ_WRITE_DENIED;
            }
            value.unsigned(7);
            return DataAccessResult.SUCCESS;
        }
        return inside.get(requester, attribute, selection, value);
    }

    @Override
    public DataAccessResult set(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, CosemData value) {
        return inside.set(requester, attribute, selection, value);
    }

    @Override
    public ActionResult invoke(
            Requester requester, MethodDescriptor method, Optional<CosemData> parameters, AxdrWriter returned) {
        if (method.classId() != SECURITY_SETUP) {
            return inside.invoke(requester, method, parameters, returned);
        }
        if (method.methodId() == 1 && parameters.orElseThrow() instanceof Enumerated(int bits)) {
            return access.with(state -> state.raise(new SecurityPolicy(bits)))
                    ? ActionResult.SUCCESS
                    : ActionResult.READ_WRITE_DENIED;
        }
        return method.methodId() == 2 && parameters.orElseThrow() instanceof Array(var elements)
                ? transfer(elements)
                : ActionResult.TYPE_UNMATCHED;
    }

    @Override
    public boolean isPowered() {
        return true;
    }

    private ActionResult transfer(List<CosemData> elements) {
        var keys = new ArrayList<WrappedKey>();
        for (var element : elements) {
            if (!(element instanceof Structure(var fields))
                    || fields.size() != 2
                    || !(fields.getFirst() instanceof Enumerated(int code))
                    || !(fields.getLast() instanceof OctetString(var wrapped))
                    || KeyId.ofCode(code).isEmpty()) {
                return ActionResult.TYPE_UNMATCHED;
            }
            keys.add(WrappedKey.of(KeyId.ofCode(code).orElseThrow(), wrapped.toArray()));
        }
        return access.with(state -> state.transfer(keys)).isDone() ? ActionResult.SUCCESS : ActionResult.OTHER_REASON;
    }
}
