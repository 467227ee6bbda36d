package trefas.objects;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.MethodDescriptor;
import trefas.cosem.Requester;
import trefas.device.Effect;
import trefas.device.Meter;
import trefas.device.memory.PermanentMemory;
import trefas.quantity.Obis;
import trefas.security.SecurityAccess;

/// One meter as a COSEM logical device: a meter, where its logs are kept, and the object model it shares with all
/// meters set up alike.
public final class MeterDevice implements LogicalDevice {

    private final ObjectModel model;
    private final Meter meter;
    private final PermanentMemory memory;
    private final Consumer<Effect> effects;
    private final Optional<SecurityAccess> security;
    private final Map<Integer, SecurityAccess> modules;

    /// A meter whose settings are kept as long as it lives.
    public MeterDevice(ObjectModel model, Meter meter, PermanentMemory memory) {
        this(model, meter, memory, _ -> {}, Optional.empty());
    }

    /// A meter as its shell keeps it.
    ///
    /// @param effects takes what a SET or a method asks of the world; carried out before anybody is told of
    ///     success
    /// @param security keys and passwords; without it no password can be changed
    public MeterDevice(
            ObjectModel model,
            Meter meter,
            PermanentMemory memory,
            Consumer<Effect> effects,
            Optional<SecurityAccess> security) {
        this(model, meter, memory, effects, security, Map.of());
    }

    /// A meter some of whose modules have keys of their own.
    ///
    /// @param modules keys and counters by client address
    public MeterDevice(
            ObjectModel model,
            Meter meter,
            PermanentMemory memory,
            Consumer<Effect> effects,
            Optional<SecurityAccess> security,
            Map<Integer, SecurityAccess> modules) {
        this.model = model;
        this.meter = meter;
        this.memory = memory;
        this.effects = effects;
        this.security = security;
        this.modules = Map.copyOf(modules);
    }

    @Override
    public DataAccessResult get(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, AxdrWriter value) {
        var found = find(requester, attribute.classId(), attribute.logicalName());
        if (!(found instanceof Found.Visible(MeterObject object, Association association))) {
            return found.reason();
        }
        int before = value.length();
        var question = new Question(this, association, requester, selection);
        DataAccessResult result = object.read(attribute.attributeId(), question, value);
        if (result != DataAccessResult.SUCCESS) {
            value.truncate(before);
        }
        return result;
    }

    @Override
    public DataAccessResult set(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, CosemData value) {
        var found = find(requester, attribute.classId(), attribute.logicalName());
        if (!(found instanceof Found.Visible(MeterObject object, Association association))) {
            return found.reason();
        }
        var question = new Question(this, association, requester, selection);
        return object.write(attribute.attributeId(), question, value);
    }

    @Override
    public ActionResult invoke(
            Requester requester, MethodDescriptor method, Optional<CosemData> parameters, AxdrWriter returned) {
        var found = find(requester, method.classId(), method.logicalName());
        if (!(found instanceof Found.Visible(MeterObject object, Association association))) {
            return ActionResult.ofCode(found.reason().code()).orElse(ActionResult.OTHER_REASON);
        }
        var question = new Question(this, association, requester, Optional.empty());
        return object.invoke(method.methodId(), question, parameters);
    }

    /// What a requester's words lead to.
    private sealed interface Found {

        record Visible(MeterObject object, Association association) implements Found {
            @Override
            public DataAccessResult reason() {
                return DataAccessResult.SUCCESS;
            }
        }

        record Nothing(DataAccessResult reason) implements Found {}

        DataAccessResult reason();
    }

    private static final Found NOT_ALLOWED = new Found.Nothing(DataAccessResult.READ_WRITE_DENIED);
    private static final Found UNDEFINED = new Found.Nothing(DataAccessResult.OBJECT_UNDEFINED);
    private static final Found OTHER_CLASS = new Found.Nothing(DataAccessResult.OBJECT_CLASS_INCONSISTENT);

    private Found find(Requester requester, int classId, Obis logicalName) {
        Optional<Association> association = Association.ofClient(requester.clientSap());
        if (association.isEmpty()) {
            return NOT_ALLOWED;
        }
        Optional<MeterObject> object = model.find(logicalName);
        if (object.isEmpty() || !object.get().isVisibleTo(association.get(), meter)) {
            return UNDEFINED;
        }
        if (object.get().interfaceClass().classId() != classId) {
            return OTHER_CLASS;
        }
        return new Found.Visible(object.get(), association.get());
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

    Consumer<Effect> effects() {
        return effects;
    }

    /// Keys and counters of a client that has its own.
    Optional<SecurityAccess> securityOf(int clientSap) {
        return Optional.ofNullable(modules.get(clientSap));
    }

    Optional<SecurityAccess> security() {
        return security;
    }
}
