package trefas.benchmarks.dlms;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.openmuc.jdlms.AuthenticationMechanism;
import org.openmuc.jdlms.DlmsServer;
import org.openmuc.jdlms.LogicalDevice;
import org.openmuc.jdlms.SecuritySuite;
import org.openmuc.jdlms.datatypes.DataObject;
import trefas.app.settings.KeySet;
import trefas.benchmarks.BenchedMeter;

/// The server of jDLMS as it comes: its own threads and sockets.
@NullUnmarked
final class JdlmsMeters implements ServedMeters.Start {

    private static final int CLIENTS_MAX = 1_000;
    private static final int CIPHERED_CLIENT = 1;
    private static final int PUBLIC_CLIENT = 16;

    JdlmsMeters() {}

    @Override
    public ServedMeters with(Workload workload) throws IOException {
        int port = freePort();
        var device = new LogicalDevice(1, "TRFBENCH", "TRF", BenchedMeter.SERIAL);
        device.setMasterKey(KeySet.DEMO.encryption().octets());
        device.addRestriction(CIPHERED_CLIENT, ciphered());
        device.addRestriction(PUBLIC_CLIENT, SecuritySuite.builder().build());
        device.registerCosemObject(new JdlmsRegister(), new JdlmsProfile(rows(workload.rows())));
        DlmsServer server = DlmsServer.tcpServerBuilder(port)
                .setMaxClients(CLIENTS_MAX)
                .registerLogicalDevice(device)
                .build();
        return new ServedMeters() {
            @Override
            public List<Integer> ports() {
                return List.of(port);
            }

            @Override
            public void close() throws IOException {
                server.close();
            }
        };
    }

    private static SecuritySuite ciphered() {
        return SecuritySuite.builder()
                .setAuthenticationMechanism(AuthenticationMechanism.HLS5_GMAC)
                .setEncryptionMechanism(SecuritySuite.EncryptionMechanism.AES_GCM_128)
                .setSecurityPolicy(SecuritySuite.SecurityPolicy.AUTHENTICATED_AND_ENCRYPTED)
                .setGlobalUnicastEncryptionKey(KeySet.DEMO.encryption().octets())
                .setAuthenticationKey(KeySet.DEMO.authentication().octets())
                .build();
    }

    private static List<DataObject> rows(int count) {
        var rows = new ArrayList<DataObject>(count);
        for (int row = 0; row < count; row++) {
            rows.add(DataObject.newStructureData(
                    DataObject.newOctetStringData(PeerProfile.time(row)),
                    DataObject.newUInteger8Data((short) 0),
                    DataObject.newUInteger32Data(row),
                    DataObject.newUInteger32Data(row),
                    DataObject.newUInteger32Data(row)));
        }
        return rows;
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
