package trefas.dlms.server;

import java.util.Optional;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.MethodDescriptor;
import trefas.cosem.Requester;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.xdlms.GetRequest;

/// A logical device as far as an association may use it: what was not negotiated does not reach the device.
final class NegotiatedDevice {

    private final LogicalDevice device;
    private final Conformance negotiated;

    NegotiatedDevice(LogicalDevice device, Conformance negotiated) {
        this.device = device;
        this.negotiated = negotiated;
    }

    boolean has(ConformanceBit feature) {
        return negotiated.has(feature);
    }

    /// Appends the value of one item, or nothing and says why.
    DataAccessResult get(Requester requester, GetRequest.Item item, AxdrWriter value) {
        if (item.selection().isPresent() && !negotiated.has(ConformanceBit.SELECTIVE_ACCESS)) {
            // A part was wanted and can't be given; the whole was not asked for.
            return DataAccessResult.OTHER_REASON;
        }
        if (item.attribute().attributeId() == 0 && !negotiated.has(ConformanceBit.ATTRIBUTE0_WITH_GET)) {
            return DataAccessResult.SCOPE_OF_ACCESS_VIOLATED;
        }
        int before = value.length();
        var result = device.get(requester, item.attribute(), item.selection(), value);
        if (result == DataAccessResult.SUCCESS && value.overflowed()) {
            result = DataAccessResult.OTHER_REASON;
        }
        if (result != DataAccessResult.SUCCESS) {
            value.truncate(before);
        }
        assert result != DataAccessResult.SUCCESS || value.length() > before : "success without a value";
        return result;
    }

    DataAccessResult set(Requester requester, GetRequest.Item item, CosemData value) {
        if (item.selection().isPresent() && !negotiated.has(ConformanceBit.SELECTIVE_ACCESS)) {
            return DataAccessResult.OTHER_REASON;
        }
        if (item.attribute().attributeId() == 0 && !negotiated.has(ConformanceBit.ATTRIBUTE0_WITH_SET)) {
            return DataAccessResult.SCOPE_OF_ACCESS_VIOLATED;
        }
        return device.set(requester, item.attribute(), item.selection(), value);
    }

    /// Calls a method and appends what it returned, or nothing and says why.
    ActionResult invoke(
            Requester requester, MethodDescriptor method, Optional<CosemData> parameters, AxdrWriter returned) {
        int before = returned.length();
        var result = device.invoke(requester, method, parameters, returned);
        if (result == ActionResult.SUCCESS && returned.overflowed()) {
            // It was carried out all the same; only what it returned can't be told.
            result = ActionResult.OTHER_REASON;
        }
        if (result != ActionResult.SUCCESS) {
            returned.truncate(before);
        }
        return result;
    }
}
