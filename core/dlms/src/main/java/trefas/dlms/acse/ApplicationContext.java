package trefas.dlms.acse;

import java.util.Arrays;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;

/// How objects are addressed and whether APDUs are ciphered (application context name 2.16.756.5.8.1.x, IEC
/// 62056-5-3).
public enum ApplicationContext {
    LOGICAL_NAMES(1),
    SHORT_NAMES(2),
    LOGICAL_NAMES_CIPHERED(3),
    SHORT_NAMES_CIPHERED(4);

    private static final String PREFIX = "608574050801";

    private final int id;
    private final Octets name;

    ApplicationContext(int id) {
        this.id = id;
        this.name = Octets.ofHex(PREFIX + "0" + id);
    }

    /// Last arc of its name.
    public int id() {
        return id;
    }

    /// True when APDUs may be ciphered, the initiate first.
    public boolean isCiphered() {
        return this == LOGICAL_NAMES_CIPHERED || this == SHORT_NAMES_CIPHERED;
    }

    /// The object identifier as BER writes it, 7 octets.
    public Octets objectIdentifier() {
        return name;
    }

    /// Empty for a name nobody registered.
    public static Optional<ApplicationContext> ofName(Octets objectIdentifier) {
        return Arrays.stream(values())
                .filter(known -> known.name.equals(objectIdentifier))
                .findFirst();
    }
}
