package trefas.dlms.explain;

import trefas.cosem.CosemData.Octets;
import trefas.dlms.explain.Explanation.Source;
import trefas.dlms.explain.Memory.Transfer;

/// Explains one HDLC frame: addresses, control, checksums and what it carries (IEC 62056-46).
final class HdlcFrameWalk {

    private static final int CHECKSUM_OCTETS = 2;
    private static final int MODULUS = 8;

    private final Walk walk;
    private final Memory memory;
    private final Part part;
    private final int begin;
    private final int end;
    private final boolean isSegmented;

    HdlcFrameWalk(Source source, int begin, int end, Part part, Memory memory, Budget budget, boolean isSegmented) {
        this.walk = new Walk(source, begin, end, part, budget);
        this.memory = memory;
        this.part = part;
        this.begin = begin;
        this.end = end;
        this.isSegmented = isSegmented;
    }

    /// @param format the first two octets, whose part is there already
    void explain(int format) {
        walk.take(2);
        int destinationAt = walk.position();
        int destinationOctets = addressOctets(0);
        int sourceOctets = addressOctets(destinationOctets);
        int controlAt = destinationOctets + sourceOctets;
        int control = walk.peek(controlAt);
        if (destinationOctets == 0 || sourceOctets == 0 || control < 0) {
            walk.faultAt(destinationAt, "addresses of 1, 2 or 4 octets expected, each ending with an odd octet");
            return;
        }
        HdlcControl kind = HdlcControl.of(control);
        Speaker speaker = speaker(kind, destinationOctets, sourceOctets, controlAt);
        Octets destination = address("destination-address", destinationOctets, speaker, true);
        Octets source = address("source-address", sourceOctets, speaker, false);
        memory.speaks(speaker);
        memory.link(destination + ">" + source);
        if (speaker != Speaker.UNKNOWN) {
            memory.clientAddressIs(speaker == Speaker.CLIENT ? source : destination);
        }
        walk.number("control", 1, octet -> HdlcControl.words((int) octet));
        part.saying(HdlcControl.words(control));
        if (kind == HdlcControl.UNKNOWN) {
            walk.blame(walk.position() - 1, "control " + Walk.hex(control, 2) + " is not in the profile");
        }
        int informationOctets = walk.remaining() - CHECKSUM_OCTETS;
        if (informationOctets > 0) {
            HdlcWalk.checksum(walk, "HCS", begin);
            int left = walk.remaining() - CHECKSUM_OCTETS;
            if (left < 0) {
                walk.fault("an FCS of 2 octets expected, but " + walk.left());
                return;
            }
            information(kind, control, left);
        }
        if (!walk.hasFailed()) {
            HdlcWalk.checksum(walk, "FCS", begin);
        } else {
            lastChecksum();
        }
    }

    /// The FCS of a frame whose content is broken.
    private void lastChecksum() {
        var rest = new Walk(walk.source(), end - CHECKSUM_OCTETS, end, part, walk.budget());
        HdlcWalk.checksum(rest, "FCS", begin);
    }

    private void information(HdlcControl kind, int control, int octets) {
        walk.group("information", () -> {
            var whole = walk.part();
            int from = walk.position();
            switch (kind) {
                case SNRM, UA, DISC -> walk.within(octets, this::negotiation);
                case FRMR -> walk.within(octets, this::rejection);
                case I, UI -> data(kind, control, octets);
                case RR, RNR, DM, UNKNOWN -> walk.run("octets", octets, SimpleType::hex);
            }
            whole.endingAt(Math.max(from, walk.position()));
        });
    }

    /// LLC and APDU, or a segment of them.
    private void data(HdlcControl kind, int control, int octets) {
        String transfer = "segments " + memory.link();
        boolean isRunning = memory.running(transfer).isPresent();
        if (!isSegmented && !isRunning) {
            walk.within(octets, () -> llc(walk));
            return;
        }
        Octets[] piece = new Octets[1];
        piece[0] = walk.run("segment", octets, run -> Walk.octets(run.length()));
        int number = kind == HdlcControl.I ? (control >>> 1) & (MODULUS - 1) : -1;
        Transfer running = isRunning ? memory.running(transfer).orElseThrow() : memory.begin(transfer);
        if (isRunning && number >= 0 && number == running.lastNumber()) {
            walk.note("segment N(S)=" + number + " once more, not joined");
            return;
        }
        if (isRunning && number >= 0 && number != (running.lastNumber() + 1) % MODULUS) {
            walk.note("a segment before this one is not here, so the whole can't be explained");
            memory.end(transfer);
            return;
        }
        memory.append(running, number, piece[0]);
        if (!isSegmented) {
            memory.end(transfer).ifPresent(whole -> BlockWalk.joined(walk, whole, "all segments joined", this::llc));
        }
    }

    private void llc(Walk in) {
        LlcWalk.explain(in, memory);
    }

    private void negotiation() {
        int at = walk.position();
        int format = (int) walk.number("format-identifier", 1, id -> Walk.hex(id, 2));
        if (!walk.hasFailed() && format != 0x81) {
            walk.faultAt(at, "format identifier " + Walk.hex(format, 2) + ", expected 81");
        }
        while (walk.hasMore()) {
            walk.group("group", () -> {
                int group = (int) walk.take(1);
                int length = walk.takeFittingLength("the group");
                boolean isParameters = group == 0x80;
                walk.part().called(isParameters ? "parameters" : "group " + Walk.hex(group, 2));
                walk.within(length, () -> {
                    if (!isParameters) {
                        walk.run("user data", walk.remaining(), SimpleType::hex);
                    }
                    while (walk.hasMore()) {
                        parameter();
                    }
                });
            });
        }
    }

    private void parameter() {
        walk.group("parameter", () -> {
            int id = (int) walk.take(1);
            int length = walk.takeFittingLength("the parameter");
            walk.part()
                    .called(
                            switch (id) {
                                case 0x05 -> "max-information-field-length-transmit";
                                case 0x06 -> "max-information-field-length-receive";
                                case 0x07 -> "window-size-transmit";
                                case 0x08 -> "window-size-receive";
                                default -> "parameter " + Walk.hex(id, 2);
                            });
            Octets value = walk.takeRun(length);
            if (!walk.hasFailed()) {
                walk.say(length >= 1 && length <= 4 ? number(value) : value.toString());
            }
        });
    }

    private static String number(Octets octets) {
        long value = 0;
        for (int i = 0; i < octets.length(); i++) {
            value = (value << 8) | octets.octet(i);
        }
        return Long.toString(value);
    }

    private void rejection() {
        walk.number("rejected-control", 1, octet -> HdlcControl.words((int) octet));
        walk.number("state", 1, octet -> "V(R)=" + (octet >>> 5) + ", V(S)=" + ((octet >>> 1) & 7));
        walk.number("reason", 1, octet -> {
            var words = new StringBuilder();
            String[] reasons = {"undefined control", "information not permitted", "information too long", "invalid N(R)"
            };
            for (int bit = 0; bit < reasons.length; bit++) {
                if (((octet >>> bit) & 1) != 0) {
                    words.append(words.isEmpty() ? "" : ", ").append(reasons[bit]);
                }
            }
            return words.isEmpty() ? "none given" : words.toString();
        });
    }

    /// Octets of the address that begins so many octets ahead, or 0 when none of a right length does.
    private int addressOctets(int ahead) {
        for (int octets = 1; octets <= 4; octets++) {
            int octet = walk.peek(ahead + octets - 1);
            if (octet < 0) {
                return 0;
            }
            if ((octet & 1) != 0) {
                return octets == 3 ? 0 : octets;
            }
        }
        return 0;
    }

    private Octets address(String name, int octets, Speaker speaker, boolean isDestination) {
        return walk.run(name, octets, address -> {
            boolean isClient = speaker == (isDestination ? Speaker.SERVER : Speaker.CLIENT);
            return HdlcAddressWords.of(address, speaker == Speaker.UNKNOWN ? "" : isClient ? "client" : "server");
        });
    }

    /// Who sent the frame: told by its kind, by its LLC header, or by the addresses seen before.
    private Speaker speaker(HdlcControl kind, int destinationOctets, int sourceOctets, int controlAt) {
        return switch (kind) {
            case SNRM, DISC -> Speaker.CLIENT;
            case UA, DM, FRMR -> Speaker.SERVER;
            case I, UI, RR, RNR, UNKNOWN -> {
                int llc = controlAt + 1 + CHECKSUM_OCTETS;
                if (walk.peek(llc) == 0xE6 && walk.peek(llc + 1) == 0xE6) {
                    yield Speaker.CLIENT;
                }
                if (walk.peek(llc) == 0xE6 && walk.peek(llc + 1) == 0xE7) {
                    yield Speaker.SERVER;
                }
                if (destinationOctets != sourceOctets) {
                    yield destinationOctets > sourceOctets ? Speaker.CLIENT : Speaker.SERVER;
                }
                Octets all = walk.source().octets();
                int destinationAt = walk.position();
                Octets destination = Octets.of(all.toArray(), destinationAt, destinationOctets);
                Octets source = Octets.of(all.toArray(), destinationAt + destinationOctets, sourceOctets);
                yield memory.isClientAddress(source)
                        ? Speaker.CLIENT
                        : memory.isClientAddress(destination) ? Speaker.SERVER : memory.speaker();
            }
        };
    }
}
