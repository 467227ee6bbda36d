package trefas.dlms.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.ApduServer;
import trefas.dlms.OctetMachine;
import trefas.dlms.hdlc.AddressForm;
import trefas.dlms.hdlc.HdlcAddress;
import trefas.dlms.hdlc.HdlcClientLink;
import trefas.dlms.hdlc.HdlcClientSettings;
import trefas.dlms.hdlc.HdlcParameters;
import trefas.dlms.hdlc.HdlcServer;
import trefas.dlms.hdlc.HdlcServerSettings;
import trefas.dlms.hdlc.HdlcWorld;

/// One HDLC line with a window of 1 and 128 octets in a frame, and a link for each pair that talks.
final class HdlcCarrier implements Carrier {

    private static final int REPEATS = 40;
    private static final int PHYSICAL_DEVICE = 32;

    private final HdlcWorld world;
    private final Map<List<Integer>, HdlcClientLink> links = new HashMap<>();

    private HdlcCarrier(HdlcWorld world) {
        this.world = world;
    }

    static Carrier overAGoodLine(ApduServer served) {
        return new HdlcCarrier(HdlcWorld.good(server(served)));
    }

    static Carrier overABadLine(ApduServer served, long seed) {
        return new HdlcCarrier(HdlcWorld.bad(server(served), seed));
    }

    private static OctetMachine server(ApduServer served) {
        // The time-outs of a client that tries again and again are not to end the link.
        return new HdlcServer(
                HdlcServerSettings.DEFAULT
                        .withParameters(HdlcParameters.DEFAULT)
                        .withInactivity(0),
                served);
    }

    @Override
    public List<byte[]> ask(int clientSap, int serverSap, byte[] apdu) {
        var answers = new ArrayList<byte[]>();
        var link = links.computeIfAbsent(List.of(clientSap, serverSap), _ -> link(clientSap, serverSap));
        if (link.isOpen() || world.connect(link)) {
            for (Octets answer : world.ask(link, apdu)) {
                answers.add(answer.toArray());
            }
        }
        return answers;
    }

    private static HdlcClientLink link(int clientSap, int serverSap) {
        return new HdlcClientLink(
                HdlcAddress.ofClient(clientSap),
                HdlcAddress.ofServer(AddressForm.FOUR_OCTETS, serverSap, PHYSICAL_DEVICE),
                HdlcClientSettings.DEFAULT
                        .withParameters(HdlcParameters.DEFAULT)
                        .withRepeats(REPEATS));
    }
}
