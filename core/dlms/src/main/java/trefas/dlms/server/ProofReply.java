package trefas.dlms.server;

import java.util.Optional;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.MethodDescriptor;
import trefas.dlms.xdlms.ActionRequest;
import trefas.dlms.xdlms.ActionResponse;
import trefas.dlms.xdlms.ApduTag;
import trefas.dlms.xdlms.GetResponse;
import trefas.dlms.xdlms.InvokeId;
import trefas.quantity.Obis;

/// Pass 3 of high level security: reply_to_HLS_authentication, method 1 of the current association, as the one
/// ACTION a server takes while it waits for a proof.
///
/// @param proof f(StoC); empty when the parameter is no octet-string
record ProofReply(InvokeId id, Optional<Octets> proof) {

    private static final MethodDescriptor REPLY_TO_HLS_AUTHENTICATION =
            new MethodDescriptor(15, Obis.of("0-0:40.0.0*255"), 1);

    private static final int SUCCESS = 0;
    private static final int OTHER_REASON = 250;

    /// Empty for any other request.
    static Optional<ProofReply> decode(byte[] octets, int offset, int length) {
        if (Byte.toUnsignedInt(octets[offset]) != ApduTag.ACTION_REQUEST
                || !(ActionRequest.decode(octets, offset, length)
                        instanceof Complete<ActionRequest>(var request, int _))
                || !(request instanceof ActionRequest.Normal(InvokeId id, var method, var parameters))
                || !method.equals(REPLY_TO_HLS_AUTHENTICATION)) {
            return Optional.empty();
        }
        Optional<Octets> proof = parameters.isPresent() && parameters.get() instanceof OctetString(var presented)
                ? Optional.of(presented)
                : Optional.empty();
        return Optional.of(new ProofReply(id, proof));
    }

    /// Pass 4.
    ///
    /// @param own f(CtoS); empty when the client has proved nothing
    ActionResponse answer(Optional<Octets> own) {
        var result = own.map(octets ->
                        new ActionResponse.Result(SUCCESS, Optional.of(new GetResponse.Value(new OctetString(octets)))))
                .orElse(new ActionResponse.Result(OTHER_REASON, Optional.empty()));
        return new ActionResponse.Normal(id, result);
    }
}
