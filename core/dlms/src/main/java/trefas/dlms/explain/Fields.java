package trefas.dlms.explain;

import java.util.ArrayList;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.cosem.ObjectNames;
import trefas.quantity.Obis;

/// Fields that several APDUs share (IEC 62056-5-3), each a part of its own.
final class Fields {

    private static final int OBIS_OCTETS = 6;
    private static final int DATE_TIME_OCTETS = 12;
    private static final int OCTET_STRING = 0x09;

    private Fields() {}

    /// Invoke-Id-And-Priority.
    ///
    /// @return the number, 0 to 15
    static int invokeId(Walk walk) {
        return (int) walk.number(
                        "invoke-id-and-priority",
                        1,
                        octet -> "invoke-id " + (octet & 0x0F)
                                + ((octet & 0x40) != 0 ? ", confirmed" : ", unconfirmed")
                                + ((octet & 0x80) != 0 ? ", high priority" : ", normal priority")
                                + ((octet & 0x30) != 0 ? ", reserved bits set" : ""))
                & 0x0F;
    }

    /// Long-Invoke-Id-And-Priority.
    static void longInvokeId(Walk walk) {
        walk.number("long-invoke-id-and-priority", 4, word -> {
            var words = new ArrayList<String>();
            words.add("long-invoke-id " + (word & 0xFF_FFFF));
            if ((word & 0x1000_0000) != 0) {
                words.add("self-descriptive");
            }
            if ((word & 0x2000_0000) != 0) {
                words.add("break on error");
            }
            words.add((word & 0x4000_0000) != 0 ? "confirmed" : "unconfirmed");
            words.add((word & 0x8000_0000L) != 0 ? "high priority" : "normal priority");
            return String.join(", ", words);
        });
    }

    /// Cosem-Attribute-Descriptor.
    ///
    /// @return the attribute in words
    static String attribute(Walk walk) {
        return descriptor(walk, "attribute");
    }

    /// Cosem-Method-Descriptor.
    ///
    /// @return the method in words
    static String method(Walk walk) {
        return descriptor(walk, "method");
    }

    private static String descriptor(Walk walk, String kind) {
        String[] words = {""};
        walk.group("cosem-" + kind + "-descriptor", () -> {
            int classId = (int) walk.number("class-id", 2, id -> classWords((int) id));
            Octets name = walk.run("instance-id", OBIS_OCTETS, Fields::object);
            int member = (byte) walk.number(kind + "-id", 1, id -> (byte) id + memberWords(classId, kind, (byte) id));
            if (!walk.hasFailed()) {
                words[0] = className(classId) + " " + object(name) + ", " + kind + " " + member
                        + memberWords(classId, kind, member);
                walk.say(words[0]);
            }
        });
        return words[0];
    }

    /// A logical name as it is written and, where known, what it stands for; other runs than six octets as
    /// hexadecimal.
    static String object(Octets name) {
        if (name.length() != OBIS_OCTETS) {
            return name.toString();
        }
        var code = new Obis(name.octet(0), name.octet(1), name.octet(2), name.octet(3), name.octet(4), name.octet(5));
        return ObjectNames.of(code).map(words -> code + " " + words).orElseGet(code::toString);
    }

    static String classWords(int classId) {
        return InterfaceClass.ofId(classId)
                .map(known -> classId + " " + known.name())
                .orElse(Integer.toString(classId));
    }

    private static String className(int classId) {
        return InterfaceClass.ofId(classId).map(InterfaceClass::name).orElse("class " + classId);
    }

    private static String memberWords(int classId, String kind, int member) {
        if (kind.equals("attribute") && member == 0) {
            return " (all)";
        }
        // A request names no version: where versions name a member differently, all of its names are told.
        String names = InterfaceClass.versionsOf(classId).stream()
                .map(known -> kind.equals("attribute") ? known.attributes() : known.methods())
                .filter(known -> member >= 1 && member <= known.size())
                .map(known -> known.get(member - 1))
                .distinct()
                .collect(Collectors.joining(" or "));
        return names.isEmpty() ? "" : " " + names;
    }

    /// An optional access selection.
    static void selection(Walk walk) {
        walk.group("access-selection", () -> {
            if (!walk.takePresence("a selection")) {
                walk.say("none");
                return;
            }
            long selector = walk.number("access-selector", 1);
            DataWalk.value(walk, "access-parameters");
            walk.say("selector " + selector);
        });
    }

    /// Data-Access-Result.
    static int dataAccessResult(Walk walk, String name) {
        return (int) walk.number(name, 1, code -> code + " " + dataAccessWords((int) code));
    }

    static String dataAccessWords(int code) {
        return DataAccessResult.ofCode(code).map(known -> words(known.name())).orElse("not defined");
    }

    /// Action-Result.
    static int actionResult(Walk walk) {
        return (int) walk.number(
                "action-result",
                1,
                code -> code + " "
                        + ActionResult.ofCode((int) code)
                                .map(known -> words(known.name()))
                                .orElse("not defined"));
    }

    /// Get-Data-Result: a value or the reason why there is none.
    static void getDataResult(Walk walk, String name) {
        walk.group(name, () -> {
            int at = walk.position();
            int choice = (int) walk.take(1);
            switch (choice) {
                case 0 -> DataWalk.value(walk, "data");
                case 1 -> dataAccessResult(walk, "data-access-result");
                default -> walk.faultAt(at, "result of variant " + choice + ", expected 0 data or 1 error");
            }
        });
    }

    /// A count of elements of at least so many octets each.
    static int count(Walk walk, String of, int octetsEachMin) {
        int at = walk.position();
        int count = walk.takeLength();
        if (!walk.hasFailed() && count > walk.remaining() / octetsEachMin) {
            walk.faultAt(at, "a list of " + count + " " + of + ", but " + walk.left());
        }
        return walk.hasFailed() ? 0 : count;
    }

    /// A group of so many elements, at least one.
    static void someOf(Walk walk, String name, int octetsEachMin, IntConsumer element) {
        if (walk.peek(0) == 0) {
            walk.fault("an empty list: at least one element expected");
        }
        list(walk, name, octetsEachMin, element);
    }

    /// A group of so many elements.
    static void list(Walk walk, String name, int octetsEachMin, IntConsumer element) {
        walk.group(name, () -> {
            int count = count(walk, name, octetsEachMin);
            if (!walk.hasFailed()) {
                walk.say(count == 1 ? "1 element" : count + " elements");
            }
            for (int i = 1; i <= count && !walk.hasFailed(); i++) {
                element.accept(i);
            }
        });
    }

    /// A date-time as an OCTET STRING of 0 or 12 octets. Some senders write the tag of an octet-string before it.
    static void dateTime(Walk walk) {
        walk.group("date-time", () -> {
            if (walk.peek(0) == OCTET_STRING && walk.peek(1) == DATE_TIME_OCTETS) {
                walk.take(1);
                walk.note("the tag 09 before the length of the date-time is not the standard's");
            }
            int at = walk.position();
            int length = walk.takeFittingLength("the date-time");
            Octets octets = walk.takeRun(length);
            if (!walk.hasFailed()) {
                sayTime(walk, at, octets);
            }
        });
    }

    /// Says 12 octets as a time; any other number is read, and told.
    static void sayTime(Walk walk, int at, Octets octets) {
        if (octets.length() == DATE_TIME_OCTETS) {
            walk.say(SimpleType.time(octets));
            return;
        }
        walk.say(octets.length() == 0 ? "none" : SimpleType.hex(octets));
        if (octets.length() != 0) {
            walk.warn(at, "a date-time has 12 octets, this one " + octets.length());
        }
    }

    static void lastBlock(Walk walk) {
        walk.number("last-block", 1, flag -> flag == 0 ? "no" : "yes");
    }

    static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
