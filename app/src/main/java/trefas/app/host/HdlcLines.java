package trefas.app.host;

import java.util.Optional;
import trefas.app.settings.FurtherPorts;
import trefas.app.settings.RunSettings;
import trefas.dlms.hdlc.HdlcParameters;
import trefas.dlms.hdlc.HdlcServerSettings;
import trefas.objects.HdlcSetup;
import trefas.objects.standard.PortSettings;

/// How the lines of a meter are set up: as made, or as clients of the standard model set them (classes 23 and 41),
/// which holds for each conversation that begins later. The serial port is opened once, so there it holds from the
/// next start on; its speed is fixed.
final class HdlcLines {

    private static final int BAUD_9600 = 5;
    private static final int BAUD_19200 = 6;
    private static final int MILLISECONDS_PER_SECOND = 1_000;
    private static final HdlcServerSettings MADE = HdlcServerSettings.DEFAULT;

    private final RunSettings settings;
    private final MeterHost host;

    HdlcLines(RunSettings settings, MeterHost host) {
        this.settings = settings;
        this.host = host;
    }

    /// What the meter's own list tells of its line.
    static HdlcSetup setup(RunSettings settings) {
        boolean signsOn =
                settings.furtherPorts().serial().stream().anyMatch(serial -> serial.mode() == FurtherPorts.Mode.MODE_E);
        return new HdlcSetup(
                signsOn ? BAUD_19200 : BAUD_9600,
                MADE.parameters().transmitWindow(),
                MADE.parameters().receiveWindow(),
                MADE.parameters().transmitOctetsMax(),
                MADE.parameters().receiveOctetsMax(),
                MADE.interOctetMilliseconds(),
                MADE.inactivityMilliseconds() / MILLISECONDS_PER_SECOND,
                MADE.physicalDevice());
    }

    /// For the next conversation.
    HdlcServerSettings settings() {
        return host.<Optional<PortSettings.Hdlc>>look(objects -> switch (objects) {
                    case OwnObjects _ -> Optional.empty();
                    case StandardObjects standard -> standard.hdlc();
                })
                .map(HdlcLines::of)
                .orElse(MADE);
    }

    /// Silence after which the next TCP connection is closed, ms: the shorter of what the file and what clients
    /// say.
    int tcpIdleMilliseconds() {
        int fromFile = Math.toIntExact(settings.limits().tcp().idleMax().toMillis());
        int written = host.look(objects -> switch (objects) {
            case OwnObjects _ -> 0;
            case StandardObjects standard ->
                standard.tcp().map(PortSettings.Tcp::inactivitySeconds).orElse(0) * MILLISECONDS_PER_SECOND;
        });
        return written == 0 ? fromFile : Math.min(fromFile, written);
    }

    private static HdlcServerSettings of(PortSettings.Hdlc written) {
        return new HdlcServerSettings(
                MADE.forms(),
                written.deviceAddress(),
                new HdlcParameters(
                        written.informationTransmit(),
                        written.informationReceive(),
                        written.windowTransmit(),
                        written.windowReceive()),
                written.interOctetMilliseconds(),
                written.inactivitySeconds() * MILLISECONDS_PER_SECOND);
    }
}
