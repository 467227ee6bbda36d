package trefas.security;

import java.util.Arrays;

/// One element of a key_transfer: which key, and the key wrapped in the master key (IEC 62056-6-2).
public final class WrappedKey {

    private final KeyId id;
    private final byte[] wrapped;

    private WrappedKey(KeyId id, byte[] wrapped) {
        this.id = id;
        this.wrapped = wrapped;
    }

    public static WrappedKey of(KeyId id, byte[] wrapped) {
        return new WrappedKey(id, wrapped.clone());
    }

    /// A key to be sent.
    public static WrappedKey wrap(KeyId id, SymmetricKey key, SymmetricKey master) {
        return new WrappedKey(id, KeyWrap.wrap(master, key));
    }

    public KeyId id() {
        return id;
    }

    public byte[] octets() {
        return wrapped.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrappedKey that && id == that.id && Arrays.equals(wrapped, that.wrapped);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + Arrays.hashCode(wrapped);
    }

    @Override
    public String toString() {
        return id + " wrapped in " + wrapped.length + " octets";
    }
}
