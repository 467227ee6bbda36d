package trefas.verification;

import gurux.dlms.GXByteBuffer;
import gurux.dlms.GXDLMSClient;
import gurux.dlms.GXDLMSException;
import gurux.dlms.GXDateTime;
import gurux.dlms.GXReplyData;
import gurux.dlms.enums.Authentication;
import gurux.dlms.enums.InterfaceType;
import gurux.dlms.objects.GXDLMSObject;
import gurux.dlms.objects.GXDLMSObjectCollection;
import gurux.dlms.objects.GXDLMSProfileGeneric;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/// A foreign DLMS client with an association: Gurux makes and reads the octets, a plain socket carries them.
final class GuruxLine implements AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final int OCTETS_AT_ONCE = 4_096;

    private final Socket socket;
    private final GXDLMSClient client;

    private GuruxLine(Socket socket, GXDLMSClient client) {
        this.socket = socket;
        this.client = client;
    }

    /// Associates without a password.
    static GuruxLine open(int port, int clientSap, int serverSap) throws Exception {
        return open(
                port, new GXDLMSClient(true, clientSap, serverSap, Authentication.NONE, null, InterfaceType.WRAPPER));
    }

    /// Associates with a password (low-level security).
    static GuruxLine open(int port, int clientSap, int serverSap, String password) throws Exception {
        return open(
                port,
                new GXDLMSClient(true, clientSap, serverSap, Authentication.LOW, password, InterfaceType.WRAPPER));
    }

    private static GuruxLine open(int port, GXDLMSClient client) throws Exception {
        var socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) ANSWER_LIMIT.toMillis());
            socket.setSoTimeout((int) ANSWER_LIMIT.toMillis());
            var line = new GuruxLine(socket, client);
            client.parseAareResponse(line.answerTo(client.aarqRequest()).getData());
            return line;
        } catch (Exception refused) {
            socket.close();
            throw refused;
        }
    }

    GXDLMSObjectCollection objects() throws Exception {
        return client.parseObjects(answerTo(client.getObjectsRequest()).getData(), true);
    }

    /// Reads one attribute into the object and gives it back as Gurux has understood it.
    Object read(GXDLMSObject object, int attribute) throws Exception {
        GXReplyData answer = answerTo(client.read(object, attribute));
        return client.updateValue(object, attribute, answer.getValue());
    }

    /// Reads the rows of a profile from one time to another, both included.
    List<Object[]> readRange(GXDLMSProfileGeneric profile, GXDateTime from, GXDateTime to) throws Exception {
        return rows(profile, client.readRowsByRange(profile, from, to));
    }

    /// Reads the whole buffer of a profile.
    List<Object[]> readAll(GXDLMSProfileGeneric profile) throws Exception {
        return rows(profile, client.read(profile, 2));
    }

    private List<Object[]> rows(GXDLMSProfileGeneric profile, byte[][] request) throws Exception {
        profile.clearBuffer();
        client.updateValue(profile, 2, answerTo(request).getValue());
        return List.of(profile.getBuffer()).stream().map(row -> (Object[]) row).toList();
    }

    /// Sends a request, fetches its further blocks and gives back the whole answer.
    private GXReplyData answerTo(byte[][] request) throws Exception {
        var answer = new GXReplyData();
        for (byte[] part : request) {
            answer.clear();
            exchange(part, answer);
            while (answer.isMoreData()) {
                exchange(client.receiverReady(answer), answer);
            }
        }
        if (answer.getError() != 0) {
            throw new GXDLMSException(answer.getError());
        }
        return answer;
    }

    private void exchange(byte[] request, GXReplyData answer) throws Exception {
        socket.getOutputStream().write(request);
        var received = new GXByteBuffer();
        byte[] octets = new byte[OCTETS_AT_ONCE];
        answer.setComplete(false);
        do {
            int count = socket.getInputStream().read(octets);
            if (count < 0) {
                throw new EOFException("the meter has closed the connection");
            }
            received.set(octets, 0, count);
        } while (!client.getData(received, answer));
    }

    /// Releases the association and hangs up.
    @Override
    public void close() throws IOException {
        try (socket) {
            answerTo(client.releaseRequest());
        } catch (IOException gone) {
            throw gone;
        } catch (Exception notUnderstood) {
            throw new IOException("the answer to a release could not be understood", notUnderstood);
        }
    }
}
