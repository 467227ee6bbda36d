package trefas.objects;

import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.Requester;
import trefas.device.Meter;
import trefas.device.memory.PermanentMemory;
import trefas.objects.MeterObject.Question;

/// One meter as a COSEM logical device: a meter, where its logs are kept, and the object model it shares with all
/// meters set up alike.
public final class MeterDevice implements LogicalDevice {

    private final ObjectModel model;
    private final Meter meter;
    private final PermanentMemory memory;

    public MeterDevice(ObjectModel model, Meter meter, PermanentMemory memory) {
        this.model = model;
        this.meter = meter;
        this.memory = memory;
    }

    @Override
    public DataAccessResult get(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, AxdrWriter value) {
        Optional<Association> association = Association.ofClient(requester.clientSap());
        if (association.isEmpty()) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        Optional<MeterObject> object = model.find(attribute.logicalName());
        if (object.isEmpty() || !object.get().isVisibleTo(association.get())) {
            return DataAccessResult.OBJECT_UNDEFINED;
        }
        if (object.get().interfaceClass().classId() != attribute.classId()) {
            return DataAccessResult.OBJECT_CLASS_INCONSISTENT;
        }
        int before = value.length();
        DataAccessResult result =
                object.get().read(attribute.attributeId(), new Question(this, association.get(), selection), value);
        if (result != DataAccessResult.SUCCESS) {
            value.truncate(before);
        }
        return result;
    }

    @Override
    public boolean isPowered() {
        return meter.isPowered();
    }

    public Meter meter() {
        return meter;
    }

    ObjectModel model() {
        return model;
    }

    PermanentMemory memory() {
        return memory;
    }
}
