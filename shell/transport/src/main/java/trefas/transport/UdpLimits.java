package trefas.transport;

import java.time.Duration;

/// What an UDP port allows the outside world.
///
/// @param peersMax remembered at the same time; datagrams of one more are passed over
/// @param idleMax how long a peer may send nothing before it is forgotten
/// @param datagramOctetsMax longest datagram that is taken; a longer one is cut, and so passed over
public record UdpLimits(int peersMax, Duration idleMax, int datagramOctetsMax) {

    /// 100 peers, 180 s (the default of the TCP-UDP setup class), 4 096 octets.
    public static final UdpLimits DEFAULT = new UdpLimits(100, Duration.ofMinutes(3), 4_096);

    public UdpLimits {
        if (peersMax < 1 || datagramOctetsMax < 1 || !idleMax.isPositive()) {
            throw new IllegalArgumentException(
                    "limits: " + peersMax + " peers, " + idleMax + ", " + datagramOctetsMax + " octets");
        }
        Math.toIntExact(idleMax.toMillis());
    }

    int idleMilliseconds() {
        return (int) Math.max(1, idleMax.toMillis());
    }
}
