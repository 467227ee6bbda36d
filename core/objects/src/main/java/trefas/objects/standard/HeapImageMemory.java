package trefas.objects.standard;

import java.util.Arrays;

/// An image in the heap: for demos and tests. It does not outlive the program; an image that was half transferred
/// then fails its verification.
public final class HeapImageMemory implements ImageMemory {

    private static final int OCTETS_MAX = ImageTransfer.IMAGE_OCTETS_MAX;

    private byte[] kept = new byte[0];

    /// Holds nothing yet.
    public HeapImageMemory() {}

    @Override
    public void clear() {
        kept = new byte[0];
    }

    @Override
    public void write(int offset, byte[] octets) {
        if (offset + octets.length > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(offset + octets.length, Math.min(2 * kept.length, OCTETS_MAX)));
        }
        System.arraycopy(octets, 0, kept, offset, octets.length);
    }

    @Override
    public byte[] octets(int count) {
        return Arrays.copyOf(kept, count);
    }
}
