package trefas.cosem;

/// What a decoder can say about the octets it was given. "Not yet" and "never" are different answers: the first waits
/// for more, the second must be answered or dropped.
public sealed interface Decoded<T> {

    /// `octetsUsed` counts from where decoding began; the rest belongs to what follows.
    record Complete<T>(T value, int octetsUsed) implements Decoded<T> {}

    record Incomplete<T>(int octetsMissing) implements Decoded<T> {}

    /// `offset` points at the first octet that can't be right.
    record Malformed<T>(String reason, int offset) implements Decoded<T> {}
}
