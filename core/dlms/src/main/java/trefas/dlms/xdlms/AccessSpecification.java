package trefas.dlms.xdlms;

import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.MethodDescriptor;

/// One thing an ACCESS request asks for (Access-Request-Specification, IEC 62056-5-3). The values that belong to
/// it stand in a list of their own.
public sealed interface AccessSpecification {

    /// 01: read an attribute.
    record Get(AttributeDescriptor attribute) implements AccessSpecification {}

    /// 02: write an attribute.
    record Set(AttributeDescriptor attribute) implements AccessSpecification {}

    /// 03: call a method.
    record Action(MethodDescriptor method) implements AccessSpecification {}

    /// 04: read a part of an attribute.
    record GetWithSelection(AttributeDescriptor attribute, AccessSelection selection) implements AccessSpecification {}

    /// 05: write a part of an attribute.
    record SetWithSelection(AttributeDescriptor attribute, AccessSelection selection) implements AccessSpecification {}

    int GET = 1;
    int SET = 2;
    int ACTION = 3;
    int GET_WITH_SELECTION = 4;
    int SET_WITH_SELECTION = 5;

    /// Choice, class, logical name and attribute or method.
    int OCTETS_MIN = 10;

    /// 1 get, 2 set, 3 action: which kind of result answers it.
    default int kind() {
        return switch (this) {
            case Get _, GetWithSelection _ -> GET;
            case Set _, SetWithSelection _ -> SET;
            case Action _ -> ACTION;
        };
    }

    /// Appends choice, descriptor and selection.
    default void write(AxdrWriter out) {
        switch (this) {
            case Get(var attribute) -> ApduFields.write(attribute, out.octet(GET));
            case Set(var attribute) -> ApduFields.write(attribute, out.octet(SET));
            case Action(var method) -> ApduFields.write(method, out.octet(ACTION));
            case GetWithSelection(var attribute, var selection) -> {
                ApduFields.write(attribute, out.octet(GET_WITH_SELECTION));
                selection.write(out);
            }
            case SetWithSelection(var attribute, var selection) -> {
                ApduFields.write(attribute, out.octet(SET_WITH_SELECTION));
                selection.write(out);
            }
        }
    }
}
