package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trefas.cosem.AccessRight;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.MethodDescriptor;
import trefas.cosem.Requester;
import trefas.device.Meter;
import trefas.device.memory.PermanentMemory;
import trefas.quantity.Obis;

/// One meter in the standard model: classes and names as IDIS and DSMR head-ends expect them. The model is shared,
/// the meter counts, and the state holds what was changed. Every request goes the same way:
///
/// ```
/// who? ─> object? ─> class? ─> attribute? ─> right? ─> protected enough? ─> type fits? ─> Behaviour
///  3         4          9         3, 13         3              3                12, 250
/// ```
///
/// Confined to the meter's one writer, like the meter itself.
public final class StandardDevice implements LogicalDevice {

    private static final int ALL_ATTRIBUTES = 0;

    private final StandardModel model;
    private final StandardState state;
    private final Meter meter;
    private final PermanentMemory memory;
    private final Consumer<StandardEffect> effects;
    private final ModelTime time;
    private final Surroundings surroundings;
    private final InnerAccess inner;
    private final List<StandardEffect> held = new ArrayList<>();
    private boolean isHolding;

    /// @param effects takes what is to be done, in the order it came up, during the request or second that caused
    ///     it
    public StandardDevice(
            StandardModel model,
            StandardState state,
            Meter meter,
            PermanentMemory memory,
            Consumer<StandardEffect> effects) {
        this(model, state, meter, memory, effects, Surroundings.NONE);
    }

    /// @param effects takes what is to be done, in the order it came up, during the request or second that caused
    ///     it
    /// @param surroundings keys, images, tokens and chance
    public StandardDevice(
            StandardModel model,
            StandardState state,
            Meter meter,
            PermanentMemory memory,
            Consumer<StandardEffect> effects,
            Surroundings surroundings) {
        this.model = model;
        this.state = state;
        this.meter = meter;
        this.memory = memory;
        this.effects = effects;
        this.time = new ModelTime(this);
        this.surroundings = surroundings;
        this.inner = new InnerAccess(this);
    }

    /// The meter has measured a second, or has gone without supply for one.
    public void secondElapsed() {
        if (!meter.isPowered()) {
            time.stop();
            return;
        }
        long before = time.last();
        long at = now();
        if (before == at) {
            return;
        }
        time.reached(at);
        boolean isNext = at - before == 1;
        for (StandardObject object : model.timed()) {
            var self = new Instance(this, object, Optional.empty());
            if (isNext) {
                object.behaviour().second(self, at);
            } else {
                object.behaviour().resumed(self, before == ModelTime.NEVER ? at : before, at);
            }
        }
    }

    /// True when [#octets] must be saved for nothing to be lost.
    public boolean isChanged() {
        return state.isChanged();
    }

    /// What the permanent memory must keep of this meter in the standard model, beside the meter's own record.
    public byte[] octets() {
        return state.octets();
    }

    /// Tells that the octets are kept.
    public void saved() {
        state.saved();
    }

    @Override
    public DataAccessResult get(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, AxdrWriter value) {
        Optional<ClientRole> role = role(requester);
        if (role.isEmpty()) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        DataAccessResult found = find(role.get(), attribute.classId(), attribute.logicalName());
        if (found != DataAccessResult.SUCCESS) {
            return found;
        }
        StandardObject object = model.find(attribute.logicalName()).orElseThrow();
        var self = new Instance(this, object, Optional.of(requester));
        int before = value.length();
        DataAccessResult result = attribute.attributeId() == ALL_ATTRIBUTES
                ? readAll(self, object, role.get(), requester, value)
                : readOne(self, object, role.get(), requester, attribute.attributeId(), selection, value);
        if (result != DataAccessResult.SUCCESS) {
            value.truncate(before);
        }
        return result;
    }

    @Override
    public boolean knowsUser(int clientSap, int serverSap, int userId) {
        return AssociationSecrets.isKnown(this, clientSap, userId);
    }

    private DataAccessResult readOne(
            Instance self,
            StandardObject object,
            ClientRole role,
            Requester requester,
            int attributeId,
            Optional<AccessSelection> selection,
            AxdrWriter value) {
        if (!object.interfaceClass().hasAttribute(attributeId)) {
            return DataAccessResult.SCOPE_OF_ACCESS_VIOLATED;
        }
        AccessRight right = object.rights(role).attribute(attributeId);
        return right.allowsRead(requester.protection())
                ? InnerAccess.read(self, object, attributeId, selection, value)
                : DataAccessResult.READ_WRITE_DENIED;
    }

    /// All attributes as a structure, null-data for what this client may not read.
    private DataAccessResult readAll(
            Instance self, StandardObject object, ClientRole role, Requester requester, AxdrWriter value) {
        int count = object.interfaceClass().attributes().size();
        value.structure(count);
        for (int attributeId = 1; attributeId <= count; attributeId++) {
            int before = value.length();
            boolean isReadable = object.rights(role).attribute(attributeId).allowsRead(requester.protection());
            if (!isReadable
                    || InnerAccess.read(self, object, attributeId, Optional.empty(), value)
                            != DataAccessResult.SUCCESS) {
                value.truncate(before);
                value.nullData();
            }
        }
        return DataAccessResult.SUCCESS;
    }

    @Override
    public DataAccessResult set(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, CosemData value) {
        Optional<ClientRole> role = role(requester);
        if (role.isEmpty()) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        DataAccessResult found = find(role.get(), attribute.classId(), attribute.logicalName());
        if (found != DataAccessResult.SUCCESS) {
            return found;
        }
        StandardObject object = model.find(attribute.logicalName()).orElseThrow();
        var self = new Instance(this, object, Optional.of(requester));
        if (selection.isPresent()) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        return attribute.attributeId() == ALL_ATTRIBUTES
                ? new WholeWrite(this, self, object, role.get(), requester).write(value)
                : writeOne(self, object, role.get(), requester, attribute.attributeId(), value);
    }

    DataAccessResult writeOne(
            Instance self,
            StandardObject object,
            ClientRole role,
            Requester requester,
            int attributeId,
            CosemData value) {
        if (!object.interfaceClass().hasAttribute(attributeId)) {
            return DataAccessResult.SCOPE_OF_ACCESS_VIOLATED;
        }
        if (!object.rights(role).attribute(attributeId).allowsWrite(requester.protection())) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        DataAccessResult result = InnerAccess.write(self, object, attributeId, value);
        if (result == DataAccessResult.SUCCESS) {
            tellWatchers(self, attributeId, value);
        }
        return result;
    }

    private void tellWatchers(Instance written, int attributeId, CosemData value) {
        for (StandardObject watcher : model.watching()) {
            watcher.behaviour()
                    .written(
                            new Instance(this, watcher, Optional.empty()),
                            written.interfaceClass().classId(),
                            written,
                            attributeId,
                            value);
        }
    }

    @Override
    public ActionResult invoke(
            Requester requester, MethodDescriptor method, Optional<CosemData> parameters, AxdrWriter returned) {
        Optional<ClientRole> role = role(requester);
        if (role.isEmpty()) {
            return ActionResult.READ_WRITE_DENIED;
        }
        DataAccessResult found = find(role.get(), method.classId(), method.logicalName());
        if (found != DataAccessResult.SUCCESS) {
            return found == DataAccessResult.OBJECT_UNDEFINED
                    ? ActionResult.OBJECT_UNDEFINED
                    : ActionResult.OBJECT_CLASS_INCONSISTENT;
        }
        StandardObject object = model.find(method.logicalName()).orElseThrow();
        if (!object.interfaceClass().hasMethod(method.methodId())
                || !object.rights(role.get()).method(method.methodId()).allowsCall(requester.protection())) {
            return ActionResult.READ_WRITE_DENIED;
        }
        int before = returned.length();
        ActionResult result = inner.call(
                new Instance(this, object, Optional.of(requester)),
                object,
                method.methodId(),
                parameters.orElseGet(NullData::new),
                returned);
        if (result != ActionResult.SUCCESS) {
            returned.truncate(before);
        }
        return result;
    }

    /// What the meter does to its own objects.
    InnerAccess inner() {
        return inner;
    }

    Optional<Instance> instance(Obis logicalName) {
        return model.find(logicalName).map(object -> new Instance(this, object, Optional.empty()));
    }

    Optional<StandardObject> inside(int classId, Obis logicalName) {
        return model.find(logicalName).filter(object -> object.interfaceClass().classId() == classId);
    }

    /// Objects a client is shown.
    List<StandardObject> visibleTo(ClientRole role) {
        var visible = new ArrayList<StandardObject>();
        for (StandardObject object : model.objects()) {
            if (object.rights(role).isVisible()) {
                visible.add(object);
            }
        }
        return visible;
    }

    private DataAccessResult find(ClientRole role, int classId, Obis logicalName) {
        Optional<StandardObject> object = model.find(logicalName);
        if (object.isEmpty() || !object.get().rights(role).isVisible()) {
            return DataAccessResult.OBJECT_UNDEFINED;
        }
        return object.get().interfaceClass().classId() == classId
                ? DataAccessResult.SUCCESS
                : DataAccessResult.OBJECT_CLASS_INCONSISTENT;
    }

    private static Optional<ClientRole> role(Requester requester) {
        return requester.serverSap() == ClientRole.SERVER_SAP
                ? ClientRole.ofClient(requester.clientSap())
                : Optional.empty();
    }

    /// The shell tells how a push it was asked to send went; nothing happens when there is no such push setup.
    public void pushed(Obis pushSetup, PushReport report) {
        inside(PushBehaviour.CLASS, pushSetup)
                .flatMap(object -> instance(object.logicalName()))
                .ifPresent(self -> PushBehaviour.report(self, report));
    }

    /// How the contacts are to stand: at the start of a program, before the first effect drives them.
    public boolean isConnected() {
        return DisconnectBehaviour.isConnected(this);
    }

    /// Somebody pressed the button that connects or disconnects by hand, or something local wants it.
    public void disconnector(DisconnectControl.Trigger trigger) {
        DisconnectBehaviour.act(this, trigger);
    }

    /// An alarm has come up or gone (dossier G5).
    public void alarm(Alarm alarm, boolean isActive) {
        Alarms.set(this, alarm, isActive);
    }

    /// Something befell the meter that its logs are to keep.
    public void event(EventCode code) {
        EventLogs.log(this, code);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    void effect(StandardEffect effect) {
        if (isHolding) {
            held.add(effect);
        } else {
            effects.accept(effect);
        }
    }

    /// Keeps effects back until it is known whether there are to be any.
    void holdEffects() {
        isHolding = true;
    }

    /// Lets go of what was held back.
    ///
    /// @param isWanted false when nothing of it is to happen
    void releaseEffects(boolean isWanted) {
        isHolding = false;
        List<StandardEffect> waiting = List.copyOf(held);
        held.clear();
        if (isWanted) {
            waiting.forEach(effects);
        }
    }

    /// The model's time, in seconds since 1970-01-01T00:00:00Z.
    public long now() {
        return time.now();
    }

    /// How the model's time looks on the wall.
    public WallClock clock() {
        return time.clock();
    }

    ModelTime time() {
        return time;
    }

    StandardState state() {
        return state;
    }

    public StandardModel model() {
        return model;
    }

    public Meter meter() {
        return meter;
    }

    PermanentMemory memory() {
        return memory;
    }

    @Override
    public boolean isPowered() {
        return meter.isPowered();
    }
}
