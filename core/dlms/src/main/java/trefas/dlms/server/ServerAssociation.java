package trefas.dlms.server;

import java.util.Optional;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;
import trefas.cosem.LogicalDevice;
import trefas.cosem.Protection;
import trefas.cosem.Requester;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.Aare;
import trefas.dlms.acse.Aarq;
import trefas.dlms.acse.AssociationDiagnostic;
import trefas.dlms.acse.AssociationResult;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.acse.InitiateResponse;
import trefas.dlms.acse.Release;
import trefas.dlms.server.AssociationDecision.Accept;
import trefas.dlms.server.AssociationDecision.Reject;
import trefas.dlms.xdlms.ApduTag;
import trefas.dlms.xdlms.ExceptionResponse;
import trefas.dlms.xdlms.GetRequest;
import trefas.dlms.xdlms.InvokeId;

/// One client and one logical device: whole APDUs in, whole APDUs out (IEC 62056-5-3). Knows no wrapper and no HDLC,
/// so both may carry it.
///
/// | state            | AARQ              | RLRQ           | GET                    |
/// |------------------|-------------------|----------------|------------------------|
/// | idle             | open, or rejected | exception 1, 1 | exception 1, 1         |
/// | open             | rejected, kept    | answered, idle | answered               |
/// | open, no answers | nothing           | idle           | nothing                |
public final class ServerAssociation {

    private enum State {
        IDLE,
        OPEN,
        /// The client asked for an association without responses.
        OPEN_WITHOUT_ANSWERS
    }

    /// An unconfirmed request has this bit clear in its third octet, or in the second of the newer services.
    private static final int CONFIRMED = 0x40;

    private final AssociationSettings settings;
    private final LogicalDevice device;
    private State state = State.IDLE;
    private Conformance negotiated = Conformance.EMPTY;
    private Optional<GetService> get = Optional.empty();

    public ServerAssociation(AssociationSettings settings, LogicalDevice device) {
        this.settings = settings;
        this.device = device;
    }

    public AssociationSettings settings() {
        return settings;
    }

    /// True from an accepted AARQ to the release.
    public boolean isOpen() {
        return state != State.IDLE;
    }

    /// Back to idle without a word, as when the line is lost.
    public void abort() {
        state = State.IDLE;
        negotiated = Conformance.EMPTY;
        get = Optional.empty();
    }

    /// Answers one APDU. An empty `answer` afterwards means that nothing is sent.
    public void receive(byte[] octets, int offset, int length, ApduBuffer answer) {
        answer.reset();
        if (length == 0) {
            return;
        }
        int tag = Byte.toUnsignedInt(octets[offset]);
        switch (tag) {
            case Aarq.TAG -> associate(octets, offset, length, answer);
            case Release.REQUEST_TAG -> release(octets, offset, length, answer);
            case ApduTag.DATA_NOTIFICATION, ApduTag.EVENT_NOTIFICATION -> {
                // Meant for a client; a server has nothing to say to it.
            }
            default -> serve(tag, octets, offset, length, answer);
        }
        if (state == State.OPEN_WITHOUT_ANSWERS) {
            answer.reset();
        }
    }

    private void associate(byte[] octets, int offset, int length, ApduBuffer answer) {
        // What is no AARQ can't be answered by an AARE: it is dropped.
        if (!(Aarq.decode(octets, offset, length) instanceof Complete<Aarq>(var request, int _))) {
            return;
        }
        if (isOpen()) {
            answer.octets(refusedWhileOpen().encode());
            return;
        }
        switch (AssociationDecision.decide(settings, request)) {
            case Accept(Aare aare, var agreed, int clientMax, boolean responseAllowed) -> {
                negotiated = agreed;
                state = responseAllowed ? State.OPEN : State.OPEN_WITHOUT_ANSWERS;
                int sendMax = Math.min(clientMax, settings.pduOctetsMax());
                var requester = new Requester(
                        settings.clientSap(),
                        settings.serverSap(),
                        settings.context().id(),
                        settings.mechanism().id(),
                        agreed.bits(),
                        settings.pduOctetsMax(),
                        clientMax,
                        Protection.NONE);
                get = Optional.of(new GetService(requester, device, agreed, sendMax));
                answer.octets(aare.encode());
            }
            case Reject(Aare aare, boolean responseAllowed) -> {
                if (responseAllowed) {
                    answer.octets(aare.encode());
                }
            }
        }
    }

    private Aare refusedWhileOpen() {
        return Aare.of(
                settings.context().objectIdentifier(),
                AssociationResult.REJECTED_PERMANENT,
                AssociationDiagnostic.NO_REASON_GIVEN,
                Optional.of(
                        InitiateResponse.of(negotiated, settings.pduOctetsMax()).encode()));
    }

    private void release(byte[] octets, int offset, int length, ApduBuffer answer) {
        if (!isOpen()) {
            ExceptionResponse.NO_ASSOCIATION.write(answer);
            return;
        }
        switch (Release.decodeReason(Release.REQUEST_TAG, octets, offset, length)) {
            case Complete<Integer> _ -> {
                boolean answers = state == State.OPEN;
                abort();
                if (answers) {
                    answer.octets(Release.response());
                }
            }
            case Incomplete<Integer> _, Malformed<Integer> _ -> ExceptionResponse.MALFORMED.write(answer);
        }
    }

    private void serve(int tag, byte[] octets, int offset, int length, ApduBuffer answer) {
        if (!ApduTag.isRequest(tag)) {
            ExceptionResponse.SERVICE_UNKNOWN.write(answer);
            return;
        }
        if (isUnconfirmed(tag, octets, offset, length)) {
            return;
        }
        if (get.isEmpty()) {
            ExceptionResponse.NO_ASSOCIATION.write(answer);
        } else if (length > settings.pduOctetsMax()) {
            ExceptionResponse.PDU_TOO_LONG.write(answer);
        } else if (tag == ApduTag.GET_REQUEST && negotiated.has(ConformanceBit.GET)) {
            get(get.get(), octets, offset, length, answer);
        } else {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
        }
    }

    private void get(GetService service, byte[] octets, int offset, int length, ApduBuffer answer) {
        switch (GetRequest.decode(octets, offset, length)) {
            case Complete<GetRequest>(var request, int _) -> service.answer(request, answer);
            case Incomplete<GetRequest> _, Malformed<GetRequest> _ -> ExceptionResponse.MALFORMED.write(answer);
        }
    }

    private static boolean isUnconfirmed(int tag, byte[] octets, int offset, int length) {
        return switch (tag) {
            case ApduTag.GET_REQUEST, ApduTag.SET_REQUEST, ApduTag.ACTION_REQUEST ->
                length > 2 && !new InvokeId(Byte.toUnsignedInt(octets[offset + 2])).isConfirmed();
            case ApduTag.ACCESS_REQUEST -> length > 1 && (octets[offset + 1] & CONFIRMED) == 0;
            default -> false;
        };
    }
}
