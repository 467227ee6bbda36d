package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.DataAccessResult;
import trefas.security.AgreedKeys;
import trefas.security.CurveKeyPair;
import trefas.security.KeyChange;
import trefas.security.KeyId;
import trefas.security.KeyUse;
import trefas.security.OfferedKey;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SystemTitle;
import trefas.security.WrappedKey;

/// A security setup, class 64, versions 0 and 1 (dossier E10). Keys go in and never come out. What it changes is
/// in the [SecurityState] of the meter, which the protocol reads for every APDU.
///
/// | policy | version 0               | version 1 bits            |
/// |--------|-------------------------|---------------------------|
/// | 1      | all authenticated       | 0x24                      |
/// | 2      | all encrypted           | 0x48                      |
/// | 3      | both                    | 0x6C                      |
final class SecuritySetupBehaviour implements Behaviour {

    private static final int POLICY = 2;
    private static final int SUITE = 3;
    private static final int CLIENT_TITLE = 4;
    private static final int SERVER_TITLE = 5;
    private static final int CERTIFICATES = 6;

    private static final int ACTIVATE = 1;
    private static final int TRANSFER = 2;
    private static final int AGREE = 3;
    private static final int GENERATE = 4;
    private static final int REQUEST_CERTIFICATE = 5;
    private static final int IMPORT_CERTIFICATE = 6;
    private static final int EXPORT_CERTIFICATE = 7;
    private static final int REMOVE_CERTIFICATE = 8;

    private static final int AUTHENTICATED =
            SecurityPolicy.AUTHENTICATED_REQUEST | SecurityPolicy.AUTHENTICATED_RESPONSE;
    private static final int ENCRYPTED = SecurityPolicy.ENCRYPTED_REQUEST | SecurityPolicy.ENCRYPTED_RESPONSE;
    private static final int SIGNED = SecurityPolicy.SIGNED_REQUEST | SecurityPolicy.SIGNED_RESPONSE;
    private static final int BITS = 0xFC;

    private static final int KEYS_MAX = 4;

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        Optional<SecurityAccess> security = self.device().surroundings().security();
        if (security.isEmpty()) {
            return DataAccessResult.OBJECT_UNAVAILABLE;
        }
        if (selection.isPresent()) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        boolean isFirstVersion = self.interfaceClass().version() == 0;
        return security.get().with(state -> {
            switch (attributeId) {
                case POLICY ->
                    value.enumerated(
                            isFirstVersion
                                    ? level(state.policy())
                                    : state.policy().bits());
                case SUITE -> value.enumerated(state.suite().id());
                case CLIENT_TITLE ->
                    value.octetString(
                            state.partnerTitle().map(SystemTitle::octets).orElseGet(() -> new byte[0]));
                case SERVER_TITLE -> value.octetString(state.ownTitle().octets());
                case CERTIFICATES -> CertificateMethods.writeAll(state.certificates(), value);
                default -> {
                    return DataAccessResult.READ_WRITE_DENIED;
                }
            }
            return DataAccessResult.SUCCESS;
        });
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        Optional<SecurityAccess> security = self.device().surroundings().security();
        if (attributeId != CLIENT_TITLE || security.isEmpty()) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        Optional<SystemTitle> title =
                value instanceof OctetString(var octets) ? SystemTitle.of(octets.toArray()) : Optional.empty();
        if (title.isEmpty()) {
            return DataAccessResult.OTHER_REASON;
        }
        return security.get().with(state -> {
            state.expectPartner(title.get());
            return DataAccessResult.SUCCESS;
        });
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        Optional<SecurityAccess> security = self.device().surroundings().security();
        if (security.isEmpty()) {
            return ActionResult.OBJECT_UNAVAILABLE;
        }
        boolean isFirstVersion = self.interfaceClass().version() == 0;
        ActionResult result = switch (methodId) {
            case ACTIVATE -> activate(security.get(), Values.number(parameter), isFirstVersion);
            case TRANSFER -> transfer(security.get(), parameter, isFirstVersion);
            case AGREE -> agree(security.get(), parameter, returned);
            case GENERATE -> generate(security.get(), Values.number(parameter));
            case REQUEST_CERTIFICATE -> CertificateMethods.request(security.get(), parameter, returned);
            case IMPORT_CERTIFICATE -> CertificateMethods.take(security.get(), parameter, self.now());
            case EXPORT_CERTIFICATE -> CertificateMethods.export(security.get(), parameter, returned);
            case REMOVE_CERTIFICATE -> CertificateMethods.remove(security.get(), parameter);
            default -> ActionResult.OBJECT_UNAVAILABLE;
        };
        if (result == ActionResult.SUCCESS && (methodId == TRANSFER || methodId == AGREE)) {
            EventLogs.log(self.device(), EventCode.KEYS_CHANGED);
        }
        return result;
    }

    /// security_activate: a policy may only grow, and not to what the meter has no keys for.
    private static ActionResult activate(SecurityAccess security, int wanted, boolean isFirstVersion) {
        Optional<SecurityPolicy> policy = isFirstVersion
                ? ofLevel(wanted)
                : (wanted & ~BITS) == 0 ? Optional.of(new SecurityPolicy(wanted)) : Optional.empty();
        return policy.isEmpty()
                ? ActionResult.OTHER_REASON
                : security.with(state -> canKeep(state, policy.get()) && state.raise(policy.get())
                        ? ActionResult.SUCCESS
                        : ActionResult.OTHER_REASON);
    }

    private static boolean canKeep(SecurityState state, SecurityPolicy policy) {
        return (!policy.demands(AUTHENTICATED | ENCRYPTED) || state.isReady())
                && (!policy.demands(SIGNED) || state.suite().hasCurve());
    }

    /// key_transfer: all of the keys or none.
    private static ActionResult transfer(SecurityAccess security, CosemData parameter, boolean isFirstVersion) {
        List<CosemData> elements = Values.elements(parameter);
        if (elements.isEmpty() || elements.size() > KEYS_MAX) {
            return ActionResult.OTHER_REASON;
        }
        var keys = new ArrayList<WrappedKey>(elements.size());
        for (CosemData element : elements) {
            Optional<KeyId> id = KeyId.ofCode(Values.number(Values.element(element, 0)));
            if (id.isEmpty()
                    || (isFirstVersion && id.get() == KeyId.MASTER)
                    || !(Values.element(element, 1) instanceof OctetString(var wrapped))) {
                return ActionResult.OTHER_REASON;
            }
            keys.add(WrappedKey.of(id.get(), wrapped.toArray()));
        }
        KeyChange change = security.with(state -> state.transfer(keys));
        return change.isDone() ? ActionResult.SUCCESS : ActionResult.OTHER_REASON;
    }

    /// key_agreement with the partner that is expected: all of the keys or none.
    private static ActionResult agree(SecurityAccess security, CosemData parameter, AxdrWriter returned) {
        List<CosemData> elements = Values.elements(parameter);
        if (elements.isEmpty() || elements.size() > KEYS_MAX) {
            return ActionResult.OTHER_REASON;
        }
        var offers = new ArrayList<OfferedKey>(elements.size());
        for (CosemData element : elements) {
            Optional<KeyId> id = KeyId.ofCode(Values.number(Values.element(element, 0)));
            if (id.isEmpty() || !(Values.element(element, 1) instanceof OctetString(var data))) {
                return ActionResult.OTHER_REASON;
            }
            offers.add(OfferedKey.of(id.get(), data.toArray()));
        }
        return security.with(state -> {
            if (state.partnerTitle().isEmpty()) {
                return ActionResult.OTHER_REASON;
            }
            AgreedKeys agreed = state.agree(state.partnerTitle().get(), offers, security.randomness());
            if (!agreed.change().isDone()) {
                return ActionResult.OTHER_REASON;
            }
            returned.array(agreed.answers().size());
            for (OfferedKey answer : agreed.answers()) {
                returned.structure(2).enumerated(answer.id().code()).octetString(answer.octets());
            }
            return ActionResult.SUCCESS;
        });
    }

    private static ActionResult generate(SecurityAccess security, int code) {
        Optional<KeyUse> use = KeyUse.ofCode(code);
        return security.with(state -> {
            if (use.isEmpty() || !state.suite().hasCurve()) {
                return ActionResult.OTHER_REASON;
            }
            state.keyPairs().install(use.get(), CurveKeyPair.generate(state.suite(), security.randomness()));
            return ActionResult.SUCCESS;
        });
    }

    private static int level(SecurityPolicy policy) {
        boolean authenticated = policy.demands(AUTHENTICATED);
        boolean encrypted = policy.demands(ENCRYPTED);
        return (authenticated ? 1 : 0) + (encrypted ? 2 : 0);
    }

    private static Optional<SecurityPolicy> ofLevel(int level) {
        return level < 0 || level > 3
                ? Optional.empty()
                : Optional.of(new SecurityPolicy(
                        ((level & 1) == 0 ? 0 : AUTHENTICATED) | ((level & 2) == 0 ? 0 : ENCRYPTED)));
    }
}
