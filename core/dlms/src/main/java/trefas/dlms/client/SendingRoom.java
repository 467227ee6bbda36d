package trefas.dlms.client;

import trefas.cosem.AxdrWriter;

/// How long a request may be, and whether the service may cut it.
///
/// @param octetsMax of a plain APDU, so that it fits the server with its protection
/// @param cutsItself true when the service's own blocks were agreed and are wanted
record SendingRoom(int octetsMax, boolean cutsItself) {

    /// True when a request has to go in the service's own blocks.
    boolean isTooShortFor(AxdrWriter request) {
        return cutsItself && request.length() > octetsMax;
    }
}
