package trefas.app.host;

import java.util.Optional;
import java.util.function.ToIntFunction;
import trefas.app.settings.FurtherPorts;
import trefas.app.settings.RunSettings;
import trefas.dlms.hdlc.HdlcParameters;
import trefas.dlms.hdlc.HdlcServerSettings;
import trefas.objects.HdlcSetup;
import trefas.objects.standard.PortSettings;
import trefas.objects.standard.PortsAsMade;

/// How the lines of a meter are set up: as made, or as clients of the standard model set them (classes 23 and 41),
/// which holds for each conversation that begins later. The serial port is opened once, so there it holds from the
/// next start on; its speed is fixed.
final class HdlcLines {

    private static final int BAUD_9600 = 5;
    private static final int BAUD_19200 = 6;
    private static final int MILLISECONDS_PER_SECOND = 1_000;

    private final RunSettings settings;
    private final MeterHost host;
    private final HdlcServerSettings made;

    HdlcLines(RunSettings settings, MeterHost host) {
        this.settings = settings;
        this.host = host;
        this.made = made(settings);
    }

    private static HdlcServerSettings made(RunSettings settings) {
        return HdlcServerSettings.DEFAULT.withPhysicalDevice(
                settings.furtherPorts().hdlcAddress());
    }

    /// What the port setups of the standard model start with.
    static PortsAsMade ports(RunSettings settings) {
        return new PortsAsMade(
                settings.furtherPorts().hdlcAddress(),
                settings.dlmsPort(),
                settings.limits().connectionsMax(),
                settings.limits().idleSecondsMax());
    }

    /// What the meter's own list tells of its line.
    static HdlcSetup setup(RunSettings settings) {
        boolean signsOn =
                settings.furtherPorts().serial().stream().anyMatch(serial -> serial.mode() == FurtherPorts.Mode.MODE_E);
        HdlcServerSettings made = made(settings);
        return new HdlcSetup(
                signsOn ? BAUD_19200 : BAUD_9600,
                made.parameters().transmitWindow(),
                made.parameters().receiveWindow(),
                made.parameters().transmitOctetsMax(),
                made.parameters().receiveOctetsMax(),
                made.interOctetMilliseconds(),
                made.inactivityMilliseconds() / MILLISECONDS_PER_SECOND,
                made.physicalDevice());
    }

    /// For the next conversation.
    HdlcServerSettings settings() {
        return host.<Optional<PortSettings.Hdlc>>look(objects -> switch (objects) {
                    case OwnObjects _ -> Optional.empty();
                    case StandardObjects standard -> standard.hdlc();
                })
                .map(this::of)
                .orElse(made);
    }

    /// Silence after which the next TCP connection is closed, ms: the shorter of what the file and what clients
    /// say.
    int tcpIdleMilliseconds() {
        int fromFile = Math.toIntExact(settings.limits().tcp().idleMax().toMillis());
        int written = tcp(PortSettings.Tcp::inactivitySeconds) * MILLISECONDS_PER_SECOND;
        return written == 0 ? fromFile : Math.min(fromFile, written);
    }

    /// TCP connections that may be open when the next one comes: the fewer of what the file and what clients say.
    int tcpConnectionsMax() {
        int fromFile = settings.limits().connectionsMax();
        int written = tcp(PortSettings.Tcp::connections);
        return written == 0 || written == PortsAsMade.CONNECTIONS_TOLD_MAX ? fromFile : Math.min(fromFile, written);
    }

    private int tcp(ToIntFunction<PortSettings.Tcp> field) {
        return host.look(objects -> switch (objects) {
            case OwnObjects _ -> 0;
            case StandardObjects standard ->
                standard.tcp().map(field::applyAsInt).orElse(0);
        });
    }

    private HdlcServerSettings of(PortSettings.Hdlc written) {
        return new HdlcServerSettings(
                made.forms(),
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
