package trefas.app.host;

import java.util.Map;
import trefas.device.memory.RecordName;
import trefas.metrology.OneSecondValues;
import trefas.objects.MeterDevice;
import trefas.objects.ObjectModel;

/// The meter's own list (dossier 20). All that is set on it is the meter's, so nothing is kept beside it.
record OwnObjects(MeterDevice device) implements ShownObjects {

    static Model of(ObjectModel model) {
        return lent -> new OwnObjects(
                new MeterDevice(model, lent.meter(), lent.memory(), lent.effects(), lent.security(), lent.modules()));
    }

    @Override
    public void let(OneSecondValues values) {
        // This meter has no contacts.
    }

    @Override
    public void secondElapsed() {
        // These objects have no life of their own.
    }

    @Override
    public boolean isChanged() {
        return false;
    }

    @Override
    public Map<RecordName, byte[]> records() {
        return Map.of();
    }

    @Override
    public void saved() {
        // Nothing waits.
    }
}
