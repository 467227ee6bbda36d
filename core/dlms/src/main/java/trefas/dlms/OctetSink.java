package trefas.dlms;

/// Where a machine puts the octets it sends.
@FunctionalInterface
public interface OctetSink {

    /// Takes octets in the order they go on the line. They are valid during the call only: whoever needs them longer
    /// copies them.
    void send(byte[] octets, int offset, int length);
}
