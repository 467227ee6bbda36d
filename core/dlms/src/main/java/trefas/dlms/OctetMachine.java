package trefas.dlms;

/// One end of a conversation as a pure machine: octets come in, octets go out. The same machine answers on a
/// socket, on a serial line and in memory. It is confined to one connection and one thread at a time.
///
/// A machine has no clock. Whoever holds the line waits as long as [#patienceMilliseconds] says, and when nothing
/// has been on the line for so long, in either direction, tells it so by [#silent].
public interface OctetMachine {

    /// The patience of a machine that silence does not concern.
    int ENDLESS = Integer.MAX_VALUE;

    /// Takes what arrived, cut in any way, and sends whatever that completes. Nothing is kept of the array.
    void receive(byte[] octets, int offset, int length, OctetSink sink);

    /// True once nothing more can come of this conversation: the line may be closed, and input is no longer looked
    /// at.
    boolean isOver();

    /// How long the line may be silent before the machine wants to hear of it, in milliseconds since the last
    /// octet that came or went; at least 1. Asked again after each octet and after each [#silent].
    default int patienceMilliseconds() {
        return ENDLESS;
    }

    /// The line has been silent for so long. A machine that sends nothing because of it becomes more patient, so
    /// the next silence it hears of is a longer one.
    default void silent(int milliseconds, OctetSink sink) {}
}
