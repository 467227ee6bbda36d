package trefas.benchmarks.dlms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.app.host.MeterHost;
import trefas.app.host.MeterSecurity;
import trefas.app.host.StartException;
import trefas.app.settings.ClientRole;
import trefas.app.settings.KeySet;
import trefas.app.settings.SecuritySettings;
import trefas.benchmarks.BenchedMeter;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.device.Meter;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.memory.PermanentMemory;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.hdlc.HdlcServerSettings;
import trefas.dlms.server.AssociationTable;
import trefas.dlms.server.DetectingServer;
import trefas.dlms.server.ServerProfile;
import trefas.objects.Association;
import trefas.objects.ObjectModel;
import trefas.storage.VolatileMemory;
import trefas.transport.TcpLimits;
import trefas.transport.TcpListener;

/// Our meters, wired as the program wires them: host, keys, table of associations, listener. Only time stands
/// still.
record TrefasMeters(List<TcpListener> listeners) implements ServedMeters {

    private static final int CHALLENGE_OCTETS = 32;
    private static final int CONNECTIONS_MAX = 2_000;
    private static final int READ_OCTETS = 1_024;
    private static final Duration IDLE = Duration.ofMinutes(3);
    private static final int APDUS_LENGTH_MAX = 0xFFFF;

    static ServedMeters start(Workload workload) throws IOException {
        var listeners = new ArrayList<TcpListener>();
        var model = ObjectModel.of(MeterConfiguration.DEFAULT);
        var memory = new VolatileMemory();
        for (int meter = 0; meter < workload.meters(); meter++) {
            listeners.add(listen(BenchedMeter.SERIAL + meter, workload, model, memory));
        }
        return new TrefasMeters(listeners);
    }

    private static TcpListener listen(int serialNumber, Workload workload, ObjectModel model, PermanentMemory memory)
            throws IOException {
        Meter meter = BenchedMeter.withRows(serialNumber, workload.rows(), memory);
        var randomness = new SecureRandom();
        MeterSecurity keys = keys(serialNumber, memory, randomness);
        var host = new MeterHost(
                meter,
                model,
                memory,
                List.of(keys),
                (_, _) -> false,
                meter.lastSecond().orElse(0) + 1);
        var profile = new ServerProfile(associations(workload.apduOctetsMax()))
                .with(host.access(keys), () -> challenge(randomness));
        return TcpListener.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new TcpLimits(CONNECTIONS_MAX, IDLE, READ_OCTETS),
                () -> new DetectingServer(
                        HdlcServerSettings.DEFAULT, new AssociationTable(profile, host), (int) IDLE.toMillis()));
    }

    private static MeterSecurity keys(int serialNumber, PermanentMemory memory, SecureRandom randomness)
            throws IOException {
        try {
            return MeterSecurity.open(
                    serialNumber,
                    ClientRole.MANAGEMENT,
                    SecuritySettings.DEMO.title(serialNumber),
                    Optional.of(KeySet.DEMO),
                    memory,
                    randomness);
        } catch (StartException unusable) {
            throw new IOException(unusable);
        }
    }

    /// The public client without security, a module with a password, and the management client with keys.
    private static List<AssociationSettings> associations(int apduOctetsMax) {
        int octets = Math.min(apduOctetsMax, APDUS_LENGTH_MAX);
        Association open = Association.PUBLIC;
        Association module = Association.PRIMARY_MODULE;
        Association management = Association.MANAGEMENT;
        return List.of(
                AssociationSettings.open(open.clientSap(), open.serverSap(), ServerProfile.SERVED, octets),
                AssociationSettings.withPassword(
                        module.clientSap(),
                        module.serverSap(),
                        SecuritySettings.PASSWORD,
                        ServerProfile.EVERYTHING,
                        octets),
                AssociationSettings.withHighLevelSecurity(
                                management.clientSap(),
                                management.serverSap(),
                                ApplicationContext.LOGICAL_NAMES_CIPHERED,
                                AuthenticationMechanism.HIGH_GMAC,
                                Octets.of(new byte[0]),
                                ServerProfile.EVERYTHING,
                                octets)
                        .demanding(new Protection(true, true, false)));
    }

    private static Octets challenge(SecureRandom randomness) {
        byte[] octets = new byte[CHALLENGE_OCTETS];
        randomness.nextBytes(octets);
        return Octets.of(octets);
    }

    @Override
    public List<Integer> ports() {
        return listeners.stream().map(TcpListener::port).toList();
    }

    @Override
    public void close() throws IOException {
        for (TcpListener listener : listeners) {
            listener.close();
        }
    }
}
