package trefas.benchmarks.dlms;

import gurux.dlms.GXDLMSConnectionEventArgs;
import gurux.dlms.GXDateTime;
import gurux.dlms.ValueEventArgs;
import gurux.dlms.enums.AccessMode;
import gurux.dlms.enums.Authentication;
import gurux.dlms.enums.InterfaceType;
import gurux.dlms.enums.MethodAccessMode;
import gurux.dlms.enums.ObjectType;
import gurux.dlms.enums.SourceDiagnostic;
import gurux.dlms.objects.GXDLMSClock;
import gurux.dlms.objects.GXDLMSData;
import gurux.dlms.objects.GXDLMSObject;
import gurux.dlms.objects.GXDLMSProfileGeneric;
import gurux.dlms.objects.GXDLMSRegister;
import gurux.dlms.secure.GXDLMSSecureServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import trefas.app.settings.KeySet;
import trefas.benchmarks.BenchedMeter;

/// Gurux' server behind plain blocking sockets, a thread for each connection. It serves one association at a time.
@NullUnmarked
final class GuruxMeters implements ServedMeters.Start {

    private static final int READ_OCTETS = 4_096;
    private static final int BACKLOG = 128;
    private static final int SECONDS_PER_ROW = 900;
    private static final int REPLY_TO_HLS = 1;

    GuruxMeters() {}

    @Override
    public ServedMeters with(Workload workload) throws IOException {
        var server = new Server();
        server.fill(workload);
        var listening = new ServerSocket();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    Socket accepted = listening.accept();
                    Thread.ofPlatform().daemon().start(() -> converse(accepted, server));
                }
            } catch (IOException closed) {
                // The process is about to end.
            }
        });
        return () -> List.of(listening.getLocalPort());
    }

    private static void converse(Socket socket, Server server) {
        byte[] octets = new byte[READ_OCTETS];
        try (socket;
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            server.begin();
            for (int length = in.read(octets); length > 0; length = in.read(octets)) {
                byte[] answer = server.answer(Arrays.copyOf(octets, length));
                if (answer != null) {
                    out.write(answer);
                }
            }
        } catch (IOException | GeneralSecurityException peerGone) {
            System.err.println(peerGone);
        }
    }

    /// One meter with a clock, a register and a load profile.
    private static final class Server extends GXDLMSSecureServer {

        Server() {
            super(true, InterfaceType.WRAPPER);
            getCiphering().setSystemTitle(PeerProfile.systemTitle());
            getCiphering().setBlockCipherKey(KeySet.DEMO.encryption().octets());
            getCiphering().setAuthenticationKey(KeySet.DEMO.authentication().octets());
        }

        void fill(Workload workload) {
            setMaxReceivePDUSize(workload.apduOctetsMax());
            var clock = new GXDLMSClock(PeerProfile.CLOCK);
            var register = new GXDLMSRegister(PeerProfile.REGISTER);
            register.setValue(PeerProfile.REGISTER_VALUE);
            var status = new GXDLMSData("0.0.96.10.1.255");
            var profile = new GXDLMSProfileGeneric(PeerProfile.PROFILE);
            profile.setCapturePeriod(0);
            profile.addCaptureObject(clock, 2, 0);
            profile.addCaptureObject(status, 2, 0);
            for (int column = 0; column < 3; column++) {
                profile.addCaptureObject(register, 2, 0);
            }
            profile.setSortObject(clock);
            profile.setProfileEntries(workload.rows());
            for (int row = 0; row < workload.rows(); row++) {
                var time = new GXDateTime(
                        Date.from(Instant.ofEpochSecond(BenchedMeter.START + (row + 1L) * SECONDS_PER_ROW)));
                profile.addRow(new Object[] {time, (short) 0, (long) row, (long) row, (long) row});
            }
            profile.setEntriesInUse(workload.rows());
            getItems().add(clock);
            getItems().add(register);
            getItems().add(status);
            getItems().add(profile);
            for (GXDLMSObject object : getItems()) {
                for (int attribute = 1; attribute <= object.getAttributeCount(); attribute++) {
                    object.setAccess(attribute, AccessMode.READ);
                }
            }
            initialize();
            for (GXDLMSObject object : getItems()) {
                if (object.getObjectType() == ObjectType.ASSOCIATION_LOGICAL_NAME) {
                    object.setMethodAccess(REPLY_TO_HLS, MethodAccessMode.ACCESS);
                }
            }
        }

        synchronized void begin() {
            long counter = getCiphering().getInvocationCounter();
            reset();
            // It would begin to count anew, which our client refuses.
            getCiphering().setInvocationCounter(counter + 1);
        }

        synchronized byte[] answer(byte[] request) throws GeneralSecurityException {
            return handleRequest(request);
        }

        @Override
        protected boolean isTarget(int server, int client) {
            return true;
        }

        @Override
        protected SourceDiagnostic validateAuthentication(Authentication authentication, byte[] password) {
            return SourceDiagnostic.NONE;
        }

        @Override
        protected GXDLMSObject onFindObject(ObjectType type, int shortName, String logicalName) {
            return null;
        }

        @Override
        public void read(ValueEventArgs[] arguments) {}

        @Override
        protected void write(ValueEventArgs[] arguments) {}

        @Override
        protected void connected(GXDLMSConnectionEventArgs arguments) {}

        @Override
        protected void invalidConnection(GXDLMSConnectionEventArgs arguments) {}

        @Override
        protected void disconnected(GXDLMSConnectionEventArgs arguments) {}

        @Override
        protected void action(ValueEventArgs[] arguments) {}
    }
}
