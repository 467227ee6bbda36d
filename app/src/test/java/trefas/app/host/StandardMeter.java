package trefas.app.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import trefas.app.settings.FurtherPorts;
import trefas.app.settings.KeySet;
import trefas.app.settings.ModelChoice;
import trefas.app.settings.RunSettings;
import trefas.app.settings.SecuritySettings;
import trefas.app.settings.Speed;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.MethodDescriptor;
import trefas.cosem.Protection;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.client.ClientSettings;
import trefas.dlms.client.KeyedSecurity;
import trefas.dlms.client.Outcome;
import trefas.dlms.client.ServiceCall;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.security.Envelope;
import trefas.quantity.Obis;
import trefas.security.Secret;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SystemTitle;
import trefas.transport.ApduLine;
import trefas.transport.MeterConnection;
import trefas.transport.ReadResult;
import trefas.transport.TcpWrapperLine;

/// A meter in the standard model over real sockets, and a head-end with the demo's keys that talks to it.
final class StandardMeter implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final Protection BOTH = new Protection(true, true, false);

    /// The head-end's keys and counters, the same for all its conversations.
    final SecurityState headEnd =
            SecurityState.fresh(SecuritySuite.SUITE_0, SecurityPolicy.NONE, new SystemTitle(0x5452_4600_0000_0001L));

    final MeterProcess process;

    StandardMeter(Optional<Path> folder) throws StartException {
        this(folder, HostOnBench.START);
    }

    StandardMeter(Optional<Path> folder, long second) throws StartException {
        KeySet.DEMO.installIn(headEnd);
        process = MeterProcess.start(settings(folder), second, 0);
    }

    static RunSettings settings(Optional<Path> folder) {
        return RunSettings.DEFAULT
                .withModel(ModelChoice.STANDARD)
                .withSecurity(SecuritySettings.DEMO)
                .withStateDirectory(folder)
                .withSpeed(new Speed(60))
                .withDlmsPort(0)
                .withFacePort(OptionalInt.empty())
                .withP1Port(OptionalInt.empty())
                .withFurtherPorts(FurtherPorts.NONE.withUdp(0));
    }

    InetSocketAddress tcp() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), process.dlmsPort());
    }

    InetSocketAddress udp() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), process.dlmsUdpPort().orElseThrow());
    }

    SystemTitle title() {
        return SecuritySettings.DEMO.title(process.host().<Integer>read(meter -> meter.serialNumber()));
    }

    /// The management client on a new connection.
    MeterConnection management() throws IOException {
        return management(TcpWrapperLine.open(tcp(), PATIENCE));
    }

    MeterConnection management(ApduLine line) throws IOException {
        var settings = ClientSettings.of(AssociationSettings.ofReader(1, 1, ""))
                .with(ClientSettings.ALL_SERVICES, 1_024, 0)
                .with(AuthenticationMechanism.HIGH_GMAC)
                .ciphered(Envelope.Family.GLOBAL, BOTH);
        byte[] challenge = new byte[32];
        new SecureRandom().nextBytes(challenge);
        var security = new KeyedSecurity(access(), Octets.of(challenge), Secret.of(new byte[0]), Optional.empty());
        return MeterConnection.open(line, settings, Optional.of(security), PATIENCE);
    }

    SecurityAccess access() {
        return SecurityAccess.unshared(headEnd, new SecureRandom());
    }

    /// What the head-end has to open and seal what is pushed to it.
    AssociationProtection listening() {
        var protection = AssociationProtection.ofClient(access(), BOTH);
        protection.begin(title());
        return protection;
    }

    static CosemData read(MeterConnection connection, int classId, String name, int attribute) throws IOException {
        var result = connection.get(new AttributeDescriptor(classId, Obis.of(name), attribute), Optional.empty());
        return switch (result) {
            case ReadResult.Value(CosemData data) -> data;
            case ReadResult.NotGiven(String reason) -> throw new AssertionError(name + ": " + reason);
        };
    }

    static void set(MeterConnection connection, int classId, String name, int attribute, CosemData value)
            throws IOException {
        Outcome outcome = connection.set(new AttributeDescriptor(classId, Obis.of(name), attribute), value);
        if (!(outcome instanceof Outcome.Done)) {
            throw new AssertionError(name + ": " + outcome);
        }
    }

    static Outcome call(MeterConnection connection, int classId, String name, int method, CosemData parameter)
            throws IOException {
        return connection.invoke(new ServiceCall.MethodCall(
                new MethodDescriptor(classId, Obis.of(name), method), Optional.of(parameter)));
    }

    static CosemData octets(String hex) {
        return new CosemData.OctetString(Octets.of(HexFormat.of().parseHex(hex)));
    }

    static CosemData structure(CosemData... elements) {
        return new CosemData.Structure(List.of(elements));
    }

    /// Lets the meter live until something is so; the test's time-out is the limit.
    static void until(Condition condition) throws IOException {
        while (!condition.holds()) {
            Thread.onSpinWait();
        }
    }

    /// Something that comes about by itself.
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException;
    }

    @Override
    public void close() {
        process.close();
    }
}
