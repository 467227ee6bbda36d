package trefas.app.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.RecordKind;
import trefas.device.memory.RecordName;
import trefas.objects.standard.ImageMemory;

/// An image on its way into a meter, in the permanent memory, cut into parts so that a block costs no more than
/// the part it lies in. What was written is kept by the save that keeps the map of the blocks, before the client
/// hears that its block was taken.
final class ImageParts implements ImageMemory {

    /// Octets of a part: some blocks of usual size.
    static final int PART_OCTETS = 4_096;

    /// The part that tells how many octets there are; the parts of the image follow it.
    private static final int LENGTH = 0;

    private static final int FIRST = 1;

    private final PermanentMemory memory;
    private final int serialNumber;
    private final Map<RecordName, byte[]> unsaved = new HashMap<>();

    ImageParts(PermanentMemory memory, int serialNumber) {
        this.memory = memory;
        this.serialNumber = serialNumber;
    }

    @Override
    public void clear() {
        int parts = (length() + PART_OCTETS - 1) / PART_OCTETS;
        for (int part = 0; part < parts; part++) {
            put(FIRST + part, new byte[0]);
        }
        putLength(0);
    }

    @Override
    public void write(int offset, byte[] octets) {
        int written = 0;
        while (written < octets.length) {
            int at = offset + written;
            int within = at % PART_OCTETS;
            int count = Math.min(PART_OCTETS - within, octets.length - written);
            byte[] part = whole(at / PART_OCTETS);
            System.arraycopy(octets, written, part, within, count);
            put(FIRST + at / PART_OCTETS, part);
            written += count;
        }
        if (offset + octets.length > length()) {
            putLength(offset + octets.length);
        }
    }

    @Override
    public byte[] octets(int count) {
        byte[] image = new byte[count];
        for (int at = 0; at < count; at += PART_OCTETS) {
            System.arraycopy(whole(at / PART_OCTETS), 0, image, at, Math.min(PART_OCTETS, count - at));
        }
        return image;
    }

    boolean isChanged() {
        return !unsaved.isEmpty();
    }

    Map<RecordName, byte[]> records() {
        return Map.copyOf(unsaved);
    }

    void saved() {
        unsaved.clear();
    }

    private byte[] whole(int part) {
        byte[] whole = new byte[PART_OCTETS];
        byte[] kept = kept(FIRST + part);
        System.arraycopy(kept, 0, whole, 0, kept.length);
        return whole;
    }

    private int length() {
        int length = 0;
        for (byte octet : kept(LENGTH)) {
            length = (length << 8) | Byte.toUnsignedInt(octet);
        }
        return length;
    }

    private void putLength(int octets) {
        put(LENGTH, new byte[] {(byte) (octets >>> 24), (byte) (octets >>> 16), (byte) (octets >>> 8), (byte) octets});
    }

    private void put(int number, byte[] octets) {
        unsaved.put(new RecordName(RecordKind.IMAGE, number), octets);
    }

    /// A damaged part reads as empty: then the hash of the image is wrong, and that is told when it is verified.
    private byte[] kept(int number) {
        var name = new RecordName(RecordKind.IMAGE, number);
        byte[] written = unsaved.get(name);
        if (written != null) {
            return written;
        }
        try {
            return memory.recall(serialNumber, name) instanceof PermanentMemory.Recall.Saved saved
                    ? saved.octets()
                    : new byte[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
