package trefas.verification;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openmuc.jdlms.AccessResultCode;
import org.openmuc.jdlms.AttributeAddress;
import org.openmuc.jdlms.AuthenticationMechanism;
import org.openmuc.jdlms.DlmsConnection;
import org.openmuc.jdlms.GetResult;
import org.openmuc.jdlms.MethodParameter;
import org.openmuc.jdlms.MethodResultCode;
import org.openmuc.jdlms.ObisCode;
import org.openmuc.jdlms.ResponseTimeoutException;
import org.openmuc.jdlms.SecuritySuite;
import org.openmuc.jdlms.SelectiveAccessDescription;
import org.openmuc.jdlms.SetParameter;
import org.openmuc.jdlms.TcpConnectionBuilder;
import org.openmuc.jdlms.datatypes.DataObject;
import trefas.verification.ForeignCall.Carrier;

/// An association of jDLMS's client, which brings its own sockets and threads.
final class JdlmsLine implements AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final DlmsConnection connection;
    private final boolean isCiphered;
    private boolean isReleased;

    private JdlmsLine(DlmsConnection connection, boolean isCiphered) {
        this.connection = connection;
        this.isCiphered = isCiphered;
    }

    /// Associates without a password, or with one.
    static JdlmsLine open(int port, Carrier carrier, int clientSap, int serverSap, Optional<String> password)
            throws IOException {
        var builder = builder(port, carrier, clientSap, serverSap);
        if (password.isPresent()) {
            builder.setSecuritySuite(SecuritySuite.builder()
                    .setAuthenticationMechanism(AuthenticationMechanism.LOW)
                    .setPassword(password.get().getBytes(StandardCharsets.US_ASCII))
                    .build());
        }
        return new JdlmsLine(builder.build(), false);
    }

    /// Associates with HLS-5 in a ciphered context; every request is authenticated and encrypted.
    static JdlmsLine ciphered(int port, Carrier carrier, int clientSap, int serverSap, PeerKeys keys)
            throws IOException {
        SecuritySuite high = SecuritySuite.builder()
                .setAuthenticationMechanism(AuthenticationMechanism.HLS5_GMAC)
                .setEncryptionMechanism(SecuritySuite.EncryptionMechanism.AES_GCM_128)
                .setSecurityPolicy(SecuritySuite.SecurityPolicy.AUTHENTICATED_AND_ENCRYPTED)
                .setGlobalUnicastEncryptionKey(keys.encryptionKey())
                .setAuthenticationKey(keys.authenticationKey())
                .build();
        return new JdlmsLine(
                builder(port, carrier, clientSap, serverSap)
                        .setSecuritySuite(high)
                        .setSystemTitle(keys.manufacturer(), keys.deviceNumber())
                        .setFrameCounter(keys.counter())
                        .build(),
                true);
    }

    private static TcpConnectionBuilder builder(int port, Carrier carrier, int clientSap, int serverSap) {
        var builder = new TcpConnectionBuilder(InetAddress.getLoopbackAddress())
                .setPort(port)
                .setClientId(clientSap)
                .setLogicalDeviceId(serverSap)
                .setResponseTimeout((int) ANSWER_LIMIT.toMillis());
        return switch (carrier) {
            case WRAPPER -> builder.useWrapper();
            case HDLC -> builder.useHdlc();
        };
    }

    /// Reads one attribute.
    ///
    /// @param logicalName six numbers with dots between them
    GetResult get(int classId, String logicalName, int attribute) throws IOException {
        return answer(() -> connection.get(new AttributeAddress(classId, obis(logicalName), attribute)));
    }

    /// The value of an attribute that must be readable.
    DataObject read(int classId, String logicalName, int attribute) throws IOException {
        return value(get(classId, logicalName, attribute));
    }

    /// A part of a value.
    DataObject read(int classId, String logicalName, int attribute, int selector, DataObject parameter)
            throws IOException {
        var selection = new SelectiveAccessDescription(selector, parameter);
        return value(
                answer(() -> connection.get(new AttributeAddress(classId, obis(logicalName), attribute, selection))));
    }

    /// Several values in one request.
    List<GetResult> get(List<AttributeAddress> attributes) throws IOException {
        return answer(() -> connection.get(attributes));
    }

    void write(int classId, String logicalName, int attribute, DataObject value) throws IOException {
        AccessResultCode result = answer(() ->
                connection.set(new SetParameter(new AttributeAddress(classId, obis(logicalName), attribute), value)));
        if (result != AccessResultCode.SUCCESS) {
            throw new ForeignRefusalException((int) result.getCode());
        }
    }

    void invoke(int classId, String logicalName, int method, DataObject parameter) throws IOException {
        MethodResultCode result = answer(
                        () -> connection.action(new MethodParameter(classId, obis(logicalName), method, parameter)))
                .getResultCode();
        if (result != MethodResultCode.SUCCESS) {
            throw new ForeignRefusalException((int) result.getCode());
        }
    }

    /// What is asked of the meter.
    @FunctionalInterface
    private interface Request<T> {
        T send() throws IOException;
    }

    /// jDLMS keeps an exception response that comes before it waits for one: the request runs into its time limit, and
    /// what is asked next throws it. Here that is the release, so that a refusal is not taken for silence.
    private <T> T answer(Request<T> request) throws IOException {
        try {
            return request.send();
        } catch (ResponseTimeoutException late) {
            isReleased = true;
            connection.disconnect();
            throw late;
        }
    }

    private static DataObject value(GetResult result) throws IOException {
        if (!result.requestSuccessful()) {
            throw new ForeignRefusalException((int) result.getResultCode().getCode());
        }
        return result.getResultData();
    }

    static ObisCode obis(String logicalName) {
        String[] groups = logicalName.split("\\.", -1);
        return new ObisCode(
                Integer.parseInt(groups[0]),
                Integer.parseInt(groups[1]),
                Integer.parseInt(groups[2]),
                Integer.parseInt(groups[3]),
                Integer.parseInt(groups[4]),
                Integer.parseInt(groups[5]));
    }

    /// Releases and hangs up. jDLMS's release is never ciphered, so a ciphered association ends with its line.
    @Override
    public void close() throws IOException {
        if (isCiphered || isReleased) {
            connection.close();
        } else {
            connection.disconnect();
        }
    }
}
