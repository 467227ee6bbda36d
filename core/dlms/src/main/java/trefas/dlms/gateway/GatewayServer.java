package trefas.dlms.gateway;

import java.util.Map;
import java.util.Optional;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;
import trefas.dlms.ApduBuffer;
import trefas.dlms.ApduServer;

/// A concentrator: APDUs without a gateway header are its own, those with one go to the meter named in it, and its
/// answer comes back under the same name (Green Book, gateway protocol). What is for a meter nobody knows is
/// passed over.
///
/// The meters' associations are as independent as the meters. Only an end of the line ends all of them.
public final class GatewayServer implements ApduServer {

    private final ApduServer own;
    private final Map<GatewayAddress, ApduServer> meters;
    private final ApduBuffer inner = new ApduBuffer(0);

    /// The meter that was asked last; empty when it was the concentrator itself.
    private Optional<Asked> last = Optional.empty();

    /// A meter and the name its answers go under.
    private record Asked(ApduServer meter, GatewayHeader header) {}

    /// @param meters behind the gateway; its own address may be among them, with `own` itself
    public GatewayServer(ApduServer own, Map<GatewayAddress, ApduServer> meters) {
        this.own = own;
        this.meters = Map.copyOf(meters);
    }

    @Override
    public boolean isPowered() {
        return own.isPowered();
    }

    @Override
    public boolean serves(int clientSap, int serverSap) {
        return own.serves(clientSap, serverSap)
                || meters.values().stream().anyMatch(meter -> meter.serves(clientSap, serverSap));
    }

    @Override
    public void receive(int clientSap, int serverSap, byte[] octets, int offset, int length, ApduBuffer answer) {
        answer.reset();
        if (length == 0 || !GatewayHeader.announces(Byte.toUnsignedInt(octets[offset]))) {
            last = Optional.empty();
            own.receive(clientSap, serverSap, octets, offset, length, answer);
            return;
        }
        var header = request(octets, offset, length);
        var meter = header.flatMap(this::meter);
        if (meter.isEmpty()) {
            return;
        }
        int used = header.get().octets();
        meter.get().receive(clientSap, serverSap, octets, offset + used, length - used, inner);
        last = Optional.of(new Asked(
                meter.get(),
                new GatewayHeader(GatewayHeader.Direction.RESPONSE, header.get().address())));
        pass(last.get(), answer);
    }

    @Override
    public void more(int clientSap, int serverSap, ApduBuffer answer) {
        answer.reset();
        if (last.isEmpty()) {
            own.more(clientSap, serverSap, answer);
        } else {
            last.get().meter().more(clientSap, serverSap, inner);
            pass(last.get(), answer);
        }
    }

    private void pass(Asked asked, ApduBuffer answer) {
        if (!inner.isEmpty()) {
            asked.header().write(answer);
            answer.octets(inner.toOctets());
        }
    }

    @Override
    public void broadcast(int clientSap, byte[] octets, int offset, int length) {
        if (length == 0 || !GatewayHeader.announces(Byte.toUnsignedInt(octets[offset]))) {
            own.broadcast(clientSap, octets, offset, length);
            return;
        }
        var header = request(octets, offset, length);
        header.flatMap(this::meter).ifPresent(meter -> {
            int used = header.get().octets();
            meter.broadcast(clientSap, octets, offset + used, length - used);
        });
    }

    @Override
    public void abort(int clientSap, int serverSap) {
        own.abort(clientSap, serverSap);
        meters.values().forEach(meter -> meter.abort(clientSap, serverSap));
    }

    @Override
    public void abortAll() {
        own.abortAll();
        meters.values().forEach(ApduServer::abortAll);
    }

    /// Room for the longest APDU of any meter behind the longest header.
    @Override
    public int apduOctetsMax() {
        int longest =
                meters.values().stream().mapToInt(ApduServer::apduOctetsMax).reduce(own.apduOctetsMax(), Math::max);
        int header = meters.keySet().stream()
                .mapToInt(address -> new GatewayHeader(GatewayHeader.Direction.REQUEST, address).octets())
                .reduce(0, Math::max);
        return longest + header;
    }

    private Optional<ApduServer> meter(GatewayHeader header) {
        return Optional.ofNullable(meters.get(header.address())).filter(ApduServer::isPowered);
    }

    /// Empty for what is no request for a meter.
    private static Optional<GatewayHeader> request(byte[] octets, int offset, int length) {
        return switch (GatewayHeader.decode(octets, offset, length)) {
            case Complete<GatewayHeader>(var header, int _) ->
                header.direction() == GatewayHeader.Direction.REQUEST ? Optional.of(header) : Optional.empty();
            case Incomplete<GatewayHeader> _, Malformed<GatewayHeader> _ -> Optional.empty();
        };
    }
}
