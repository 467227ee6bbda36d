package trefas.app.host;

import java.util.ArrayList;
import java.util.List;
import trefas.app.settings.ClientRole;
import trefas.app.settings.RunSettings;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.objects.Association;

/// The meter's association table in the words of the protocol (dossier 19, decision 0023).
final class AssociationRows {

    /// The public client reads whole attributes only (dossier 19).
    private static final Conformance PUBLIC =
            Conformance.of(ConformanceBit.GET, ConformanceBit.BLOCK_TRANSFER_WITH_GET);

    /// What the dossier has for the modules, and beyond it what this server really does.
    private static final Conformance MODULES = Conformance.of(
            ConformanceBit.GET,
            ConformanceBit.SET,
            ConformanceBit.ACTION,
            ConformanceBit.SELECTIVE_ACCESS,
            ConformanceBit.BLOCK_TRANSFER_WITH_GET,
            ConformanceBit.BLOCK_TRANSFER_WITH_SET,
            ConformanceBit.BLOCK_TRANSFER_WITH_ACTION,
            ConformanceBit.MULTIPLE_REFERENCES,
            ConformanceBit.ATTRIBUTE0_WITH_GET,
            ConformanceBit.PRIORITY_MANAGEMENT,
            ConformanceBit.ACCESS,
            ConformanceBit.GENERAL_BLOCK_TRANSFER);

    private static final Conformance CIPHERED = Conformance.of(
            ConformanceBit.GET,
            ConformanceBit.SET,
            ConformanceBit.ACTION,
            ConformanceBit.SELECTIVE_ACCESS,
            ConformanceBit.BLOCK_TRANSFER_WITH_GET,
            ConformanceBit.BLOCK_TRANSFER_WITH_SET,
            ConformanceBit.BLOCK_TRANSFER_WITH_ACTION,
            ConformanceBit.MULTIPLE_REFERENCES,
            ConformanceBit.ATTRIBUTE0_WITH_GET,
            ConformanceBit.PRIORITY_MANAGEMENT,
            ConformanceBit.ACCESS,
            ConformanceBit.GENERAL_BLOCK_TRANSFER,
            ConformanceBit.GENERAL_PROTECTION);

    /// The public client of the standard model reads who and when, and lists of it.
    private static final Conformance STANDARD_PUBLIC = Conformance.of(
            ConformanceBit.GET,
            ConformanceBit.SELECTIVE_ACCESS,
            ConformanceBit.BLOCK_TRANSFER_WITH_GET,
            ConformanceBit.MULTIPLE_REFERENCES,
            ConformanceBit.ATTRIBUTE0_WITH_GET,
            ConformanceBit.PRIORITY_MANAGEMENT,
            ConformanceBit.GENERAL_BLOCK_TRANSFER);

    /// All that is served: in the standard model attribute 0 is written wholly or not at all, and values are
    /// pushed.
    private static final Conformance STANDARD_MANAGEMENT = Conformance.of(
            ConformanceBit.GET,
            ConformanceBit.SET,
            ConformanceBit.ACTION,
            ConformanceBit.SELECTIVE_ACCESS,
            ConformanceBit.BLOCK_TRANSFER_WITH_GET,
            ConformanceBit.BLOCK_TRANSFER_WITH_SET,
            ConformanceBit.BLOCK_TRANSFER_WITH_ACTION,
            ConformanceBit.MULTIPLE_REFERENCES,
            ConformanceBit.ATTRIBUTE0_WITH_GET,
            ConformanceBit.ATTRIBUTE0_WITH_SET,
            ConformanceBit.PRIORITY_MANAGEMENT,
            ConformanceBit.ACCESS,
            ConformanceBit.DATA_NOTIFICATION,
            ConformanceBit.GENERAL_BLOCK_TRANSFER,
            ConformanceBit.GENERAL_PROTECTION);

    /// Whoever speaks to many hears nothing: no blocks, no reading.
    private static final Conformance BROADCAST =
            Conformance.of(ConformanceBit.SET, ConformanceBit.ACTION, ConformanceBit.GENERAL_PROTECTION);

    private static final Protection AUTHENTICATED_AND_ENCRYPTED = new Protection(true, true, false);
    private static final Octets NO_SECRET = Octets.of(new byte[0]);

    private AssociationRows() {}

    /// The rows this meter offers. A client that would need keys and has none is left out: nobody could open it.
    static List<AssociationSettings> of(RunSettings settings) {
        return switch (settings.model()) {
            case OWN -> own(settings);
            case STANDARD -> standard(settings);
        };
    }

    /// The three clients IDIS, DSMR and EPS agree on (dossier G6).
    private static List<AssociationSettings> standard(RunSettings settings) {
        int octetsMax = settings.limits().apduOctetsMax();
        var rows = new ArrayList<AssociationSettings>();
        rows.add(AssociationSettings.open(
                trefas.objects.standard.ClientRole.PUBLIC.clientSap(),
                trefas.objects.standard.ClientRole.SERVER_SAP,
                STANDARD_PUBLIC,
                octetsMax));
        if (settings.security().keys().containsKey(ClientRole.MANAGEMENT)) {
            rows.add(AssociationSettings.withHighLevelSecurity(
                            trefas.objects.standard.ClientRole.MANAGEMENT.clientSap(),
                            trefas.objects.standard.ClientRole.SERVER_SAP,
                            ApplicationContext.LOGICAL_NAMES_CIPHERED,
                            AuthenticationMechanism.HIGH_GMAC,
                            NO_SECRET,
                            STANDARD_MANAGEMENT,
                            octetsMax)
                    .demanding(trefas.objects.standard.ClientRole.MANAGEMENT.protection()));
            rows.add(new AssociationSettings(
                            trefas.objects.standard.ClientRole.BROADCAST.clientSap(),
                            trefas.objects.standard.ClientRole.SERVER_SAP,
                            ApplicationContext.LOGICAL_NAMES_CIPHERED,
                            AuthenticationMechanism.NONE,
                            NO_SECRET,
                            BROADCAST,
                            octetsMax)
                    .preEstablished()
                    .demanding(trefas.objects.standard.ClientRole.BROADCAST.protection()));
        }
        return rows;
    }

    /// The modules that cipher with keys of their own, by client address.
    static List<Integer> ciphering(RunSettings settings) {
        return of(settings).stream()
                .filter(row -> row.context() == ApplicationContext.LOGICAL_NAMES_CIPHERED)
                .map(AssociationSettings::clientSap)
                .filter(client -> client != Association.MANAGEMENT.clientSap())
                .toList();
    }

    /// The meter's own table (dossier 19).
    private static List<AssociationSettings> own(RunSettings settings) {
        int octetsMax = settings.limits().apduOctetsMax();
        var rows = new ArrayList<AssociationSettings>();
        for (Association row : Association.table(settings.security().isEncrypted())) {
            switch (row.security()) {
                case NONE -> rows.add(AssociationSettings.open(row.clientSap(), row.serverSap(), PUBLIC, octetsMax));
                case LOW_LEVEL ->
                    rows.add(AssociationSettings.withPassword(
                            row.clientSap(),
                            row.serverSap(),
                            settings.security().password(role(row)),
                            MODULES,
                            octetsMax));
                case HIGH_GMAC -> {
                    if (settings.security().keys().containsKey(role(row))) {
                        rows.add(AssociationSettings.withHighLevelSecurity(
                                        row.clientSap(),
                                        row.serverSap(),
                                        ApplicationContext.LOGICAL_NAMES_CIPHERED,
                                        AuthenticationMechanism.HIGH_GMAC,
                                        NO_SECRET,
                                        CIPHERED,
                                        octetsMax)
                                .demanding(AUTHENTICATED_AND_ENCRYPTED));
                    }
                }
            }
        }
        return rows;
    }

    private static ClientRole role(Association row) {
        for (ClientRole role : ClientRole.values()) {
            if (role.association().clientSap() == row.clientSap()) {
                return role;
            }
        }
        throw new IllegalArgumentException("nobody configures " + row);
    }
}
