package trefas.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openmuc.jdlms.GetResult;
import org.openmuc.jdlms.datatypes.BitString;
import org.openmuc.jdlms.datatypes.CosemDateFormat;
import org.openmuc.jdlms.datatypes.DataObject;

/// What jDLMS reads of a meter, in the form of [ForeignReading].
final class JdlmsReading {

    private static final int ASSOCIATION = 15;
    private static final String CURRENT_ASSOCIATION = "0.0.40.0.0.255";
    private static final int OBJECT_LIST = 2;

    /// From here on a right is a set of bits, of which bit 0 is reading; before it is one of seven words.
    private static final int VERSION_WITH_BITS = 3;

    private static final List<Integer> READING_WORDS = List.of(1, 3, 4, 6);

    private JdlmsReading() {}

    /// Everything the object list promises.
    static ForeignReading of(JdlmsLine line) throws IOException {
        var values = new TreeMap<String, String>();
        var problems = new ArrayList<String>();
        List<DataObject> objects = items(line.read(ASSOCIATION, CURRENT_ASSOCIATION, OBJECT_LIST));
        int version = associationVersion(objects);
        for (DataObject object : objects) {
            List<DataObject> parts = items(object);
            int classId = number(parts.get(0));
            String name = dotted(parts.get(2).getValue());
            for (DataObject right : items(items(parts.get(3)).get(0))) {
                int attribute = number(items(right).get(0));
                if (isReadable(number(items(right).get(1)), version)) {
                    read(line, classId, name, attribute, values, problems);
                }
            }
        }
        // jDLMS gives values and has no objects of a class that could not take them.
        return new ForeignReading(values, problems, List.of());
    }

    private static int associationVersion(List<DataObject> objects) {
        return objects.stream()
                .map(JdlmsReading::items)
                .filter(parts -> number(parts.get(0)) == ASSOCIATION)
                .mapToInt(parts -> number(parts.get(1)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isReadable(int right, int version) {
        return version >= VERSION_WITH_BITS ? (right & 1) != 0 : READING_WORDS.contains(right);
    }

    private static void read(
            JdlmsLine line,
            int classId,
            String name,
            int attribute,
            Map<String, String> values,
            List<String> problems) {
        String full = classId + "/" + name + ":" + attribute;
        try {
            GetResult result = line.get(classId, name, attribute);
            if (result.requestSuccessful()) {
                values.put(full, text(result.getResultData()));
            } else {
                problems.add(full + ": " + result.getResultCode());
            }
        } catch (IOException | RuntimeException failed) {
            problems.add(full + ": " + failed);
        }
    }

    static List<DataObject> items(DataObject complex) {
        return complex.getValue();
    }

    static int number(DataObject number) {
        return ((Number) number.getRawValue()).intValue();
    }

    private static String dotted(byte[] logicalName) {
        var groups = new ArrayList<String>();
        for (byte group : logicalName) {
            groups.add(String.valueOf(Byte.toUnsignedInt(group)));
        }
        return String.join(".", groups);
    }

    static String text(DataObject data) {
        Object value = data.getRawValue();
        if (data.isNull()) {
            return "null";
        }
        return switch (value) {
            case List<?> items ->
                items.stream().map(item -> text((DataObject) item)).toList().toString();
            case byte[] octets when data.getType() == DataObject.Type.OCTET_STRING -> hex(octets);
            case byte[] letters -> new String(letters, StandardCharsets.UTF_8);
            case BitString bits -> bits(bits);
            case CosemDateFormat time -> hex(time.encode());
            default -> String.valueOf(value);
        };
    }

    private static String bits(BitString bits) {
        var text = new StringBuilder();
        for (int bit = 0; bit < bits.getNumBits(); bit++) {
            text.append((bits.getBitString()[bit / 8] >> (7 - (bit % 8))) & 1);
        }
        return text.toString();
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().withUpperCase().formatHex(octets);
    }
}
