package trefas.transport;

import java.time.Duration;

/// How long a client waits.
///
/// @param connect for the connection, at least 1 ms
/// @param response for the next octets of an answer, at least 1 ms
public record TcpTimeouts(Duration connect, Duration response) {

    /// 5 s for the connection, 10 s for an answer.
    public static final TcpTimeouts DEFAULT = new TcpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

    public TcpTimeouts {
        if (Math.toIntExact(connect.toMillis()) < 1 || Math.toIntExact(response.toMillis()) < 1) {
            throw new IllegalArgumentException("timeouts: " + connect + ", " + response);
        }
    }
}
