package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Requester;
import trefas.security.Secret;
import trefas.security.SecurityAccess;

/// What of an association its client may change: its own secret and its users (class 15, dossier F4). Secrets go
/// in and never come out.
final class AssociationSecrets {

    static final int USERS_MAX = 16;

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
