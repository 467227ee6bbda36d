package trefas.dlms.explain;

import java.util.List;
import trefas.cosem.CosemData.Octets;

/// Takes the protection off an APDU for whoever has the keys, and says why when it can't.
@FunctionalInterface
public interface Unsealer {

    /// Knows no key.
    Unsealer WITHOUT_KEYS = apdu -> new Unkeyed("no key is given");

    Unsealing unseal(SealedApdu apdu);

    /// What became of a protected APDU.
    sealed interface Unsealing {}

    /// The APDU inside.
    ///
    /// @param notes what was found on the way, for example that the tag is right
    /// @param doubts why it must not be trusted although it could be read, for example that its tag does not
    ///     verify
    record Opened(Octets apdu, List<String> notes, List<String> doubts) implements Unsealing {
        public Opened {
            notes = List.copyOf(notes);
            doubts = List.copyOf(doubts);
        }
    }

    /// The keys do not open it.
    ///
    /// @param why in words, for people; never a key
    record Unopened(String why) implements Unsealing {}

    /// There is no key to try.
    ///
    /// @param which what would be needed, in words
    record Unkeyed(String which) implements Unsealing {}
}
