package trefas.dlms.explain;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;

/// Explains one APDU that fills what is left (IEC 62056-5-3).
final class ApduWalk {

    private static final int LAST_BLOCK = 0x80;
    private static final int STREAMING = 0x40;
    private static final int WINDOW = 0x3F;

    private ApduWalk() {}

    /// @param layer how many APDUs this one is inside of
    static void apdu(Walk walk, Memory memory, int layer) {
        int begin = walk.position();
        if (layer > walk.budget().limits().layersMax()) {
            walk.fault("more than " + walk.budget().limits().layersMax() + " APDUs inside one another");
            return;
        }
        int tag = (int) walk.take(1);
        if (walk.hasFailed()) {
            return;
        }
        Optional<String> name = ApduNames.of(tag);
        if (name.isEmpty()) {
            walk.faultAt(begin, "no APDU begins with " + Walk.hex(tag, 2));
            return;
        }
        String outer = walk.part().name();
        walk.part().called(outer.equals("APDU") ? name.get() : outer + ": " + name.get());
        if (ApduNames.inside(tag) >= 0) {
            ProtectedWalk.service(walk, memory, layer, begin);
            return;
        }
        switch (tag) {
            case 0x01 -> InitiateWalk.request(walk, memory);
            case 0x05 -> ShortNameWalk.readRequest(walk);
            case 0x06, 0x16 -> ShortNameWalk.writeRequest(walk);
            case 0x08 -> InitiateWalk.response(walk);
            case 0x0C -> ShortNameWalk.readResponse(walk);
            case 0x0D -> ShortNameWalk.writeResponse(walk);
            case 0x0E -> NoticeWalk.serviceError(walk);
            case 0x0F -> NoticeWalk.dataNotification(walk);
            case 0x10 -> NoticeWalk.dataNotificationConfirm(walk);
            case 0x18 -> ShortNameWalk.informationReport(walk);
            case 0x60 -> AcseWalk.aarq(walk, memory, layer);
            case 0x61 -> AcseWalk.aare(walk, memory, layer);
            case 0x62, 0x63 -> AcseWalk.release(walk, memory, layer);
            case 0xC0 -> GetWalk.request(walk, memory);
            case 0xC1 -> SetWalk.request(walk, memory);
            case 0xC2 -> NoticeWalk.eventNotification(walk);
            case 0xC3 -> ActionWalk.request(walk, memory);
            case 0xC4 -> GetWalk.response(walk, memory);
            case 0xC5 -> SetWalk.response(walk, memory);
            case 0xC7 -> ActionWalk.response(walk, memory);
            case 0xD8 -> NoticeWalk.exception(walk);
            case 0xD9 -> AccessWalk.request(walk);
            case 0xDA -> AccessWalk.response(walk);
            case 0xDB, 0xDC -> ProtectedWalk.general(walk, memory, layer, begin);
            case 0xDD -> ProtectedWalk.generalCiphering(walk, memory, layer, begin);
            case 0xDF -> ProtectedWalk.generalSigning(walk, memory, layer);
            case 0xE0 -> generalBlock(walk, memory, layer, begin);
            case 0xE6, 0xE7 -> gateway(walk, memory, layer);
            default -> throw new IllegalStateException("an APDU with a name and no walk: " + tag);
        }
    }

    /// General block transfer: control, numbers and a part of another APDU.
    private static void generalBlock(Walk walk, Memory memory, int layer, int begin) {
        int control = (int) walk.number("control", 1, octet -> {
            String last = (octet & LAST_BLOCK) != 0 ? "last block" : "more blocks follow";
            String stream = (octet & STREAMING) != 0 ? "streaming" : "the other end's turn";
            return last + ", " + stream + ", window " + (octet & WINDOW);
        });
        long number = walk.number("block-number", 2);
        walk.number("block-number-ack", 2);
        Octets[] data = new Octets[1];
        walk.group("block-data", () -> {
            int length = walk.takeFittingLength("the block");
            data[0] = walk.takeRun(length);
            walk.say(length == 0 ? "none: an acknowledgement" : Walk.octets(length));
        });
        walk.finish("the block");
        if (!walk.hasFailed() && number == 0) {
            walk.warn(begin, "blocks are counted from 1, this one has number 0");
        }
        if (walk.hasFailed() || data[0].length() == 0) {
            return;
        }
        String transfer = "general " + memory.speaker() + " " + memory.link();
        if (number == 1) {
            memory.begin(transfer);
        }
        var running = memory.running(transfer);
        if (running.isEmpty() || number > running.get().lastNumber() + 1) {
            walk.note("the blocks before this one are not here, so the whole can't be explained");
            return;
        }
        if (number <= running.get().lastNumber()) {
            walk.note("block " + number + " once more, not joined");
            return;
        }
        memory.append(running.get(), number, data[0]);
        if ((control & LAST_BLOCK) != 0) {
            memory.end(transfer)
                    .ifPresent(whole -> BlockWalk.joined(
                            walk, whole, "all blocks joined", joined -> apdu(joined, memory, layer + 1)));
        }
    }

    /// A gateway's header before an APDU for or from a meter behind it.
    private static void gateway(Walk walk, Memory memory, int layer) {
        walk.number("network-id", 1);
        int length = (int) walk.number("address-length", 1);
        walk.run("physical-device-address", length, SimpleType::hex);
        walk.group("APDU", () -> apdu(walk, memory, layer + 1));
    }
}
