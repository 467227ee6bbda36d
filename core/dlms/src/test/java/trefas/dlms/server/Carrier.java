package trefas.dlms.server;

import java.util.List;

/// What carries whole APDUs from clients to a server and back in a test.
interface Carrier {

    /// Brings one APDU to the server.
    ///
    /// @return all APDUs that came back, in order
    List<byte[]> ask(int clientSap, int serverSap, byte[] apdu);
}
