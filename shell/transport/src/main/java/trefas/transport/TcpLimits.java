package trefas.transport;

import java.time.Duration;

/// What a listener allows the outside world.
///
/// @param connectionsMax open at the same time; one more is closed at once
/// @param idleMax how long a connection may bring nothing, or take nothing of its answer, before it is closed
/// @param readOctets space for one read, for each connection
public record TcpLimits(int connectionsMax, Duration idleMax, int readOctets) {

    /// 100 connections, 180 s (the default of the TCP-UDP setup class), 1 024 octets.
    public static final TcpLimits DEFAULT = new TcpLimits(100, Duration.ofMinutes(3), 1_024);

    public TcpLimits {
        if (connectionsMax < 1 || readOctets < 1 || !idleMax.isPositive()) {
            throw new IllegalArgumentException(
                    "limits: " + connectionsMax + " connections, " + idleMax + ", " + readOctets + " octets");
        }
        // The socket counts milliseconds in an int.
        Math.toIntExact(idleMax.toMillis());
    }

    int idleMilliseconds() {
        return (int) Math.max(1, idleMax.toMillis());
    }
}
