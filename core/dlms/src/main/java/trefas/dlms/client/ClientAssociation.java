package trefas.dlms.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.acse.Release;
import trefas.dlms.client.BlockTransfer.Step;
import trefas.dlms.security.ApduProtection;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.Envelope;
import trefas.dlms.xdlms.ApduTag;
import trefas.dlms.xdlms.ConfirmedServiceError;
import trefas.dlms.xdlms.ExceptionResponse;
import trefas.dlms.xdlms.GeneralBlock;
import trefas.dlms.xdlms.InvokeId;

/// A client's side of one association: one request at a time, whole APDUs in and out (IEC 62056-5-3). Knows no
/// wrapper and no HDLC, so both may carry it.
///
/// ```
/// answer ─> general blocks ─> protection off ─> service ─> request ─> protection on ─> general blocks ─> line
/// ```
public final class ClientAssociation {

    private enum State {
        CLOSED,
        OPENING,
        /// The server waits for this client's proof, or this client for the server's.
        PROVING,
        OPEN,
        ASKING,
        RELEASING,
        BROKEN
    }

    /// Octets of the longest value that is put together from blocks.
    public static final int VALUE_OCTETS_MAX = Exchange.VALUE_OCTETS_MAX;

    private static final int INVOKE_IDS = 16;
    private static final int LONG_INVOKE_IDS = 1 << 24;
    private static final int NO_LIMIT = 0xFFFF;

    private final ClientSettings settings;
    private final Optional<ClientSecurity> security;
    private final AssociationOpening opening;
    private State state = State.CLOSED;
    private Conformance negotiated = Conformance.EMPTY;
    private int serverPduOctetsMax = NO_LIMIT;
    private int number;
    private int longNumber;
    private Optional<Exchange> exchange = Optional.empty();
    private Optional<BlockTransfer> transfer = Optional.empty();

    /// A client without keys.
    public ClientAssociation(AssociationSettings settings) {
        this(ClientSettings.of(settings), Optional.empty());
    }

    /// @param security needed in a ciphered context and with high level security
    public ClientAssociation(ClientSettings settings, Optional<ClientSecurity> security) {
        if (security.isEmpty() && (settings.isCiphered() || settings.hasHighLevelSecurity())) {
            throw new IllegalArgumentException("no keys and no secret for " + settings);
        }
        this.settings = settings;
        this.security = security;
        this.opening = new AssociationOpening(settings, security);
        if (settings.isPreEstablished()) {
            settings.serverTitle().ifPresent(title -> security.ifPresent(keys -> keys.meet(title)));
            state = State.OPEN;
            negotiated = settings.conformance();
            serverPduOctetsMax = settings.pduOctetsMax();
        }
    }

    public ClientSettings settings() {
        return settings;
    }

    /// True when a request may be made.
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /// True after [ClientEvent.Malformed]: nothing more can be understood or believed.
    public boolean isBroken() {
        return state == State.BROKEN;
    }

    /// Writes the AARQ. Answered by [ClientEvent.Opened] or [ClientEvent.Rejected].
    ///
    /// @return why nothing was written, as a sentence part; empty when it was
    public Optional<String> open(ApduBuffer request) {
        expect(State.CLOSED);
        var fault = opening.request(request);
        if (fault.isEmpty()) {
            state = State.OPENING;
        }
        return fault;
    }

    /// Writes a GET of one attribute or a part of it. Answered by [ClientEvent.Value], [ClientEvent.Failed] or
    /// [ClientEvent.Refused], after any number of [ClientEvent.BlockReceived].
    public Optional<String> get(
            AttributeDescriptor attribute, Optional<AccessSelection> selection, ApduBuffer request) {
        return call(new ServiceCall.Get(List.of(new ServiceCall.AttributeRead(attribute, selection))), request);
    }

    /// Writes the first APDU of a call. A GET of one attribute is answered as [#get] says, anything else by
    /// [ClientEvent.Answered] or [ClientEvent.Refused], after any number of [ClientEvent.BlockReceived] and
    /// [ClientEvent.BlockSent].
    ///
    /// @return why nothing was written, as a sentence part; empty when it was written
    public Optional<String> call(ServiceCall call, ApduBuffer request) {
        expect(State.OPEN);
        transfer = Optional.empty();
        var begun = exchange(call);
        var plain = new AxdrWriter(Exchange.REQUEST_OCTETS_MAX);
        begun.begin(plain);
        var fault = plain.overflowed()
                ? Optional.of("a request longer than " + Exchange.REQUEST_OCTETS_MAX + " octets")
                : write(plain, request);
        if (fault.isEmpty()) {
            state = State.ASKING;
            exchange = Optional.of(begun);
        }
        return fault;
    }

    /// Writes the RLRQ, with the protected InitiateRequest in a ciphered context. Answered by
    /// [ClientEvent.Released].
    public Optional<String> release(ApduBuffer request) {
        expect(State.OPEN);
        var fault = opening.release(request);
        if (fault.isEmpty()) {
            state = State.RELEASING;
        }
        return fault;
    }

    /// Takes one APDU of the server. Empty when nothing is to be told yet. A next request that follows from it is
    /// in `request`, which is empty otherwise.
    public Optional<ClientEvent> receive(byte[] octets, int offset, int length, ApduBuffer request) {
        request.reset();
        if (length == 0 || Byte.toUnsignedInt(octets[offset]) != ApduTag.GENERAL_BLOCK_TRANSFER) {
            return opened(octets, offset, length, request);
        }
        var decoded = GeneralBlock.decode(octets, offset, length);
        if (!(decoded instanceof Complete<GeneralBlock>(var block, int _))) {
            return Optional.of(broken(Exchange.malformed("a general block is malformed", decoded)));
        }
        if (state != State.ASKING && state != State.PROVING) {
            return Optional.of(broken("a block nobody asked for"));
        }
        if (transfer.isEmpty()) {
            transfer = Optional.of(new BlockTransfer(Math.max(1, settings.blockWindow()), serverPduOctetsMax));
        }
        return switch (transfer.get().receive(block, request)) {
            case Step.Going(int soFar) ->
                soFar == 0 ? Optional.empty() : Optional.of(new ClientEvent.BlockReceived(block.number(), soFar));
            case Step.Broken(String why) -> Optional.of(broken(why));
            case Step.Whole(Octets apdu) -> {
                transfer = Optional.empty();
                byte[] whole = apdu.toArray();
                yield whole.length > 0 && Byte.toUnsignedInt(whole[0]) == ApduTag.GENERAL_BLOCK_TRANSFER
                        ? Optional.of(broken("blocks inside blocks"))
                        : opened(whole, 0, whole.length, request);
            }
        };
    }

    /// Takes the protection off.
    private Optional<ClientEvent> opened(byte[] octets, int offset, int length, ApduBuffer request) {
        int tag = length == 0 ? -1 : Byte.toUnsignedInt(octets[offset]);
        if (!ApduProtection.isProtected(tag)) {
            return dispatch(octets, offset, length, Envelope.PLAIN, request);
        }
        if (security.isEmpty()) {
            return Optional.of(broken("a ciphered answer where there are no keys"));
        }
        return switch (security.get().protection().open(octets, offset, length)) {
            case Opened.Plain plain ->
                dispatch(plain.octets(), plain.offset(), plain.length(), plain.envelope(), request);
            case Opened.Refused(boolean _, long _, String why) -> Optional.of(broken("what came is not taken: " + why));
        };
    }

    private Optional<ClientEvent> dispatch(
            byte[] octets, int offset, int length, Envelope envelope, ApduBuffer request) {
        int tag = length == 0 ? -1 : Byte.toUnsignedInt(octets[offset]);
        if (tag == ApduTag.DATA_NOTIFICATION || tag == ApduTag.EVENT_NOTIFICATION) {
            return notified(octets, offset, length, envelope, request);
        }
        if (tag == ApduTag.EXCEPTION_RESPONSE
                && ExceptionResponse.Received.decode(octets, offset, length)
                        instanceof Complete<ExceptionResponse.Received>(var received, int _)) {
            return Optional.of(refused(received.words(), received.lowestCounter()));
        }
        if (tag == ApduTag.CONFIRMED_SERVICE_ERROR
                && ConfirmedServiceError.decode(octets, offset, length)
                        instanceof Complete<ConfirmedServiceError>(var error, int _)) {
            return Optional.of(refused(error.words(), OptionalLong.empty()));
        }
        return switch (state) {
            case OPENING -> answered(opening.receive(octets, offset, length), request);
            case PROVING ->
                isWeaker(envelope)
                        ? Optional.of(weaker())
                        : answered(opening.receiveProof(octets, offset, length), request);
            case ASKING -> Optional.of(isWeaker(envelope) ? weaker() : asked(octets, offset, length, request));
            case RELEASING -> Optional.of(released(octets, offset, length));
            case CLOSED, OPEN, BROKEN -> Optional.of(broken("an answer nobody asked for"));
        };
    }

    private Optional<ClientEvent> answered(AssociationOpening.Step step, ApduBuffer request) {
        return switch (step) {
            case AssociationOpening.Step.Agreed(Conformance services, int octetsMax) -> {
                state = State.OPEN;
                agree(services, octetsMax);
                yield Optional.of(new ClientEvent.Opened(services, octetsMax));
            }
            case AssociationOpening.Step.Prove(Conformance services, int octetsMax, AxdrWriter proof) -> {
                state = State.PROVING;
                agree(services, octetsMax);
                number = AssociationOpening.PROOF_INVOKE_ID.number();
                yield write(proof, request).map(this::broken);
            }
            case AssociationOpening.Step.Proven _ -> {
                state = State.OPEN;
                yield Optional.of(new ClientEvent.Opened(negotiated, serverPduOctetsMax));
            }
            case AssociationOpening.Step.Rejected(String reason) -> {
                state = State.CLOSED;
                yield Optional.of(new ClientEvent.Rejected(reason));
            }
            case AssociationOpening.Step.Abort(String reason) -> Optional.of(broken(reason));
        };
    }

    private void agree(Conformance services, int octetsMax) {
        negotiated = services;
        serverPduOctetsMax = octetsMax == 0 ? NO_LIMIT : octetsMax;
    }

    private ClientEvent asked(byte[] octets, int offset, int length, ApduBuffer request) {
        var next = new AxdrWriter(Exchange.REQUEST_OCTETS_MAX);
        ClientEvent event = exchange.orElseThrow().receive(octets, offset, length, next);
        return switch (event) {
            case ClientEvent.BlockReceived _, ClientEvent.BlockSent _ -> {
                transfer = Optional.empty();
                yield write(next, request).map(this::broken).orElse(event);
            }
            case ClientEvent.Malformed(String reason) -> broken(reason);
            case ClientEvent other -> {
                endAsking();
                yield other;
            }
        };
    }

    private void endAsking() {
        state = State.OPEN;
        exchange = Optional.empty();
        transfer = Optional.empty();
    }

    private ClientEvent released(byte[] octets, int offset, int length) {
        var reason = Release.decodeReason(Release.RESPONSE_TAG, octets, offset, length);
        if (!(reason instanceof Complete<Integer>)) {
            return broken(Exchange.malformed("the answer to the release is malformed", reason));
        }
        state = State.CLOSED;
        return new ClientEvent.Released();
    }

    /// An answer to whatever is going on that says no to all of it.
    private ClientEvent refused(String words, OptionalLong lowestCounter) {
        return switch (state) {
            case OPENING, PROVING -> {
                state = State.CLOSED;
                yield new ClientEvent.Rejected(words + counterWords(lowestCounter));
            }
            case ASKING -> {
                endAsking();
                yield new ClientEvent.Refused(words, lowestCounter);
            }
            case RELEASING -> {
                state = State.CLOSED;
                yield new ClientEvent.Refused(words, lowestCounter);
            }
            case CLOSED, OPEN, BROKEN -> broken("an exception nobody asked for: " + words);
        };
    }

    private static String counterWords(OptionalLong lowestCounter) {
        return lowestCounter.isPresent() ? ", the lowest it takes is " + lowestCounter.getAsLong() : "";
    }

    private Optional<ClientEvent> notified(
            byte[] octets, int offset, int length, Envelope envelope, ApduBuffer request) {
        // A notification that can't be read is nobody's answer: the conversation goes on as if it had not come.
        var heard = Notification.decode(octets, offset, length, envelope.protection());
        if (heard.isPresent()
                && heard.get() instanceof Notification.Push(var push, var _)
                && push.invokeId().isConfirmed()) {
            var confirmation = new AxdrWriter(Exchange.REQUEST_OCTETS_MAX);
            push.confirmation().encode(confirmation);
            request.octets(confirmation, 0, confirmation.length());
            if (envelope.family() != Envelope.Family.PLAIN) {
                security.orElseThrow().protection().seal(envelope, request);
            }
        }
        return heard.map(ClientEvent.Notified::new);
    }

    /// True for an answer that is less protected than the request was: somebody in between could have made it.
    private boolean isWeaker(Envelope envelope) {
        return !envelope.protection().covers(settings.envelope().protection());
    }

    private ClientEvent weaker() {
        return broken("an answer that is less protected than the request");
    }

    /// Protects a plain APDU and cuts it if it is too long for the server.
    private Optional<String> write(AxdrWriter plain, ApduBuffer request) {
        request.reset();
        request.octets(plain, 0, plain.length());
        if (settings.envelope().family() != Envelope.Family.PLAIN
                && !security.orElseThrow().protection().seal(settings.envelope(), request)) {
            return Optional.of("a key is missing or its invocation counter is used up");
        }
        boolean isTooLong = request.length() > serverPduOctetsMax;
        boolean mayCut = negotiated.has(ConformanceBit.GENERAL_BLOCK_TRANSFER);
        // A server that waits for a proof takes nothing else, so that one goes in blocks only when it must.
        boolean wantsBlocks = settings.blockWindow() > 0 && state != State.PROVING;
        if (!isTooLong && !(mayCut && wantsBlocks)) {
            return Optional.empty();
        }
        var blocks = new BlockTransfer(Math.max(1, settings.blockWindow()), serverPduOctetsMax);
        if (!mayCut || !blocks.fits(request.length())) {
            int octets = request.length();
            request.reset();
            return Optional.of(
                    "a request of " + octets + " octets is too long for the server, which takes " + serverPduOctetsMax);
        }
        blocks.begin(request);
        transfer = Optional.of(blocks);
        return Optional.empty();
    }

    private Exchange exchange(ServiceCall call) {
        number = (number + 1) % INVOKE_IDS;
        longNumber = (longNumber + 1) % LONG_INVOKE_IDS;
        var id = InvokeId.ofNumber(number);
        return switch (call) {
            case ServiceCall.Get get -> new GetExchange(id, get);
            case ServiceCall.Set set -> new SetExchange(id, set, room(ConformanceBit.BLOCK_TRANSFER_WITH_SET));
            case ServiceCall.Action action ->
                new ActionExchange(id, action, room(ConformanceBit.BLOCK_TRANSFER_WITH_ACTION));
            case ServiceCall.Access access -> new AccessExchange(longNumber, access);
        };
    }

    /// General blocks, where they are wanted, cut what a service would cut.
    private SendingRoom room(ConformanceBit blocks) {
        boolean generalBlocks = settings.blockWindow() > 0 && negotiated.has(ConformanceBit.GENERAL_BLOCK_TRANSFER);
        int overhead = settings.envelope().family() == Envelope.Family.PLAIN
                ? 0
                : security.orElseThrow().protection().overheadOctets(settings.envelope(), serverPduOctetsMax);
        return new SendingRoom(serverPduOctetsMax - overhead, negotiated.has(blocks) && !generalBlocks);
    }

    private ClientEvent broken(String reason) {
        state = State.BROKEN;
        exchange = Optional.empty();
        transfer = Optional.empty();
        return new ClientEvent.Malformed(reason);
    }

    private ClientEvent broken(ClientEvent.Malformed malformed) {
        return broken(malformed.reason());
    }

    private void expect(State expected) {
        if (state != expected) {
            throw new IllegalStateException("the association is " + state + ", not " + expected);
        }
    }
}
