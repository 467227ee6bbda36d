package trefas.dlms.security;

import java.security.SecureRandom;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.ApduBuffer;
import trefas.dlms.security.AssociationProtection.Role;
import trefas.security.Ciphering;
import trefas.security.KeyUse;
import trefas.security.SecurityControl;
import trefas.security.SecurityState;
import trefas.security.SystemTitle;

/// Puts protection on one APDU: as the envelope says, and never less than the policy demands (IEC 62056-5-3). What
/// is both signed and ciphered is signed first.
final class Sealing {

    /// ExceptionResponse. It tells nothing of the meter, and has no form under a service's tag.
    private static final int EXCEPTION_RESPONSE = 0xD8;

    private static final Octets NO_TRANSACTION = Octets.of(new byte[0]);

    /// Tag, length, security control and counter, tag of GCM.
    private static final int CIPHERED_OCTETS =
            1 + LayerWriter.LENGTH_OCTETS_MAX + 1 + Integer.BYTES + Ciphering.TAG_OCTETS;

    private static final int TITLE_OCTETS = 1 + SystemTitle.OCTETS;

    private final AssociationProtection association;
    private final SecurityState state;
    private final SecureRandom randomness;

    Sealing(AssociationProtection association, SecurityState state, SecureRandom randomness) {
        this.association = association;
        this.state = state;
        this.randomness = randomness;
    }

    /// False when a key is missing or used up.
    boolean seal(Envelope envelope, ApduBuffer apdu) {
        var wanted = wanted(envelope);
        if (wanted.equals(Protection.NONE)) {
            return true;
        }
        boolean isCiphered = wanted.authenticated() || wanted.encrypted();
        return switch (envelope.family()) {
            case GENERAL_SIGNING ->
                (!isCiphered || cipher(Envelope.Family.GENERAL_GLOBAL, envelope, wanted, apdu)) && sign(envelope, apdu);
            case PLAIN, GLOBAL, DEDICATED, GENERAL_GLOBAL, GENERAL_DEDICATED, GENERAL_CIPHERING ->
                (!wanted.signed() || sign(envelope, apdu))
                        && (!isCiphered || cipher(family(envelope.family(), apdu), envelope, wanted, apdu));
        };
    }

    int overheadOctets(Envelope envelope) {
        var wanted = wanted(envelope);
        int header = LayerWriter.headerOctets(
                envelope.transactionId().or(() -> Optional.of(NO_TRANSACTION)).map(Octets::length));
        int signing = wanted.signed()
                ? 1
                        + header
                        + 2 * LayerWriter.LENGTH_OCTETS_MAX
                        + 2 * state.suite().fieldOctets()
                : 0;
        if (!wanted.authenticated() && !wanted.encrypted()) {
            return signing;
        }
        return signing
                + CIPHERED_OCTETS
                + switch (envelope.family()) {
                    case PLAIN, GLOBAL, DEDICATED, GENERAL_GLOBAL, GENERAL_DEDICATED, GENERAL_SIGNING -> TITLE_OCTETS;
                    // The longest key-info: an ephemeral key and its signature, or a wrapped key.
                    case GENERAL_CIPHERING ->
                        header
                                + 2
                                + 2
                                + 2
                                + Math.max(
                                        4 * state.suite().fieldOctets(),
                                        8 + state.suite().keyOctets());
                };
    }

    private Protection wanted(Envelope envelope) {
        return AssociationProtection.union(envelope.protection(), association.ownLeast(state.policy()));
    }

    /// The family an APDU can be in: without a ciphered form of its own it goes into the general one.
    private static Envelope.Family family(Envelope.Family asked, ApduBuffer apdu) {
        int plain = firstOctet(apdu);
        return switch (asked) {
            case PLAIN, GLOBAL ->
                ServiceTag.global(plain) == ServiceTag.NONE && plain != EXCEPTION_RESPONSE
                        ? Envelope.Family.GENERAL_GLOBAL
                        : Envelope.Family.GLOBAL;
            case DEDICATED ->
                ServiceTag.dedicated(plain) == ServiceTag.NONE && plain != EXCEPTION_RESPONSE
                        ? Envelope.Family.GENERAL_DEDICATED
                        : Envelope.Family.DEDICATED;
            case GENERAL_GLOBAL, GENERAL_DEDICATED, GENERAL_CIPHERING, GENERAL_SIGNING -> asked;
        };
    }

    private boolean cipher(Envelope.Family family, Envelope envelope, Protection wanted, ApduBuffer apdu) {
        int plain = firstOctet(apdu);
        boolean isService = family == Envelope.Family.GLOBAL || family == Envelope.Family.DEDICATED;
        if (plain == EXCEPTION_RESPONSE && isService) {
            return true;
        }
        var found = keys(family, envelope);
        if (found.isEmpty()
                || (wanted.authenticated() && found.get().authentication().isEmpty())) {
            return false;
        }
        var keys = found.get();
        var counter = keys.counter().take();
        if (counter.isEmpty()) {
            return false;
        }
        var control =
                SecurityControl.of(state.suite(), wanted.authenticated(), wanted.encrypted(), usesBroadcastKey(family));
        var ciphering =
                new Ciphering(control, state.ownTitle(), counter.getAsLong(), keys.encryption(), keys.authentication());
        switch (family) {
            case GLOBAL -> LayerWriter.service(ServiceTag.global(plain), ciphering, apdu);
            case DEDICATED -> LayerWriter.service(ServiceTag.dedicated(plain), ciphering, apdu);
            case GENERAL_DEDICATED -> LayerWriter.general(Layer.GENERAL_DEDICATED, ciphering, apdu);
            case GENERAL_CIPHERING -> LayerWriter.generalCiphering(header(envelope), keys.choice(), ciphering, apdu);
            case PLAIN, GENERAL_GLOBAL, GENERAL_SIGNING -> LayerWriter.general(Layer.GENERAL_GLOBAL, ciphering, apdu);
        }
        return true;
    }

    private boolean usesBroadcastKey(Envelope.Family family) {
        return association.role() == Role.BROADCASTER && family != Envelope.Family.GENERAL_CIPHERING;
    }

    private Optional<KeyInUse> keys(Envelope.Family family, Envelope envelope) {
        if (association.role() == Role.BROADCASTER) {
            return LayerKeys.broadcast(state);
        }
        if (association.isServer() && association.answering().isPresent()) {
            return keysOfAnswer(association.answering().get(), family, envelope);
        }
        return switch (family) {
            case DEDICATED, GENERAL_DEDICATED -> association.dedicated().map(key -> LayerKeys.dedicated(state, key));
            case GENERAL_CIPHERING -> generalKeys(association.generalKey(), envelope);
            case PLAIN, GLOBAL, GENERAL_GLOBAL, GENERAL_SIGNING -> LayerKeys.unicast(state, new KeyChoice.Unsaid());
        };
    }

    private Optional<KeyInUse> keysOfAnswer(KeyInUse asked, Envelope.Family family, Envelope envelope) {
        return family == Envelope.Family.GENERAL_CIPHERING && asked.choice() instanceof KeyChoice.Agreed agreed
                ? generalKeys(agreed, envelope)
                : Optional.of(asked);
    }

    private Optional<KeyInUse> generalKeys(KeyChoice choice, Envelope envelope) {
        return switch (choice) {
            case KeyChoice.Unsaid _, KeyChoice.Identified _ -> LayerKeys.unicast(state, choice);
            case KeyChoice.Wrapped _ -> LayerKeys.wrapped(state, randomness);
            case KeyChoice.Agreed agreed ->
                partner()
                        .flatMap(title -> LayerKeys.isStatic(agreed)
                                ? LayerKeys.agreedStatically(state, title, transaction(envelope))
                                : LayerKeys.agreedOnce(state, title, randomness));
        };
    }

    private boolean sign(Envelope envelope, ApduBuffer apdu) {
        var pair = state.keyPairs().own(KeyUse.DIGITAL_SIGNATURE);
        pair.ifPresent(own -> LayerWriter.generalSigning(header(envelope), own.privateKey(), randomness, apdu));
        return pair.isPresent();
    }

    private GeneralHeader header(Envelope envelope) {
        return GeneralHeader.of(transaction(envelope), state.ownTitle(), partner());
    }

    private static Octets transaction(Envelope envelope) {
        return envelope.transactionId().orElse(NO_TRANSACTION);
    }

    private Optional<SystemTitle> partner() {
        return association.partner().isPresent() ? association.partner() : state.partnerTitle();
    }

    private static int firstOctet(ApduBuffer apdu) {
        return Byte.toUnsignedInt(apdu.space()[apdu.headroom()]);
    }
}
