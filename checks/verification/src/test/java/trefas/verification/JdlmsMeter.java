package trefas.verification;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.openmuc.jdlms.AttributeAccessMode;
import org.openmuc.jdlms.AuthenticationMechanism;
import org.openmuc.jdlms.CosemAttribute;
import org.openmuc.jdlms.CosemClass;
import org.openmuc.jdlms.CosemInterfaceObject;
import org.openmuc.jdlms.DlmsServer;
import org.openmuc.jdlms.LogicalDevice;
import org.openmuc.jdlms.SecuritySuite;
import org.openmuc.jdlms.SelectiveAccessDescription;
import org.openmuc.jdlms.datatypes.CosemDateTime;
import org.openmuc.jdlms.datatypes.DataObject;

/// jDLMS's server, with its own sockets and threads. It finds attributes and their getters and setters by
/// reflection, so its objects are public.
@NullUnmarked
final class JdlmsMeter implements ForeignMeter {

    private static final int BY_RANGE = 1;
    private static final int BY_ENTRY = 2;
    private static final int UTC = 0;
    private static final int WATT_HOURS = 30;

    private final DlmsServer server;
    private final int port;

    private JdlmsMeter(SecuritySuite terms, byte[] masterKey) throws IOException {
        var device = new LogicalDevice(SERVER, "TRFFOREIGN", "TRF", 1);
        device.setMasterKey(masterKey);
        device.addRestriction(CLIENT, terms);
        device.registerCosemObject(new ClockObject(), new EnergyObject(), new NumberObject(), new ProfileObject());
        this.port = freePort();
        this.server =
                DlmsServer.tcpServerBuilder(port).registerLogicalDevice(device).build();
    }

    /// A meter that asks for [#PASSWORD].
    static JdlmsMeter withPassword() throws IOException {
        SecuritySuite low = SecuritySuite.builder()
                .setAuthenticationMechanism(AuthenticationMechanism.LOW)
                .setPassword(PASSWORD.getBytes(StandardCharsets.US_ASCII))
                .build();
        return new JdlmsMeter(low, new byte[16]);
    }

    /// A meter that asks for HLS-5 and ciphers.
    static JdlmsMeter ciphered(PeerKeys keys) throws IOException {
        SecuritySuite high = SecuritySuite.builder()
                .setAuthenticationMechanism(AuthenticationMechanism.HLS5_GMAC)
                .setEncryptionMechanism(SecuritySuite.EncryptionMechanism.AES_GCM_128)
                .setSecurityPolicy(SecuritySuite.SecurityPolicy.AUTHENTICATED_AND_ENCRYPTED)
                .setGlobalUnicastEncryptionKey(keys.encryptionKey())
                .setAuthenticationKey(keys.authenticationKey())
                .build();
        return new JdlmsMeter(high, keys.encryptionKey());
    }

    /// jDLMS wants to be told a port, and takes none for any.
    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /// The time of a row.
    private static DataObject time(int row) {
        LocalDateTime at = BEGIN.plusMinutes((long) row * MINUTES_PER_ROW);
        return DataObject.newOctetStringData(new CosemDateTime(
                        at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute(), 0, UTC)
                .encode());
    }

    /// The clock stands where the first row was captured.
    @NullUnmarked
    @CosemClass(id = 8)
    public static final class ClockObject extends CosemInterfaceObject {

        @CosemAttribute(id = 2, type = DataObject.Type.OCTET_STRING, accessMode = AttributeAccessMode.READ_ONLY)
        private final DataObject time = JdlmsMeter.time(0);

        ClockObject() {
            super(ForeignMeter.dotted(CLOCK));
        }

        public DataObject getTime() {
            return time;
        }
    }

    /// Imported energy.
    @NullUnmarked
    @CosemClass(id = 3)
    public static final class EnergyObject extends CosemInterfaceObject {

        @CosemAttribute(id = 2, type = DataObject.Type.DOUBLE_LONG_UNSIGNED, accessMode = AttributeAccessMode.READ_ONLY)
        private final DataObject value = DataObject.newUInteger32Data(ENERGY_VALUE);

        @CosemAttribute(id = 3, type = DataObject.Type.STRUCTURE, accessMode = AttributeAccessMode.READ_ONLY)
        private final DataObject scalerUnit = DataObject.newStructureData(
                DataObject.newInteger8Data((byte) ENERGY_SCALER), DataObject.newEnumerateData(WATT_HOURS));

        EnergyObject() {
            super(ForeignMeter.dotted(ENERGY));
        }

        public DataObject getValue() {
            return value;
        }

        public DataObject getScalerUnit() {
            return scalerUnit;
        }
    }

    /// A number a client may write.
    @NullUnmarked
    @CosemClass(id = 1)
    public static final class NumberObject extends CosemInterfaceObject {

        @CosemAttribute(
                id = 2,
                type = DataObject.Type.DOUBLE_LONG_UNSIGNED,
                accessMode = AttributeAccessMode.READ_AND_WRITE)
        private DataObject number = DataObject.newUInteger32Data(NUMBER_AT_FIRST);

        NumberObject() {
            super(ForeignMeter.dotted(ForeignMeter.NUMBER));
        }

        public DataObject getNumber() {
            return number;
        }

        public void setNumber(DataObject written) {
            number = written;
        }
    }

    /// The profile: a time and a counter. What a client selects is for the user of jDLMS to cut.
    @NullUnmarked
    @CosemClass(id = 7, version = 1)
    public static final class ProfileObject extends CosemInterfaceObject {

        private static final List<DataObject> ALL = IntStream.range(0, ROWS)
                .mapToObj(row -> DataObject.newStructureData(JdlmsMeter.time(row), DataObject.newUInteger32Data(row)))
                .toList();

        @CosemAttribute(
                id = 2,
                type = DataObject.Type.ARRAY,
                accessMode = AttributeAccessMode.READ_ONLY,
                selector = {BY_RANGE, BY_ENTRY})
        private final DataObject buffer = DataObject.newArrayData(ALL);

        @CosemAttribute(id = 3, type = DataObject.Type.ARRAY, accessMode = AttributeAccessMode.READ_ONLY)
        private final DataObject captureObjects = DataObject.newArrayData(List.of(column(8, CLOCK), column(3, ENERGY)));

        ProfileObject() {
            super(ForeignMeter.dotted(PROFILE));
        }

        private static DataObject column(int classId, String name) {
            return DataObject.newStructureData(
                    DataObject.newUInteger16Data(classId),
                    DataObject.newOctetStringData(
                            JdlmsLine.obis(ForeignMeter.dotted(name)).bytes()),
                    DataObject.newInteger8Data((byte) 2),
                    DataObject.newUInteger16Data(0));
        }

        public DataObject getBuffer(@Nullable SelectiveAccessDescription selection) {
            if (selection == null) {
                return buffer;
            }
            List<DataObject> asked = selection.getAccessParameter().getValue();
            return DataObject.newArrayData(
                    selection.getAccessSelector() == BY_RANGE
                            ? ALL.subList(rowAt(asked.get(1), false), rowAt(asked.get(2), true))
                            : ALL.subList(JdlmsReading.number(asked.get(0)) - 1, JdlmsReading.number(asked.get(1))));
        }

        /// The first row at a time or after it; or the first one after it.
        private static int rowAt(DataObject time, boolean isAfter) {
            byte[] octets = time.getValue();
            CosemDateTime asked = CosemDateTime.decode(octets);
            LocalDateTime at = LocalDateTime.of(
                    asked.get(CosemDateTime.Field.YEAR),
                    asked.get(CosemDateTime.Field.MONTH),
                    asked.get(CosemDateTime.Field.DAY_OF_MONTH),
                    asked.get(CosemDateTime.Field.HOUR),
                    asked.get(CosemDateTime.Field.MINUTE));
            return (int) IntStream.range(0, ROWS)
                    .mapToObj(row -> BEGIN.plusMinutes((long) row * MINUTES_PER_ROW))
                    .filter(row -> row.isBefore(at) || (isAfter && row.equals(at)))
                    .count();
        }

        public DataObject getCaptureObjects() {
            return captureObjects;
        }
    }
}
