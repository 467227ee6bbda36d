package trefas.objects.standard;

import java.util.List;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Requester;

/// A SET of attribute 0: every element that is not null-data is written, all of them or none.
///
/// What rights and types forbid is known before anything is written. What a behaviour refuses is known only when it
/// is asked; then the state is put back as it was and no effect leaves. What goes into the meter itself, where
/// nothing can be put back, is written last.
final class WholeWrite {

    private final StandardDevice device;
    private final Instance self;
    private final StandardObject object;
    private final ClientRole role;
    private final Requester requester;

    WholeWrite(StandardDevice device, Instance self, StandardObject object, ClientRole role, Requester requester) {
        this.device = device;
        this.self = self;
        this.object = object;
        this.role = role;
        this.requester = requester;
    }

    DataAccessResult write(CosemData value) {
        int count = object.interfaceClass().attributes().size();
        if (!(value instanceof Structure(var elements)) || elements.size() != count) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        DataAccessResult allowed = check(elements);
        if (allowed != DataAccessResult.SUCCESS) {
            return allowed;
        }
        StandardState.Before before = device.state().before();
        device.holdEffects();
        DataAccessResult result = writeEach(elements, /* isOfMeter= */ false);
        if (result == DataAccessResult.SUCCESS) {
            result = writeEach(elements, /* isOfMeter= */ true);
        }
        if (result != DataAccessResult.SUCCESS) {
            device.state().putBack(before);
            device.time().rulesChanged();
        }
        device.releaseEffects(result == DataAccessResult.SUCCESS);
        return result;
    }

    private DataAccessResult check(List<CosemData> elements) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof NullData) {
                continue;
            }
            if (!object.rights(role).attribute(i + 1).allowsWrite(requester.protection())) {
                return DataAccessResult.READ_WRITE_DENIED;
            }
            DataAccessResult fit = InnerAccess.fit(object, i + 1, elements.get(i));
            if (fit != DataAccessResult.SUCCESS) {
                return fit;
            }
        }
        return DataAccessResult.SUCCESS;
    }

    private DataAccessResult writeEach(List<CosemData> elements, boolean isOfMeter) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof NullData || object.behaviour().isOfMeter(i + 1) != isOfMeter) {
                continue;
            }
            DataAccessResult result = device.writeOne(self, object, role, requester, i + 1, elements.get(i));
            if (result != DataAccessResult.SUCCESS) {
                return result;
            }
        }
        return DataAccessResult.SUCCESS;
    }
}
