package trefas.dlms.explain;

import trefas.cosem.CosemData.Octets;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationDiagnostic;
import trefas.dlms.acse.AssociationResult;
import trefas.dlms.acse.AuthenticationMechanism;

/// Explains AARQ, AARE, RLRQ and RLRE (IEC 62056-5-3, in BER).
final class AcseWalk {

    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int OCTET_STRING = 0x04;
    private static final int INTEGER = 0x02;
    private static final int CHARACTER_STRING = 0x80;
    private static final int TITLE_OCTETS = 8;

    private final Walk walk;
    private final Memory memory;
    private final int layer;
    private boolean hasResult;
    private boolean hasDiagnostic;

    private AcseWalk(Walk walk, Memory memory, int layer) {
        this.walk = walk;
        this.memory = memory;
        this.layer = layer;
    }

    static void aarq(Walk walk, Memory memory, int layer) {
        var acse = new AcseWalk(walk, memory, layer);
        acse.fields(acse::aarqField);
    }

    static void aare(Walk walk, Memory memory, int layer) {
        var acse = new AcseWalk(walk, memory, layer);
        acse.fields(acse::aareField);
        if (!walk.hasFailed() && !(acse.hasResult && acse.hasDiagnostic)) {
            walk.fault("an AARE has a result and a result-source-diagnostic, this one lacks "
                    + (acse.hasResult ? "the diagnostic" : "the result"));
        }
    }

    static void release(Walk walk, Memory memory, int layer) {
        var acse = new AcseWalk(walk, memory, layer);
        acse.fields(acse::releaseField);
    }

    /// Explains one field whose tag was read; what is left of it is too much.
    private interface Field {
        void explain(int tag);
    }

    private void fields(Field field) {
        int length = walk.takeFittingLength("the APDU");
        walk.within(length, () -> {
            while (walk.hasMore()) {
                walk.group("field", () -> {
                    int tag = (int) walk.take(1);
                    walk.part().called("field " + Walk.hex(tag, 2));
                    int fieldLength = walk.takeFittingLength("field " + Walk.hex(tag, 2));
                    walk.within(fieldLength, () -> field.explain(tag));
                });
            }
        });
        walk.finish("the APDU");
    }

    private void aarqField(int tag) {
        switch (tag) {
            case 0x80 -> bits("protocol-version", "version1", "without version1");
            case 0xA1 -> context();
            case 0xA2 -> other("called-AP-title");
            case 0xA3 -> other("called-AE-qualifier");
            case 0xA4 -> other("called-AP-invocation-id");
            case 0xA5 -> other("called-AE-invocation-id");
            case 0xA6 -> title("calling-AP-title", true);
            case 0xA7 -> qualifier("calling-AE-qualifier");
            case 0xA8 -> other("calling-AP-invocation-id");
            case 0xA9 -> {
                walk.part().called("calling-AE-invocation-id");
                walk.say("user " + integer());
            }
            case 0x8A -> bits("sender-acse-requirements", "authentication", "no authentication");
            case 0x8B -> mechanism();
            case 0xAC -> authenticationValue("calling-authentication-value");
            case 0xBD -> other("implementation-information");
            case 0xBE -> userInformation();
            default -> unknown();
        }
    }

    private void aareField(int tag) {
        switch (tag) {
            case 0x80 -> {
                walk.part().called("protocol-version");
                walk.skipRest();
            }
            case 0xA1 -> context();
            case 0xA2 -> result();
            case 0xA3 -> diagnostic();
            case 0xA4 -> title("responding-AP-title", false);
            case 0xA5 -> qualifier("responding-AE-qualifier");
            case 0xA6 -> other("responding-AP-invocation-id");
            case 0xA7 -> other("responding-AE-invocation-id");
            case 0x88 -> other("responder-acse-requirements");
            case 0x89 -> {
                walk.part().called("mechanism-name");
                walk.say(mechanismWords(walk.takeRun(walk.remaining())));
            }
            case 0xAA -> authenticationValue("responding-authentication-value");
            case 0xBD -> other("implementation-information");
            case 0xBE -> userInformation();
            default -> unknown();
        }
    }

    private void releaseField(int tag) {
        switch (tag) {
            case 0x80 -> {
                walk.part().called("reason");
                long code = walk.take(1);
                walk.say(code
                        + switch ((int) code) {
                            case 0 -> " normal";
                            case 1 -> " urgent or not finished";
                            case 0x1E -> " user-defined";
                            default -> " not defined";
                        });
            }
            case 0xBE -> userInformation();
            default -> unknown();
        }
    }

    private void bits(String name, String whenSet, String whenNot) {
        walk.part().called(name);
        int at = walk.position();
        int unused = (int) walk.take(1);
        if (walk.hasFailed()) {
            return;
        }
        if (unused > 7) {
            walk.warn(at, unused + " unused bits, expected 0 to 7");
            walk.skipRest();
            return;
        }
        boolean isSet = (walk.take(1) & 0x80) != 0;
        walk.say(isSet ? whenSet : whenNot);
        if (!walk.hasFailed()) {
            walk.skipRest();
        }
    }

    private void context() {
        walk.part().called("application-context-name");
        Octets name = only(OBJECT_IDENTIFIER, "an object identifier");
        walk.say(contextWords(name));
    }

    private void mechanism() {
        walk.part().called("mechanism-name");
        walk.say(mechanismWords(walk.takeRun(walk.remaining())));
    }

    private void title(String name, boolean isClient) {
        walk.part().called(name);
        int at = walk.position();
        Octets title = only(OCTET_STRING, "an octet string");
        walk.say("system title " + titleWords(title));
        if (walk.hasFailed()) {
            return;
        }
        if (title.length() != TITLE_OCTETS) {
            walk.warn(at, "a system title has 8 octets, this one " + title.length());
        } else if (isClient) {
            memory.clientIs(title);
        } else {
            memory.serverIs(title);
        }
    }

    private void authenticationValue(String name) {
        walk.part().called(name);
        Octets value = only(CHARACTER_STRING, "a character string");
        walk.say(value + (SimpleType.isText(value) ? " (" + SimpleType.text(value) + ")" : ""));
    }

    private void other(String name) {
        walk.part().called(name);
        Octets octets = walk.takeRun(walk.remaining());
        walk.say(octets.toString());
    }

    private void unknown() {
        walk.note("a field the standard does not have; it is read over");
        other("unknown field");
    }

    private void result() {
        walk.part().called("result");
        int at = walk.position();
        int code = integer();
        hasResult = true;
        AssociationResult.ofCode(code)
                .ifPresentOrElse(
                        result -> walk.say(code + " " + Fields.words(result.name())),
                        () -> walk.faultAt(at, "there is no result " + code));
    }

    private void diagnostic() {
        walk.part().called("result-source-diagnostic");
        int at = walk.position();
        int source = (int) walk.take(1);
        int length = walk.takeFittingLength("the diagnostic");
        int[] code = {-1};
        walk.within(length, () -> code[0] = integer());
        hasDiagnostic = true;
        if (walk.hasFailed()) {
            return;
        }
        if (walk.hasMore()) {
            walk.warn(walk.position(), Walk.octets(walk.remaining()) + " after the diagnostic");
            walk.skipRest();
        }
        AssociationDiagnostic.of(source, code[0])
                .ifPresentOrElse(
                        known -> walk.say((source == AssociationDiagnostic.Source.SERVICE_USER.tag()
                                        ? "service-user "
                                        : "service-provider ")
                                + code[0] + " " + known.words().replace("provider ", "")),
                        () -> walk.faultAt(
                                at, "there is no diagnostic " + code[0] + " of source " + Walk.hex(source, 2)));
    }

    private void userInformation() {
        walk.part().called("user-information");
        int at = walk.position();
        int tag = (int) walk.take(1);
        if (!walk.hasFailed() && tag != OCTET_STRING) {
            walk.faultAt(at, "tag " + Walk.hex(tag, 2) + ", expected 04 for an octet string");
        }
        int length = walk.takeFittingLength("the octet string");
        walk.within(length, () -> {
            if (!walk.hasMore()) {
                walk.note("empty user-information");
                return;
            }
            walk.group("APDU", () -> ApduWalk.apdu(walk, memory, layer + 1));
        });
    }

    /// The content of the one element that fills the field.
    private Octets only(int tag, String what) {
        int at = walk.position();
        int found = (int) walk.take(1);
        if (!walk.hasFailed() && found != tag) {
            walk.faultAt(at, "tag " + Walk.hex(found, 2) + ", expected " + Walk.hex(tag, 2) + " for " + what);
        }
        int length = walk.takeFittingLength(what);
        Octets octets = walk.takeRun(length);
        walk.finish(what);
        return octets;
    }

    /// An integer that is not negative.
    private int integer() {
        int at = walk.position();
        Octets octets = only(INTEGER, "an integer");
        if (walk.hasFailed()) {
            return -1;
        }
        if (octets.length() < 1 || octets.length() > Integer.BYTES || octets.octet(0) > Byte.MAX_VALUE) {
            walk.faultAt(at, "an integer of 1 to 4 octets that is not negative expected");
            return -1;
        }
        int value = 0;
        for (int i = 0; i < octets.length(); i++) {
            value = (value << 8) | octets.octet(i);
        }
        return value;
    }

    private void qualifier(String name) {
        walk.part().called(name);
        walk.say(SimpleType.hex(only(OCTET_STRING, "an octet string")));
    }

    private static String contextWords(Octets name) {
        return identifier(name)
                + ApplicationContext.ofName(name)
                        .map(known -> switch (known) {
                            case LOGICAL_NAMES -> " LN referencing, no ciphering";
                            case SHORT_NAMES -> " SN referencing, no ciphering";
                            case LOGICAL_NAMES_CIPHERED -> " LN referencing, with ciphering";
                            case SHORT_NAMES_CIPHERED -> " SN referencing, with ciphering";
                        })
                        .orElse(" unknown");
    }

    private static String mechanismWords(Octets name) {
        return identifier(name)
                + AuthenticationMechanism.ofName(name)
                        .map(known -> switch (known) {
                            case NONE -> " lowest level security";
                            case LOW -> " low level security";
                            case HIGH_MANUFACTURER -> " high level security, manufacturer's own";
                            case HIGH_MD5 -> " high level security, MD5";
                            case HIGH_SHA1 -> " high level security, SHA-1";
                            case HIGH_GMAC -> " high level security, GMAC";
                            case HIGH_SHA256 -> " high level security, SHA-256";
                            case HIGH_ECDSA -> " high level security, ECDSA";
                        })
                        .orElse(" unknown");
    }

    /// An object identifier with points.
    private static String identifier(Octets octets) {
        if (octets.length() == 0) {
            return "empty";
        }
        int first = octets.octet(0);
        var text = new StringBuilder().append(Math.min(first / 40, 2)).append('.');
        text.append(first - (40 * Math.min(first / 40, 2)));
        long arc = 0;
        for (int i = 1; i < octets.length(); i++) {
            arc = ((arc << 7) | (octets.octet(i) & 0x7F)) & 0xFFFF_FFFFL;
            if ((octets.octet(i) & 0x80) == 0) {
                text.append('.').append(arc);
                arc = 0;
            }
        }
        return text.toString();
    }

    /// The maker's three letters, if they are some, and the octets.
    static String titleWords(Octets title) {
        if (title.length() != TITLE_OCTETS) {
            return title.length() == 0 ? "empty" : title.toString();
        }
        var maker = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            int letter = title.octet(i);
            if (letter < 'A' || letter > 'Z') {
                return title.toString();
            }
            maker.append((char) letter);
        }
        return title + " (" + maker + ")";
    }
}
