package trefas.dlms.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.InitiateRequest;
import trefas.dlms.explain.KeyUnsealer;
import trefas.dlms.explain.Speaker;
import trefas.dlms.hdlc.AddressForm;
import trefas.dlms.hdlc.HdlcAddress;
import trefas.dlms.hdlc.HdlcControl;
import trefas.dlms.hdlc.HdlcFrame;
import trefas.security.SymmetricKey;

/// The octets of a ciphered association (dossier C5, the Green Book's keys) and what a deciphered capture makes of
/// them, over the wrapper and over HDLC.
class PlainUnitsTest {

    private static final String SEALED_GET =
            "DB084D4D4D0000BC614E1E3001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B";
    private static final String GET = "C0010000080000010000FF0200";
    private static final String BEFORE_INITIATE =
            "A109060760857405080103A60A04084D4D4D00000000018A0207808B0760857405080205AC0A80084B35366956616759";
    private static final String SEALED_INITIATE = "211F30000000019945AB0E570975CCDF3183079CA0B228EC3FDB4C8AC831142135";
    private static final String AARQ = "6055" + BEFORE_INITIATE + "BE230421" + SEALED_INITIATE;
    private static final HdlcAddress CLIENT = HdlcAddress.ofClient(1);
    private static final HdlcAddress METER = HdlcAddress.ofServer(AddressForm.FOUR_OCTETS, 1, 17);

    private final PlainUnits units = new PlainUnits(new KeyUnsealer(new KeyUnsealer.Keys(
            Optional.of(SymmetricKey.ofHex("000102030405060708090A0B0C0D0E0F")),
            Optional.of(SymmetricKey.ofHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty())));

    private static String plainAarq() {
        String initiate =
                InitiateRequest.of(new Conformance(0x601EDF), 1_024).encode().toString();
        int length = initiate.length() / 2;
        int whole = BEFORE_INITIATE.length() / 2 + 4 + length;
        return String.format("60%02X%sBE%02X04%02X%s", whole, BEFORE_INITIATE, length + 2, length, initiate);
    }

    private static String unit(String apdu) {
        return String.format("000100010001%04X%s", apdu.length() / 2, apdu);
    }

    @Test
    void theInitiateOfAnAssociationIsInClearToo() {
        assertEquals(List.of(unit(plainAarq()), unit(GET)), said(unit(AARQ) + unit(SEALED_GET), 1_000));
    }

    /// Frames become the wrapper units between the same SAPs: segments joined, a repeated frame told once, frames
    /// without an APDU left out.
    @ParameterizedTest(name = "pieces of {0}")
    @ValueSource(ints = {1, 7, 1_000})
    void framesBecomeUnits(int piece) {
        var snrm = HdlcFrame.of(METER, CLIENT, new HdlcControl.SetNormalResponseMode(true));
        String sealed = "E6E600" + SEALED_GET;
        String stream = hex(snrm)
                + information(0, false, "E6E600" + AARQ)
                + information(1, true, sealed.substring(0, 20))
                + information(1, true, sealed.substring(0, 20))
                + hex(HdlcFrame.of(METER, CLIENT, new HdlcControl.ReceiveReady(1, true)))
                + information(2, false, sealed.substring(20));

        assertEquals(List.of(unit(plainAarq()), unit(GET)), said(stream, piece));
    }

    @Test
    void whatHasNoKeyStaysAsItWas() {
        var without = new PlainUnits(new KeyUnsealer(KeyUnsealer.Keys.NONE));
        byte[] octets = Octets.ofHex(unit(AARQ)).toArray();

        assertEquals(List.of(Octets.ofHex(unit(AARQ))), without.receive(Speaker.CLIENT, octets, 0, octets.length));
    }

    private static String information(int sent, boolean isSegmented, String information) {
        var control = new HdlcControl.Information(sent, 0, !isSegmented);
        return hex(new HdlcFrame(isSegmented, METER, CLIENT, control, Octets.ofHex(information)));
    }

    private static String hex(HdlcFrame frame) {
        return Octets.of(frame.encode()).toString();
    }

    private List<String> said(String stream, int piece) {
        byte[] octets = Octets.ofHex(stream).toArray();
        var said = new ArrayList<String>();
        for (int at = 0; at < octets.length; at += piece) {
            units.receive(Speaker.CLIENT, octets, at, Math.min(piece, octets.length - at))
                    .forEach(unit -> said.add(unit.toString()));
        }
        return said;
    }
}
