package trefas.dlms.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.LogicalDevice;
import trefas.dlms.ApduBuffer;
import trefas.dlms.ApduServer;
import trefas.dlms.acse.AssociationSettings;

/// The associations of one meter on one line. Each is made when its client first speaks.
public final class AssociationTable implements ApduServer {

    private final ServerProfile profile;
    private final LogicalDevice device;
    private final ApduBuffer unsent = new ApduBuffer(0);

    /// At most one for each configured pair.
    private final List<ServerAssociation> associations = new ArrayList<>(1);

    public AssociationTable(ServerProfile profile, LogicalDevice device) {
        this.profile = profile;
        this.device = device;
    }

    @Override
    public boolean isPowered() {
        return device.isPowered();
    }

    @Override
    public boolean serves(int clientSap, int serverSap) {
        return profile.settings(clientSap, serverSap).isPresent();
    }

    @Override
    public void receive(int clientSap, int serverSap, byte[] octets, int offset, int length, ApduBuffer answer) {
        answer.reset();
        var association = association(clientSap, serverSap);
        if (association.isPresent()) {
            association.get().receive(octets, offset, length, answer);
        }
    }

    @Override
    public void broadcast(int clientSap, byte[] octets, int offset, int length) {
        for (AssociationSettings settings : profile.associations()) {
            if (settings.clientSap() == clientSap) {
                receive(clientSap, settings.serverSap(), octets, offset, length, unsent);
            }
        }
    }

    @Override
    public void abort(int clientSap, int serverSap) {
        for (var known : associations) {
            if (isBetween(known, clientSap, serverSap)) {
                known.abort();
            }
        }
    }

    @Override
    public void abortAll() {
        associations.clear();
    }

    @Override
    public int apduOctetsMax() {
        return profile.pduOctetsMax();
    }

    /// The association of this pair; empty for a pair nobody configured, which is not answered.
    private Optional<ServerAssociation> association(int clientSap, int serverSap) {
        for (var known : associations) {
            if (isBetween(known, clientSap, serverSap)) {
                return Optional.of(known);
            }
        }
        var made = profile.settings(clientSap, serverSap).map(settings -> new ServerAssociation(settings, device));
        made.ifPresent(associations::add);
        return made;
    }

    private static boolean isBetween(ServerAssociation known, int clientSap, int serverSap) {
        return known.settings().clientSap() == clientSap && known.settings().serverSap() == serverSap;
    }
}
