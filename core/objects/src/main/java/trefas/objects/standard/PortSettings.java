package trefas.objects.standard;

import java.util.Optional;
import trefas.quantity.Obis;

/// What clients wrote into the port setups (classes 23, 41, dossier F7). The shell reads them when it opens a port
/// and for each new connection.
public final class PortSettings {

    static final Obis HDLC = Obis.of("0-0:22.0.0*255");
    static final Obis TCP = Obis.of("0-0:25.0.0*255");

    private PortSettings() {}

    /// IEC HDLC setup.
    ///
    /// @param speedCode comm_speed: 0 for 300 baud to 9 for 115 200
    /// @param interOctetMilliseconds longest pause within a frame
    /// @param inactivitySeconds the link is dropped after; 0 never
    public record Hdlc(
            int speedCode,
            int windowTransmit,
            int windowReceive,
            int informationTransmit,
            int informationReceive,
            int interOctetMilliseconds,
            int inactivitySeconds,
            int deviceAddress) {}

    /// TCP-UDP setup.
    ///
    /// @param inactivitySeconds a connection is closed after; 0 never
    public record Tcp(int port, int segmentOctets, int connections, int inactivitySeconds) {}

    public static Optional<Hdlc> hdlc(StandardDevice device) {
        return device.instance(HDLC)
                .map(self -> new Hdlc(
                        (int) self.number(2),
                        (int) self.number(3),
                        (int) self.number(4),
                        (int) self.number(5),
                        (int) self.number(6),
                        (int) self.number(7),
                        (int) self.number(8),
                        (int) self.number(9)));
    }

    public static Optional<Tcp> tcp(StandardDevice device) {
        return device.instance(TCP)
                .map(self -> new Tcp(
                        (int) self.number(2), (int) self.number(4), (int) self.number(5), (int) self.number(6)));
    }
}
