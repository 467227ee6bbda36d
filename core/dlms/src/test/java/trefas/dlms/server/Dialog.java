package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Queue;
import java.util.function.Function;
import trefas.dlms.ApduServer;

/// A conversation of clients with a server, APDU by APDU and in hexadecimal; over the wrapper unless a test class
/// says otherwise.
final class Dialog {

    static final String AARQ_PUBLIC = "601DA109060760857405080101BE10040E01000000065F1F0400007E1F04B0";
    static final String AARE_PUBLIC =
            "6129A109060760857405080101A203020100A305A103020100BE10040E0800065F1F040000101004000007";
    static final String GET_CLOCK = "C001C100080000010000FF0200";
    static final String CLOCK = "C401C100090C07E8010F010A1E0000FFC400";
    static final String GET_TEXT = "C001C100010000600100FF0200";
    static final String GET_NOTE = "C001C100010000600104FF0200";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    final SmallDevice device = new SmallDevice();
    /// What carries the APDUs of the dialogs that begin now.
    static Function<ApduServer, Carrier> carriers = WrapperCarrier::new;

    private final Carrier carrier;
    private final Queue<String> answers = new ArrayDeque<>();
    private int clientSap = 18;
    private int serverSap = 16;

    Dialog() {
        this(SmallDevice.PROFILE_OF_ASSOCIATIONS);
    }

    Dialog(ServerProfile profile) {
        carrier = carriers.apply(new AssociationTable(profile, device));
    }

    /// An open association of client 18 with a password.
    static Dialog open(String conformance) {
        return open(SmallDevice.PROFILE_OF_ASSOCIATIONS, conformance, 1_024);
    }

    static Dialog open(ServerProfile profile, String conformance, int clientPduOctets) {
        var dialog = new Dialog(profile);
        String answer = dialog.ask(aarqWithPassword(conformance, clientPduOctets));
        assertEquals("00", answer.substring(34, 36), answer);
        return dialog;
    }

    static String aarqWithPassword(String conformance, int clientPduOctets) {
        return "6033A1090607608574050801018A0207808B0760857405080201AC0780053132333435" + "BE10040E01000000065F1F0400"
                + conformance + String.format("%04X", clientPduOctets);
    }

    Dialog between(int client, int logicalDevice) {
        clientSap = client;
        serverSap = logicalDevice;
        return this;
    }

    Dialog client(String apdu) {
        assertEquals(0, answers.size(), "an answer nobody looked at");
        byte[] octets = HEX.parseHex(apdu.replace(" ", ""));
        carrier.ask(clientSap, serverSap, octets).forEach(answer -> answers.add(HEX.formatHex(answer)));
        return this;
    }

    Dialog server(String apdu) {
        assertEquals(apdu.replace(" ", ""), answers.isEmpty() ? "silence" : answers.remove());
        return this;
    }

    Dialog silence() {
        assertEquals(0, answers.size(), () -> "instead of silence: " + answers.peek());
        return this;
    }

    /// Sends an APDU and takes its one answer.
    String ask(String apdu) {
        client(apdu);
        return answer();
    }

    String answer() {
        return answers.isEmpty() ? "silence" : answers.remove();
    }

    boolean hasAnswer() {
        return !answers.isEmpty();
    }
}
