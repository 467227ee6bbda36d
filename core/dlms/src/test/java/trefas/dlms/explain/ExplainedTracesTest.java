package trefas.dlms.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole conversations, each with the tree it must give: the worked traces of the reference and the published HAN
/// frames of the dossier. Each change of the explanation shows as a difference of a golden file.
class ExplainedTracesTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "t1-hdlc-session",
                "t2-long-get",
                "t3-general-block-transfer",
                "t4-attribute-values",
                "t5-requests",
                "t6-protected-push",
                "t7-malformed",
                "acse",
                "ciphered",
                "xdlms",
                "han-nve"
            })
    void everyTraceGivesItsTree(String name) throws Exception {
        var file = ExplainedFile.read(name);

        assertEquals(file.golden(), file.tree(Unsealer.WITHOUT_KEYS));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "t1-hdlc-session",
                "t2-long-get",
                "t3-general-block-transfer",
                "t4-attribute-values",
                "t5-requests",
                "t6-protected-push",
                "acse",
                "ciphered",
                "xdlms",
                "han-nve"
            })
    void nothingInARightTraceIsAFault(String name) throws Exception {
        var conversation = new Conversation(ExplainLimits.DEFAULT, Unsealer.WITHOUT_KEYS);
        for (var line : ExplainedFile.read(name).lines()) {
            for (Explanation explanation : ExplainedFile.explain(line, conversation)) {
                assertTrue(explanation.isWellFormed(), () -> line.octets() + " " + explanation.firstFault());
            }
        }
    }

    /// Three of the stimuli are well-formed and wrong only for the server that gets them: a block without a first
    /// one, an empty answer of HLS, and block number 0.
    @Test
    void malformedStimuliHaveAFaultAndItsPlace() throws Exception {
        var wellFormed = new StringBuilder();
        for (var line : ExplainedFile.read("t7-malformed").lines()) {
            var conversation = new Conversation(ExplainLimits.DEFAULT, Unsealer.WITHOUT_KEYS);
            Explanation explanation = ExplainedFile.explain(line, conversation).getFirst();
            if (explanation.isWellFormed()) {
                wellFormed.append(line.octets()).append('\n');
            } else {
                Remark fault = explanation.firstFault().orElseThrow();
                assertTrue(
                        fault.offset() >= 0 && fault.offset() <= line.octets().length(), fault::text);
                assertFalse(fault.text().isBlank());
            }
        }
        assertEquals("""
                C103C1010000000201AA
                C301C1000F0000280000FF01010900
                E0BF0000FFFF00
                """, wellFormed.toString());
    }
}
