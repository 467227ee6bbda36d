package trefas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.Requester;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.capture.CaptureFile;
import trefas.dlms.capture.CapturedMessages;
import trefas.dlms.hdlc.HdlcServerSettings;
import trefas.dlms.server.AssociationTable;
import trefas.dlms.server.DatagramServer;
import trefas.dlms.server.DetectingServer;
import trefas.dlms.server.ServerProfile;
import trefas.quantity.Obis;
import trefas.security.CounterUse;
import trefas.security.KeyId;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;
import trefas.transport.MeterConnection;
import trefas.transport.TcpLimits;
import trefas.transport.TcpListener;
import trefas.transport.UdpLimits;
import trefas.transport.UdpListener;

/// The commands with keys against a meter with keys, on every kind of network line:
///
/// ```
/// command                               meter
///   | AARQ of client 16 ----------------> |
///   | GET 0-0:43.1.0 -------------------> |
///   |  <------------------- the counter n |
///   | RLRQ -----------------------------> |
///   | AARQ of client 1, counter n + 1 --> |
/// ```
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CipheredCommandsTest {

    private static final SystemTitle CLIENT = new SystemTitle(0x5452_4600_0000_0001L);
    private static final int KNOWN_USER = 7;
    private static final String EK = "000102030405060708090A0B0C0D0E0F";
    private static final String AK = "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF";
    private static final String KEYS = " --client 1 --ek " + EK + " --ak " + AK;
    private static final String READ = "read 1/0-0:96.1.0*255" + KEYS;
    private static final AttributeDescriptor NUMBER = new AttributeDescriptor(1, Obis.of("0-0:96.1.0*255"), 2);
    private static final AttributeDescriptor COUNTER =
            new AttributeDescriptor(1, MeterConnection.INVOCATION_COUNTER, 2);
    private static final Octets CHALLENGE = Octets.ofHex("606162636465666768696A6B6C6D6E6F");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final SecurityState meter = keyed();
    private final List<Integer> clients = new ArrayList<>();
    private Optional<Path> counterFile = Optional.empty();
    private String fileWhileAsked = "";
    private final TcpListener tcp = tcp();
    private final UdpListener udp = udp();

    /// The counter the meter took last, for anybody, and a number.
    private final class Device implements LogicalDevice {

        @Override
        public synchronized DataAccessResult get(
                Requester requester,
                AttributeDescriptor attribute,
                Optional<AccessSelection> selection,
                AxdrWriter value) {
            clients.add(requester.clientSap());
            if (attribute.equals(COUNTER)) {
                value.doubleLongUnsigned(meter.highestReceived(CounterUse.UNICAST));
                return DataAccessResult.SUCCESS;
            }
            counterFile.ifPresent(file -> fileWhileAsked = text(file));
            if (attribute.equals(NUMBER)) {
                value.doubleLongUnsigned(12_345_678);
                return DataAccessResult.SUCCESS;
            }
            return DataAccessResult.OBJECT_UNDEFINED;
        }

        @Override
        public boolean knowsUser(int clientSap, int serverSap, int userId) {
            return userId == KNOWN_USER;
        }

        @Override
        public boolean isPowered() {
            return true;
        }
    }

    @AfterEach
    void hangUp() throws IOException {
        tcp.close();
        udp.close();
    }

    @ParameterizedTest(name = "read{0}")
    @ValueSource(
            strings = {
                "",
                " --hdlc",
                " --hdlc --physical-address 32",
                " --hdlc --address-octets 2 --physical-address 32",
                " --udp"
            })
    void theCounterIsReadFirstWhateverTheLine(String line) {
        meter.received(CLIENT, CounterUse.UNICAST, 70_000);

        read(READ + line);
        read(READ + line);

        assertEquals(List.of(16, 1, 16, 1), clients);
        long used = meter.highestReceived(CounterUse.UNICAST);
        assertTrue(used > 70_000 && used < 70_020, "counters go on where the meter stood: " + used);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "global, both",
        "dedicated, both",
        "general-global, both",
        "general-dedicated, both",
        "general-ciphering, both",
        "global, authenticated",
        "global, encrypted"
    })
    void everyWrappingAndPolicy(String wrapping, String policy) {
        String dedicated = wrapping.contains("dedicated") ? " --dedicated-key F0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF" : "";

        read(READ + " --wrapping " + wrapping + " --policy " + policy + dedicated);
        read(READ + " --gbt 4 --wrapping " + wrapping + " --policy " + policy + dedicated);
    }

    /// Two octets name a device, and a device that was not named is none: the silence is explained.
    @Test
    void silenceBehindALongAddressHasALikelyCause() {
        String line = READ + " --hdlc --address-octets 2 --timeout 0.3 --retries 0";

        assertEquals(ExitCode.PORT_OR_CONNECTION, run(line));
        assertTrue(err.toString().contains("none was named: try --physical-address N."), err.toString());
    }

    @Test
    void aClientNamesOneOfItsUsers() {
        read(READ + " --user " + KNOWN_USER);
        assertEquals(ExitCode.REFUSED, run(READ + " --user 8"));
        assertTrue(err.toString().contains("rejects the association: "), err.toString());
        assertEquals(ExitCode.WRONG_USAGE, run(READ + " --user 256"));
        assertTrue(err.toString().contains("--user is 0 to 255."), err.toString());
    }

    @Test
    void wrongKeysAreOneSentence() {
        assertEquals(ExitCode.REFUSED, run(READ.replace(EK, AK)));
        assertTrue(err.toString().contains("rejects the association: authentication failure."), err.toString());
    }

    /// The file is ahead of every counter while a command runs, so one that is killed has used none the next one
    /// uses.
    @Test
    void theCounterFileNeverGivesOutACounterTwice() throws IOException {
        Path file = folder.resolve("counter");
        counterFile = Optional.of(file);
        String line = READ + " --invocation-counter " + file;

        read(line);
        long used = meter.highestReceived(CounterUse.UNICAST);
        assertEquals(used + 1, Long.parseLong(text(file)), "after a command the file goes on right there");
        assertTrue(Long.parseLong(fileWhileAsked) > used, "what a killed command leaves: " + fileWhileAsked);

        Files.writeString(file, fileWhileAsked);
        read(line);
        read(line);
        assertEquals(List.of(1, 1, 1), clients, "nobody asks for the counter");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", " --hdlc", " --udp"})
    void whatWasSaidIsInTheCapture(String line) throws IOException {
        Path file = folder.resolve("said.pcapng");

        read(READ + line + " --capture " + file);

        var read = assertInstanceOf(CaptureFile.Packets.class, CaptureFile.read(Files.readAllBytes(file)));
        // The tag behind each wrapper header: AARQ, AARE, GET, RLRQ, RLRE; then AARQ, AARE, the proofs, GET,
        // release.
        assertEquals(
                "60 61 C0 C4 62 63 60 61 CB CF C8 CC 62 63",
                CapturedMessages.of(read.packets(), OptionalInt.empty()).stream()
                        .map(message -> String.format("%02X", message.octets().octet(8)))
                        .collect(Collectors.joining(" ")));
    }

    private void read(String line) {
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.OK, run(line), () -> err.toString());
        assertEquals("0-0:96.1.0*255     12345678", out.toString().strip());
    }

    private int run(String line) {
        return TypedCommand.run(line + " --port " + (line.contains("--udp") ? udp.port() : tcp.port()), out, err);
    }

    private AssociationTable server() {
        var management = AssociationSettings.withHighLevelSecurity(
                1,
                1,
                ApplicationContext.LOGICAL_NAMES_CIPHERED,
                AuthenticationMechanism.HIGH_GMAC,
                Octets.of(new byte[0]),
                ServerProfile.EVERYTHING,
                ServerProfile.PDU_OCTETS_TCP);
        var anybody = AssociationSettings.open(16, 1, ServerProfile.SERVED, ServerProfile.PDU_OCTETS_TCP);
        var profile = new ServerProfile(List.of(management, anybody))
                .with(SecurityAccess.unshared(meter, new SecureRandom()), () -> CHALLENGE);
        return new AssociationTable(profile, new Device());
    }

    private TcpListener tcp() {
        try {
            return TcpListener.open(
                    anyPort(),
                    TcpLimits.DEFAULT,
                    () -> new DetectingServer(
                            HdlcServerSettings.DEFAULT, server(), DetectingServer.INACTIVITY_MILLISECONDS));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private UdpListener udp() {
        try {
            return UdpListener.open(
                    anyPort(),
                    UdpLimits.DEFAULT,
                    () -> new DatagramServer(server(), DetectingServer.INACTIVITY_MILLISECONDS));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static SecurityState keyed() {
        var state = SecurityState.fresh(
                SecuritySuite.SUITE_0, SecurityPolicy.NONE, new SystemTitle(0x4D4D_4D00_00BC_614EL));
        state.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, SymmetricKey.ofHex(EK));
        state.install(KeyId.AUTHENTICATION, SymmetricKey.ofHex(AK));
        return state;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
