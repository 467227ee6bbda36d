package trefas.transport;

import trefas.cosem.CosemData;

/// What a meter says when an attribute is read.
public sealed interface ReadResult {

    record Value(CosemData data) implements ReadResult {}

    /// No value, and the connection goes on.
    ///
    /// @param reason the meter's, in words, for example `object undefined`
    record NotGiven(String reason) implements ReadResult {}
}
