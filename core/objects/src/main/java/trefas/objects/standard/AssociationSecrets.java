package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Requester;
import trefas.quantity.Obis;
import trefas.security.Secret;
import trefas.security.SecurityAccess;

/// What of an association its client may change: its own secret and its users (class 15, dossier F4). Secrets go
/// in and never come out.
final class AssociationSecrets {

    static final int USERS_MAX = 16;

    private static final int NO_USER = 0;

    private static final Obis CURRENT = Obis.of("0-0:40.0.0*255");

    private static final int LOW_LEVEL = 1;

    /// Mechanisms 2, 3, 4 and 6 prove with a secret; 5 with the keys of the security setup, 7 with a key pair.
    private static final List<Integer> WITH_SECRET = List.of(2, 3, 4, 6);

    private AssociationSecrets() {}

    /// SET of the secret: the password of an association with low-level security.
    static DataAccessResult changePassword(Instance self, CosemData value) {
        return self.requester().map(Requester::mechanismId).orElse(0) != LOW_LEVEL
                ? DataAccessResult.READ_WRITE_DENIED
                : change(self, value) ? DataAccessResult.SUCCESS : DataAccessResult.OTHER_REASON;
    }

    /// change_HLS_secret, for mechanisms that have one.
    static ActionResult changeSecret(Instance self, CosemData parameter) {
        return WITH_SECRET.contains(self.requester().map(Requester::mechanismId).orElse(0)) && change(self, parameter)
                ? ActionResult.SUCCESS
                : ActionResult.OTHER_REASON;
    }

    private static boolean change(Instance self, CosemData value) {
        Optional<SecurityAccess> security = self.device().surroundings().security();
        Optional<Requester> requester = self.requester();
        if (security.isEmpty()
                || requester.isEmpty()
                || !(value instanceof OctetString(var octets))
                || octets.length() == 0
                || octets.length() > Secret.OCTETS_MAX) {
            return false;
        }
        Secret secret = Secret.of(octets.toArray());
        return security.get()
                .with(state -> state.changeSecret(
                        requester.get().clientSap(), requester.get().serverSap(), secret));
    }

    static CosemData users(Instance self, int slot) {
        return self.value(slot) instanceof Array users ? users : Values.array();
    }

    /// The user an association was opened for; number 0 without a name when the client named none.
    static CosemData user(Instance self, int slot, OptionalInt userId) {
        return Values.elements(users(self, slot)).stream()
                .filter(user -> isUser(user, userId))
                .findFirst()
                .orElseGet(() -> Values.structure(
                        new Unsigned(userId.orElse(NO_USER)), new OctetString(Octets.of(new byte[0]))));
    }

    private static boolean isUser(CosemData user, OptionalInt userId) {
        return userId.isPresent() && Values.element(user, 0).equals(new Unsigned(userId.getAsInt()));
    }

    /// Whether an association may be opened for a user: it is in the list, or there is no list. Only the head-end can
    /// make one.
    static boolean isKnown(StandardDevice device, int clientSap, int userId) {
        if (clientSap != ClientRole.MANAGEMENT.clientSap()) {
            return true;
        }
        List<CosemData> users = device.instance(CURRENT)
                .map(self -> Values.elements(users(self, AssociationBehaviour.USER_LIST)))
                .orElse(List.of());
        return users.isEmpty() || users.stream().anyMatch(user -> isUser(user, OptionalInt.of(userId)));
    }

    /// A user whose number is already there is refused.
    static ActionResult addUser(Instance self, int slot, CosemData user) {
        var users = new ArrayList<>(Values.elements(users(self, slot)));
        boolean isKnown =
                users.stream().anyMatch(known -> Values.element(known, 0).equals(Values.element(user, 0)));
        if (isKnown || users.size() >= USERS_MAX) {
            return ActionResult.OTHER_REASON;
        }
        users.add(user);
        self.put(slot, new Array(users));
        return ActionResult.SUCCESS;
    }

    static ActionResult removeUser(Instance self, int slot, CosemData user) {
        var users = new ArrayList<>(Values.elements(users(self, slot)));
        if (!users.remove(user)) {
            return ActionResult.OTHER_REASON;
        }
        self.put(slot, new Array(users));
        return ActionResult.SUCCESS;
    }
}
