package trefas.objects.standard;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import trefas.cosem.CosemData;
import trefas.cosem.InterfaceClass;
import trefas.quantity.Obis;

/// One object of the standard model: its name, its class, what it does, what its attributes start with and who may
/// do what. It holds no state of a meter, so one instance serves them all.
///
/// @param starts attributes as the factory sets them, by number; negative numbers are slots of the behaviour
public record StandardObject(
        Obis logicalName,
        InterfaceClass interfaceClass,
        Behaviour behaviour,
        Map<Integer, CosemData> starts,
        Map<ClientRole, Rights> rights) {

    public StandardObject {
        starts = Map.copyOf(starts);
        rights = Map.copyOf(rights);
    }

    /// An object that keeps its attributes and that nobody sees yet.
    public static StandardObject of(String logicalName, InterfaceClass interfaceClass) {
        return new StandardObject(Obis.of(logicalName), interfaceClass, Behaviour.PLAIN, Map.of(), Map.of());
    }

    public StandardObject behaving(Behaviour other) {
        return new StandardObject(logicalName, interfaceClass, other, starts, rights);
    }

    /// The factory's value of an attribute.
    public StandardObject starting(int attributeId, CosemData value) {
        var more = new HashMap<>(starts);
        more.put(attributeId, value);
        return new StandardObject(logicalName, interfaceClass, behaviour, more, rights);
    }

    /// What a client may do, in the words of [Rights].
    public StandardObject granting(ClientRole role, String words) {
        var more = new EnumMap<ClientRole, Rights>(ClientRole.class);
        more.putAll(rights);
        more.put(role, Rights.of(interfaceClass, role.protection(), words));
        return new StandardObject(logicalName, interfaceClass, behaviour, starts, more);
    }

    public Rights rights(ClientRole role) {
        return rights.getOrDefault(role, Rights.NONE);
    }
}
