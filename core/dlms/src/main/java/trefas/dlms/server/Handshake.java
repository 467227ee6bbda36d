package trefas.dlms.server;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.security.SystemTitle;

/// High level security between its second and third pass: what both ends have put to each other.
///
/// @param clientTitle empty with the mechanisms that do not look at titles
/// @param clientChallenge CtoS, of the AARQ
/// @param serverChallenge StoC, of the AARE
record Handshake(Optional<SystemTitle> clientTitle, Octets clientChallenge, Octets serverChallenge) {}
