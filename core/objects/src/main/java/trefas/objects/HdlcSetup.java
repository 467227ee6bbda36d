package trefas.objects;

/// What the meter's HDLC line really works with, as IEC HDLC setup tells it (class 23; dossier 19).
///
/// @param commSpeed 0 for 300 baud to 9 for 115 200; 5 is 9 600
/// @param windowTransmit frames sent before an answer is waited for, 1 to 7
/// @param windowReceive frames taken before one is answered, 1 to 7
/// @param informationOctetsTransmit longest information field sent, 32 to 2 030
/// @param informationOctetsReceive longest information field taken
/// @param interOctetMilliseconds silence that ends a frame
/// @param inactivitySeconds silence that ends a connection; 0 never
/// @param deviceAddress physical address, 0 when there is none
public record HdlcSetup(
        int commSpeed,
        int windowTransmit,
        int windowReceive,
        int informationOctetsTransmit,
        int informationOctetsReceive,
        int interOctetMilliseconds,
        int inactivitySeconds,
        int deviceAddress) {}
