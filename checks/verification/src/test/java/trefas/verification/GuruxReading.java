package trefas.verification;

import gurux.dlms.GXDateTime;
import gurux.dlms.enums.AccessMode;
import gurux.dlms.objects.GXDLMSObject;
import gurux.dlms.objects.GXDLMSObjectCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Everything a meter lets a client read, read by Gurux: each attribute of each object of the object list.
///
/// @param values attribute as `3/1.1.1.8.0.255:2`, value in one form for all decoders
/// @param problems what could not be read or decoded though the object list promises it
record GuruxReading(Map<String, String> values, List<String> problems) {

    private static final int VALUE = 2;

    private static final Set<AccessMode> READABLE = EnumSet.of(
            AccessMode.READ, AccessMode.READ_WRITE, AccessMode.AUTHENTICATED_READ, AccessMode.AUTHENTICATED_READ_WRITE);

    GuruxReading {
        values = new TreeMap<>(values);
        problems = List.copyOf(problems);
    }

    /// Reads them all. Gurux's objects take the values too, so a value that does not fit its class is a problem.
    static GuruxReading of(GuruxLine line) throws Exception {
        GXDLMSObjectCollection objects = line.objects();
        var values = new TreeMap<String, String>();
        var problems = new ArrayList<String>();
        for (GXDLMSObject object : objects) {
            for (int attribute : inOrder(object)) {
                if (READABLE.contains(object.getAccess(attribute))) {
                    read(line, object, attribute, values, problems);
                }
            }
        }
        return new GuruxReading(values, problems);
    }

    /// All attributes, the value last: what is in a buffer is told by the attributes after it.
    private static List<Integer> inOrder(GXDLMSObject object) {
        var order = new ArrayList<Integer>();
        for (int attribute = 1; attribute <= object.getAttributeCount(); attribute++) {
            if (attribute != VALUE) {
                order.add(attribute);
            }
        }
        if (object.getAttributeCount() >= VALUE) {
            order.add(VALUE);
        }
        return order;
    }

    private static void read(
            GuruxLine line, GXDLMSObject object, int attribute, Map<String, String> values, List<String> problems) {
        String name = name(object, attribute);
        try {
            Object value = line.readRaw(object, attribute);
            values.put(name, text(value));
            line.client().updateValue(object, attribute, value);
        } catch (Exception failed) {
            problems.add(name + ": " + failed);
        }
    }

    static String name(GXDLMSObject object, int attribute) {
        return object.getObjectType().getValue() + "/" + object.getLogicalName() + ":" + attribute;
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "null";
            case byte[] octets -> HexFormat.of().withUpperCase().formatHex(octets);
            case Object[] items -> text(Arrays.asList(items));
            case Collection<?> items ->
                items.stream().map(GuruxReading::text).toList().toString();
            case GXDateTime time -> time.toFormatString();
            default -> String.valueOf(value);
        };
    }
}
