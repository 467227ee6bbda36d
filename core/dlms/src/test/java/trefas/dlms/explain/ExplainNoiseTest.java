package trefas.dlms.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.cosem.CosemData.Octets;

/// Whatever octets arrive: an explanation within the limits, never an exception.
class ExplainNoiseTest {

    private static final ExplainLimits SMALL = new ExplainLimits(4_096, 500, 1_024, 2, 4);

    private static final List<Form> FORMS = List.of(Form.values());

    /// The first octet chooses the form, the others are two messages of one conversation.
    @FuzzTest
    void anyOctetsAreExplained(byte[] noise) {
        if (noise.length == 0) {
            return;
        }
        Form form = FORMS.get(Math.floorMod(noise[0], FORMS.size()));
        var conversation = new Conversation(SMALL, Unsealer.WITHOUT_KEYS);
        int middle = 1 + ((noise.length - 1) / 2);
        int size = 0;
        for (Octets part : List.of(
                Octets.of(noise, 1, middle - 1),
                Octets.of(noise, middle, noise.length - middle),
                Octets.of(noise, 1, noise.length - 1))) {
            List<Explanation> explained = conversation.explain(form, Speaker.UNKNOWN, part);
            explained.forEach(ExplainNoiseTest::assertInside);
            size += explained.stream().mapToInt(Explanation::size).sum();
            assertFalse(TreeText.of(explained, TreeText.Painter.PLAIN).isEmpty() && part.length() > 0);
            assertTrue(FORMS.contains(Form.of(part)));
        }
        assertTrue(size <= 500 + 3 * SMALL.octetsMax(), "frames and units come on top, each at least one octet");
    }

    private static void assertInside(Explanation explanation) {
        int length = explanation.source().octets().length();
        assertTrue(
                explanation.offset() >= 0 && explanation.offset() + explanation.length() <= length,
                () -> explanation.name() + " at " + explanation.offset() + " of " + explanation.length());
        explanation.remarks().forEach(remark -> assertTrue(remark.offset() >= 0));
        explanation.parts().forEach(ExplainNoiseTest::assertInside);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void nothingAtAllIsAnswered(Form form) {
        List<Explanation> explained = new Conversation(ExplainLimits.DEFAULT, Unsealer.WITHOUT_KEYS)
                .explain(form, Speaker.UNKNOWN, Octets.ofHex(""));

        assertTrue(explained.size() <= 1);
    }

    /// A fault is told also when its part is not kept any more.
    @Test
    void aFaultBeyondTheLimitOfPartsIsTold() {
        var few = new ExplainLimits(4_096, 3, 1_024, 2, 4);
        Explanation explanation = new Conversation(few, Unsealer.WITHOUT_KEYS)
                .explain(Form.AXDR, Speaker.UNKNOWN, Octets.ofHex("0205 1101 1102 1103 1104 0B"))
                .getFirst();

        assertEquals(10, explanation.firstFault().orElseThrow().offset());
        assertEquals(4, explanation.size());
    }

    @Test
    void aMessageBeyondTheLimitIsCutWithAWord() {
        var few = new ExplainLimits(6, 100, 1_024, 2, 4);
        Explanation explanation = new Conversation(few, Unsealer.WITHOUT_KEYS)
                .explain(Form.AXDR, Speaker.UNKNOWN, Octets.ofHex("0202 1101 1102 1103"))
                .getFirst();

        assertEquals(
                "only the first 6 of 8 octets are explained",
                explanation.remarks().getFirst().text());
    }
}
