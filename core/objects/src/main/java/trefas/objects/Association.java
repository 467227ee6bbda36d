package trefas.objects;

import java.util.List;
import java.util.Optional;

/// A row of the meter's association table (dossier 19): which client may talk to which logical device, how it
/// proves itself and what it may see. The protocol is told of these rows; it has none of its own.
///
/// @param clientSap client address
/// @param serverSap logical device address
/// @param security how the client proves itself
/// @param view what it may see
public record Association(int clientSap, int serverSap, Security security, View view) {

    /// Authentication mechanism; the number is the last arc of its name (IEC 62056-5-3).
    public enum Security {
        NONE(0),
        LOW_LEVEL(1),
        /// Four passes with GMAC, and everything ciphered.
        HIGH_GMAC(5);

        private final int mechanism;

        Security(int mechanism) {
            this.mechanism = mechanism;
        }

        public int mechanism() {
            return mechanism;
        }
    }

    /// What an association shows.
    public enum View {
        /// Who and when: association, logical devices, clock, numbers.
        PUBLIC,
        /// All objects, as the dossier grants a module's rights.
        FULL,
        /// All objects, with every right there is.
        MANAGEMENT
    }

    /// The logical device of the public association.
    public static final int PUBLIC_SERVER = 1;
    /// The logical device of all other associations.
    public static final int METER_SERVER = 16;

    public static final Association PUBLIC = new Association(16, PUBLIC_SERVER, Security.NONE, View.PUBLIC);
    public static final Association PRIMARY_MODULE = new Association(18, METER_SERVER, Security.LOW_LEVEL, View.FULL);
    public static final Association OPTICAL = new Association(19, METER_SERVER, Security.LOW_LEVEL, View.FULL);
    public static final Association CONSUMER_MODULE = new Association(20, METER_SERVER, Security.LOW_LEVEL, View.FULL);

    /// Users' own clients (our choice, decision 0023).
    public static final Association MANAGEMENT = new Association(1, PUBLIC_SERVER, Security.HIGH_GMAC, View.MANAGEMENT);

    /// The whole table, as long as the local encryption (Z28) is off.
    public static final List<Association> ALL = List.of(PUBLIC, PRIMARY_MODULE, OPTICAL, CONSUMER_MODULE, MANAGEMENT);

    /// The table under a local encryption (Z28): with it on, the modules cipher what they say.
    public static List<Association> table(boolean encrypted) {
        return encrypted ? ALL.stream().map(Association::ciphered).toList() : ALL;
    }

    private Association ciphered() {
        return security == Security.LOW_LEVEL ? new Association(clientSap, serverSap, Security.HIGH_GMAC, view) : this;
    }

    public static Optional<Association> ofClient(int clientSap) {
        for (Association association : ALL) {
            if (association.clientSap == clientSap) {
                return Optional.of(association);
            }
        }
        return Optional.empty();
    }
}
