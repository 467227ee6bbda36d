package trefas.dlms.xdlms;

import java.util.List;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.MethodDescriptor;

/// Writes the fields that several xDLMS APDUs share; the mirror of [ApduReader].
final class ApduFields {

    private ApduFields() {}

    static void write(AttributeDescriptor attribute, AxdrWriter out) {
        out.number(attribute.classId(), 2)
                .number(attribute.logicalName().packed(), 6)
                .octet(attribute.attributeId());
    }

    static void write(MethodDescriptor method, AxdrWriter out) {
        out.number(method.classId(), 2).number(method.logicalName().packed(), 6).octet(method.methodId());
    }

    static void write(GetRequest.Item item, AxdrWriter out) {
        write(item.attribute(), out);
        item.selection().ifPresentOrElse(selection -> selection.write(out.octet(1)), () -> out.octet(0));
    }

    static void writeItems(List<GetRequest.Item> items, AxdrWriter out) {
        out.lengthField(items.size());
        items.forEach(item -> write(item, out));
    }

    static void writeMethods(List<MethodDescriptor> methods, AxdrWriter out) {
        out.lengthField(methods.size());
        methods.forEach(method -> write(method, out));
    }

    static void writeValues(List<CosemData> values, AxdrWriter out) {
        out.lengthField(values.size());
        values.forEach(value -> Axdr.encode(value, out));
    }

    static void writeCodes(List<Integer> codes, AxdrWriter out) {
        out.lengthField(codes.size());
        codes.forEach(out::octet);
    }

    static void write(GetResponse.Result result, AxdrWriter out) {
        switch (result) {
            case GetResponse.Value(CosemData data) -> Axdr.encode(data, out.octet(GetResponse.Result.DATA));
            case GetResponse.Refused(int code) ->
                out.octet(GetResponse.Result.ERROR).octet(code);
        }
    }

    static void write(Octets octets, AxdrWriter out) {
        out.lengthField(octets.length()).octets(octets.toArray());
    }
}
