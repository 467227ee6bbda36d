package trefas.dlms.signon;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import trefas.dlms.OctetMachine;

/// A reader's side of the sign-on in mode E (IEC 62056-21), from the request to the moment the port speaks HDLC.
/// For one sign-on; the picture is at [ModeEServer].
public final class ModeEClient {

    /// How long the meter may be silent: its reaction time, and some more.
    public static final int ANSWER_MILLISECONDS = 2_000;

    /// Pause before the acknowledgement.
    private static final int ACKNOWLEDGE_MILLISECONDS = 200;

    private static final int MESSAGE_OCTETS_MAX = 64;
    private static final int MANUFACTURER_END = 4;
    private static final String ENHANCED = "\\2";

    private final String deviceAddress;
    private final BaudRate wanted;
    private final StringBuilder message = new StringBuilder();
    private SignOnState state = new SignOnState.Waiting();
    private String identification = "";
    private BaudRate rate = BaudRate.B300;
    private String acknowledgement = "";

    /// @param deviceAddress of the meter that is meant; empty for the only one on the line
    /// @param wanted highest baud rate to use
    public ModeEClient(String deviceAddress, BaudRate wanted) {
        this.deviceAddress = deviceAddress;
        this.wanted = wanted;
    }

    public SignOnState state() {
        return state;
    }

    /// Sends the request.
    public void start(SerialSink sink) {
        sink.change(LineFormat.SIGN_ON);
        send("/?" + deviceAddress + "!\r\n", sink);
    }

    /// Takes what arrived, cut in any way, and sends what follows from it.
    public void receive(byte[] octets, int offset, int length, SerialSink sink) {
        for (int i = offset; i < offset + length && state instanceof SignOnState.Waiting; i++) {
            take((char) (octets[i] & 0x7F), sink);
        }
    }

    /// How long to wait in silence, see [OctetMachine#patienceMilliseconds].
    public int patienceMilliseconds() {
        return state instanceof SignOnState.Waiting ? ANSWER_MILLISECONDS : OctetMachine.ENDLESS;
    }

    /// The line has been silent for so long, see [OctetMachine#silent].
    public void silent(int milliseconds) {
        if (state instanceof SignOnState.Waiting && milliseconds >= ANSWER_MILLISECONDS) {
            state = new SignOnState.Failed(
                    identification.isEmpty()
                            ? "no answer to the sign-on"
                            : "the meter does not confirm " + rate.bitsPerSecond() + " baud");
        }
    }

    private void take(char octet, SerialSink sink) {
        boolean begins = acknowledgement.isEmpty() ? octet == '/' : octet == ModeEServer.ACKNOWLEDGE;
        if (begins) {
            message.setLength(0);
        } else if (message.isEmpty()) {
            return;
        }
        message.append(octet);
        if (octet == '\n') {
            String whole = message.toString();
            message.setLength(0);
            if (acknowledgement.isEmpty()) {
                identified(whole, sink);
            } else if (whole.equals(acknowledgement)) {
                sink.change(new LineFormat(rate.bitsPerSecond(), LineFormat.Framing.EIGHT_NONE));
                state = new SignOnState.SignedOn(rate, identification);
            }
        } else if (message.length() > MESSAGE_OCTETS_MAX) {
            message.setLength(0);
        }
    }

    private void identified(String whole, SerialSink sink) {
        if (whole.startsWith("/?")) {
            // An optical head gives back what it sends.
            return;
        }
        identification = whole.substring(1).strip();
        var offered = whole.length() > MANUFACTURER_END
                ? BaudRate.ofCharacter(whole.charAt(MANUFACTURER_END))
                : Optional.<BaudRate>empty();
        if (offered.isEmpty() || !whole.startsWith(ENHANCED, MANUFACTURER_END + 1)) {
            state = new SignOnState.Failed("the meter " + identification + " does not offer HDLC");
            return;
        }
        rate = offered.get().compareTo(wanted) < 0 ? offered.get() : wanted;
        acknowledgement = (char) ModeEServer.ACKNOWLEDGE
                + ("" + ModeEServer.HDLC_PROCEDURE + rate.character() + ModeEServer.BINARY_MODE)
                + "\r\n";
        sink.pause(ACKNOWLEDGE_MILLISECONDS);
        send(acknowledgement, sink);
        sink.change(new LineFormat(rate.bitsPerSecond(), LineFormat.Framing.SEVEN_EVEN));
    }

    private static void send(String text, SerialSink sink) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        sink.send(octets, 0, octets.length);
    }
}
