package trefas.verification;

import gurux.dlms.GXByteBuffer;
import gurux.dlms.GXDLMSConnectionEventArgs;
import gurux.dlms.GXDateTime;
import gurux.dlms.ValueEventArgs;
import gurux.dlms.enums.Authentication;
import gurux.dlms.enums.DataType;
import gurux.dlms.enums.InterfaceType;
import gurux.dlms.enums.MethodAccessMode;
import gurux.dlms.enums.ObjectType;
import gurux.dlms.enums.SourceDiagnostic;
import gurux.dlms.enums.Unit;
import gurux.dlms.objects.GXDLMSClock;
import gurux.dlms.objects.GXDLMSData;
import gurux.dlms.objects.GXDLMSObject;
import gurux.dlms.objects.GXDLMSProfileGeneric;
import gurux.dlms.objects.GXDLMSRegister;
import gurux.dlms.secure.GXDLMSSecureServer;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gurux's server. A plain socket carries its octets, one connection after the other, since a Gurux server is one
/// association.
final class GuruxMeter extends GXDLMSSecureServer implements ForeignMeter {

    private static final String SYSTEM_TITLE = "4752580000000001";

    private static final int HEADER_OCTETS = 8;
    private static final int LENGTH_AT = 6;
    private static final int REPLY_TO_HLS = 1;

    private final ServerSocket listener;
    private final Authentication proof;

    private GuruxMeter(Authentication proof) throws IOException {
        super(true, InterfaceType.WRAPPER);
        this.proof = proof;
        this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /// A meter that asks for [#PASSWORD].
    static GuruxMeter withPassword() throws Exception {
        return started(new GuruxMeter(Authentication.LOW));
    }

    /// A meter that asks for HLS-5 and ciphers.
    static GuruxMeter ciphered(PeerKeys keys) throws Exception {
        var meter = new GuruxMeter(Authentication.HIGH_GMAC);
        meter.getCiphering().setSystemTitle(HexFormat.of().parseHex(SYSTEM_TITLE));
        meter.getCiphering().setBlockCipherKey(keys.encryptionKey());
        meter.getCiphering().setAuthenticationKey(keys.authenticationKey());
        return started(meter);
    }

    private static GuruxMeter started(GuruxMeter meter) throws Exception {
        meter.addObjects();
        meter.initialize();
        for (GXDLMSObject object : meter.getItems()) {
            if (object.getObjectType() == ObjectType.ASSOCIATION_LOGICAL_NAME) {
                object.setMethodAccess(REPLY_TO_HLS, MethodAccessMode.ACCESS);
            }
        }
        Thread.ofVirtual().start(meter::serve);
        return meter;
    }

    private void addObjects() {
        var clock = new GXDLMSClock(ForeignMeter.dotted(CLOCK));
        clock.setTime(time(0));
        var energy = new GXDLMSRegister(ForeignMeter.dotted(ENERGY));
        energy.setScaler(Math.pow(10, ENERGY_SCALER));
        energy.setUnit(Unit.ACTIVE_ENERGY);
        energy.setDataType(2, DataType.UINT32);
        energy.setValue(ENERGY_VALUE);
        var number = new GXDLMSData(ForeignMeter.dotted(NUMBER));
        number.setDataType(2, DataType.UINT32);
        number.setValue(NUMBER_AT_FIRST);
        var profile = new GXDLMSProfileGeneric(ForeignMeter.dotted(PROFILE));
        profile.addCaptureObject(clock, 2, 0);
        profile.addCaptureObject(energy, 2, 0);
        profile.setCapturePeriod(0);
        profile.setSortObject(clock);
        for (int row = 0; row < ROWS; row++) {
            profile.addRow(new Object[] {time(row), (long) row});
        }
        profile.setProfileEntries(ROWS);
        getItems().addAll(List.of(clock, energy, number, profile));
    }

    /// The time of a row.
    private static GXDateTime time(int row) {
        LocalDateTime at = BEGIN.plusMinutes((long) row * MINUTES_PER_ROW);
        return new GXDateTime(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
    }

    @Override
    public int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket connection = listener.accept()) {
                reset();
                converse(connection);
            } catch (Exception over) {
                // The client hung up, or the test is over.
            }
        }
    }

    private void converse(Socket connection) throws Exception {
        var in = new DataInputStream(connection.getInputStream());
        while (true) {
            byte[] answer = handleRequest(wrapped(in));
            if (answer != null) {
                connection.getOutputStream().write(answer);
            }
        }
    }

    /// One wrapped APDU, header and all.
    private static byte[] wrapped(DataInputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER_OCTETS);
        if (header.length < HEADER_OCTETS) {
            throw new EOFException();
        }
        int length = new GXByteBuffer(header).getUInt16(LENGTH_AT);
        byte[] frame = Arrays.copyOf(header, HEADER_OCTETS + length);
        in.readFully(frame, HEADER_OCTETS, length);
        return frame;
    }

    @Override
    protected boolean isTarget(int serverAddress, int clientAddress) {
        return true;
    }

    @Override
    protected SourceDiagnostic validateAuthentication(Authentication authentication, byte[] password) {
        boolean isRight = authentication == proof
                && (proof != Authentication.LOW
                        || Arrays.equals(password, PASSWORD.getBytes(StandardCharsets.US_ASCII)));
        return isRight ? SourceDiagnostic.NONE : SourceDiagnostic.AUTHENTICATION_FAILURE;
    }

    @Override
    protected @Nullable GXDLMSObject onFindObject(ObjectType type, int shortName, String logicalName) {
        return null;
    }

    @Override
    public void read(ValueEventArgs[] values) {
        // The objects hold what is read.
    }

    @Override
    protected void write(ValueEventArgs[] values) {
        // The objects take what is written.
    }

    @Override
    protected void connected(GXDLMSConnectionEventArgs connection) {}

    @Override
    protected void invalidConnection(GXDLMSConnectionEventArgs connection) {}

    @Override
    protected void disconnected(GXDLMSConnectionEventArgs connection) {}

    @Override
    protected void action(ValueEventArgs[] values) {
        // The objects do what is called for.
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
