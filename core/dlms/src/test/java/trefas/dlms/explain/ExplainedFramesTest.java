package trefas.dlms.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.hdlc.AddressForm;
import trefas.dlms.hdlc.HdlcAddress;
import trefas.dlms.hdlc.HdlcControl;
import trefas.dlms.hdlc.HdlcFrame;

/// Whatever frame the codec writes is explained as that frame: right checksums, the same length, control and
/// segmentation.
class ExplainedFramesTest {

    private static final int ROUNDS = 2_000;
    private static final List<AddressForm> FORMS = List.of(AddressForm.values());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 20_261_128})
    void aFrameIsExplainedAsItWasWritten(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < ROUNDS; round++) {
            HdlcFrame frame = frame(random);
            byte[] octets = frame.encode();
            var explained = new Conversation(ExplainLimits.DEFAULT, Unsealer.WITHOUT_KEYS)
                    .explain(Form.HDLC, Speaker.CLIENT, Octets.of(octets));

            assertEquals(1, explained.size());
            assertExplains(frame, octets.length - 2, explained.getFirst());
        }
    }

    private static void assertExplains(HdlcFrame frame, int length, Explanation explained) {
        assertEquals(length, explained.length(), frame::toString);
        assertEquals(
                "type 3, length " + length + (frame.isSegmented() ? ", segmented" : ""),
                value(explained, "frame-format"));
        assertTrue(value(explained, "FCS").endsWith(" right"), frame::toString);
        assertEquals(
                frame.destination().form().octets(),
                part(explained, "destination-address").length());
        assertEquals(
                frame.source().form().octets(),
                part(explained, "source-address").length());
        Explanation control = part(explained, "control");
        assertEquals(frame.control().octet(), control.source().octets().octet(control.offset()));
        if (frame.information().length() > 0) {
            assertTrue(value(explained, "HCS").endsWith(" right"), frame::toString);
        }
    }

    private static String value(Explanation explained, String name) {
        return part(explained, name).value();
    }

    private static Explanation part(Explanation explained, String name) {
        return explained.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + explained.parts()));
    }

    private static HdlcFrame frame(RandomGenerator random) {
        boolean mayHaveInformation = random.nextBoolean();
        boolean isSegmented = mayHaveInformation && random.nextInt(4) == 0;
        byte[] information = new byte[mayHaveInformation ? 1 + random.nextInt(40) : 0];
        random.nextBytes(information);
        var control = mayHaveInformation
                ? new HdlcControl.Information(random.nextInt(8), random.nextInt(8), random.nextBoolean())
                : controls(random).get(random.nextInt(4));
        return new HdlcFrame(
                isSegmented, meter(random), HdlcAddress.ofClient(random.nextInt(128)), control, Octets.of(information));
    }

    private static List<HdlcControl> controls(RandomGenerator random) {
        return List.of(
                new HdlcControl.ReceiveReady(random.nextInt(8), random.nextBoolean()),
                new HdlcControl.ReceiveNotReady(random.nextInt(8), random.nextBoolean()),
                new HdlcControl.SetNormalResponseMode(true),
                new HdlcControl.Disconnect(true));
    }

    private static HdlcAddress meter(RandomGenerator random) {
        AddressForm form = FORMS.get(random.nextInt(FORMS.size()));
        return HdlcAddress.ofServer(form, random.nextInt(128), random.nextInt(128));
    }
}
