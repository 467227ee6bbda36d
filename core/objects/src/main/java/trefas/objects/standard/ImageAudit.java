package trefas.objects.standard;

import java.nio.ByteBuffer;
import java.util.Arrays;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Requester;
import trefas.device.log.UploadAudit;
import trefas.device.log.UploadAudit.Part;
import trefas.device.log.UploadAudit.StartInterface;

/// What the upload audit loggers of the meter are told of an image (dossier 10.5, 18; decision 0052): who brought it
/// and what ran when it began to come, which part it was and how it ended.
final class ImageAudit {

    // Slots of the image transfer object, beside those of its behaviour.
    private static final int PARTY_SLOT = -4;
    private static final int REVISION_SLOT = -5;

    private static final int HASH_OCTETS = 4;
    private static final int ORIGINATOR_OCTETS = 16;

    private ImageAudit() {}

    /// Whether one more image could be traced if it came to run.
    static boolean hasRoom(Instance self) {
        return self.meter().parts().uploads().hasRoom();
    }

    /// A client begins a transfer.
    static void begin(Instance self) {
        self.put(
                PARTY_SLOT,
                Values.u32(self.requester().map(Requester::clientSap).orElse(0)));
        self.put(REVISION_SLOT, Values.u32(self.meter().firmware().revisionNumber()));
    }

    /// Nothing that such an image says of itself can be believed, not even that it is one.
    static void notVerified(Instance self, Octets identifier) {
        failed(self, audit(self, identifier, Part.NOTHING));
    }

    static void notActivated(Instance self, Octets identifier) {
        failed(self, audit(self, identifier, Part.BOTH));
    }

    static void activated(Instance self, Octets identifier) {
        self.meter()
                .controls()
                .uploadSucceeded(
                        audit(self, identifier, Part.BOTH), effect -> self.effect(new StandardEffect.OfMeter(effect)));
    }

    private static void failed(Instance self, UploadAudit audit) {
        self.meter().controls().uploadFailed(audit, effect -> self.effect(new StandardEffect.OfMeter(effect)));
    }

    /// Images come over the lines of the module and of the optical port; no line of this meter is a radio.
    private static UploadAudit audit(Instance self, Octets identifier, Part part) {
        ByteBuffer originator = ByteBuffer.wrap(originator(identifier));
        return new UploadAudit(
                part,
                oldRevision(self),
                originator.getLong(),
                originator.getLong(),
                self.number(PARTY_SLOT),
                StartInterface.WIRED);
    }

    /// A transfer that began before this was noted is told by what runs now.
    private static long oldRevision(Instance self) {
        return self.value(REVISION_SLOT) instanceof NullData
                ? self.meter().firmware().revisionNumber()
                : self.number(REVISION_SLOT);
    }

    /// Who made an image: the last 16 of the 20 octets of an identifier like the dossier's. An identifier of another
    /// length stands for it, cut or filled with zeros.
    static byte[] originator(Octets identifier) {
        byte[] all = identifier.toArray();
        return all.length == HASH_OCTETS + ORIGINATOR_OCTETS
                ? Arrays.copyOfRange(all, HASH_OCTETS, all.length)
                : Arrays.copyOf(all, ORIGINATOR_OCTETS);
    }
}
