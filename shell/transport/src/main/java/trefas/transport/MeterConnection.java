package trefas.transport;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.ConformanceBit;
import trefas.dlms.client.ClientAssociation;
import trefas.dlms.client.ClientEvent;
import trefas.dlms.client.ClientSecurity;
import trefas.dlms.client.ClientSettings;
import trefas.dlms.client.Notification;
import trefas.dlms.client.Outcome;
import trefas.dlms.client.ServiceCall;
import trefas.dlms.client.ServiceCall.AttributeRead;
import trefas.quantity.Obis;

/// An open association with a meter over any line, for callers that wait. One thread at a time. Whatever goes
/// wrong with the line is an [IOException] whose message is one sentence.
public final class MeterConnection implements Closeable {

    /// Attributes read in one request; what a list of so many values answers fits most meters' buffers.
    public static final int LIST_ITEMS_MAX = 16;

    /// Where a meter keeps the last invocation counter of its management client (dossier E9).
    public static final Obis INVOCATION_COUNTER = Obis.of("0-0:43.1.0*255");

    private static final int DATA_CLASS = 1;
    private static final int VALUE = 2;

    private final ApduLine line;
    private final ClientAssociation association;
    private final Duration response;
    private final ApduBuffer request = new ApduBuffer(0);
    private Consumer<Notification> listener = _ -> {};
    private Conformance negotiated = Conformance.EMPTY;
    private boolean listsFail;

    private MeterConnection(ApduLine line, ClientAssociation association, Duration response) {
        this.line = line;
        this.association = association;
        this.response = response;
    }

    /// Associates over a line, which is closed with the connection.
    ///
    /// @param response how long an answer may take
    /// @throws AssociationRejectedException when the meter answers but does not want this client
    /// @throws IOException when there is no understandable answer; the line is closed then
    public static MeterConnection open(
            ApduLine line, ClientSettings settings, Optional<ClientSecurity> security, Duration response)
            throws IOException {
        try {
            return associated(line, settings, security, response);
        } catch (IOException failed) {
            line.close();
            throw failed;
        }
    }

    /// Reads the invocation counter a meter keeps for a client, as the public client and on the same line, which
    /// stays open for the client itself (dossier C6).
    ///
    /// @param serverSap logical device that is asked
    /// @param object holds the counter, class 1
    /// @throws IOException with one sentence when the meter does not give it
    public static long readInvocationCounter(ApduLine line, int serverSap, Obis object, Duration response)
            throws IOException {
        var publicly = associated(line, ClientSettings.publicClient(serverSap), Optional.empty(), response);
        var result = publicly.get(new AttributeDescriptor(DATA_CLASS, object, VALUE), Optional.empty());
        publicly.release();
        return switch (result) {
            case ReadResult.Value(CosemData.DoubleLongUnsigned(long counter)) -> counter;
            case ReadResult.Value(CosemData other) ->
                throw new IOException("The meter at " + line.name() + " gives no counter as " + object + " but "
                        + trefas.cosem.CosemText.oneLine(other) + ".");
            case ReadResult.NotGiven(String reason) ->
                throw new IOException("The meter at " + line.name() + " does not tell the public client the counter "
                        + object + ": " + reason + ".");
        };
    }

    private static MeterConnection associated(
            ApduLine line, ClientSettings settings, Optional<ClientSecurity> security, Duration response)
            throws IOException {
        line.connect(settings.clientSap(), settings.serverSap());
        var connection = new MeterConnection(line, new ClientAssociation(settings, security), response);
        connection.associate();
        return connection;
    }

    /// What the meter and this client agreed on.
    public Conformance negotiated() {
        return negotiated;
    }

    /// Who is at the other end, for sentences.
    public String name() {
        return line.name();
    }

    /// Tells of whatever the meter says unasked, while this connection waits for something.
    public void onNotification(Consumer<Notification> hears) {
        listener = hears;
    }

    /// Reads one attribute or a part of it, in blocks if it is long.
    public ReadResult get(AttributeDescriptor attribute, Optional<AccessSelection> selection) throws IOException {
        return get(attribute, selection, _ -> {});
    }

    /// Reads one attribute or a part of it, and tells of each block as it comes.
    public ReadResult get(
            AttributeDescriptor attribute,
            Optional<AccessSelection> selection,
            Consumer<ClientEvent.BlockReceived> progress)
            throws IOException {
        ask(new ServiceCall.Get(List.of(new AttributeRead(attribute, selection))));
        return switch (answer(progress)) {
            case ClientEvent.Value(var data) -> new ReadResult.Value(data);
            case ClientEvent.Failed(var result) ->
                new ReadResult.NotGiven(result.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            case ClientEvent.Refused(String reason, OptionalLong _) -> new ReadResult.NotGiven(reason);
            case ClientEvent other -> throw misunderstood(other);
        };
    }

    /// Reads several attributes, with as few requests as the meter takes: in lists when that was agreed, one by
    /// one otherwise or when the meter does not answer a list after all.
    public List<ReadResult> get(List<AttributeRead> reads) throws IOException {
        var results = new ArrayList<ReadResult>(reads.size());
        for (int from = 0; from < reads.size(); from += LIST_ITEMS_MAX) {
            results.addAll(group(reads.subList(from, Math.min(reads.size(), from + LIST_ITEMS_MAX))));
        }
        return results;
    }

    private List<ReadResult> group(List<AttributeRead> reads) throws IOException {
        if (reads.size() > 1 && negotiated.has(ConformanceBit.MULTIPLE_REFERENCES) && !listsFail) {
            ask(new ServiceCall.Get(reads));
            switch (answer(_ -> {})) {
                case ClientEvent.Answered(var outcomes) -> {
                    return outcomes.stream().map(MeterConnection::readResult).toList();
                }
                case ClientEvent.Refused _ -> listsFail = true;
                case ClientEvent other -> throw misunderstood(other);
            }
        }
        var results = new ArrayList<ReadResult>(reads.size());
        for (AttributeRead read : reads) {
            results.add(get(read.attribute(), read.selection()));
        }
        return results;
    }

    private static ReadResult readResult(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var data) -> new ReadResult.Value(data.orElse(new CosemData.NullData()));
            case Outcome.Refused(int _, String words) -> new ReadResult.NotGiven(words);
        };
    }

    /// Carries out any call.
    ///
    /// @return what became of each of its items
    /// @throws RequestRefusedException when the meter refuses the request as a whole; the association stands
    public List<Outcome> call(ServiceCall call) throws IOException {
        ask(call);
        return switch (answer(_ -> {})) {
            case ClientEvent.Answered(var outcomes) -> outcomes;
            case ClientEvent.Value(var data) -> List.of(Outcome.ofData(data));
            case ClientEvent.Failed(var result) -> List.of(Outcome.ofAccess(result.code()));
            case ClientEvent.Refused(String reason, OptionalLong _) ->
                throw new RequestRefusedException(line.name(), reason);
            case ClientEvent other -> throw misunderstood(other);
        };
    }

    /// Writes one attribute.
    public Outcome set(AttributeDescriptor attribute, CosemData value) throws IOException {
        return call(new ServiceCall.Set(List.of(new ServiceCall.AttributeWrite(attribute, Optional.empty(), value))))
                .getFirst();
    }

    /// Calls one method.
    public Outcome invoke(ServiceCall.MethodCall method) throws IOException {
        return call(new ServiceCall.Action(List.of(method))).getFirst();
    }

    /// Waits for something the meter says unasked; empty when it says nothing for so long.
    public Optional<Notification> notification(Duration longest) throws IOException {
        try {
            byte[] apdu = line.receive(longest);
            var event = association.receive(apdu, 0, apdu.length, request);
            send();
            return event.flatMap(heard -> heard instanceof ClientEvent.Notified(var notification)
                    ? Optional.of(notification)
                    : Optional.empty());
        } catch (NoAnswerException nothing) {
            return Optional.empty();
        }
    }

    /// Releases the association, if it still stands, and closes the line.
    @Override
    public void close() throws IOException {
        try (line) {
            release();
        } catch (IOException lost) {
            // The line ends either way, and with it the association.
        }
    }

    private void release() throws IOException {
        if (association.isOpen() && !association.settings().isPreEstablished()) {
            association.release(request);
            send();
            answer(_ -> {});
        }
    }

    private void associate() throws IOException {
        if (association.isOpen()) {
            negotiated = association.settings().conformance();
            return;
        }
        sent(association.open(request));
        negotiated = switch (answer(_ -> {})) {
            case ClientEvent.Opened(Conformance agreed, int _) -> agreed;
            case ClientEvent.Rejected(String reason) -> throw new AssociationRejectedException(line.name(), reason);
            case ClientEvent other -> throw misunderstood(other);
        };
    }

    private void ask(ServiceCall call) throws IOException {
        sent(association.call(call, request));
    }

    private void sent(Optional<String> fault) throws IOException {
        if (fault.isPresent()) {
            throw new RequestRefusedException(line.name(), "nothing was sent, since " + fault.get());
        }
        send();
    }

    private void send() throws IOException {
        if (!request.isEmpty()) {
            byte[] apdu = request.toOctets();
            line.send(apdu, 0, apdu.length);
        }
    }

    /// The end of what was asked; waits for the meter.
    private ClientEvent answer(Consumer<ClientEvent.BlockReceived> progress) throws IOException {
        while (true) {
            byte[] apdu = line.receive(response);
            var event = association.receive(apdu, 0, apdu.length, request);
            send();
            switch (event.orElse(NOTHING_YET)) {
                case ClientEvent.BlockReceived block -> progress.accept(block);
                case ClientEvent.BlockSent _ -> {}
                case ClientEvent.Notified(var notification) -> listener.accept(notification);
                case ClientEvent.Malformed(String reason) -> throw misunderstood(reason);
                case ClientEvent end -> {
                    return end;
                }
            }
        }
    }

    /// Stands for an APDU after which there is nothing to tell.
    private static final ClientEvent NOTHING_YET = new ClientEvent.BlockSent(0, 0);

    private IOException misunderstood(ClientEvent event) throws IOException {
        return misunderstood(
                "the answer to another request, " + event.getClass().getSimpleName());
    }

    private IOException misunderstood(String reason) throws IOException {
        line.close();
        return new IOException("The meter at " + line.name() + " sent what can't be understood: " + reason + ".");
    }
}
