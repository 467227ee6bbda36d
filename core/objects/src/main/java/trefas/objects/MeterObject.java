package trefas.objects;

import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeAccess;
import trefas.cosem.AxdrWriter;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.cosem.ScalerUnit;
import trefas.device.Meter;
import trefas.objects.Association.View;
import trefas.quantity.Obis;

/// One COSEM object of this meter: its name, its class, who sees it and how each attribute is read. It holds no state
/// of a meter, so one instance serves them all.
///
/// @param publicly whether the public association shows it too
/// @param attributes readers of attribute 2 and up, in order; [#HIDDEN] for one that nobody may read
record MeterObject(Obis logicalName, InterfaceClass interfaceClass, boolean publicly, List<Attribute> attributes) {

    /// Selectors of a profile's buffer: by range and by entry (dossier 10.6).
    private static final int[] PROFILE_SELECTORS = {1, 2};

    private static final int[] NO_SELECTORS = {};

    /// Reads one attribute of one meter.
    @FunctionalInterface
    interface Attribute {

        DataAccessResult read(Question question, AxdrWriter value);
    }

    /// Writes an attribute that is always there and has no parts.
    @FunctionalInterface
    interface Whole {

        void write(Meter meter, AxdrWriter value);
    }

    /// Who asks for what.
    record Question(MeterDevice device, Association association, Optional<AccessSelection> selection) {}

    static final Attribute HIDDEN = (_, _) -> DataAccessResult.READ_WRITE_DENIED;

    /// An attribute that is read as a whole; a selection of a part does not fit it.
    static Attribute whole(Whole whole) {
        return (question, value) -> {
            if (question.selection().isPresent()) {
                return DataAccessResult.TYPE_UNMATCHED;
            }
            whole.write(question.device().meter(), value);
            return DataAccessResult.SUCCESS;
        };
    }

    MeterObject {
        attributes = List.copyOf(attributes);
        assert attributes.size() + 1 == interfaceClass.attributes().size() : logicalName;
    }

    /// A value without a unit.
    static MeterObject data(String logicalName, boolean publicly, Whole value) {
        return new MeterObject(Obis.of(logicalName), InterfaceClass.DATA, publicly, List.of(whole(value)));
    }

    /// A value with a scaler and a unit.
    static MeterObject register(Obis logicalName, ScalerUnit scalerUnit, Whole value) {
        Attribute scale = whole((_, out) -> scalerUnit.write(out));
        return new MeterObject(logicalName, InterfaceClass.REGISTER, false, List.of(whole(value), scale));
    }

    boolean isVisibleTo(Association association) {
        return publicly || association.view() == View.FULL;
    }

    /// Appends the value of an attribute, or says why not and appends nothing.
    DataAccessResult read(int attributeId, Question question, AxdrWriter value) {
        if (attributeId == 0) {
            return DataAccessResult.SCOPE_OF_ACCESS_VIOLATED;
        }
        if (!interfaceClass.hasAttribute(attributeId)) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        if (attributeId == 1) {
            if (question.selection().isPresent()) {
                return DataAccessResult.TYPE_UNMATCHED;
            }
            value.octetString(logicalName);
            return DataAccessResult.SUCCESS;
        }
        return attributes.get(attributeId - 2).read(question, value);
    }

    /// Appends the object_list_element (class 15, attribute 2): class, version, name and access rights.
    void writeListElement(AxdrWriter value) {
        value.structure(4)
                .longUnsigned(interfaceClass.classId())
                .unsigned(interfaceClass.version())
                .octetString(logicalName)
                .structure(2)
                .array(attributes.size() + 1);
        AttributeAccess.READ_ONLY.write(1, NO_SELECTORS, value);
        for (int i = 0; i < attributes.size(); i++) {
            int attributeId = i + 2;
            boolean isBuffer = interfaceClass.equals(InterfaceClass.PROFILE_GENERIC) && attributeId == 2;
            AttributeAccess access =
                    attributes.get(i).equals(HIDDEN) ? AttributeAccess.NO_ACCESS : AttributeAccess.READ_ONLY;
            access.write(attributeId, isBuffer ? PROFILE_SELECTORS : NO_SELECTORS, value);
        }
        value.array(0);
    }
}
