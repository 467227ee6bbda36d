package trefas.dlms.server;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.acse.InitiateRequest;

/// The associations a meter offers. Made once and shared by all its connections, and by all meters alike.
public record ServerProfile(List<AssociationSettings> associations) {

    /// Longest APDU the server takes and sends over TCP, when nothing else is set: with its header it fits one segment
    /// of an Ethernet (1 460 octets), and the buffers of an open connection stay within 4 kB.
    public static final int PDU_OCTETS_TCP = 1_024;

    /// Everything this server can do; an association may offer less.
    public static final Conformance SERVED = Conformance.of(
            ConformanceBit.GET,
            ConformanceBit.BLOCK_TRANSFER_WITH_GET,
            ConformanceBit.SELECTIVE_ACCESS,
            ConformanceBit.MULTIPLE_REFERENCES);

    public ServerProfile {
        associations = List.copyOf(associations);
        var pairs = new HashSet<Integer>();
        for (var settings : associations) {
            if (!pairs.add(settings.clientSap() << 16 | settings.serverSap())) {
                throw new IllegalArgumentException("two associations for " + settings);
            }
        }
    }

    /// Empty when these two have nothing to say to each other.
    public Optional<AssociationSettings> settings(int clientSap, int serverSap) {
        for (var settings : associations) {
            if (settings.clientSap() == clientSap && settings.serverSap() == serverSap) {
                return Optional.of(settings);
            }
        }
        return Optional.empty();
    }

    /// Longest APDU any of the associations takes.
    public int pduOctetsMax() {
        return associations.stream()
                .mapToInt(AssociationSettings::pduOctetsMax)
                .max()
                .orElse(InitiateRequest.PDU_OCTETS_MIN);
    }
}
