package trefas.dlms.server;

import java.util.Optional;
import java.util.OptionalInt;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;
import trefas.cosem.LogicalDevice;
import trefas.cosem.Protection;
import trefas.cosem.Requester;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.Aarq;
import trefas.dlms.acse.AssociationDiagnostic;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.acse.InitiateRequest;
import trefas.dlms.acse.InitiateResponse;
import trefas.dlms.acse.Release;
import trefas.dlms.security.ApduProtection;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.security.Envelope;
import trefas.dlms.server.AssociationDecision.Accept;
import trefas.dlms.server.AssociationDecision.Reject;
import trefas.dlms.xdlms.ApduTag;
import trefas.dlms.xdlms.ExceptionResponse;
import trefas.dlms.xdlms.GeneralBlock;
import trefas.dlms.xdlms.GeneralBlockTransfer;

/// One client and one logical device: whole APDUs in, whole APDUs out (IEC 62056-5-3). Knows no wrapper and no
/// HDLC, so both may carry it. After each [#receive] the line sends the answer and then whatever [#more] gives.
///
/// | state            | AARQ              | RLRQ           | HLS reply   | other services |
/// |------------------|-------------------|----------------|-------------|----------------|
/// | idle             | open, pending or rejected | exception 1, 1 | exception 1, 1 | exception 1, 1 |
/// | pending          | rejected, kept    | answered, idle | open, or idle | exception 1, 1 |
/// | open             | rejected, kept    | answered, idle | as any method | answered     |
/// | pre-established  | rejected, kept    | exception 1, 2 | as any method | answered     |
///
/// An association that was opened without responses carries everything out and says nothing.
public final class ServerAssociation {

    private enum State {
        IDLE,
        /// High level security has two passes to go.
        PENDING,
        OPEN
    }

    private final ServerProfile profile;
    private final AssociationSettings settings;
    private final AssociationSecurity security;
    private final LogicalDevice device;
    private final ConnectionAttempts attempts;

    private State state = State.IDLE;
    private boolean isSilent;
    private int clientPduOctetsMax;
    private Optional<Services> services = Optional.empty();
    private Optional<AssociationProtection> protection = Optional.empty();
    private Optional<Handshake> handshake = Optional.empty();
    private Optional<GeneralBlockTransfer> blocks = Optional.empty();
    private Asker plainAsker;

    public ServerAssociation(ServerProfile profile, AssociationSettings settings, LogicalDevice device) {
        this.profile = profile;
        this.settings = settings;
        this.security = new AssociationSecurity(settings, profile.security(settings));
        this.device = device;
        this.attempts = new ConnectionAttempts(settings, profile);
        this.plainAsker = nobody();
        abort();
    }

    public AssociationSettings settings() {
        return settings;
    }

    /// True from an accepted AARQ to the release, and always when pre-established.
    public boolean isOpen() {
        return state != State.IDLE;
    }

    /// Back to the beginning without a word, as when the line is lost.
    public void abort() {
        state = State.IDLE;
        isSilent = false;
        services = Optional.empty();
        protection = Optional.empty();
        handshake = Optional.empty();
        blocks = Optional.empty();
        plainAsker = nobody();
        if (settings.isPreEstablished()) {
            if (settings.context().isCiphered()) {
                protection = security.protectionForAnyone();
            }
            open(settings.conformance(), settings.pduOctetsMax(), OptionalInt.empty());
            state = State.OPEN;
        }
    }

    /// Answers one APDU. An empty `answer` afterwards means that nothing is sent.
    public void receive(byte[] octets, int offset, int length, ApduBuffer answer) {
        answer.reset();
        if (length == 0) {
            return;
        }
        boolean wasSilent = isSilent;
        int tag = Byte.toUnsignedInt(octets[offset]);
        switch (tag) {
            case Aarq.TAG -> associate(octets, offset, length, answer);
            case Release.REQUEST_TAG -> release(octets, offset, length, answer);
            case ApduTag.DATA_NOTIFICATION, ApduTag.EVENT_NOTIFICATION, ApduTag.DATA_NOTIFICATION_CONFIRM -> {
                // Meant for a client, or for whoever sent a notification; there is nothing to say to it.
            }
            case ApduTag.GENERAL_BLOCK_TRANSFER -> block(octets, offset, length, answer);
            default -> {
                blocks.ifPresent(GeneralBlockTransfer::reset);
                serve(octets, offset, length, false, answer);
                if (!answer.isEmpty() && answer.length() > clientPduOctetsMax && services.isPresent()) {
                    sendInBlocks(answer, false);
                }
            }
        }
        if (wasSilent || isSilent) {
            answer.reset();
        }
    }

    /// The next APDU that goes out without being asked for, after the last one was sent: further blocks of a
    /// window.
    ///
    /// @return false when there is none; then `answer` is empty
    public boolean more(ApduBuffer answer) {
        answer.reset();
        return !isSilent && blocks.isPresent() && blocks.get().next(answer);
    }

    private void associate(byte[] octets, int offset, int length, ApduBuffer answer) {
        // What is no AARQ can't be answered by an AARE: it is dropped.
        if (!(Aarq.decode(octets, offset, length) instanceof Complete<Aarq>(var request, int _))) {
            return;
        }
        if (isOpen()) {
            var kept = new Conformance(plainAsker.requester().conformance());
            answer.octets(AssociationControl.rejected(settings, AssociationDiagnostic.NO_REASON_GIVEN, kept)
                    .encode());
            return;
        }
        var control = new AssociationControl(
                security,
                profile.challenges(),
                attempts.areOver(),
                user -> device.knowsUser(settings.clientSap(), settings.serverSap(), user),
                request);
        switch (control.decide()) {
            case Accept accepted -> {
                protection = accepted.protection();
                handshake = accepted.handshake();
                open(accepted.negotiated(), accepted.clientPduOctetsMax(), accepted.userId());
                state = handshake.isPresent() ? State.PENDING : State.OPEN;
                isSilent = !accepted.responseAllowed();
                if (state == State.OPEN) {
                    attempts.succeeded();
                }
                answer.octets(accepted.answer().encode());
            }
            case Reject rejected -> {
                if (rejected.isFailedAuthentication()) {
                    attempts.failed();
                }
                if (rejected.responseAllowed()) {
                    answer.octets(rejected.answer().encode());
                }
            }
        }
    }

    private void open(Conformance negotiated, int clientMax, OptionalInt userId) {
        clientPduOctetsMax = clientMax;
        services = Optional.of(new Services(device, negotiated, profile.limits()));
        var requester = new Requester(
                settings.clientSap(),
                settings.serverSap(),
                settings.context().id(),
                settings.mechanism().id(),
                negotiated.bits(),
                settings.pduOctetsMax(),
                clientMax,
                Protection.NONE,
                userId);
        plainAsker = new Asker(requester, Math.min(clientMax, settings.pduOctetsMax()));
    }

    private void release(byte[] octets, int offset, int length, ApduBuffer answer) {
        if (!isOpen()) {
            ExceptionResponse.NO_ASSOCIATION.write(answer);
        } else if (settings.isPreEstablished()) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
        } else {
            switch (Release.decode(Release.REQUEST_TAG, octets, offset, length)) {
                case Complete<Release>(var request, int _) -> release(request, answer);
                case Incomplete<Release> _, Malformed<Release> _ -> ExceptionResponse.MALFORMED.write(answer);
            }
        }
    }

    /// Where requests must be protected nobody is released by somebody who may be anybody.
    private void release(Release request, ApduBuffer answer) {
        var envelope = security.envelope(request, protection);
        if (envelope.isEmpty()) {
            ExceptionResponse.DECIPHERING_ERROR.write(answer);
            return;
        }
        Optional<Octets> proof = Optional.empty();
        if (envelope.get().family() != Envelope.Family.PLAIN) {
            var negotiated = new Conformance(plainAsker.requester().conformance());
            var response = new ApduBuffer(0)
                    .octets(InitiateResponse.of(negotiated, settings.pduOctetsMax())
                            .encode()
                            .toArray());
            if (protection.orElseThrow().seal(envelope.get(), response)) {
                proof = Optional.of(Octets.of(response.toOctets()));
            }
        }
        abort();
        answer.octets(new Release(0, proof).encode(Release.RESPONSE_TAG));
    }

    private void block(byte[] octets, int offset, int length, ApduBuffer answer) {
        if (state != State.OPEN) {
            ExceptionResponse.NO_ASSOCIATION.write(answer);
        } else if (!services.orElseThrow().has(ConformanceBit.GENERAL_BLOCK_TRANSFER)) {
            ExceptionResponse.SERVICE_NOT_SUPPORTED.write(answer);
        } else if (length > settings.pduOctetsMax()) {
            ExceptionResponse.PDU_TOO_LONG.write(answer);
        } else if (GeneralBlock.decode(octets, offset, length) instanceof Complete<GeneralBlock>(var block, int _)) {
            var transfer = blocks();
            switch (transfer.take(block)) {
                case WHOLE -> {
                    byte[] apdu = transfer.apdu();
                    serve(apdu, 0, apdu.length, true, answer);
                    if (!answer.isEmpty()) {
                        sendInBlocks(answer, true);
                    }
                }
                case GOING_ON -> transfer.next(answer);
                case TOO_LONG -> ExceptionResponse.PDU_TOO_LONG.write(answer);
            }
        }
    }

    private GeneralBlockTransfer blocks() {
        if (blocks.isEmpty()) {
            int sendMax = Math.min(clientPduOctetsMax, settings.pduOctetsMax());
            blocks = Optional.of(new GeneralBlockTransfer(
                    sendMax,
                    profile.limits().generalBlockWindow(),
                    profile.limits().reassemblyOctets()));
        }
        return blocks.get();
    }

    /// @param goesOn true when the request came in blocks too
    private void sendInBlocks(ApduBuffer answer, boolean goesOn) {
        byte[] whole = answer.toOctets();
        answer.reset();
        var transfer = blocks();
        boolean fits = goesOn ? transfer.send(whole) : transfer.begin(whole);
        if (fits) {
            transfer.next(answer);
        } else {
            ExceptionResponse.PDU_TOO_LONG.write(answer);
        }
    }

    /// Serves one APDU, protected or not.
    private void serve(byte[] octets, int offset, int length, boolean inBlocks, ApduBuffer answer) {
        if (length == 0) {
            return;
        }
        int tag = Byte.toUnsignedInt(octets[offset]);
        if (!ApduProtection.isProtected(tag) || protection.isEmpty()) {
            // The policy of the request holds for its answer, also when the request raises it.
            if (isProtectable(Envelope.PLAIN)) {
                protection.ifPresent(AssociationProtection::demanded);
            }
            serve(Envelope.PLAIN, octets, offset, length, inBlocks, answer);
        } else if (length > settings.pduOctetsMax() && !inBlocks) {
            ExceptionResponse.PDU_TOO_LONG.write(answer);
        } else {
            switch (protection.get().open(octets, offset, length)) {
                case Opened.Plain plain ->
                    serve(plain.envelope(), plain.octets(), plain.offset(), plain.length(), inBlocks, answer);
                case Opened.Refused(boolean counterTooLow, long lowest, String _) -> {
                    if (counterTooLow) {
                        ExceptionResponse.writeCounterError(lowest, answer);
                    } else {
                        ExceptionResponse.DECIPHERING_ERROR.write(answer);
                    }
                }
            }
        }
    }

    /// Serves one APDU in clear and wraps the answer as the request was.
    private void serve(Envelope envelope, byte[] octets, int offset, int length, boolean inBlocks, ApduBuffer answer) {
        if (length == 0 || !ApduTag.isRequest(Byte.toUnsignedInt(octets[offset]))) {
            ExceptionResponse.SERVICE_UNKNOWN.write(answer);
            return;
        }
        boolean isUnconfirmed = Services.isUnconfirmed(octets, offset, length);
        boolean wasPending = state == State.PENDING;
        boolean isTooLong = length > settings.pduOctetsMax() && !inBlocks;
        if (state == State.IDLE) {
            ExceptionResponse.NO_ASSOCIATION.write(answer);
        } else if (isTooLong) {
            ExceptionResponse.PDU_TOO_LONG.write(answer);
        } else if (!security.allows(envelope.protection())) {
            ExceptionResponse.DECIPHERING_ERROR.write(answer);
        } else if (wasPending) {
            prove(octets, offset, length, answer);
        } else {
            var asker = asker(envelope, Byte.toUnsignedInt(octets[offset]), inBlocks);
            if (asker.answerOctetsMax() < InitiateRequest.PDU_OCTETS_MIN) {
                ExceptionResponse.PDU_TOO_LONG.write(answer);
            } else {
                services.orElseThrow().serve(asker, octets, offset, length, answer);
            }
        }
        seal(envelope, answer);
        if (wasPending && handshake.isEmpty() && state == State.PENDING) {
            abort();
        }
        if (isUnconfirmed) {
            answer.reset();
        }
    }

    /// Exceptions go in clear: they tell nothing but that something did not work. The answer to a plain request is
    /// protected too when the policy asks it of responses: the strongest of request, right and policy holds.
    private void seal(Envelope envelope, ApduBuffer answer) {
        if (protection.isEmpty() || answer.isEmpty() || !isProtectable(envelope)) {
            return;
        }
        if (Byte.toUnsignedInt(answer.space()[answer.headroom()]) == ApduTag.EXCEPTION_RESPONSE) {
            return;
        }
        if (!protection.get().seal(envelope, answer)) {
            answer.reset();
            ExceptionResponse.DECIPHERING_ERROR.write(answer);
        }
    }

    /// A context without ciphering knows no policy: what comes in clear is answered in clear.
    private boolean isProtectable(Envelope envelope) {
        return envelope.family() != Envelope.Family.PLAIN || settings.context().isCiphered();
    }

    /// Passes 3 and 4 of high level security. Nothing else is done before them, and after a wrong proof the
    /// association is no more, so nobody can try twice with the same challenge.
    private void prove(byte[] octets, int offset, int length, ApduBuffer answer) {
        var reply = ProofReply.decode(octets, offset, length);
        if (reply.isEmpty()) {
            ExceptionResponse.NO_ASSOCIATION.write(answer);
            return;
        }
        var open = handshake.orElseThrow();
        handshake = Optional.empty();
        Optional<Octets> own = reply.get().proof().flatMap(proof -> security.proof(open, proof));
        if (own.isPresent()) {
            state = State.OPEN;
            attempts.succeeded();
        } else {
            attempts.failed();
        }
        answer.write(reply.get().answer(own)::encode);
    }

    private Asker asker(Envelope envelope, int tag, boolean inBlocks) {
        boolean isPlain = envelope.family() == Envelope.Family.PLAIN;
        boolean isCut = inBlocks
                || (services.orElseThrow().has(ConformanceBit.GENERAL_BLOCK_TRANSFER)
                        && !services.orElseThrow().hasBlocksFor(tag));
        boolean isBare = protection.isEmpty() || !isProtectable(envelope);
        if (isPlain && !isCut && isBare) {
            return plainAsker;
        }
        int octetsMax = isCut ? profile.limits().valueOctets() : plainAsker.answerOctetsMax();
        int overhead = isBare ? 0 : protection.orElseThrow().overheadOctets(envelope, octetsMax);
        return new Asker(plainAsker.requester().with(envelope.protection()), octetsMax - overhead);
    }

    private Asker nobody() {
        return new Asker(Requester.inClear(settings.clientSap(), settings.serverSap()), InitiateRequest.PDU_OCTETS_MIN);
    }
}
