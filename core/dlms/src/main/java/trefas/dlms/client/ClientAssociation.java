package trefas.dlms.client;

import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.Aare;
import trefas.dlms.acse.Aarq;
import trefas.dlms.acse.AssociationResult;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.acse.InitiateError;
import trefas.dlms.acse.InitiateRequest;
import trefas.dlms.acse.InitiateResponse;
import trefas.dlms.acse.Release;
import trefas.dlms.xdlms.ApduTag;
import trefas.dlms.xdlms.ExceptionResponse;
import trefas.dlms.xdlms.GetRequest;
import trefas.dlms.xdlms.GetResponse;
import trefas.dlms.xdlms.InvokeId;

/// A client's side of one association: one request at a time, whole APDUs in and out (IEC 62056-5-3). Knows no wrapper
/// and no HDLC, so both may carry it.
public final class ClientAssociation {

    private enum State {
        CLOSED,
        OPENING,
        OPEN,
        READING,
        RELEASING,
        BROKEN
    }

    /// Octets of the longest value that is put together from blocks.
    public static final int VALUE_OCTETS_MAX = 16 * 1_024 * 1_024;

    /// Octets of the longest request this client writes.
    private static final int REQUEST_OCTETS_MAX = 0xFFFF;

    private static final int INVOKE_IDS = 16;

    private final AssociationSettings settings;
    private State state = State.CLOSED;
    private InvokeId invokeId = InvokeId.ofNumber(0);
    private long blockNumber;
    private AxdrWriter blocks = new AxdrWriter(VALUE_OCTETS_MAX);

    public ClientAssociation(AssociationSettings settings) {
        this.settings = settings;
    }

    public AssociationSettings settings() {
        return settings;
    }

    /// True when a request may be made.
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /// True after [ClientEvent.Malformed]: nothing more can be understood.
    public boolean isBroken() {
        return state == State.BROKEN;
    }

    /// Writes the AARQ. Answered by [ClientEvent.Opened] or [ClientEvent.Rejected].
    public void open(ApduBuffer request) {
        expect(State.CLOSED);
        state = State.OPENING;
        var initiate = InitiateRequest.of(settings.conformance(), settings.pduOctetsMax());
        var secret = settings.mechanism() == AuthenticationMechanism.LOW
                ? Optional.of(settings.secret())
                : Optional.<Octets>empty();
        request.reset();
        request.octets(Aarq.of(settings.context(), settings.mechanism(), secret, initiate.encode())
                .encode());
    }

    /// Writes a GET of one attribute or a part of it. Answered by [ClientEvent.Value], [ClientEvent.Failed] or
    /// [ClientEvent.Refused], after any number of [ClientEvent.BlockReceived].
    public void get(AttributeDescriptor attribute, Optional<AccessSelection> selection, ApduBuffer request) {
        expect(State.OPEN);
        state = State.READING;
        invokeId = InvokeId.ofNumber((invokeId.number() + 1) % INVOKE_IDS);
        blockNumber = 0;
        write(new GetRequest.Normal(invokeId, new GetRequest.Item(attribute, selection)), request);
    }

    /// Writes the RLRQ. Answered by [ClientEvent.Released].
    public void release(ApduBuffer request) {
        expect(State.OPEN);
        state = State.RELEASING;
        request.reset();
        request.octets(Release.request());
    }

    /// Takes one APDU of the server. Empty when it is no answer but an unasked notification. A next request that
    /// follows from it is in `request`, which is empty otherwise.
    public Optional<ClientEvent> receive(byte[] octets, int offset, int length, ApduBuffer request) {
        request.reset();
        int tag = length == 0 ? 0 : Byte.toUnsignedInt(octets[offset]);
        if (tag == ApduTag.DATA_NOTIFICATION || tag == ApduTag.EVENT_NOTIFICATION) {
            return Optional.empty();
        }
        if (tag == ApduTag.EXCEPTION_RESPONSE && length >= 3) {
            return Optional.of(exception(ExceptionResponse.words(
                    Byte.toUnsignedInt(octets[offset + 1]), Byte.toUnsignedInt(octets[offset + 2]))));
        }
        return Optional.of(
                switch (state) {
                    case OPENING -> opened(Aare.decode(octets, offset, length));
                    case READING -> read(GetResponse.decode(octets, offset, length), request);
                    case RELEASING -> released(Release.decodeReason(Release.RESPONSE_TAG, octets, offset, length));
                    case CLOSED, OPEN, BROKEN -> broken("an answer nobody asked for");
                });
    }

    private ClientEvent exception(String words) {
        return switch (state) {
            case OPENING -> {
                state = State.CLOSED;
                yield new ClientEvent.Rejected(words);
            }
            case READING -> {
                endReading();
                yield new ClientEvent.Refused(words);
            }
            case RELEASING -> {
                state = State.CLOSED;
                yield new ClientEvent.Refused(words);
            }
            case CLOSED, OPEN, BROKEN -> broken("an exception nobody asked for: " + words);
        };
    }

    private ClientEvent opened(Decoded<Aare> decoded) {
        if (!(decoded instanceof Complete<Aare>(var aare, int _))) {
            return broken(why("the answer to the association request is malformed", decoded));
        }
        if (aare.result() != AssociationResult.ACCEPTED) {
            state = State.CLOSED;
            return new ClientEvent.Rejected(aare.userInformation()
                    .flatMap(InitiateError::decode)
                    .map(InitiateError::words)
                    .orElse(aare.diagnostic().words()));
        }
        var initiate = aare.userInformation().map(InitiateResponse::decode);
        if (initiate.isEmpty() || !(initiate.get() instanceof Complete<InitiateResponse>(var agreed, int _))) {
            return broken("accepted without an initiate response");
        }
        state = State.OPEN;
        return new ClientEvent.Opened(agreed.negotiated(), agreed.serverPduOctetsMax());
    }

    private ClientEvent read(Decoded<GetResponse> decoded, ApduBuffer request) {
        if (!(decoded instanceof Complete<GetResponse>(var response, int _))) {
            return broken(why("the answer to a GET is malformed", decoded));
        }
        if (response.invokeId().number() != invokeId.number()) {
            return broken("an answer to request " + response.invokeId().number() + " instead of " + invokeId.number());
        }
        return switch (response) {
            case GetResponse.Normal(InvokeId _, GetResponse.Value(CosemData data)) -> {
                endReading();
                yield new ClientEvent.Value(data);
            }
            case GetResponse.Normal(InvokeId _, GetResponse.Refused refused) -> failed(refused);
            case GetResponse.BlockError(InvokeId _, long _, var refused) -> failed(refused);
            case GetResponse.Block block -> block(block, request);
            case GetResponse.WithList _ -> broken("a list where one value was asked for");
        };
    }

    private ClientEvent block(GetResponse.Block block, ApduBuffer request) {
        if (block.number() != blockNumber + 1) {
            return broken("block " + block.number() + " instead of " + (blockNumber + 1));
        }
        blockNumber++;
        blocks.octets(block.raw().toArray());
        if (blocks.overflowed()) {
            return broken("a value longer than " + VALUE_OCTETS_MAX + " octets");
        }
        if (!block.isLast()) {
            write(new GetRequest.Next(invokeId, blockNumber), request);
            return new ClientEvent.BlockReceived(blockNumber, blocks.length());
        }
        var decoded = Axdr.decode(blocks.toOctets());
        if (!(decoded instanceof Complete<CosemData>(CosemData data, int _))) {
            return broken(why("the value in the blocks is malformed", decoded));
        }
        endReading();
        return new ClientEvent.Value(data);
    }

    private ClientEvent failed(GetResponse.Refused refused) {
        endReading();
        var known = DataAccessResult.ofCode(refused.code());
        return known.isPresent() ? new ClientEvent.Failed(known.get()) : new ClientEvent.Refused(refused.words());
    }

    private ClientEvent released(Decoded<Integer> reason) {
        if (!(reason instanceof Complete<Integer>)) {
            return broken(why("the answer to the release is malformed", reason));
        }
        state = State.CLOSED;
        return new ClientEvent.Released();
    }

    private ClientEvent broken(String reason) {
        state = State.BROKEN;
        blocks = new AxdrWriter(VALUE_OCTETS_MAX);
        return new ClientEvent.Malformed(reason);
    }

    private void endReading() {
        state = State.OPEN;
        if (blocks.length() > 0) {
            blocks = new AxdrWriter(VALUE_OCTETS_MAX);
        }
    }

    private void expect(State expected) {
        if (state != expected) {
            throw new IllegalStateException("the association is " + state + ", not " + expected);
        }
    }

    private static void write(GetRequest get, ApduBuffer request) {
        var writer = new AxdrWriter(REQUEST_OCTETS_MAX);
        get.encode(writer);
        request.reset();
        request.octets(writer, 0, writer.length());
    }

    private static String why(String what, Decoded<?> decoded) {
        return switch (decoded) {
            case Decoded.Malformed<?>(String reason, int _) -> what + ": " + reason;
            case Incomplete<?>(int missing) -> what + ": " + missing + " octets missing";
            case Complete<?> _ -> what;
        };
    }
}
