package trefas.objects.standard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.Other;
import trefas.cosem.ActionResult;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.cosem.Requester;
import trefas.quantity.Obis;

/// An association, class 15 (dossier F4): what its client may see, and what was agreed. The object 0-0:40.0.0 is
/// the association the request came through; 0-0:40.0.e are those of the three clients, and an association that is
/// not the requester's own has nothing agreed to tell.
///
/// | selector of object_list | parameter                         | gives                          |
/// |-------------------------|-----------------------------------|--------------------------------|
/// | 1                       | none                              | all objects, null-data for rights |
/// | 2                       | array of class ids                | objects of these classes       |
/// | 3                       | array of (class id, logical name) | these objects                  |
/// | 4                       | (class id, logical name)          | this object                    |
final class AssociationBehaviour implements Behaviour {

    private static final int OBJECT_LIST = 2;
    private static final int PARTNERS = 3;
    private static final int CONTEXT_NAME = 4;
    private static final int XDLMS_CONTEXT = 5;
    private static final int MECHANISM_NAME = 6;
    private static final int SECRET = 7;
    private static final int STATUS = 8;
    private static final int SECURITY_SETUP = 9;
    static final int USER_LIST = 10;
    private static final int CURRENT_USER = 11;

    private static final int CHANGE_SECRET = 2;
    private static final int ADD_USER = 5;
    private static final int REMOVE_USER = 6;

    private static final int CLASSES = 2;
    private static final int OBJECTS = 3;
    private static final int ONE_OBJECT = 4;

    private static final int NON_ASSOCIATED = 0;
    private static final int ASSOCIATED = 2;
    private static final int DLMS_VERSION = 6;
    private static final int CONFORMANCE_BITS = 24;

    /// Object identifier 2.16.756.5.8.1 and 2.16.756.5.8.2, without the last arc.
    private static final byte[] CONTEXTS = {0x60, (byte) 0x85, 0x74, 0x05, 0x08, 0x01};

    private static final byte[] MECHANISMS = {0x60, (byte) 0x85, 0x74, 0x05, 0x08, 0x02};

    private static final int[] NO_SELECTORS = {};
    private static final int[] BUFFER_SELECTORS = {1, 2};
    private static final int[] LIST_SELECTORS = {1, 2, 3, 4};

    private final Optional<ClientRole> own;
    private final Obis securitySetup;

    /// @param own the client this association is of, or empty for the one the request comes through
    AssociationBehaviour(Optional<ClientRole> own, Obis securitySetup) {
        this.own = own;
        this.securitySetup = securitySetup;
    }

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        Optional<ClientRole> role =
                own.or(() -> self.requester().flatMap(asked -> ClientRole.ofClient(asked.clientSap())));
        if (role.isEmpty()) {
            return DataAccessResult.OBJECT_UNAVAILABLE;
        }
        if (attributeId == OBJECT_LIST) {
            return readList(self, role.get(), selection, value);
        }
        if (selection.isPresent()) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        Optional<Requester> requester =
                self.requester().filter(asked -> asked.clientSap() == role.get().clientSap());
        switch (attributeId) {
            case PARTNERS -> value.structure(2).integer(role.get().clientSap()).longUnsigned(ClientRole.SERVER_SAP);
            case STATUS -> value.enumerated(requester.isPresent() ? ASSOCIATED : NON_ASSOCIATED);
            case SECURITY_SETUP -> value.octetString(securitySetup);
            case USER_LIST -> Axdr.encode(AssociationSecrets.users(self, USER_LIST), value);
            case CURRENT_USER ->
                Axdr.encode(
                        AssociationSecrets.user(
                                self,
                                USER_LIST,
                                requester.map(Requester::userId).orElse(OptionalInt.empty())),
                        value);
            case CONTEXT_NAME, XDLMS_CONTEXT, MECHANISM_NAME -> {
                if (requester.isEmpty()) {
                    return DataAccessResult.OBJECT_UNAVAILABLE;
                }
                writeAgreed(attributeId, requester.get(), value);
            }
            default -> {
                return DataAccessResult.READ_WRITE_DENIED;
            }
        }
        return DataAccessResult.SUCCESS;
    }

    /// The secret of an association with a password; keys of the other mechanisms come as keys.
    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        return attributeId == SECRET
                ? AssociationSecrets.changePassword(self, value)
                : DataAccessResult.READ_WRITE_DENIED;
    }

    /// Mutual proof is the protocol's: it answers reply_to_HLS_authentication before any object is asked. Objects
    /// of this model are fixed.
    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        return switch (methodId) {
            case CHANGE_SECRET -> AssociationSecrets.changeSecret(self, parameter);
            case ADD_USER -> AssociationSecrets.addUser(self, USER_LIST, parameter);
            case REMOVE_USER -> AssociationSecrets.removeUser(self, USER_LIST, parameter);
            default -> ActionResult.READ_WRITE_DENIED;
        };
    }

    private static void writeAgreed(int attributeId, Requester requester, AxdrWriter value) {
        switch (attributeId) {
            case CONTEXT_NAME -> writeName(CONTEXTS, requester.contextId(), value);
            case MECHANISM_NAME -> writeName(MECHANISMS, requester.mechanismId(), value);
            default ->
                value.structure(6)
                        .octet(0x04)
                        .octet(CONFORMANCE_BITS)
                        .number(requester.conformance(), 3)
                        .longUnsigned(requester.receiveOctetsMax())
                        .longUnsigned(requester.sendOctetsMax())
                        .unsigned(DLMS_VERSION)
                        .integer(0)
                        .octetString(new byte[0]);
        }
    }

    private static void writeName(byte[] arcs, int last, AxdrWriter value) {
        value.octet(0x09).octet(arcs.length + 1).octets(arcs).octet(last);
    }

    private static DataAccessResult readList(
            Instance self, ClientRole role, Optional<AccessSelection> selection, AxdrWriter value) {
        Predicate<StandardObject> wanted = _ -> true;
        boolean isWithRights = true;
        if (selection.isPresent()) {
            if (!(selection.get() instanceof Other(int selector, CosemData parameters))) {
                return DataAccessResult.TYPE_UNMATCHED;
            }
            Optional<Predicate<StandardObject>> filter = filter(selector, parameters);
            if (filter.isEmpty()) {
                return DataAccessResult.SCOPE_OF_ACCESS_VIOLATED;
            }
            wanted = filter.get();
            isWithRights = selector != 1;
        }
        int start = value.length();
        int count = 0;
        for (StandardObject object : self.device().visibleTo(role)) {
            if (wanted.test(object)) {
                writeElement(self, object, role, isWithRights, value);
                count++;
            }
        }
        value.arrayAround(start, count);
        return DataAccessResult.SUCCESS;
    }

    private static Optional<Predicate<StandardObject>> filter(int selector, CosemData parameters) {
        return switch (selector) {
            case 1 -> Optional.of(_ -> true);
            case CLASSES ->
                parameters instanceof Array(var classes)
                        ? Optional.of(object -> classes.contains(
                                new LongUnsigned(object.interfaceClass().classId())))
                        : Optional.empty();
            case OBJECTS ->
                parameters instanceof Array(var objects)
                        ? Optional.of(object -> objects.contains(identity(object)))
                        : Optional.empty();
            case ONE_OBJECT -> Optional.of(object -> parameters.equals(identity(object)));
            default -> Optional.empty();
        };
    }

    private static CosemData identity(StandardObject object) {
        return new CosemData.Structure(
                List.of(new LongUnsigned(object.interfaceClass().classId()), Values.name(object.logicalName())));
    }

    private static void writeElement(
            Instance self, StandardObject object, ClientRole role, boolean isWithRights, AxdrWriter value) {
        InterfaceClass type = object.interfaceClass();
        value.structure(4).longUnsigned(type.classId()).unsigned(type.version()).octetString(object.logicalName());
        if (!isWithRights) {
            value.nullData();
            return;
        }
        int version = self.interfaceClass().version();
        Rights rights = object.rights(role);
        value.structure(2).array(type.attributes().size());
        for (int id = 1; id <= type.attributes().size(); id++) {
            rights.attribute(id).writeAttributeItem(version, id, selectors(type, id), value);
        }
        value.array(type.methods().size());
        for (int id = 1; id <= type.methods().size(); id++) {
            rights.method(id).writeMethodItem(version, id, value);
        }
    }

    private static int[] selectors(InterfaceClass type, int attributeId) {
        if (attributeId != 2) {
            return NO_SELECTORS;
        }
        return switch (type.classId()) {
            case 7 -> BUFFER_SELECTORS;
            case 15 -> LIST_SELECTORS;
            default -> NO_SELECTORS;
        };
    }
}
