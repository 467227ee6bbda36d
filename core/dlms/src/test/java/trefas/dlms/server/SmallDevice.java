package trefas.dlms.server;

import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.Requester;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.quantity.Obis;

/// A logical device of four objects: a clock, an octet-string of any length, a profile that tells what was selected,
/// and one nobody may read.
final class SmallDevice implements LogicalDevice {

    static final Obis CLOCK = Obis.of("0.0.1.0.0.255");
    static final Obis TEXT = Obis.of("0.0.96.1.0.255");
    static final Obis PROFILE = Obis.of("1.0.99.1.0.255");
    static final Obis LOCKED = Obis.of("0.0.96.1.9.255");

    /// A public client without security that reads whole attributes, and three with a password that may do all.
    static final ServerProfile PROFILE_OF_ASSOCIATIONS = new ServerProfile(List.of(
            AssociationSettings.open(
                    16, 1, Conformance.of(ConformanceBit.GET, ConformanceBit.BLOCK_TRANSFER_WITH_GET), 1_024),
            withPassword(18),
            withPassword(19),
            withPassword(20)));

    private static AssociationSettings withPassword(int clientSap) {
        return AssociationSettings.withPassword(clientSap, 16, "12345", ServerProfile.SERVED, 1_024);
    }

    boolean isPowered = true;
    int textOctets = 4;
    int reads;

    @Override
    public DataAccessResult get(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, AxdrWriter value) {
        reads++;
        var name = attribute.logicalName();
        if (name.equals(LOCKED)) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        int classId = name.equals(CLOCK) ? 8 : name.equals(TEXT) ? 1 : name.equals(PROFILE) ? 7 : 0;
        if (classId == 0) {
            return DataAccessResult.OBJECT_UNDEFINED;
        }
        if (attribute.classId() != classId) {
            return DataAccessResult.OBJECT_CLASS_INCONSISTENT;
        }
        return switch (attribute.attributeId()) {
            case 1 -> {
                value.octetString(name);
                yield DataAccessResult.SUCCESS;
            }
            case 2 -> value(classId, selection, value);
            default -> DataAccessResult.OBJECT_UNDEFINED;
        };
    }

    @Override
    public boolean isPowered() {
        return isPowered;
    }

    private DataAccessResult value(int classId, Optional<AccessSelection> selection, AxdrWriter value) {
        switch (classId) {
            case 8 -> value.octet(0x09).octet(12).number(0x07E8010F010AL, 6).number(0x1E0000FFC400L, 6);
            case 1 -> {
                value.octet(0x09).lengthField(textOctets);
                for (int i = 0; i < textOctets; i++) {
                    value.octet(i);
                }
            }
            default -> {
                if (selection.isEmpty() || !(selection.get() instanceof AccessSelection.EntryDescriptor entries)) {
                    return DataAccessResult.TYPE_UNMATCHED;
                }
                value.array(1).doubleLongUnsigned(entries.toEntry());
            }
        }
        return DataAccessResult.SUCCESS;
    }
}
