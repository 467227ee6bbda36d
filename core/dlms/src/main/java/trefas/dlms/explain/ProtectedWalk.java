package trefas.dlms.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.explain.Unsealer.Opened;
import trefas.dlms.explain.Unsealer.Unkeyed;
import trefas.dlms.explain.Unsealer.Unopened;
import trefas.dlms.security.Envelope.Family;

/// Explains protected APDUs (IEC 62056-5-3): glo-, ded-, general-glo, general-ded, general-ciphering,
/// general-signing, and, with keys, what is inside.
final class ProtectedWalk {

    private static final int CONTROL_AND_COUNTER = 5;
    private static final int TAG_OCTETS = 12;
    private static final int TITLE_OCTETS = 8;
    private static final int COMPRESSED = 0x80;
    private static final int BROADCAST = 0x40;
    private static final int ENCRYPTED = 0x20;
    private static final int AUTHENTICATED = 0x10;
    private static final Octets NOTHING = Octets.of(new byte[0]);

    private final Walk walk;
    private final Memory memory;
    private final int layer;
    private final int begin;

    private ProtectedWalk(Walk walk, Memory memory, int layer, int begin) {
        this.walk = walk;
        this.memory = memory;
        this.layer = layer;
        this.begin = begin;
    }

    /// An APDU whose tag names the service inside.
    ///
    /// @param begin offset of its tag, which was read
    static void service(Walk walk, Memory memory, int layer, int begin) {
        int tag = walk.source().octets().octet(begin);
        var family = isDedicated(tag) ? Family.DEDICATED : Family.GLOBAL;
        var titles = isFromClient(tag)
                ? both(memory.clientTitle(), memory.serverTitle())
                : both(memory.serverTitle(), memory.clientTitle());
        var reading = new ProtectedWalk(walk, memory, layer, begin);
        reading.ciphered(family, titles, NOTHING, Optional.empty(), ApduNames.inside(tag));
        walk.finish("the ciphered APDU");
    }

    /// general-glo-ciphering and general-ded-ciphering.
    static void general(Walk walk, Memory memory, int layer, int begin) {
        boolean isDedicated = walk.source().octets().octet(begin) == 0xDC;
        Octets title = title(walk, "system-title");
        var titles = new ArrayList<Octets>();
        if (title.length() == TITLE_OCTETS) {
            titles.add(title);
        }
        titles.addAll(both(memory.serverTitle(), memory.clientTitle()));
        var reading = new ProtectedWalk(walk, memory, layer, begin);
        reading.ciphered(
                isDedicated ? Family.GENERAL_DEDICATED : Family.GENERAL_GLOBAL, titles, NOTHING, Optional.empty(), -1);
        walk.finish("the ciphered APDU");
    }

    static void generalCiphering(Walk walk, Memory memory, int layer, int begin) {
        int headerBegin = walk.position();
        List<Octets> titles = header(walk);
        Octets header = run(walk, headerBegin);
        int keyBegin = walk.position();
        walk.group("key-info", () -> keyInfo(walk));
        Octets keyInfo = run(walk, keyBegin);
        var reading = new ProtectedWalk(walk, memory, layer, begin);
        reading.ciphered(Family.GENERAL_CIPHERING, titles, header, Optional.of(keyInfo), -1);
        walk.finish("the ciphered APDU");
    }

    static void generalSigning(Walk walk, Memory memory, int layer) {
        header(walk);
        int length = walk.takeFittingLength("the content");
        walk.group("content", () -> walk.within(length, () -> ApduWalk.apdu(walk, memory, layer + 1)));
        int signature = walk.takeFittingLength("the signature");
        walk.run("signature", signature, SimpleType::hex);
        walk.finish("the signed APDU");
    }

    /// transaction-id, titles, date-time and other-information of general-ciphering and general-signing.
    ///
    /// @return the originator's title, if it is one
    private static List<Octets> header(Walk walk) {
        field(walk, "transaction-id");
        Octets originator = title(walk, "originator-system-title");
        title(walk, "recipient-system-title");
        walk.group("date-time", () -> {
            Octets octets = walk.takeRun(walk.takeFittingLength("the date-time"));
            walk.say(
                    octets.length() == 0
                            ? "none"
                            : octets.length() == 12 ? SimpleType.time(octets) : octets.toString());
        });
        field(walk, "other-information");
        return originator.length() == TITLE_OCTETS ? List.of(originator) : List.of();
    }

    private static void field(Walk walk, String name) {
        walk.group(name, () -> {
            Octets octets = walk.takeRun(walk.takeFittingLength(name));
            walk.say(octets.length() == 0 ? "none" : SimpleType.hex(octets));
        });
    }

    private static Octets title(Walk walk, String name) {
        Octets[] title = {NOTHING};
        walk.group(name, () -> {
            int at = walk.position();
            title[0] = walk.takeRun(walk.takeFittingLength("the system title"));
            if (walk.hasFailed()) {
                return;
            }
            walk.say(AcseWalk.titleWords(title[0]));
            int length = title[0].length();
            if (length != TITLE_OCTETS && length != 0) {
                walk.warn(at, "a system title has 8 octets, this one " + length);
            }
        });
        return title[0];
    }

    private static void keyInfo(Walk walk) {
        if (!walk.takePresence("the key info")) {
            walk.say("none");
            return;
        }
        int at = walk.position();
        int choice = (int) walk.number(
                "key-info",
                1,
                code -> code
                        + switch ((int) code) {
                            case 0 -> " identified-key";
                            case 1 -> " wrapped-key";
                            case 2 -> " agreed-key";
                            default -> "";
                        });
        switch (choice) {
            case 0 ->
                walk.number(
                        "key-id",
                        1,
                        id -> id
                                + switch ((int) id) {
                                    case 0 -> " global unicast encryption key";
                                    case 1 -> " global broadcast encryption key";
                                    default -> " not defined";
                                });
            case 1 -> {
                walk.number("kek-id", 1, id -> id == 0 ? "0 master key" : Long.toString(id));
                field(walk, "key-ciphered-data");
            }
            case 2 -> {
                field(walk, "key-parameters");
                field(walk, "key-ciphered-data");
            }
            default -> walk.faultAt(at, "key-info has no choice " + choice);
        }
    }

    /// Length, security control, counter, body and tag; then what is inside.
    ///
    /// @param innerTag the tag the APDU inside must have, or -1
    private void ciphered(Family family, List<Octets> titles, Octets header, Optional<Octets> keyInfo, int innerTag) {
        int at = walk.position();
        int length = walk.takeFittingLength("the ciphered part");
        if (!walk.hasFailed() && length < CONTROL_AND_COUNTER) {
            walk.faultAt(
                    at,
                    "a ciphered part of " + Walk.octets(length) + ", at least " + CONTROL_AND_COUNTER + " expected");
        }
        walk.within(length, () -> {
            int control = (int) walk.number("security-control", 1, ProtectedWalk::controlWords);
            long counter = walk.number("invocation-counter", 4, Long::toUnsignedString);
            boolean isAuthenticated = (control & AUTHENTICATED) != 0;
            int tagOctets = isAuthenticated ? TAG_OCTETS : 0;
            if (!walk.hasFailed() && walk.remaining() < tagOctets) {
                walk.fault("an authentication tag of 12 octets expected, but " + walk.left());
            }
            if (walk.hasFailed()) {
                return;
            }
            boolean isEncrypted = (control & ENCRYPTED) != 0;
            int bodyOctets = walk.remaining() - tagOctets;
            Octets body = isEncrypted
                    ? walk.run("ciphertext", bodyOctets, octets -> Walk.octets(octets.length()))
                    : inClear(bodyOctets);
            Octets tag = isAuthenticated ? walk.run("authentication-tag", TAG_OCTETS, Octets::toString) : NOTHING;
            if (!walk.hasFailed()) {
                Octets whole = run(walk, begin);
                open(
                        new SealedApdu(
                                family,
                                whole,
                                titles,
                                control,
                                counter,
                                body,
                                tag,
                                header,
                                keyInfo,
                                memory.dedicatedKey()),
                        innerTag);
            }
        });
    }

    private Octets inClear(int count) {
        int from = walk.position();
        walk.group("APDU in clear", () -> walk.within(count, () -> ApduWalk.apdu(walk, memory, layer + 1)));
        return run(walk, from);
    }

    private void open(SealedApdu apdu, int innerTag) {
        if (!apdu.isEncrypted() && !apdu.isAuthenticated()) {
            return;
        }
        switch (memory.unsealer().unseal(apdu)) {
            case Unkeyed(String which) ->
                walk.noteAt(begin, (apdu.isEncrypted() ? "not deciphered: " : "not verified: ") + which);
            case Unopened(String why) -> walk.distrust(begin, why);
            case Opened(Octets plain, var notes, var doubts) -> {
                notes.forEach(note -> walk.noteAt(begin, note));
                doubts.forEach(doubt -> walk.distrust(begin, doubt));
                if (!apdu.isEncrypted()) {
                    return;
                }
                if (innerTag >= 0 && plain.length() > 0 && plain.octet(0) != innerTag) {
                    walk.warn(
                            begin,
                            "inside is tag " + Walk.hex(plain.octet(0), 2) + ", but the tag outside announces "
                                    + Walk.hex(innerTag, 2));
                }
                BlockWalk.derived(walk, plain, "deciphered", inner -> ApduWalk.apdu(inner, memory, layer + 1));
            }
        }
    }

    private static String controlWords(long control) {
        var words = new ArrayList<String>();
        words.add("suite " + (control & 0x0F));
        boolean isAuthenticated = (control & AUTHENTICATED) != 0;
        boolean isEncrypted = (control & ENCRYPTED) != 0;
        words.add(
                isAuthenticated && isEncrypted
                        ? "authenticated and encrypted"
                        : isAuthenticated ? "authenticated only" : isEncrypted ? "encrypted only" : "not protected");
        words.add((control & BROADCAST) != 0 ? "broadcast key" : "unicast key");
        if ((control & COMPRESSED) != 0) {
            words.add("compressed");
        }
        return Walk.hex(control, 2) + " " + String.join(", ", words);
    }

    private static Octets run(Walk walk, int from) {
        return Octets.of(walk.source().octets().toArray(), from, Math.max(0, walk.position() - from));
    }

    private static List<Octets> both(Optional<Octets> first, Optional<Octets> second) {
        var titles = new ArrayList<Octets>();
        first.ifPresent(titles::add);
        second.ifPresent(titles::add);
        return titles;
    }

    private static boolean isDedicated(int tag) {
        return (tag >= 0x41 && tag <= 0x58) || (tag >= 0xD0 && tag <= 0xD7);
    }

    /// Requests come from the client, all else from the server.
    private static boolean isFromClient(int tag) {
        return switch (ApduNames.inside(tag)) {
            case 0x01, 0x05, 0x06, 0x16, 0xC0, 0xC1, 0xC3 -> true;
            default -> false;
        };
    }
}
