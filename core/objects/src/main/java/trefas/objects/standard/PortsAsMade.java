package trefas.objects.standard;

/// How the ports of a meter are set up before anybody sets them over DLMS: what the port setups (classes 23 and 41)
/// start with.
///
/// @param hdlcAddress physical address on the HDLC line, 16 to 16381
/// @param tcpPort where it listens, 0 to 65535; 0 for one that is free
/// @param tcpConnections open at a time
/// @param tcpInactivitySeconds a connection is closed after
public record PortsAsMade(int hdlcAddress, int tcpPort, int tcpConnections, int tcpInactivitySeconds) {

    /// Physical address 32 (dossier 19), port 4059 (IANA), 100 connections, 180 s.
    public static final PortsAsMade DEFAULT = new PortsAsMade(32, 4_059, 100, 180);

    /// What attribute 5 of class 41, one octet, can say at most; it stands for all numbers from there on.
    public static final int CONNECTIONS_TOLD_MAX = 0xFF;

    private static final int INACTIVITY_TOLD_MAX = 0xFFFF;

    int connectionsTold() {
        return Math.min(CONNECTIONS_TOLD_MAX, tcpConnections);
    }

    int inactivityTold() {
        return Math.min(INACTIVITY_TOLD_MAX, tcpInactivitySeconds);
    }
}
