package trefas.cosem;

import java.util.Optional;

/// The logical devices behind one address as the protocol sees them: attributes that answer with octets and take
/// values, and methods. The protocol knows no meter behind it, and whoever implements it knows no protocol before
/// it. [Requester#serverSap] says which of the logical devices is meant.
public interface LogicalDevice {

    /// Answers a GET of one attribute. On success exactly one A-XDR encoded value has been appended to `value`; on
    /// any other result nothing has. Attribute 0 means a structure of all attributes in order, null-data for those
    /// that may not be read.
    ///
    /// @param selection which part of the attribute, or empty for all of it
    DataAccessResult get(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, AxdrWriter value);

    /// Carries out a SET of one attribute, wholly or not at all. Attribute 0 means a structure of all attributes
    /// in order, null-data for those that are to stay.
    default DataAccessResult set(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, CosemData value) {
        return DataAccessResult.READ_WRITE_DENIED;
    }

    /// Calls a method. On success at most one A-XDR encoded value has been appended to `returned`; on any other
    /// result nothing has.
    ///
    /// @param parameters as sent; methods without parameters are called with none or with integer 0
    default ActionResult invoke(
            Requester requester, MethodDescriptor method, Optional<CosemData> parameters, AxdrWriter returned) {
        return ActionResult.READ_WRITE_DENIED;
    }

    /// Whether a client may open its association for one of its users (class 15, user_list). Where there is no list
    /// every user is welcome.
    ///
    /// @param userId as the client names it, 0 to 255
    default boolean knowsUser(int clientSap, int serverSap, int userId) {
        return true;
    }

    /// False while the meter is without supply: then nothing answers at its ports.
    boolean isPowered();
}
