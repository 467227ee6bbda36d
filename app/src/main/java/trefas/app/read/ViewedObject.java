package trefas.app.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.InterfaceClass;
import trefas.quantity.Obis;

/// An object as a meter's association view shows it: an element of object_list (Association LN, IEC 62056-6-2).
///
/// @param attributes what this client may do with each attribute the meter lists
/// @param methods what this client may call
public record ViewedObject(int classId, int version, Obis obis, List<Right> attributes, List<Right> methods) {

    private static final int OBIS_OCTETS = 6;

    /// One attribute or method and the access mode the meter gives for it.
    ///
    /// @param mode wire value; what it means depends on the version of the association
    public record Right(int number, int mode) {}

    public ViewedObject {
        attributes = List.copyOf(attributes);
        methods = List.copyOf(methods);
    }

    /// Reads one element of an object list. Empty when it is none; rights of an unknown form are left out.
    public static Optional<ViewedObject> of(CosemData element) {
        if (!(element instanceof Structure(var fields)
                && fields.size() >= 3
                && fields.get(0) instanceof LongUnsigned(int classId)
                && fields.get(2) instanceof OctetString(var name)
                && name.length() == OBIS_OCTETS)) {
            return Optional.empty();
        }
        int version = fields.get(1) instanceof Unsigned(int number) ? number : 0;
        var obis = new Obis(name.octet(0), name.octet(1), name.octet(2), name.octet(3), name.octet(4), name.octet(5));
        boolean hasRights = fields.size() > 3 && fields.get(3) instanceof Structure(var lists) && lists.size() == 2;
        return Optional.of(new ViewedObject(
                classId,
                version,
                obis,
                hasRights ? rights(((Structure) fields.get(3)).elements().get(0)) : List.of(),
                hasRights ? rights(((Structure) fields.get(3)).elements().get(1)) : List.of()));
    }

    /// The class as the Blue Book calls it, or its number.
    public String className() {
        return InterfaceClass.ofId(classId).map(InterfaceClass::name).orElse("class " + classId);
    }

    /// The Blue Book's name of an attribute, or its number.
    public String attributeName(int attribute) {
        return InterfaceClass.ofId(classId)
                .filter(known -> known.hasAttribute(attribute))
                .map(known -> known.attributeName(attribute))
                .orElse("attribute " + attribute);
    }

    /// True when the meter lets this client read it, with or without protection.
    ///
    /// @param associationVersion of the class Association LN
    public boolean isReadable(Right attribute, int associationVersion) {
        return associationVersion >= ObjectRights.BIT_MASKS
                ? (attribute.mode() & ObjectRights.READ) != 0
                : attribute.mode() == 1 || attribute.mode() == 3 || attribute.mode() == 4 || attribute.mode() == 6;
    }

    private static List<Right> rights(CosemData list) {
        var rights = new ArrayList<Right>();
        if (list instanceof Array(var items)) {
            for (CosemData item : items) {
                if (item instanceof Structure(var fields)
                        && fields.size() >= 2
                        && fields.get(0) instanceof Int8(int number)) {
                    mode(fields.get(1)).ifPresent(mode -> rights.add(new Right(number, mode)));
                }
            }
        }
        return rights;
    }

    /// Rights of methods are booleans in the oldest version.
    private static Optional<Integer> mode(CosemData data) {
        return switch (data) {
            case Enumerated(int mode) -> Optional.of(mode);
            case Bool(boolean isAllowed) -> Optional.of(isAllowed ? 1 : 0);
            case Unsigned(int mode) -> Optional.of(mode);
            case CosemData _ -> Optional.empty();
        };
    }
}
