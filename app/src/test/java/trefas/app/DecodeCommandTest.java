package trefas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import trefas.dlms.capture.Pcapng;

/// The command as a user sees it: forms of input, keys, output, exit codes and the one sentence.
class DecodeCommandTest {

    private static final String EK = "000102030405060708090A0B0C0D0E0F";
    private static final String AK = "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF";
    private static final String CIPHERED =
            "DB084D4D4D0000BC614E1E3001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B";

    /// A magnet was brought near meter 21830417: tamper came in EventStatusA, magnet in EventStatusB, and bit 2, which
    /// no event has.
    private static final String ALARM_CALL = "000100010001003E0F0000000100"
            + "020909060101860003FF090C07EA0B16070E2500FF80000006014D1B1106000008440600200000"
            + "1600060000004006002000040600000000";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new DecodeCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((problem, _, _) -> {
                    err.append(String.valueOf(problem.getMessage()));
                    return problem instanceof CommandFailure failure ? failure.exitCode() : -1;
                })
                .execute(arguments);
    }

    @Test
    void aFrameIsExplained() {
        assertEquals(0, run("7EA0070321930F017E"));
        assertEquals("""
                0001  A0070321930F01                     HDLC frame: SNRM P/F=1
                0001  A007                                 frame-format: type 3, length 7
                0003  03                                   destination-address: server 1 (management logical device)
                0004  21                                   source-address: client 16 (public client)
                0005  93                                   control: SNRM P/F=1
                0006  0F01                                 FCS: 0F01 right
                """, out.toString());
        assertEquals("", err.toString());
    }

    /// The layout of decision 0047, in the wrapper as it arrives.
    @Test
    void anAlarmCallIsToldWithItsEvents() {
        assertEquals(0, run(ALARM_CALL));
        assertEquals("""
                0000  000100010001003E0F00000001000209…  wrapper PDU: 1 to 1
                0000  0001                                 version: 1
                0002  0001                                 source-wport: 1 (management)
                0004  0001                                 destination-wport: 1 (management)
                0006  003E                                 length: 62
                0008  0F0000000100020909060101860003FF…    DataNotification
                0009  00000001                               long-invoke-id-and-priority: long-invoke-id 1, unconfirmed, normal priority
                000D  00                                     date-time: none
                000E  020909060101860003FF090C07EA0B16…      notification-body: alarm of meter 21830417
                0010  09060101860003FF                         list: octet-string 0101860003FF (1-1:134.0.3*255): alarm call
                0018  090C07EA0B16070E2500FF800000             time: octet-string 07EA0B16070E2500FF800000 (2026-11-22 14:37:00)
                0026  06014D1B11                               meter-number: double-long-unsigned 21830417
                002B  0600000844                               event-status-a: double-long-unsigned 2116: magnet, tamper, status-b
                0030  0600200000                               event-status-b: double-long-unsigned 2097152: magnet
                0035  1600                                     reason: enum 0: alarm
                0037  0600000040                               came in event-status-a: double-long-unsigned 64: tamper
                003C  0600200004                               came in event-status-b: double-long-unsigned 2097156: magnet, bit 2
                0041  0600000000                               went in event-status-b: double-long-unsigned 0: none
                """, out.toString());
    }

    /// One part less, and it is any notification.
    @Test
    void whatOnlyLooksLikeAnAlarmCallIsNone() {
        assertEquals(0, run("0F0000000100" + "020109060101860003FF"));
        assertTrue(out.toString().contains("notification-body: structure of 1"), out::toString);
        assertFalse(out.toString().contains("alarm"), out::toString);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                 | arguments                                  | code | said
            a wrong checksum       | 7EA0070321930F027E                         | 1    | Octet 0006 can't be right: FCS is wrong, expected 0F01: a receiver drops this frame.
            a cut APDU             | C001C10008                                 | 1    | Octet 0005 can't be right: ends here, 6 octets expected.
            no hexadecimal         | hello                                      | 2    | "hello" is neither a file nor hexadecimal octets.
            another form           | --as apdu 0F00                             | 1    | Octet 0002 can't be right: 4 octets expected from 0001 on, but only 1 octet is left.
            a key that is no key   | --ek 00 C001C100080000010000FF0200         | 2    | The key ek has 1 octets, expected 16 or 32.
            a key that is no hex   | --ak xyz C001C100080000010000FF0200        | 2    | The value of ak is not hexadecimal: expected pairs of digits 0 to F.
            a title of no length   | --system-title 00 C001C100080000010000FF0200 | 2  | --system-title has 8 octets, that is 16 hexadecimal digits.
            """)
    void whatIsWrongIsOneSentence(String what, String arguments, int code, String said) {
        assertEquals(code, run(arguments.split(" ", -1)), what);
        assertEquals(said, err.toString());
    }

    @Test
    void keysOpenIt() {
        assertEquals(0, run("--ek", EK, "--ak", AK, CIPHERED));
        assertTrue(out.toString().contains("the tag verifies, system title 4D4D4D0000BC614E"), out::toString);
        assertTrue(out.toString().contains("deciphered: Get-Request: Clock 0-0:1.0.0*255 clock"), out::toString);
    }

    @Test
    void wrongKeysAreTold() {
        assertEquals(1, run("--ek", AK, "--ak", EK, CIPHERED));
        assertEquals(
                "A protected APDU is not verified: the tag verifies with the two keys exchanged: --ek is the "
                        + "authentication key and --ak the encryption key.",
                err.toString());
        assertFalse((out + "" + err).contains(EK), "a key was printed");
    }

    @Test
    void keysComeFromAFileToo() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys"), "ek=" + EK + "\nak=" + AK + "\n");

        assertEquals(0, run("--keys", keys.toString(), CIPHERED));
        assertTrue(out.toString().contains("the tag verifies"), out::toString);
    }

    @Test
    void aFileMayBeHexBinaryOrACapture() throws IOException {
        Path hex = Files.writeString(folder.resolve("a.hex"), "C: C001C100080000010000FF0200\nS: C401C10103\n");
        Path binary = Files.write(folder.resolve("a.bin"), new byte[] {(byte) 0xC4, 1, (byte) 0xC1, 1, 3});

        assertEquals(0, run(hex.toString()));
        assertTrue(
                out.toString().contains("Get-Response: of Clock 0-0:1.0.0*255 clock, attribute 2 time"), out::toString);
        assertEquals(0, run(binary.toString()));
        assertTrue(out.toString().contains("data-access-result: 3 read-write-denied"), out::toString);
    }

    @Test
    void aCaptureWithoutDlmsIsTold() throws IOException {
        Path file = Files.write(folder.resolve("a.pcapng"), Pcapng.sectionHeader("test"));

        assertEquals(2, run(file.toString()));
        assertTrue(err.toString().contains("has no DLMS message in its 0 packets."), err::toString);
    }

    @Test
    void severalWordsAreSeveralApdusWhenTheyAreWhole() {
        assertEquals(0, run("C001C100080000010000FF0200", "C401C10103"));
        assertTrue(out.toString().contains("Get-Request") && out.toString().contains("Get-Response"), out::toString);
        assertEquals(0, run("7EA0", "0703", "2193", "0F017E"));
    }

    @Test
    void jsonAndXmlCarryTheSame() {
        assertEquals(0, run("-o", "json", "C401C10103"));
        assertTrue(
                out.toString()
                        .contains("{\"source\":0,\"offset\":4,\"length\":1,\"octets\":\"03\","
                                + "\"name\":\"data-access-result\",\"value\":\"3 read-write-denied\"}"),
                out::toString);
        assertEquals(0, run("-o", "xml", "C401C10103"));
        assertTrue(
                out.toString()
                        .contains("<part source=\"0\" offset=\"4\" length=\"1\" octets=\"03\" "
                                + "name=\"data-access-result\" value=\"3 read-write-denied\"/>"),
                out::toString);
    }
}
