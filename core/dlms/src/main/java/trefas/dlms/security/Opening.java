package trefas.dlms.security;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.AssociationProtection.Role;
import trefas.security.Ciphering;
import trefas.security.CounterUse;
import trefas.security.KeyUse;
import trefas.security.SecurityState;
import trefas.security.SendCounter;
import trefas.security.SystemTitle;

/// Takes all protection off one APDU, each check in its order, so that one fault has one answer (IEC 62056-5-3).
///
/// | step | checked                                        |
/// |------|------------------------------------------------|
/// | 1    | form and lengths                               |
/// | 2    | who it is from, and to                         |
/// | 3    | suite, kind of key                             |
/// | 4    | invocation counter                             |
/// | 5    | tag or signature                               |
/// | 6    | the counter is remembered; the tag inside fits |
/// | 7    | what was demanded is there                     |
final class Opening {

    /// Signed inside ciphered, or the other way round; there is no use for more.
    private static final int LAYERS_MAX = 2;

    private static final byte[] NOTHING = new byte[0];

    /// What came out.
    private static final class Plain implements Opened.Plain {

        private final byte[] octets;
        private final int offset;
        private final int length;
        private final Envelope envelope;

        Plain(byte[] octets, int offset, int length, Envelope envelope) {
            this.octets = octets;
            this.offset = offset;
            this.length = length;
            this.envelope = envelope;
        }

        @Override
        public byte[] octets() {
            return octets;
        }

        @Override
        public int offset() {
            return offset;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public Envelope envelope() {
            return envelope;
        }
    }

    private final AssociationProtection association;
    private final SecurityState state;

    private Envelope.Family family = Envelope.Family.PLAIN;
    private Optional<Octets> transactionId = Optional.empty();
    private Protection protection = Protection.NONE;
    private byte[] octets = NOTHING;
    private int offset;
    private int length;

    Opening(AssociationProtection association, SecurityState state) {
        this.association = association;
        this.state = state;
    }

    Opened open(byte[] source, int from, int count) {
        octets = source;
        offset = from;
        length = count;
        for (int layers = 0; length > 0 && ApduProtection.isProtected(tag()); layers++) {
            var refused = layers < LAYERS_MAX ? openLayer() : Optional.of(refused("it is wrapped too often"));
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        if (length == 0) {
            return refused("there is nothing inside");
        }
        var demanded = association.demanded(state.policy());
        return protection.covers(demanded)
                ? new Plain(octets, offset, length, new Envelope(family, protection, transactionId))
                : refused("its protection is less than is demanded");
    }

    private int tag() {
        return Byte.toUnsignedInt(octets[offset]);
    }

    private Optional<Opened> openLayer() {
        boolean isOutermost = family == Envelope.Family.PLAIN;
        return switch (Layer.read(octets, offset, length)) {
            case Layer.Broken(String why) -> Optional.of(refused(why));
            case Layer.Signed _ when protection.signed() -> Optional.of(refused("it is signed twice"));
            case Layer.Signed signed -> verify(signed, isOutermost);
            case Layer.Ciphered _
            when protection.authenticated() || protection.encrypted() -> Optional.of(refused("it is ciphered twice"));
            case Layer.Ciphered ciphered
            when !isOutermost && ServiceTag.isService(ciphered.tag()) ->
                Optional.of(refused("a service is ciphered inside something else"));
            case Layer.Ciphered ciphered -> decipher(ciphered, isOutermost);
        };
    }

    private Optional<Opened> decipher(Layer.Ciphered layer, boolean isOutermost) {
        var sender = sender(layer);
        if (sender.isEmpty()) {
            return Optional.of(refused("it is not from the partner of this association"));
        }
        if (layer.header().isPresent() && !layer.header().get().isTo(state.ownTitle())) {
            return Optional.of(refused("it is for somebody else"));
        }
        var fault = faultOfControl(layer);
        if (fault.isPresent()) {
            return Optional.of(refused(fault.get()));
        }
        var keys = LayerKeys.toOpen(state, layer, sender.get(), association.dedicated());
        if (keys.isEmpty()) {
            return Optional.of(refused("there is no key for it"));
        }
        var counterFault = faultOfCounter(layer, sender.get(), keys.get());
        return counterFault.isPresent() ? counterFault : decipher(layer, sender.get(), keys.get(), isOutermost);
    }

    private Optional<Opened> decipher(Layer.Ciphered layer, SystemTitle sender, KeyInUse keys, boolean isOutermost) {
        byte[] fields = layer.header().map(GeneralHeader::encode).orElse(NOTHING);
        var ciphering =
                new Ciphering(layer.control(), sender, layer.counter(), keys.encryption(), keys.authentication());
        byte[] plain = new byte[layer.bodyLength() - layer.control().tagOctets()];
        int opened = ciphering.unprotect(fields, octets, layer.bodyOffset(), layer.bodyLength(), plain, 0);
        if (opened < 0) {
            return Optional.of(refused("its tag does not verify"));
        }
        if (layer.control().isAuthenticated()) {
            remember(layer, sender, keys);
        }
        if (ServiceTag.isService(layer.tag())
                && (plain.length == 0 || Byte.toUnsignedInt(plain[0]) != ServiceTag.plain(layer.tag()))) {
            return Optional.of(refused("what is inside is another service than the tag outside says"));
        }
        protection = new Protection(
                layer.control().isAuthenticated(), layer.control().isEncrypted(), protection.signed());
        if (isOutermost) {
            family = layer.family();
            transactionId = layer.header().map(GeneralHeader::transactionId);
        }
        if (!isBroadcast(keys)) {
            association.answerWith(keys);
        }
        octets = plain;
        offset = 0;
        length = plain.length;
        return Optional.empty();
    }

    private Optional<Opened> verify(Layer.Signed layer, boolean isOutermost) {
        var sender = layer.header().originatorTitle();
        if (sender.isEmpty() || !isFromPartner(sender.get())) {
            return Optional.of(refused("it is not signed by the partner of this association"));
        }
        if (layer.header().recipient().length() > 0 && !layer.header().isTo(state.ownTitle())) {
            return Optional.of(refused("it is for somebody else"));
        }
        var key = state.partnerKey(sender.get(), KeyUse.DIGITAL_SIGNATURE);
        if (key.isEmpty()) {
            return Optional.of(refused("there is no key to verify its signature with"));
        }
        byte[] signed =
                Octets.of(octets, layer.signedOffset(), layer.signedLength()).toArray();
        byte[] signature = Octets.of(octets, layer.signatureOffset(), layer.signatureLength())
                .toArray();
        if (!key.get().verifies(signed, signature)) {
            return Optional.of(refused("its signature does not verify"));
        }
        protection = new Protection(protection.authenticated(), protection.encrypted(), true);
        if (isOutermost) {
            family = Envelope.Family.GENERAL_SIGNING;
            transactionId = Optional.of(layer.header().transactionId());
        }
        offset = layer.contentOffset();
        length = layer.contentLength();
        return Optional.empty();
    }

    /// Whose title goes into the initialisation vector: the one in the APDU when there is one, which must be the
    /// partner's, else the partner's.
    private Optional<SystemTitle> sender(Layer.Ciphered layer) {
        if (layer.header().isPresent() && layer.title().isEmpty()) {
            return Optional.empty();
        }
        return layer.title().isPresent() ? layer.title().filter(this::isFromPartner) : known();
    }

    private boolean isFromPartner(SystemTitle title) {
        return known().map(title::equals).orElse(true);
    }

    private Optional<SystemTitle> known() {
        return association.partner().isPresent() ? association.partner() : state.partnerTitle();
    }

    private Optional<String> faultOfControl(Layer.Ciphered layer) {
        var control = layer.control();
        if (!control.suite().equals(Optional.of(state.suite()))) {
            return Optional.of("its security control " + control + " names another suite than " + state.suite());
        }
        if (control.isCompressed()) {
            return Optional.of("it is compressed");
        }
        if (!control.isAuthenticated() && !control.isEncrypted()) {
            return Optional.of("it has no protection");
        }
        boolean mayBroadcast =
                layer.family() == Envelope.Family.GLOBAL || layer.family() == Envelope.Family.GENERAL_GLOBAL;
        if (control.usesBroadcastKey() && !mayBroadcast) {
            return Optional.of("the broadcast bit stands where it has no meaning");
        }
        return Optional.empty();
    }

    private Optional<Opened> faultOfCounter(Layer.Ciphered layer, SystemTitle sender, KeyInUse keys) {
        if (keys.authentication().isEmpty() && layer.control().isAuthenticated()) {
            return Optional.of(refused("there is no authentication key"));
        }
        if (isBroadcast(keys) && association.role() != Role.LISTENER) {
            return Optional.of(refused("the broadcast key is not for this association"));
        }
        long lowest =
                keys.counted().map(use -> state.lowestAcceptable(sender, use)).orElse(association.dedicatedLowest());
        if (layer.counter() < lowest) {
            return Optional.of(new Opened.Refused(
                    true, lowest, "its counter " + layer.counter() + " is below " + lowest + ": it was sent before"));
        }
        boolean isAcceptable = keys.counted()
                .map(use -> state.accepts(sender, use, layer.counter()))
                .orElse(layer.counter() <= SendCounter.LAST);
        return isAcceptable
                ? Optional.empty()
                : Optional.of(refused("the key is used up, or there are too many partners: a new key is needed"));
    }

    private void remember(Layer.Ciphered layer, SystemTitle sender, KeyInUse keys) {
        if (keys.counted().isPresent()) {
            state.received(sender, keys.counted().get(), layer.counter());
        } else {
            association.dedicatedReceived(layer.counter());
        }
    }

    private static boolean isBroadcast(KeyInUse keys) {
        return keys.counted().equals(Optional.of(CounterUse.BROADCAST));
    }

    private static Opened refused(String why) {
        return new Opened.Refused(false, 0, why);
    }
}
