package trefas.security;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// What a server makes of a key_agreement (IEC 62056-6-2): all keys are new and the answers are to be sent, or
/// nothing changed.
///
/// @param answers what is sent back, one for each key; empty unless it is done
public record AgreedKeys(KeyChange change, List<OfferedKey> answers) {

    public AgreedKeys {
        answers = List.copyOf(answers);
    }

    /// Agrees on keys with a client.
    ///
    /// @param client system title of the client; its signature key must be trusted
    static AgreedKeys agree(SecurityState state, SystemTitle client, List<OfferedKey> offers, SecureRandom randomness) {
        var signing = state.keyPairs().own(KeyUse.DIGITAL_SIGNATURE);
        var owner = state.partnerKey(client, KeyUse.DIGITAL_SIGNATURE);
        if (signing.isEmpty() || owner.isEmpty()) {
            return refused(KeyChange.NOT_SIGNED_BY_THE_PARTNER);
        }
        var keys = new EnumMap<KeyId, SymmetricKey>(KeyId.class);
        var answers = new ArrayList<OfferedKey>();
        for (var offer : offers) {
            var theirs = offer.verified(state.suite(), owner.get());
            if (theirs.isEmpty()) {
                return refused(KeyChange.NOT_SIGNED_BY_THE_PARTNER);
            }
            var ours = CurveKeyPair.generate(state.suite(), randomness);
            Optional<SymmetricKey> key =
                    OfferedKey.agreed(offer.id(), ours.privateKey(), theirs.get(), client, state.ownTitle());
            if (key.isEmpty()) {
                return refused(KeyChange.NOT_A_POINT);
            }
            keys.put(offer.id(), key.get());
            answers.add(
                    OfferedKey.sign(offer.id(), ours.publicKey(), signing.get().privateKey(), randomness));
        }
        var change = state.replace(keys, offers.size());
        return change.isDone() ? new AgreedKeys(change, answers) : refused(change);
    }

    private static AgreedKeys refused(KeyChange why) {
        return new AgreedKeys(why, List.of());
    }
}
