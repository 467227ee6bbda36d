package trefas.objects.standard;

import java.util.List;
import java.util.Optional;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.InterfaceClass;

/// What a capture_object_definition stands for at this moment: an attribute, an element of one, or for attribute 0
/// all attributes of an object as a structure (dossier F2). What can't be read is null-data, so rows keep their
/// columns.
final class CapturedValue {

    private CapturedValue() {}

    /// Appends exactly one value.
    static void write(StandardDevice device, CaptureObject column, AxdrWriter out) {
        Optional<StandardObject> object = device.inside(column.classId(), column.logicalName());
        if (object.isEmpty()) {
            out.nullData();
        } else if (column.attributeIndex() == 0) {
            writeAll(device, object.get(), out);
        } else if (column.dataIndex() == 0) {
            writeAttribute(device, object.get(), column.attributeIndex(), out);
        } else {
            Axdr.encode(element(device, column), out);
        }
    }

    private static void writeAll(StandardDevice device, StandardObject object, AxdrWriter out) {
        InterfaceClass type = object.interfaceClass();
        out.structure(type.attributes().size());
        for (int id = 1; id <= type.attributes().size(); id++) {
            writeAttribute(device, object, id, out);
        }
    }

    private static void writeAttribute(StandardDevice device, StandardObject object, int attributeId, AxdrWriter out) {
        if (!object.interfaceClass().hasAttribute(attributeId)
                || !device.inner().read(object, attributeId, out)) {
            out.nullData();
        }
    }

    /// Elements count from 1.
    private static CosemData element(StandardDevice device, CaptureObject column) {
        List<CosemData> elements = device.inner()
                .read(column.classId(), column.logicalName(), column.attributeIndex())
                .map(Values::elements)
                .orElse(List.of());
        return column.dataIndex() <= elements.size() ? elements.get(column.dataIndex() - 1) : new CosemData.NullData();
    }
}
