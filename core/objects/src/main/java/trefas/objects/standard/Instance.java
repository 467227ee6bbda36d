package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeType;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.cosem.Requester;
import trefas.device.Meter;
import trefas.quantity.Obis;

/// One object of one meter, for as long as a call lasts: the shared object, what this meter changed of it, and the
/// meter around it.
///
/// An attribute has its number as slot. A behaviour keeps what is no attribute in slots of its own, -1 to -127:
/// nobody reads those from outside.
public final class Instance {

    private final StandardDevice device;
    private final StandardObject object;
    private final Optional<Requester> requester;

    Instance(StandardDevice device, StandardObject object, Optional<Requester> requester) {
        this.device = device;
        this.object = object;
        this.requester = requester;
    }

    public Obis logicalName() {
        return object.logicalName();
    }

    public InterfaceClass interfaceClass() {
        return object.interfaceClass();
    }

    public StandardDevice device() {
        return device;
    }

    public Meter meter() {
        return device.meter();
    }

    /// Who asks; empty when the meter does something by itself.
    public Optional<Requester> requester() {
        return requester;
    }

    /// What a slot holds: what this meter put there, else what the object starts with, else null-data.
    public CosemData value(int slot) {
        return device.state()
                .value(logicalName(), slot)
                .or(() -> Optional.ofNullable(object.starts().get(slot)))
                .orElseGet(CosemData.NullData::new);
    }

    /// The whole number a slot holds, or 0.
    public long number(int slot) {
        return AttributeType.number(value(slot)).orElse(0L);
    }

    /// Keeps a value in the permanent memory.
    public void put(int slot, CosemData value) {
        device.state().put(logicalName(), slot, value);
    }

    /// Forgets what this meter put into a slot, so that the object's own value counts again.
    public void forget(int slot) {
        device.state().forget(logicalName(), slot);
    }

    /// What was noted in a slot since the meter woke.
    public Optional<CosemData> noted(int slot) {
        return device.state().noted(logicalName(), slot);
    }

    /// Notes a value until the meter loses supply or is started anew. Cheap, so it may change each second.
    public void note(int slot, CosemData value) {
        device.state().note(logicalName(), slot, value);
    }

    /// The rows this object captured.
    public RowBuffer rows() {
        return device.state().rows(logicalName());
    }

    /// The model's time, in seconds since 1970-01-01T00:00:00Z.
    public long now() {
        return device.now();
    }

    /// How the model's time looks on the wall.
    public WallClock clock() {
        return device.clock();
    }

    /// Another object of this meter.
    public Optional<Instance> other(Obis logicalName) {
        return device.instance(logicalName);
    }

    /// Reads an attribute as the meter itself: no rights are asked for. Empty when there is no such object or
    /// attribute, or it can't be read now.
    public Optional<CosemData> read(int classId, Obis logicalName, int attributeId) {
        return device.inner().read(classId, logicalName, attributeId);
    }

    /// Writes an attribute as the meter itself; the type must fit all the same.
    public DataAccessResult write(int classId, Obis logicalName, int attributeId, CosemData value) {
        return device.inner().write(classId, logicalName, attributeId, value);
    }

    /// Calls a method as the meter itself.
    public ActionResult call(int classId, Obis logicalName, int methodId, CosemData parameter) {
        return device.inner().call(classId, logicalName, methodId, parameter);
    }

    /// Runs a script of a table. Selector 0 means none and succeeds.
    public ActionResult runScript(Obis scriptTable, int selector) {
        return device.inner().runScript(scriptTable, selector);
    }

    /// Asks the world to do something.
    public void effect(StandardEffect effect) {
        device.effect(effect);
    }
}
