package trefas.dlms.server;

import java.util.function.Consumer;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;
import trefas.cosem.LogicalDevice;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.xdlms.AccessRequest;
import trefas.dlms.xdlms.ActionRequest;
import trefas.dlms.xdlms.ApduTag;
import trefas.dlms.xdlms.ExceptionResponse;
import trefas.dlms.xdlms.GetRequest;
import trefas.dlms.xdlms.InvokeId;
import trefas.dlms.xdlms.SetRequest;

/// The services of one open association: plain requests in, plain answers out (IEC 62056-5-3). What was not
/// negotiated is not served.
final class Services {

    /// Both in the third octet of a request with a short invoke id, and in the second of an ACCESS.
    private static final int CONFIRMED = 0x40;

    private static final int HIGH_PRIORITY = 0x80;

    private final NegotiatedDevice device;
    private final GetService get;
    private final SetService set;
    private final ActionService action;
    private final AccessService access;

    Services(LogicalDevice device, Conformance negotiated, ServerLimits limits) {
        this.device = new NegotiatedDevice(device, negotiated);
        this.get = new GetService(this.device, limits);
        this.set = new SetService(this.device, limits);
        this.action = new ActionService(this.device, limits);
        this.access = new AccessService(this.device, limits);
    }

    boolean has(ConformanceBit feature) {
        return device.has(feature);
    }

    /// True when a long answer to a request of this kind goes in blocks of its own service.
    boolean hasBlocksFor(int tag) {
        return switch (tag) {
            case ApduTag.GET_REQUEST -> device.has(ConformanceBit.BLOCK_TRANSFER_WITH_GET);
            case ApduTag.ACTION_REQUEST -> device.has(ConformanceBit.BLOCK_TRANSFER_WITH_ACTION);
            default -> false;
        };
    }

    /// True for a request that wants no answer, not even an error.
    static boolean isUnconfirmed(byte[] octets, int offset, int length) {
        return switch (Byte.toUnsignedInt(octets[offset])) {
            case ApduTag.GET_REQUEST, ApduTag.SET_REQUEST, ApduTag.ACTION_REQUEST ->
                length > 2 && (octets[offset + 2] & CONFIRMED) == 0;
            case ApduTag.ACCESS_REQUEST -> length > 1 && (octets[offset + 1] & CONFIRMED) == 0;
            default -> false;
        };
    }

    /// Serves one request.
    void serve(Asker asker, byte[] octets, int offset, int length, ApduBuffer answer) {
        int tag = Byte.toUnsignedInt(octets[offset]);
        if (!isNegotiated(tag)) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
            return;
        }
        if (!leavesTransfersAlone(tag, octets, offset, length)) {
            endTransfers();
        }
        switch (tag) {
            case ApduTag.GET_REQUEST ->
                read(GetRequest.decode(octets, offset, length), answer, request -> get.answer(asker, request, answer));
            case ApduTag.SET_REQUEST ->
                read(SetRequest.decode(octets, offset, length), answer, request -> set.answer(asker, request, answer));
            case ApduTag.ACTION_REQUEST ->
                read(
                        ActionRequest.decode(octets, offset, length),
                        answer,
                        request -> action.answer(asker, request, answer));
            default ->
                read(
                        AccessRequest.decode(octets, offset, length),
                        answer,
                        request -> access.answer(asker, request, answer));
        }
    }

    private boolean isNegotiated(int tag) {
        return switch (tag) {
            case ApduTag.GET_REQUEST -> device.has(ConformanceBit.GET);
            case ApduTag.SET_REQUEST -> device.has(ConformanceBit.SET);
            case ApduTag.ACTION_REQUEST -> device.has(ConformanceBit.ACTION);
            case ApduTag.ACCESS_REQUEST -> device.has(ConformanceBit.ACCESS);
            default -> false;
        };
    }

    /// True for a request that goes on with a transfer, and for an urgent one beside it where that was negotiated.
    /// Any other means that the client has given up what it was doing.
    private boolean leavesTransfersAlone(int tag, byte[] octets, int offset, int length) {
        if (length < 3) {
            return true;
        }
        if (tag == ApduTag.ACCESS_REQUEST) {
            return device.has(ConformanceBit.PRIORITY_MANAGEMENT) && (octets[offset + 1] & HIGH_PRIORITY) != 0;
        }
        boolean goesOn = switch (octets[offset + 1]) {
            case 2 -> tag == ApduTag.GET_REQUEST || tag == ApduTag.ACTION_REQUEST;
            case 3 -> tag == ApduTag.SET_REQUEST;
            case 6 -> tag == ApduTag.ACTION_REQUEST;
            default -> false;
        };
        var id = new InvokeId(Byte.toUnsignedInt(octets[offset + 2]));
        boolean isUrgent = device.has(ConformanceBit.PRIORITY_MANAGEMENT)
                && (id.octet() & HIGH_PRIORITY) != 0
                && !get.isTransferring(id.number())
                && !set.isTransferring(id.number())
                && !action.isTransferring(id.number());
        return goesOn || isUrgent;
    }

    private void endTransfers() {
        get.endTransfer();
        set.endTransfer();
        action.endTransfer();
    }

    private static <T> void read(Decoded<T> decoded, ApduBuffer answer, Consumer<T> deed) {
        switch (decoded) {
            case Complete<T>(var request, int _) -> deed.accept(request);
            case Incomplete<T> _, Malformed<T> _ -> ExceptionResponse.MALFORMED.write(answer);
        }
    }
}
