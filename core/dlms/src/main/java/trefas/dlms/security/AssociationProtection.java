package trefas.dlms.security;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.ApduBuffer;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// The protection of one association at one end, with the keys and counters of a security state (IEC 62056-5-3).
///
/// ```
/// AARQ ─> begin(title of the client) ─> open(glo-initiateRequest) ─> useDedicatedKey ─> seal(InitiateResponse)
/// request ─> open ─> service ─> seal ─> answer
/// RLRQ, or the line is lost ─> end
/// ```
///
/// An answer goes out under the keys and the policy its request came under, also when the request replaced them.
public final class AssociationProtection implements ApduProtection {

    /// Which end this is, and what it does.
    enum Role {
        /// Answers requests of one client.
        SERVER,
        /// Answers nothing, listens to what is said to all as well.
        LISTENER,
        /// Asks one server.
        CLIENT,
        /// Speaks to all under the broadcast key.
        BROADCASTER
    }

    private final SecurityAccess access;
    private final Role role;
    private final Protection least;
    private Optional<SystemTitle> partner = Optional.empty();
    private Optional<SymmetricKey> dedicated = Optional.empty();
    private long dedicatedLowest;
    private Optional<KeyInUse> answering = Optional.empty();
    private Optional<SecurityPolicy> policyOfRequest = Optional.empty();
    private KeyChoice generalKey = new KeyChoice.Identified(0);

    private AssociationProtection(SecurityAccess access, Role role, Protection least) {
        this.access = access;
        this.role = role;
        this.least = least;
    }

    /// The server's end of an association with one client.
    ///
    /// @param least what requests must have, whatever the policy says
    public static AssociationProtection ofServer(SecurityAccess access, Protection least) {
        return new AssociationProtection(access, Role.SERVER, least);
    }

    /// The server's end of an association that is open from the start: it takes the broadcast key too.
    public static AssociationProtection ofListener(SecurityAccess access, Protection least) {
        return new AssociationProtection(access, Role.LISTENER, least);
    }

    /// The client's end.
    ///
    /// @param least what answers must have, whatever the policy says
    public static AssociationProtection ofClient(SecurityAccess access, Protection least) {
        return new AssociationProtection(access, Role.CLIENT, least);
    }

    /// The end of a client that speaks to all its servers under the broadcast key.
    public static AssociationProtection ofBroadcaster(SecurityAccess access) {
        return new AssociationProtection(access, Role.BROADCASTER, Protection.NONE);
    }

    /// Begins with a partner, whose title came in AARQ or AARE or is known otherwise.
    public void begin(SystemTitle title) {
        end();
        partner = Optional.of(title);
    }

    /// Forgets the partner and its dedicated key.
    public void end() {
        partner = Optional.empty();
        dedicated = Optional.empty();
        dedicatedLowest = 0;
        forgetRequest();
    }

    /// Takes the dedicated key of an InitiateRequest into use.
    ///
    /// @return false when it is not as long as the suite asks for; then the association is refused
    public boolean useDedicatedKey(Octets key) {
        boolean fits = SymmetricKey.isLength(key.length())
                && access.with(state -> state.suite().keyOctets() == key.length());
        if (fits) {
            dedicated = Optional.of(SymmetricKey.of(key.toArray()));
            dedicatedLowest = 0;
        }
        return fits;
    }

    /// Uses a new key with every request in general-ciphering, wrapped in the master key, instead of the global
    /// one.
    public AssociationProtection wrappingKeys() {
        generalKey = new KeyChoice.Wrapped(KeyChoice.MASTER_KEY, Octets.of(new byte[0]));
        return this;
    }

    /// Agrees on a new key with every request in general-ciphering.
    ///
    /// @param ephemeral true with a new key pair each time, false with the static key pairs of both
    public AssociationProtection agreeingOnKeys(boolean ephemeral) {
        generalKey = new KeyChoice.Agreed(Octets.of(new byte[] {(byte) (ephemeral ? 1 : 2)}), Octets.of(new byte[0]));
        return this;
    }

    /// What an APDU must have when it comes to this end: what was agreed, and what the policy demands. Plain APDUs
    /// are to be compared with it too.
    public Protection demanded() {
        return access.with(state -> {
            policyOfRequest = Optional.of(state.policy());
            return demanded(state.policy());
        });
    }

    @Override
    public Opened open(byte[] octets, int offset, int length) {
        return access.with(state -> {
            answering = Optional.empty();
            policyOfRequest = Optional.of(state.policy());
            return new Opening(this, state).open(octets, offset, length);
        });
    }

    @Override
    public boolean seal(Envelope envelope, ApduBuffer apdu) {
        if (apdu.isEmpty()) {
            return true;
        }
        boolean isSealed = access.with(state -> new Sealing(this, state, access.randomness()).seal(envelope, apdu));
        forgetRequest();
        if (!isSealed) {
            apdu.reset();
        }
        return isSealed;
    }

    @Override
    public int overheadOctets(Envelope envelope, int apduOctets) {
        return access.with(state -> new Sealing(this, state, access.randomness()).overheadOctets(envelope));
    }

    Protection demanded(SecurityPolicy policy) {
        return union(least, isServer() ? ofRequests(policy) : ofAnswers(policy));
    }

    /// What is put on at least when this end speaks.
    Protection ownLeast(SecurityPolicy policy) {
        return isServer() ? ofAnswers(policyOfRequest.orElse(policy)) : ofRequests(policy);
    }

    private void forgetRequest() {
        answering = Optional.empty();
        policyOfRequest = Optional.empty();
    }

    boolean isServer() {
        return role == Role.SERVER || role == Role.LISTENER;
    }

    Role role() {
        return role;
    }

    Optional<SystemTitle> partner() {
        return partner;
    }

    Optional<SymmetricKey> dedicated() {
        return dedicated;
    }

    long dedicatedLowest() {
        return dedicatedLowest;
    }

    void dedicatedReceived(long counter) {
        dedicatedLowest = Math.max(dedicatedLowest, counter + 1);
    }

    Optional<KeyInUse> answering() {
        return answering;
    }

    void answerWith(KeyInUse keys) {
        answering = Optional.of(keys);
    }

    KeyChoice generalKey() {
        return generalKey;
    }

    static Protection union(Protection one, Protection other) {
        return new Protection(
                one.authenticated() || other.authenticated(),
                one.encrypted() || other.encrypted(),
                one.signed() || other.signed());
    }

    private static Protection ofRequests(SecurityPolicy policy) {
        return new Protection(
                policy.demands(SecurityPolicy.AUTHENTICATED_REQUEST),
                policy.demands(SecurityPolicy.ENCRYPTED_REQUEST),
                policy.demands(SecurityPolicy.SIGNED_REQUEST));
    }

    private static Protection ofAnswers(SecurityPolicy policy) {
        return new Protection(
                policy.demands(SecurityPolicy.AUTHENTICATED_RESPONSE),
                policy.demands(SecurityPolicy.ENCRYPTED_RESPONSE),
                policy.demands(SecurityPolicy.SIGNED_RESPONSE));
    }
}
