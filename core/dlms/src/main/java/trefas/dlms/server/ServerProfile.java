package trefas.dlms.server;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.acse.InitiateRequest;

/// The associations a meter offers. Made once and shared by all its connections, and by all meters alike.
public record ServerProfile(List<AssociationSettings> associations) {

    /// Longest APDU the server takes and sends over TCP, when nothing else is set: with its header it fits one segment
    /// of an Ethernet (1 460 octets), and the buffers of an open connection stay within 4 kB.
    public static final int PDU_OCTETS_TCP = 1_024;

    /// The password of a new meter (dossier 19).
    public static final String PASSWORD_DEFAULT = "12345";

    private static final int PUBLIC_CLIENT = 16;
    private static final int PRIMARY_MODULE = 18;
    private static final int OPTICAL = 19;
    private static final int CCC_MODULE = 20;
    private static final int MANAGEMENT_DEVICE = 1;
    private static final int METER_DEVICE = 16;

    private static final Conformance PUBLIC =
            Conformance.of(ConformanceBit.GET, ConformanceBit.BLOCK_TRANSFER_WITH_GET);
    private static final Conformance READING = Conformance.of(
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

    /// The associations of this meter (dossier 19): the public client, and three clients with a password.
    ///
    /// @param pduOctetsMax see [#PDU_OCTETS_TCP]; 12 to 65 535
    public static ServerProfile ofMeter(String password, int pduOctetsMax) {
        var secret = Octets.of(password.getBytes(StandardCharsets.US_ASCII));
        var open = new AssociationSettings(
                PUBLIC_CLIENT,
                MANAGEMENT_DEVICE,
                ApplicationContext.LOGICAL_NAMES,
                AuthenticationMechanism.NONE,
                Octets.of(new byte[0]),
                PUBLIC,
                pduOctetsMax);
        var guarded = Stream.of(PRIMARY_MODULE, OPTICAL, CCC_MODULE)
                .map(client -> new AssociationSettings(
                        client,
                        METER_DEVICE,
                        ApplicationContext.LOGICAL_NAMES,
                        AuthenticationMechanism.LOW,
                        secret,
                        READING,
                        pduOctetsMax));
        return new ServerProfile(Stream.concat(Stream.of(open), guarded).toList());
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
