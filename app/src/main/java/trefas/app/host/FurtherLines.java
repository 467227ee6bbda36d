package trefas.app.host;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import trefas.app.settings.FurtherPorts;
import trefas.app.settings.RunSettings;
import trefas.dlms.ApduServer;
import trefas.dlms.hdlc.HdlcServer;
import trefas.dlms.hdlc.HdlcServerSettings;
import trefas.dlms.server.DatagramServer;
import trefas.dlms.signon.BaudRate;
import trefas.dlms.signon.LineFormat;
import trefas.dlms.signon.ModeEServer;
import trefas.dlms.signon.SerialMachine;
import trefas.dlms.signon.SignOnIdentity;
import trefas.transport.SerialListener;
import trefas.transport.UdpLimits;
import trefas.transport.UdpListener;

/// The lines on which a meter speaks DLMS besides its TCP port.
final class FurtherLines implements Closeable {

    private static final String MANUFACTURER = "TRF";
    private static final int MILLISECONDS_PER_SECOND = 1_000;

    private final Optional<UdpListener> udp;
    private final Optional<SerialListener> serial;

    private FurtherLines(Optional<UdpListener> udp, Optional<SerialListener> serial) {
        this.udp = udp;
        this.serial = serial;
    }

    /// Opens what the settings ask for, all or nothing.
    ///
    /// @param lines how HDLC is set up
    /// @param servers the meter's associations, once for each peer
    /// @throws IOException when a port can't be had; the message names it
    static FurtherLines open(RunSettings settings, HdlcLines lines, Supplier<? extends ApduServer> servers)
            throws IOException {
        FurtherPorts ports = settings.furtherPorts();
        Optional<UdpListener> udp = ports.dlmsUdp().isPresent()
                ? Optional.of(openUdp(settings, ports.dlmsUdp().getAsInt(), servers))
                : Optional.empty();
        try {
            Optional<SerialListener> serial = ports.serial().isPresent()
                    ? Optional.of(SerialListener.open(
                            ports.serial().get().device(),
                            machine(ports.serial().get().mode(), settings, lines.settings(), servers.get())))
                    : Optional.empty();
            return new FurtherLines(udp, serial);
        } catch (IOException refused) {
            udp.ifPresent(UdpListener::close);
            throw refused;
        }
    }

    /// The UDP port that is listened on.
    OptionalInt udpPort() {
        return udp.isPresent() ? OptionalInt.of(udp.get().port()) : OptionalInt.empty();
    }

    @Override
    public void close() throws IOException {
        udp.ifPresent(UdpListener::close);
        if (serial.isPresent()) {
            serial.get().close();
        }
    }

    private static UdpListener openUdp(RunSettings settings, int port, Supplier<? extends ApduServer> servers)
            throws IOException {
        int idleMilliseconds = settings.limits().idleSecondsMax() * MILLISECONDS_PER_SECOND;
        var limits = new UdpLimits(
                settings.limits().connectionsMax(),
                settings.limits().tcp().idleMax(),
                UdpLimits.DEFAULT.datagramOctetsMax());
        return UdpListener.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                limits,
                () -> new DatagramServer(servers.get(), idleMilliseconds));
    }

    private static SerialMachine machine(
            FurtherPorts.Mode mode, RunSettings settings, HdlcServerSettings hdlc, ApduServer server) {
        return switch (mode) {
            case DIRECT -> SerialMachine.of(new HdlcServer(hdlc, server), LineFormat.DIRECT);
            case MODE_E ->
                new ModeEServer(
                        new SignOnIdentity(
                                MANUFACTURER,
                                BaudRate.B19200,
                                "Trefas " + settings.serialNumber(),
                                "" + settings.serialNumber()),
                        hdlc,
                        server);
        };
    }
}
