package trefas.verification;

import gurux.dlms.GXByteBuffer;
import gurux.dlms.GXDLMSClient;
import gurux.dlms.GXDLMSException;
import gurux.dlms.GXDateTime;
import gurux.dlms.GXReplyData;
import gurux.dlms.enums.Authentication;
import gurux.dlms.enums.DataType;
import gurux.dlms.enums.InterfaceType;
import gurux.dlms.enums.Security;
import gurux.dlms.objects.GXDLMSObject;
import gurux.dlms.objects.GXDLMSObjectCollection;
import gurux.dlms.objects.GXDLMSProfileGeneric;
import gurux.dlms.secure.GXDLMSSecureClient;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trefas.verification.ForeignCall.Carrier;

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

    /// Associates without a password, or with one.
    static GuruxLine open(int port, Carrier carrier, int clientSap, int serverSap, Optional<String> password)
            throws Exception {
        var proof = password.isPresent() ? Authentication.LOW : Authentication.NONE;
        return open(
                port, new GXDLMSClient(true, clientSap, serverSap, proof, password.orElse(""), interfaceType(carrier)));
    }

    private static InterfaceType interfaceType(Carrier carrier) {
        return switch (carrier) {
            case WRAPPER -> InterfaceType.WRAPPER;
            case HDLC -> InterfaceType.HDLC;
        };
    }

    /// Associates with HLS-5 in a ciphered context; every request is authenticated and encrypted.
    static GuruxLine ciphered(int port, Carrier carrier, int clientSap, int serverSap, PeerKeys keys) throws Exception {
        var client = new GXDLMSSecureClient(
                true, clientSap, serverSap, Authentication.HIGH_GMAC, "", interfaceType(carrier));
        var ciphering = client.getCiphering();
        ciphering.setSecurity(Security.AUTHENTICATION_ENCRYPTION);
        ciphering.setSystemTitle(keys.clientTitle());
        ciphering.setBlockCipherKey(keys.encryptionKey());
        ciphering.setAuthenticationKey(keys.authenticationKey());
        ciphering.setInvocationCounter(keys.counter());
        // What is released in clear is not released (SYMSEC_REL_N1).
        client.setUseProtectedRelease(true);
        return open(port, client);
    }

    private static GuruxLine open(int port, GXDLMSClient client) throws Exception {
        var socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) ANSWER_LIMIT.toMillis());
            socket.setSoTimeout((int) ANSWER_LIMIT.toMillis());
            var line = new GuruxLine(socket, client);
            line.associate();
            return line;
        } catch (Exception refused) {
            socket.close();
            throw refused;
        }
    }

    private void associate() throws Exception {
        if (client.getInterfaceType() == InterfaceType.HDLC) {
            var answer = new GXReplyData();
            exchange(client.snrmRequest(), answer);
            client.parseUAResponse(answer.getData());
        }
        client.parseAareResponse(answerTo(client.aarqRequest()).getData());
        if (client.getIsAuthenticationRequired()) {
            client.parseApplicationAssociationResponse(
                    answerTo(client.getApplicationAssociationRequest()).getData());
        }
    }

    /// The client itself, for what is told about an open association.
    GXDLMSClient client() {
        return client;
    }

    GXDLMSObjectCollection objects() throws Exception {
        return client.parseObjects(answerTo(client.getObjectsRequest()).getData(), true);
    }

    /// Reads one attribute into the object and gives it back as Gurux has understood it.
    Object read(GXDLMSObject object, int attribute) throws Exception {
        GXReplyData answer = answerTo(client.read(object, attribute));
        return client.updateValue(object, attribute, answer.getValue());
    }

    /// Reads one attribute as Gurux has decoded it, without a look at what its class means.
    Object readRaw(GXDLMSObject object, int attribute) throws Exception {
        return answerTo(client.read(object, attribute)).getValue();
    }

    /// Writes one attribute as the object holds it.
    void write(GXDLMSObject object, int attribute) throws Exception {
        answerTo(client.write(object, attribute));
    }

    /// Writes a double-long-unsigned.
    void write(GXDLMSObject object, int attribute, long value) throws Exception {
        answerTo(client.write(object.getLogicalName(), value, DataType.UINT32, object.getObjectType(), attribute));
    }

    /// Reads one attribute of several objects in one request, as Gurux has decoded it.
    List<?> readList(List<GXDLMSObject> objects, int attribute) throws Exception {
        List<Map.Entry<GXDLMSObject, Integer>> asked = objects.stream()
                .<Map.Entry<GXDLMSObject, Integer>>map(object -> Map.entry(object, attribute))
                .toList();
        return (List<?>) answerTo(client.readList(asked)).getValue();
    }

    /// Calls a method with the parameter integer 0; an error is a [GXDLMSException].
    void invoke(GXDLMSObject object, int method) throws Exception {
        answerTo(client.method(object, method, 0, DataType.INT8));
    }

    /// Reads rows of a profile by their number.
    ///
    /// @param first counts from 1
    List<Object[]> readEntries(GXDLMSProfileGeneric profile, int first, int count) throws Exception {
        return rows(profile, client.readRowsByEntry(profile, first, count));
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
            if (client.getInterfaceType() == InterfaceType.HDLC) {
                exchange(client.disconnectRequest(true), new GXReplyData());
            }
        } catch (IOException gone) {
            throw gone;
        } catch (Exception notUnderstood) {
            throw new IOException("the answer to a release could not be understood", notUnderstood);
        }
    }
}
