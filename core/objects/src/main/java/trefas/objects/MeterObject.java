package trefas.objects;

import java.util.List;
import java.util.Optional;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeAccess;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.cosem.ScalerUnit;
import trefas.device.Meter;
import trefas.objects.Association.View;
import trefas.quantity.Obis;

/// One COSEM object of this meter: its name, its class, who sees it and what its attributes and methods do. It
/// holds no state of a meter, so one instance serves them all.
///
/// @param publicly whether the public association shows it too
/// @param attributes attribute 2 and up, in order
/// @param methods method 1 and up, in order; those left out at the end nobody may call
/// @param presence which meters of the configuration have it now
record MeterObject(
        Obis logicalName,
        InterfaceClass interfaceClass,
        boolean publicly,
        List<Attribute> attributes,
        List<Method> methods,
        Presence presence) {

    /// Whether a meter has an object.
    @FunctionalInterface
    interface Presence {

        boolean isIn(Meter meter);
    }

    /// Selectors of a profile's buffer: by range and by entry (dossier 10.6).
    private static final int[] PROFILE_SELECTORS = {1, 2};

    private static final int[] NO_SELECTORS = {};

    MeterObject {
        attributes = List.copyOf(attributes);
        methods = List.copyOf(methods);
        assert attributes.size() + 1 == interfaceClass.attributes().size() : logicalName;
        assert methods.size() <= interfaceClass.methods().size() : logicalName;
    }

    /// One that every meter has.
    MeterObject(
            Obis logicalName,
            InterfaceClass interfaceClass,
            boolean publicly,
            List<Attribute> attributes,
            List<Method> methods) {
        this(logicalName, interfaceClass, publicly, attributes, methods, _ -> true);
    }

    MeterObject(Obis logicalName, InterfaceClass interfaceClass, boolean publicly, List<Attribute> attributes) {
        this(logicalName, interfaceClass, publicly, attributes, List.of());
    }

    /// A value without a unit.
    static MeterObject data(String logicalName, boolean publicly, Attribute value) {
        return new MeterObject(Obis.of(logicalName), InterfaceClass.DATA, publicly, List.of(value));
    }

    /// A value with a scaler and a unit.
    static MeterObject register(Obis logicalName, ScalerUnit scalerUnit, Attribute.Whole value) {
        return register(logicalName, scalerUnit, Attribute.whole(value));
    }

    static MeterObject register(Obis logicalName, ScalerUnit scalerUnit, Attribute value) {
        Attribute scale = Attribute.whole((_, out) -> scalerUnit.write(out));
        return new MeterObject(logicalName, InterfaceClass.REGISTER, false, List.of(value, scale));
    }

    /// The same object, which only some meters have.
    MeterObject where(Presence other) {
        return new MeterObject(logicalName, interfaceClass, publicly, attributes, methods, other);
    }

    /// Whether a client of this association finds it in a meter.
    boolean isVisibleTo(Association association, Meter meter) {
        return (publicly || association.view() != View.PUBLIC) && presence.isIn(meter);
    }

    /// Appends the value of an attribute, or says why not and appends nothing of use. Attribute 0 is all of them.
    DataAccessResult read(int attributeId, Question question, AxdrWriter value) {
        if (attributeId == 0) {
            return readAll(question, value);
        }
        if (!access(attributeId, question).isReadable()) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        if (attributeId == 1) {
            if (question.selection().isPresent()) {
                return DataAccessResult.TYPE_UNMATCHED;
            }
            value.octetString(logicalName);
            return DataAccessResult.SUCCESS;
        }
        return attributes.get(attributeId - 2).reader().read(question, value);
    }

    private DataAccessResult readAll(Question question, AxdrWriter value) {
        if (question.selection().isPresent()) {
            return DataAccessResult.SCOPE_OF_ACCESS_VIOLATED;
        }
        int count = attributes.size() + 1;
        value.structure(count);
        for (int attributeId = 1; attributeId <= count; attributeId++) {
            int before = value.length();
            if (read(attributeId, question, value) != DataAccessResult.SUCCESS) {
                value.truncate(before);
                value.nullData();
            }
        }
        return DataAccessResult.SUCCESS;
    }

    /// Writes an attribute wholly, or says why not and changes nothing. All of them at once (attribute 0) can't be
    /// promised wholly or not at all.
    DataAccessResult write(int attributeId, Question question, CosemData value) {
        if (attributeId == 0) {
            return DataAccessResult.SCOPE_OF_ACCESS_VIOLATED;
        }
        if (!access(attributeId, question).isWritable()) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        if (question.selection().isPresent()) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        return attributes.get(attributeId - 2).writer().write(question, value);
    }

    ActionResult invoke(int methodId, Question question, Optional<CosemData> parameters) {
        if (!isCallable(methodId, question.association())) {
            return ActionResult.READ_WRITE_DENIED;
        }
        return methods.get(methodId - 1).invoke(question, parameters);
    }

    boolean isCallable(int methodId, Association association) {
        return methodId >= 1
                && methodId <= methods.size()
                && !methods.get(methodId - 1).equals(Method.NONE)
                && methods.get(methodId - 1).isFor(association);
    }

    /// What whoever asks may do with an attribute of any number.
    AttributeAccess access(int attributeId, Question question) {
        if (attributeId == 1) {
            return AttributeAccess.READ_ONLY;
        }
        return interfaceClass.hasAttribute(attributeId)
                ? attributes
                        .get(attributeId - 2)
                        .right()
                        .of(question.association(), question.requester().mechanismId())
                : AttributeAccess.NO_ACCESS;
    }

    /// Appends the object_list_element (class 15, attribute 2): class, version, name and access rights.
    void writeListElement(Question question, AxdrWriter value) {
        int attributeCount = attributes.size() + 1;
        value.structure(4)
                .longUnsigned(interfaceClass.classId())
                .unsigned(interfaceClass.version())
                .octetString(logicalName)
                .structure(2)
                .array(attributeCount);
        for (int attributeId = 1; attributeId <= attributeCount; attributeId++) {
            boolean isBuffer = interfaceClass.classId() == InterfaceClass.PROFILE_GENERIC.classId() && attributeId == 2;
            access(attributeId, question).write(attributeId, isBuffer ? PROFILE_SELECTORS : NO_SELECTORS, value);
        }
        int methodCount = interfaceClass.methods().size();
        value.array(methodCount);
        for (int methodId = 1; methodId <= methodCount; methodId++) {
            value.structure(2).integer(methodId).bool(isCallable(methodId, question.association()));
        }
    }
}
