package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.quantity.Obis;

/// Logical names as clients send them.
final class Names {

    private static final int OCTETS = 6;

    private Names() {}

    static Obis of(Octets octets) {
        return new Obis(
                octets.octet(0), octets.octet(1), octets.octet(2), octets.octet(3), octets.octet(4), octets.octet(5));
    }

    /// Empty when it is not an octet-string of 6.
    static Optional<Obis> of(CosemData data) {
        return data instanceof OctetString(Octets octets) && octets.length() == OCTETS
                ? Optional.of(of(octets))
                : Optional.empty();
    }
}
