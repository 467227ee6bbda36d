package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemDateTime;
import trefas.cosem.Decoded.Complete;
import trefas.objects.standard.PushFlow.OperationMethod;
import trefas.objects.standard.PushFlow.Rules;
import trefas.objects.standard.PushFlow.State;

class PushFlowTest {

    private static final Rules RULES = new Rules(10, 2, 5, 100, 60, OperationMethod.UNCONFIRMED);
    private static final Rules CONFIRMED = new Rules(0, 1, 5, 100, 60, OperationMethod.CONFIRMED);

    @Test
    @DisplayName("O24 trigger, random delay of 0 to the interval, then sent at once without windows")
    void delayedThenSent() {
        var flow = PushFlow.IDLE.trigger(100, 0.5, RULES).flow();
        assertEquals(new State.Delayed(105), flow.state());
        assertEquals(
                new State.Delayed(100),
                PushFlow.IDLE.trigger(100, 0.0, RULES).flow().state());
        assertEquals(
                new State.Delayed(110),
                PushFlow.IDLE.trigger(100, 0.999, RULES).flow().state());

        assertFalse(flow.second(104, true, RULES).send());
        var step = flow.second(105, true, RULES);
        assertTrue(step.send());
        assertFalse(step.flow().second(106, true, RULES).send(), "once");
        assertEquals(PushFlow.IDLE, step.flow().sent(107, RULES).flow());
    }

    @Test
    @DisplayName("O24 outside its windows a push waits for the next one")
    void waitsForAWindow() {
        var flow = PushFlow.IDLE
                .trigger(0, 0, RULES)
                .flow()
                .second(0, false, RULES)
                .flow();

        assertEquals(new State.Waiting(0), flow.state());
        assertFalse(flow.second(500, false, RULES).send());
        assertTrue(flow.second(501, true, RULES).send());
    }

    @Test
    @DisplayName("O24 a failed push is repeated number_of_retries times, then given up")
    void retries() {
        List<Long> sentAt = new ArrayList<>();
        boolean givenUp = false;
        var flow = PushFlow.IDLE.trigger(0, 0, RULES).flow();
        for (long now = 0; now < 100 && !givenUp; now++) {
            var step = flow.second(now, true, RULES);
            flow = step.flow();
            if (step.send()) {
                sentAt.add(now);
                var failed = flow.failed(now, RULES);
                flow = failed.flow();
                givenUp = failed.givenUp();
            }
        }

        assertEquals(List.of(0L, 5L, 10L), sentAt);
        assertTrue(givenUp);
        assertEquals(PushFlow.IDLE, flow);
    }

    @ParameterizedTest(name = "retry {0}: {1} s")
    @CsvSource({"1, 10", "2, 15", "3, 22", "4, 33", "5, 40", "6, 40"})
    void theDelayGrowsToItsMaximum(int attempt, long seconds) {
        assertEquals(seconds, new Rules(0, 9, 10, 150, 40, OperationMethod.UNCONFIRMED).delaySeconds(attempt));
    }

    @Test
    @DisplayName("O24 a confirmed push is repeated when no confirmation comes")
    void confirmation() {
        var sent = PushFlow.IDLE
                .trigger(0, 0, CONFIRMED)
                .flow()
                .second(0, true, CONFIRMED)
                .flow();
        var waiting = sent.sent(1, CONFIRMED).flow();
        assertEquals(new State.Unconfirmed(0, 1 + PushFlow.CONFIRMATION_SECONDS), waiting.state());

        var confirmed = waiting.confirmed();
        assertTrue(confirmed.confirmed());
        assertEquals(PushFlow.IDLE, confirmed.flow());

        var late = waiting.second(1 + PushFlow.CONFIRMATION_SECONDS, true, CONFIRMED);
        assertEquals(
                new State.Repeating(1, 6 + PushFlow.CONFIRMATION_SECONDS),
                late.flow().state());
    }

    @Test
    void triggersDuringAPushMakeOneMore() {
        var sending =
                PushFlow.IDLE.trigger(0, 0, RULES).flow().second(0, true, RULES).flow();
        var again = sending.trigger(1, 0, RULES).flow().trigger(2, 0, RULES).flow();
        var idle = again.sent(3, RULES).flow();

        var second = idle.second(4, true, RULES);
        assertTrue(second.send());
        assertEquals(PushFlow.IDLE, second.flow().sent(5, RULES).flow());
    }

    @Test
    void aPushThatAPowerFailureCutShortIsSentAgain() {
        var sending =
                PushFlow.IDLE.trigger(0, 0, RULES).flow().second(0, true, RULES).flow();

        assertTrue(sending.afterPowerUp().second(50, true, RULES).send());
        assertEquals(PushFlow.IDLE, PushFlow.IDLE.afterPowerUp());
    }

    // year month day weekday hour minute second hundredths deviation status
    @ParameterizedTest(name = "{0} .. {1} at {2}: {3}")
    @CsvSource({
        "FFFF FFFF FF 02 00 00 FF 8000 FF, FFFF FFFF FF 05 00 00 FF 8000 FF, 2024-01-15T02:00:00, true",
        "FFFF FFFF FF 02 00 00 FF 8000 FF, FFFF FFFF FF 05 00 00 FF 8000 FF, 2024-01-15T04:59:59, true",
        "FFFF FFFF FF 02 00 00 FF 8000 FF, FFFF FFFF FF 05 00 00 FF 8000 FF, 2024-01-15T05:00:00, false",
        "FFFF FFFF FF 02 00 00 FF 8000 FF, FFFF FFFF FF 05 00 00 FF 8000 FF, 2024-01-15T01:59:59, false",
        "FFFF FFFF FF 16 00 00 FF 8000 FF, FFFF FFFF FF 05 00 00 FF 8000 FF, 2024-01-15T00:00:00, true",
        "FFFF FFFF 06 00 00 00 FF 8000 FF, FFFF FFFF 01 00 00 00 FF 8000 FF, 2024-01-14T12:00:00, true",
        "FFFF FFFF 06 00 00 00 FF 8000 FF, FFFF FFFF 01 00 00 00 FF 8000 FF, 2024-01-15T12:00:00, false",
        "07E8 01FE FF 00 00 00 FF 8000 FF, 07E8 0202 FF 00 00 00 FF 8000 FF, 2024-02-01T12:00:00, true",
        "07E8 01FE FF 00 00 00 FF 8000 FF, 07E8 0202 FF 00 00 00 FF 8000 FF, 2025-02-01T12:00:00, false",
        "07E9 0101 FF 00 00 00 FF 8000 FF, 07E9 0202 FF 00 00 00 FF 8000 FF, 2024-02-01T12:00:00, false"
    })
    void windowsHaveWildcards(String start, String end, String now, boolean open) {
        assertEquals(open, new TimeWindow(rule(start), rule(end)).isOpen(LocalDateTime.parse(now)));
    }

    private static CosemDateTime rule(String hex) {
        return CosemDateTime.of(new OctetString(Octets.ofHex(hex))) instanceof Complete(var rule, int _)
                ? rule
                : org.junit.jupiter.api.Assertions.fail(hex);
    }
}
