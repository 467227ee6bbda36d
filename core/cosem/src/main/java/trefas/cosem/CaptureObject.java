package trefas.cosem;

import java.util.Optional;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Structure;
import trefas.quantity.Obis;

/// A column of a profile: which attribute of which object is captured (capture_object_definition, class 7).
///
/// @param dataIndex 0 for the whole attribute, else the element of a structured one
public record CaptureObject(int classId, Obis logicalName, int attributeIndex, int dataIndex) {

    /// Reads a structure of long-unsigned, octet-string of 6, integer and long-unsigned. Empty when it is not that.
    public static Optional<CaptureObject> of(CosemData data) {
        return data instanceof Structure(var elements)
                        && elements.size() == 4
                        && elements.get(0) instanceof LongUnsigned(int classId)
                        && elements.get(1) instanceof OctetString(CosemData.Octets name)
                        && name.length() == 6
                        && elements.get(2) instanceof Int8(int attributeIndex)
                        && elements.get(3) instanceof LongUnsigned(int dataIndex)
                ? Optional.of(new CaptureObject(classId, logicalName(name), attributeIndex, dataIndex))
                : Optional.empty();
    }

    /// Appends the capture_object_definition.
    public void write(AxdrWriter writer) {
        writer.structure(4)
                .longUnsigned(classId)
                .octetString(logicalName)
                .integer(attributeIndex)
                .longUnsigned(dataIndex);
    }

    private static Obis logicalName(CosemData.Octets name) {
        return new Obis(name.octet(0), name.octet(1), name.octet(2), name.octet(3), name.octet(4), name.octet(5));
    }
}
