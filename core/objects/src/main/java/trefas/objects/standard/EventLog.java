package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;

/// An event log: a profile whose clearing is its first new row (event 255, dossier G5).
final class EventLog implements Behaviour {

    private static final int RESET = 1;
    private static final int CAPTURE = 2;
    private static final int VALUE = 2;

    private final ProfileBehaviour profile = new ProfileBehaviour();

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        return profile.read(self, attributeId, selection, value);
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        return profile.write(self, attributeId, value);
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        ActionResult result = profile.invoke(self, methodId, parameter, returned);
        if (methodId == RESET && result == ActionResult.SUCCESS) {
            self.other(EventLogs.event(self.logicalName().e()))
                    .ifPresent(event -> event.put(VALUE, new Unsigned(EventLogs.CLEARED)));
            return profile.invoke(self, CAPTURE, parameter, returned);
        }
        return result;
    }
}
