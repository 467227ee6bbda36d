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
    public void more(int clientSap, int serverSap, ApduBuffer answer) {
        answer.reset();
        for (var known : associations) {
            if (isBetween(known, clientSap, serverSap)) {
                known.more(answer);
            }
        }
    }

    @Override
    public void broadcast(int clientSap, byte[] octets, int offset, int length) {
        var unsent = new ApduBuffer(0);
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

    /// The association of this pair; empty for a pair nobody configured, and for one too many: neither is
    /// answered.
    private Optional<ServerAssociation> association(int clientSap, int serverSap) {
        for (var known : associations) {
            if (isBetween(known, clientSap, serverSap)) {
                return Optional.of(known);
            }
        }
        var settings = profile.settings(clientSap, serverSap);
        if (settings.isEmpty() || !hasRoom()) {
            return Optional.empty();
        }
        var made = new ServerAssociation(profile, settings.get(), device);
        associations.add(made);
        return Optional.of(made);
    }

    /// Associations that are not open make room for others.
    private boolean hasRoom() {
        if (associations.size() >= profile.limits().associations()) {
            associations.removeIf(association -> !association.isOpen());
        }
        return associations.size() < profile.limits().associations();
    }

    private static boolean isBetween(ServerAssociation known, int clientSap, int serverSap) {
        return known.settings().clientSap() == clientSap && known.settings().serverSap() == serverSap;
    }
}
