package trefas.dlms;

/// One end of a conversation as a pure machine: octets come in, octets go out. The same machine answers on a socket, on
/// a serial line and in memory. It is confined to one connection and one thread at a time.
public interface OctetMachine {

    /// Takes what arrived, cut in any way, and sends whatever that completes. Nothing is kept of the array.
    void receive(byte[] octets, int offset, int length, OctetSink sink);

    /// True once nothing more can come of this conversation: the line may be closed, and input is no longer looked at.
    boolean isOver();
}
