package trefas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import trefas.app.host.MeterProcess;
import trefas.app.host.StartException;
import trefas.app.settings.KeySet;
import trefas.app.settings.ModelChoice;
import trefas.app.settings.RunSettings;
import trefas.app.settings.SecuritySettings;
import trefas.app.settings.Speed;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Protection;
import trefas.device.memory.PermanentMemory.Recall;
import trefas.device.memory.RecordKind;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.xdlms.DataNotification;
import trefas.security.KeyWrap;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;
import trefas.storage.Durability;
import trefas.storage.RocksMemory;

/// A whole meter in the standard model over real sockets of this machine, used as a user does, by commands.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StandardMeterTest {

    /// 2026-11-22T13:37:00Z.
    private static final long NOW = 1_795_354_620L;

    private static final String EK = "000102030405060708090A0B0C0D0E0F";
    private static final String AK = "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF";
    private static final SymmetricKey NEW_EK = SymmetricKey.ofHex("A0A1A2A3A4A5A6A7A8A9AAABACADAEAF");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    private RunSettings settings() {
        return RunSettings.DEFAULT
                .withModel(ModelChoice.STANDARD)
                .withSecurity(SecuritySettings.DEMO)
                .withStateDirectory(Optional.of(folder.resolve("state")))
                .withSpeed(new Speed(60))
                .withDlmsPort(0)
                .withFacePort(OptionalInt.empty())
                .withP1Port(OptionalInt.empty());
    }

    private MeterProcess start() throws StartException {
        return MeterProcess.start(settings(), NOW, 0);
    }

    private int run(MeterProcess process, String ek, String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var arguments = new ArrayList<>(List.of(words).subList(1, words.length));
        arguments.addAll(List.of("--port", "" + process.dlmsPort(), "--client", "1", "--ek", ek, "--ak", AK));
        Callable<Integer> command = switch (words[0]) {
            case "read" -> new ReadCommand();
            case "set" -> new SetCommand();
            default -> new ActionCommand();
        };
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((problem, _, _) -> {
                    err.append(String.valueOf(problem.getMessage()));
                    return problem instanceof CommandFailure failure ? failure.exitCode() : -1;
                })
                .execute(arguments.toArray(String[]::new));
    }

    private String said(MeterProcess process, String... words) {
        assertEquals(ExitCode.OK, run(process, EK, words), () -> err.toString());
        return out.toString().strip();
    }

    @Test
    void whatWasSetOutlivesTheProgram() throws Exception {
        try (var process = start()) {
            assertEquals("0-0:96.3.10*255    true", said(process, "read", "96.3.10"));
            said(process, "action", "96.3.10:1", "i8:0");
            assertEquals("0-0:96.3.10*255    false", said(process, "read", "96.3.10"));
        }
        try (var process = start()) {
            assertEquals("0-0:96.3.10*255    false", said(process, "read", "96.3.10"));
        }
    }

    @Test
    void openContactsLetNoPowerThrough() throws Exception {
        try (var process = start()) {
            said(process, "action", "96.3.10:1", "i8:0");
            long second = process.host().next();
            while (process.host().next() <= second + 1) {
                Thread.onSpinWait();
            }
            assertEquals(0L, process.host().<Long>read(meter -> meter.importMilliwatts()));
            assertEquals("1-0:1.7.0*255      0 W", said(process, "read", "1.7.0"));
        }
    }

    /// ```
    /// client                                            meter
    ///   | key_transfer(unicast key, wrapped in the KEK) --> |
    ///   | <------------------------------- success, old key |
    ///   | association under the new key ------------------> |
    ///   | <------------------------------------- open       |
    ///   | association under the old key ------------------> |
    ///   | <---------------------------------- refused       |
    /// ```
    @Test
    void afterAKeyTransferTheNewKeyOpensAndTheOldOneDoesNot() throws Exception {
        String wrapped = HexFormat.of()
                .formatHex(KeyWrap.wrap(KeySet.DEMO.master().orElseThrow(), NEW_EK));
        try (var process = start()) {
            said(process, "action", "0-0:43.0.0*255:2", "[{enum:0, os:" + wrapped + "}]");

            assertEquals(ExitCode.OK, run(process, hex(NEW_EK), "read", "96.3.10"), () -> err.toString());
            assertNotEquals(ExitCode.OK, run(process, EK, "read", "96.3.10"));
        }
        try (var process = start()) {
            assertEquals(ExitCode.OK, run(process, hex(NEW_EK), "read", "96.3.10"), () -> err.toString());
        }
    }

    private static String hex(SymmetricKey key) {
        return HexFormat.of().formatHex(key.octets());
    }

    /// ```
    /// client                        meter                        head-end
    ///   | SET destination ---------> |                              |
    ///   | push --------------------> |                              |
    ///   |                            | general-glo DataNotification |
    ///   |                            | ---------------------------> |
    /// ```
    @Test
    void aPushReachesItsDestinationCiphered() throws Exception {
        try (var headEnd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var process = start()) {
            String destination = HexFormat.of()
                    .formatHex(("127.0.0.1:" + headEnd.getLocalPort()).getBytes(StandardCharsets.US_ASCII));
            said(process, "set", "0-0:25.9.0*255:3", "{enum:0, os:" + destination + ", enum:0}");
            said(process, "action", "0-0:25.9.0*255:1", "i8:0");

            byte[] apdu;
            try (Socket pushed = headEnd.accept();
                    var in = new DataInputStream(pushed.getInputStream())) {
                assertEquals(1, in.readUnsignedShort(), "version of the wrapper");
                assertEquals(1, in.readUnsignedShort(), "from logical device 1");
                assertEquals(1, in.readUnsignedShort(), "to client 1");
                apdu = in.readNBytes(in.readUnsignedShort());
            }
            var plain = assertInstanceOf(Opened.Plain.class, client(process).open(apdu, 0, apdu.length));
            assertEquals(new Protection(true, true, false), plain.envelope().protection());
            assertInstanceOf(
                    Complete.class,
                    DataNotification.decode(plain.octets(), plain.offset(), plain.length()));
        }
    }

    private static AssociationProtection client(MeterProcess process) {
        SystemTitle meter = SecuritySettings.DEMO.title(process.host().<Integer>read(m -> m.serialNumber()));
        var state = SecurityState.fresh(SecuritySuite.SUITE_0, SecurityPolicy.NONE, new SystemTitle(1));
        KeySet.DEMO.installIn(state);
        var client = AssociationProtection.ofClient(
                SecurityAccess.unshared(state, new SecureRandom()), new Protection(true, true, false));
        client.begin(meter);
        return client;
    }

    @Test
    void aRecordOfAnotherLayoutIsToldAndKept() throws Exception {
        start().close();
        byte[] unusable = {9, 1, 2, 3};
        Path state = folder.resolve("state");
        try (var memory = RocksMemory.open(state, Durability.EACH_WRITE)) {
            byte[] registers = assertInstanceOf(
                            Recall.Saved.class,
                            memory.recall(RunSettings.SERIAL_NUMBER))
                    .octets();
            memory.save(
                    RunSettings.SERIAL_NUMBER,
                    registers,
                    List.of(),
                    Map.of(RecordKind.STANDARD_MODEL.whole(), unusable));
        }

        var refused = assertThrows(StartException.class, this::start);
        assertEquals(
                "In " + state
                        + " the saved objects have layout 9, this version reads layout 1; nothing was changed.",
                refused.sentence());
        try (var memory = RocksMemory.open(state, Durability.EACH_WRITE)) {
            assertTrue(memory.recall(RunSettings.SERIAL_NUMBER, RecordKind.STANDARD_MODEL.whole())
                            instanceof Recall.Saved kept
                    && Arrays.equals(unusable, kept.octets()));
        }
    }

    @Test
    void withoutKeysOnlyThePublicClientIsLetIn() throws Exception {
        try (var process = MeterProcess.start(settings().withSecurity(SecuritySettings.DEFAULT), NOW, 0)) {
            assertEquals(
                    List.of(16),
                    process.clients().stream().map(row -> row.clientSap()).toList());
        }
        try (var process = start()) {
            assertEquals(
                    List.of(16, 1, 102),
                    process.clients().stream().map(row -> row.clientSap()).toList());
            assertFalse(process.clients().get(1).isPreEstablished());
            assertTrue(process.clients().get(2).isPreEstablished());
        }
    }
}
