package trefas.verification;

import gurux.dlms.GXDateTime;
import gurux.dlms.enums.AccessMode;
import gurux.dlms.enums.AccessMode3;
import gurux.dlms.enums.ObjectType;
import gurux.dlms.manufacturersettings.GXDLMSAttributeSettings;
import gurux.dlms.objects.GXDLMSObject;
import gurux.dlms.objects.GXDLMSObjectCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What Gurux reads of a meter, in the form of [ForeignReading].
final class GuruxReading {

    private static final int VALUE = 2;

    /// From here on a right is a set of bits; before it is one of seven words.
    private static final int VERSION_WITH_BITS = 3;

    private static final Set<AccessMode> READABLE = EnumSet.of(
            AccessMode.READ, AccessMode.READ_WRITE, AccessMode.AUTHENTICATED_READ, AccessMode.AUTHENTICATED_READ_WRITE);

    private GuruxReading() {}

    /// Everything the object list promises.
    static ForeignReading of(GuruxLine line) throws Exception {
        var reading = new Collected(line, new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        GXDLMSObjectCollection objects = line.objects();
        int version = objects.getObjects(ObjectType.ASSOCIATION_LOGICAL_NAME)
                .getFirst()
                .getVersion();
        for (Wanted wanted : readable(objects, version)) {
            reading.read(wanted.object(), wanted.attribute());
        }
        return new ForeignReading(reading.values, reading.problems, reading.misfits);
    }

    /// An attribute the list promises.
    private record Wanted(GXDLMSObject object, int attribute) {}

    /// All of them, before any is read: Gurux enters the rights of every object list it reads into the same objects,
    /// and the list of another association promises other things.
    private static List<Wanted> readable(GXDLMSObjectCollection objects, int associationVersion) {
        return objects.stream()
                .flatMap(object -> inOrder(object).stream()
                        .filter(attribute -> isReadable(object, attribute, associationVersion))
                        .map(attribute -> new Wanted(object, attribute)))
                .toList();
    }

    private static boolean isReadable(GXDLMSObject object, int attribute, int associationVersion) {
        return associationVersion >= VERSION_WITH_BITS
                ? object.getAccess3(attribute).contains(AccessMode3.READ)
                : READABLE.contains(object.getAccess(attribute));
    }

    /// All attributes the list names, the value last: what is in a buffer is told by the attributes after it.
    private static List<Integer> inOrder(GXDLMSObject object) {
        return object.getAttributes().stream()
                .map(GXDLMSAttributeSettings::getIndex)
                .sorted(Comparator.comparing((Integer attribute) -> attribute == VALUE)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /// What has been read so far.
    private record Collected(GuruxLine line, Map<String, String> values, List<String> problems, List<String> misfits) {

        void read(GXDLMSObject object, int attribute) {
            String name = name(object, attribute);
            Object value;
            try {
                value = line.readRaw(object, attribute);
                values.put(name, text(value));
            } catch (Exception failed) {
                problems.add(name + ": " + failed);
                return;
            }
            // A later version of a class may have more attributes than Gurux knows.
            if (attribute <= object.getAttributeCount()) {
                try {
                    line.client().updateValue(object, attribute, value);
                } catch (RuntimeException misfit) {
                    misfits.add(name);
                }
            }
        }
    }

    static String name(GXDLMSObject object, int attribute) {
        return object.getObjectType().getValue() + "/" + object.getLogicalName() + ":" + attribute;
    }

    static String text(Object value) {
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
