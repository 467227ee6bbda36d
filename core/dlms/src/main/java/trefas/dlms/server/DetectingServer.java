package trefas.dlms.server;

import java.util.Optional;
import trefas.dlms.ApduServer;
import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;
import trefas.dlms.hdlc.HdlcFrame;
import trefas.dlms.hdlc.HdlcServer;
import trefas.dlms.hdlc.HdlcServerSettings;

/// A meter on one TCP connection that speaks whatever the client speaks: HDLC when the first octet is a flag, the
/// wrapper when it is the 00 a wrapper begins with. Anything else ends the conversation.
public final class DetectingServer implements OctetMachine {

    /// The default of the TCP-UDP setup class: 180 s.
    public static final int INACTIVITY_MILLISECONDS = 180_000;

    private static final int WRAPPER_BEGINS_WITH = 0;

    private final HdlcServerSettings hdlc;
    private final ApduServer server;
    private final int inactivityMilliseconds;
    private Optional<OctetMachine> spoken = Optional.empty();
    private boolean isOver;

    /// @param inactivityMilliseconds silence that ends the conversation, 0 for never
    public DetectingServer(HdlcServerSettings hdlc, ApduServer server, int inactivityMilliseconds) {
        if (inactivityMilliseconds < 0) {
            throw new IllegalArgumentException("inactivity of " + inactivityMilliseconds + " ms");
        }
        this.hdlc = hdlc;
        this.server = server;
        this.inactivityMilliseconds = inactivityMilliseconds;
    }

    @Override
    public void receive(byte[] octets, int offset, int length, OctetSink sink) {
        if (length == 0 || isOver) {
            return;
        }
        if (spoken.isEmpty()) {
            spoken = machineFor(octets[offset]);
            isOver = spoken.isEmpty();
        }
        spoken.ifPresent(machine -> machine.receive(octets, offset, length, sink));
    }

    @Override
    public boolean isOver() {
        return isOver || (spoken.isPresent() && spoken.get().isOver());
    }

    @Override
    public int patienceMilliseconds() {
        int patience = inactivityMilliseconds == 0 ? ENDLESS : inactivityMilliseconds;
        return spoken.isEmpty() ? patience : Math.min(patience, spoken.get().patienceMilliseconds());
    }

    @Override
    public void silent(int milliseconds, OctetSink sink) {
        spoken.ifPresent(machine -> machine.silent(milliseconds, sink));
        if (inactivityMilliseconds > 0 && milliseconds >= inactivityMilliseconds) {
            server.abortAll();
            isOver = true;
        }
    }

    private Optional<OctetMachine> machineFor(byte first) {
        return switch (first) {
            case HdlcFrame.FLAG -> Optional.of(new HdlcServer(hdlc, server));
            case WRAPPER_BEGINS_WITH -> Optional.of(new WrapperServer(server));
            default -> Optional.empty();
        };
    }
}
