package trefas.verification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.client.ClientSecurity;
import trefas.dlms.client.ClientSettings;
import trefas.dlms.client.KeyedSecurity;
import trefas.dlms.hdlc.HdlcClientSettings;
import trefas.dlms.security.Envelope;
import trefas.quantity.Obis;
import trefas.security.KeyId;
import trefas.security.Secret;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;
import trefas.transport.ApduLine;
import trefas.transport.HdlcLine;
import trefas.transport.HdlcLineSettings;
import trefas.transport.MeterConnection;
import trefas.transport.ReadResult;
import trefas.transport.TcpWrapperLine;

/// Our own client in this process: the associations the tests need, over the lines of this machine.
final class OwnClient {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final int PDU_OCTETS_MAX = 1_024;
    private static final int CHALLENGE_OCTETS = 16;

    private OwnClient() {}

    /// Associates with a password over the TCP wrapper.
    static MeterConnection withPassword(int port, int clientSap, int serverSap, String password) throws IOException {
        return withPassword(wrapper(port), clientSap, serverSap, password);
    }

    static MeterConnection withPassword(ApduLine line, int clientSap, int serverSap, String password)
            throws IOException {
        var terms = AssociationSettings.withPassword(
                clientSap, serverSap, password, ClientSettings.ALL_SERVICES, PDU_OCTETS_MAX);
        return MeterConnection.open(line, ClientSettings.of(terms), Optional.empty(), ANSWER_LIMIT);
    }

    /// Associates with HLS-5 in a ciphered context over the TCP wrapper.
    static MeterConnection ciphered(int port, int clientSap, int serverSap, PeerKeys keys) throws IOException {
        var terms = ClientSettings.of(AssociationSettings.withHighLevelSecurity(
                        clientSap,
                        serverSap,
                        ApplicationContext.LOGICAL_NAMES_CIPHERED,
                        AuthenticationMechanism.HIGH_GMAC,
                        Octets.of(new byte[0]),
                        ClientSettings.ALL_SERVICES,
                        PDU_OCTETS_MAX))
                .ciphered(Envelope.Family.GLOBAL, new Protection(true, true, false));
        return MeterConnection.open(wrapper(port), terms, Optional.of(security(keys)), ANSWER_LIMIT);
    }

    private static ClientSecurity security(PeerKeys keys) {
        var state = SecurityState.fresh(
                SecuritySuite.SUITE_0,
                SecurityPolicy.NONE,
                SystemTitle.of(keys.clientTitle()).orElseThrow());
        state.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, SymmetricKey.of(keys.encryptionKey()));
        state.install(KeyId.AUTHENTICATION, SymmetricKey.of(keys.authenticationKey()));
        state.continueSendingAt(keys.counter());
        var randomness = new SecureRandom();
        byte[] challenge = new byte[CHALLENGE_OCTETS];
        randomness.nextBytes(challenge);
        return new KeyedSecurity(
                SecurityAccess.unshared(state, randomness),
                Octets.of(challenge),
                Secret.of(new byte[0]),
                Optional.empty());
    }

    static ApduLine wrapper(int port) throws IOException {
        return TcpWrapperLine.open(at(port), ANSWER_LIMIT);
    }

    static ApduLine hdlc(int port) throws IOException {
        var patient = HdlcClientSettings.DEFAULT.withResponse((int) ANSWER_LIMIT.toMillis());
        return HdlcLine.overTcp(at(port), ANSWER_LIMIT, HdlcLineSettings.DEFAULT.withLink(patient));
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /// The value of an attribute that must be readable.
    static CosemData read(MeterConnection meter, int classId, String name, int attribute) throws IOException {
        return value(meter.get(new AttributeDescriptor(classId, Obis.of(name), attribute), Optional.empty()));
    }

    static CosemData value(ReadResult result) {
        return switch (result) {
            case ReadResult.Value(CosemData data) -> data;
            case ReadResult.NotGiven(String reason) -> throw new AssertionError(reason);
        };
    }
}
