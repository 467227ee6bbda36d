package trefas.dlms.wrapper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.Decoded.Complete;

class WrapperReassemblyTest {

    private static final int LENGTH_MAX = 64;
    private static final byte[] THREE =
            HexFormat.of().parseHex("0001001000010003C0C1C2" + "0001001200100000" + "000100100001000162");

    private final List<String> pdus = new ArrayList<>();
    private final WrapperReassembly reassembly = new WrapperReassembly(LENGTH_MAX);

    @Test
    void aHeaderSurvivesTheWire() {
        byte[] octets = new byte[WrapperHeader.OCTETS];
        var header = new WrapperHeader(16, 1, 0x1234);

        header.encode(octets, 0);

        assertArrayEquals(HexFormat.of().parseHex("0001001000011234"), octets);
        assertEquals(new Complete<>(header, 8), WrapperHeader.decode(octets, 0, 8));
    }

    // Three PDUs, the middle one empty, however the stream cuts them.
    @Test
    void everyChunkingGivesTheSamePdus() {
        for (int size = 1; size <= THREE.length; size++) {
            pdus.clear();
            for (int from = 0; from < THREE.length; from += size) {
                receive(THREE, from, Math.min(size, THREE.length - from));
            }
            assertEquals(List.of("16>1 c0c1c2", "18>16 ", "16>1 62"), pdus, "chunks of " + size);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            0002, wrapper version is not 1
            01, wrapper version is not 1
            7EA0, wrapper version is not 1
            0001001000010041, an APDU of 65 octets is longer than 64
            000100100001FFFF, an APDU of 65535 octets is longer than 64
            """)
    void aStreamThatCantBeRightIsGivenUp(String hex, String fault) {
        byte[] octets = HexFormat.of().parseHex(hex);
        for (byte octet : octets) {
            receive(new byte[] {octet}, 0, 1);
        }

        assertTrue(reassembly.isBroken());
        assertEquals(fault, reassembly.fault());
        receive(THREE, 0, THREE.length);
        assertEquals(List.of(), pdus);
    }

    @Test
    void whatCameBeforeTheFaultIsStillHandedOn() {
        byte[] octets = Arrays.copyOf(THREE, THREE.length + 1);

        receive(octets, 0, octets.length);
        assertFalse(reassembly.isBroken());
        receive(new byte[] {9}, 0, 1);

        assertEquals(3, pdus.size());
        assertTrue(reassembly.isBroken());
    }

    private void receive(byte[] octets, int offset, int length) {
        reassembly.receive(
                octets,
                offset,
                length,
                (header, apdu, apduOffset) -> pdus.add(header.sourcePort()
                        + ">" + header.destinationPort() + " "
                        + HexFormat.of().formatHex(apdu, apduOffset, apduOffset + header.length())));
    }
}
