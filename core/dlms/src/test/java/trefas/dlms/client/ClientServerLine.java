package trefas.dlms.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.dlms.server.WrapperServer;

/// A line between our client and our server that brings so many octets at once.
final class ClientServerLine {

    final WrapperClient client;
    private final WrapperServer server;
    private final int piece;
    private final List<ClientEvent> events = new ArrayList<>();
    private int blocks;

    ClientServerLine(WrapperClient client, WrapperServer server, int piece) {
        this.client = client;
        this.server = server;
        this.piece = piece;
    }

    ClientEvent open() {
        var sent = new ByteArrayOutputStream();
        assertEquals(Optional.empty(), client.open(sent::write));
        return end(sent);
    }

    ClientEvent call(ServiceCall call) {
        var sent = new ByteArrayOutputStream();
        assertEquals(Optional.empty(), client.call(call, sent::write));
        return end(sent);
    }

    ClientEvent release() {
        var sent = new ByteArrayOutputStream();
        assertEquals(Optional.empty(), client.release(sent::write));
        return end(sent);
    }

    /// Blocks the client told of during the last call.
    int blocks() {
        return blocks;
    }

    /// Carries octets to and fro until nobody says anything more.
    private ClientEvent end(ByteArrayOutputStream fromClient) {
        byte[] toServer = fromClient.toByteArray();
        while (toServer.length > 0) {
            var fromServer = new ByteArrayOutputStream();
            for (int at = 0; at < toServer.length; at += piece) {
                server.receive(toServer, at, Math.min(piece, toServer.length - at), fromServer::write);
            }
            byte[] toClient = fromServer.toByteArray();
            var next = new ByteArrayOutputStream();
            for (int at = 0; at < toClient.length; at += piece) {
                events.addAll(client.receive(toClient, at, Math.min(piece, toClient.length - at), next::write));
            }
            toServer = next.toByteArray();
        }
        var last = events.removeLast();
        blocks = events.size();
        events.clear();
        return last;
    }
}
