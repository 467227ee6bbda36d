package trefas.objects.standard;

/// Where the octets of an image lie while it arrives. The shell keeps them over power cycles, beside the meter's
/// record because they are a thousand times larger.
public interface ImageMemory {

    /// Forgets what is there.
    void clear();

    /// Keeps a block. It is safe before this returns: the block is then reported as transferred.
    void write(int offset, byte[] octets);

    /// The first octets of what is kept; never-written places are zero.
    byte[] octets(int count);
}
