package trefas.cosem;

import java.util.Optional;

/// A logical device as the protocol sees it: attributes that answer with octets. The protocol knows no meter behind
/// it, and whoever implements it knows no protocol before it.
public interface LogicalDevice {

    /// Answers a GET of one attribute. On success exactly one A-XDR encoded value has been appended to `value`; on any
    /// other result nothing has.
    ///
    /// @param clientSap which client asks: decides what is visible to it (dossier 19: 16 public, 18 primary module)
    /// @param selection which part of the attribute, or empty for all of it
    DataAccessResult get(
            int clientSap, AttributeDescriptor attribute, Optional<AccessSelection> selection, AxdrWriter value);

    /// False while the meter is without supply: then nothing answers at its ports.
    boolean isPowered();
}
