package trefas.app.settings;

import java.time.Duration;
import trefas.dlms.server.ServerProfile;
import trefas.transport.TcpLimits;

/// What the meter's DLMS port allows the outside world.
///
/// @param apduOctetsMax longest APDU taken and sent, [#APDU_OCTETS_MIN] to [#APDU_OCTETS_MAX]
/// @param connectionsMax open at the same time
/// @param idleSecondsMax silence after which a connection is closed
public record PortLimits(int apduOctetsMax, int connectionsMax, int idleSecondsMax) {

    /// Room for the longest AARE and a block of something.
    public static final int APDU_OCTETS_MIN = 128;

    public static final int APDU_OCTETS_MAX = 65_535;
    public static final int CONNECTIONS_MAX = 10_000;
    public static final int IDLE_SECONDS_MAX = 86_400;

    public static final PortLimits DEFAULT =
            new PortLimits(ServerProfile.PDU_OCTETS_TCP, TcpLimits.DEFAULT.connectionsMax(), (int)
                    TcpLimits.DEFAULT.idleMax().toSeconds());

    /// In the words of the transport.
    public TcpLimits tcp() {
        return new TcpLimits(connectionsMax, Duration.ofSeconds(idleSecondsMax), TcpLimits.DEFAULT.readOctets());
    }
}
