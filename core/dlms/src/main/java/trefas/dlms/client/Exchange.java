package trefas.dlms.client;

import trefas.cosem.AxdrWriter;
import trefas.cosem.Decoded;

/// One request and its answer, over as many APDUs as both take: plain APDUs, whatever protects or carries them.
interface Exchange {

    /// Octets of the longest value that is put together from blocks.
    int VALUE_OCTETS_MAX = 16 * 1_024 * 1_024;

    /// Octets of the longest request, before it is cut into blocks.
    int REQUEST_OCTETS_MAX = VALUE_OCTETS_MAX;

    /// Writes the first APDU.
    void begin(AxdrWriter request);

    /// Takes the server's answer. [ClientEvent.BlockReceived] and [ClientEvent.BlockSent] come with a next
    /// request, [ClientEvent.Malformed] ends the association, any other event ends this exchange.
    ClientEvent receive(byte[] octets, int offset, int length, AxdrWriter request);

    /// Why something was not decoded, as a sentence part.
    static ClientEvent.Malformed malformed(String what, Decoded<?> decoded) {
        return new ClientEvent.Malformed(
                switch (decoded) {
                    case Decoded.Malformed<?>(String reason, int _) -> what + ": " + reason;
                    case Decoded.Incomplete<?>(int missing) -> what + ": " + missing + " octets missing";
                    case Decoded.Complete<?> _ -> what;
                });
    }
}
