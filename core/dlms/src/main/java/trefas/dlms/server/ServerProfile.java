package trefas.dlms.server;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.acse.InitiateRequest;
import trefas.security.SecurityAccess;

/// The associations a meter offers and the means to keep them safe. Made once for each meter and shared by all its
/// connections; without keys also by all meters alike.
///
/// @param limits how much of others' input is taken
/// @param security keys, counters, policy and changed passwords; empty for a meter without
/// @param roles keys and counters of clients that have their own, by client address
/// @param challenges where challenges of high level security come from: 32 to 64 octets of chance, each time
///     others.
///     The core has no chance of its own
/// @param failedAttempts shared by all connections; the shell forgives
public record ServerProfile(
        List<AssociationSettings> associations,
        ServerLimits limits,
        Optional<SecurityAccess> security,
        Map<Integer, SecurityAccess> roles,
        Supplier<Octets> challenges,
        FailedAttempts failedAttempts) {

    /// Longest APDU the server takes and sends over TCP, when nothing else is set: with its header it fits one
    /// segment of an Ethernet (1 460 octets), and the buffers of an open connection stay within 4 kB.
    public static final int PDU_OCTETS_TCP = 1_024;

    /// Reading, which every association of a meter has.
    public static final Conformance SERVED = Conformance.of(
            ConformanceBit.GET,
            ConformanceBit.BLOCK_TRANSFER_WITH_GET,
            ConformanceBit.SELECTIVE_ACCESS,
            ConformanceBit.MULTIPLE_REFERENCES);

    /// Everything this server can do with logical names; an association may offer less.
    public static final Conformance EVERYTHING = Conformance.of(
            ConformanceBit.GENERAL_PROTECTION,
            ConformanceBit.GENERAL_BLOCK_TRANSFER,
            ConformanceBit.ATTRIBUTE0_WITH_SET,
            ConformanceBit.PRIORITY_MANAGEMENT,
            ConformanceBit.ATTRIBUTE0_WITH_GET,
            ConformanceBit.BLOCK_TRANSFER_WITH_GET,
            ConformanceBit.BLOCK_TRANSFER_WITH_SET,
            ConformanceBit.BLOCK_TRANSFER_WITH_ACTION,
            ConformanceBit.MULTIPLE_REFERENCES,
            ConformanceBit.DATA_NOTIFICATION,
            ConformanceBit.ACCESS,
            ConformanceBit.GET,
            ConformanceBit.SET,
            ConformanceBit.SELECTIVE_ACCESS,
            ConformanceBit.EVENT_NOTIFICATION,
            ConformanceBit.ACTION);

    private static final Octets NO_CHALLENGE = Octets.of(new byte[0]);

    public ServerProfile {
        associations = List.copyOf(associations);
        roles = Map.copyOf(roles);
        var pairs = new HashSet<Integer>();
        for (var settings : associations) {
            if (!pairs.add((settings.clientSap() << 16) | settings.serverSap())) {
                throw new IllegalArgumentException("two associations for " + settings);
            }
        }
    }

    /// Associations without keys and without high level security, within the usual limits.
    public ServerProfile(List<AssociationSettings> associations) {
        this(associations, ServerLimits.DEFAULT);
    }

    /// Associations without keys and without high level security.
    public ServerProfile(List<AssociationSettings> associations, ServerLimits limits) {
        this(
                associations,
                limits,
                Optional.empty(),
                Map.of(),
                () -> NO_CHALLENGE,
                new FailedAttempts(limits.failedAuthentications()));
    }

    /// The same associations with keys and challenges.
    public ServerProfile with(SecurityAccess keys, Supplier<Octets> challengeSource) {
        return new ServerProfile(associations, limits, Optional.of(keys), Map.of(), challengeSource, failedAttempts);
    }

    /// The same associations, some clients of which have keys of their own.
    public ServerProfile withRoles(Map<Integer, SecurityAccess> keysOfClients) {
        return new ServerProfile(associations, limits, security, keysOfClients, challenges, failedAttempts);
    }

    /// What an association is kept safe with.
    public Optional<SecurityAccess> security(AssociationSettings settings) {
        return Optional.ofNullable(roles.get(settings.clientSap())).or(() -> security);
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
