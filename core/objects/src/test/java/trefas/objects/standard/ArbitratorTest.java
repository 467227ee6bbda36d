package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.quantity.Obis;

class ArbitratorTest {

    private static final Obis SCRIPTS = Obis.of("0-0:10.0.106*255");

    // Three actors may ask for two actions; the third may ask only for the second.
    private static final Arbitrator ARBITRATOR = new Arbitrator(
            List.of(new ActionItem(SCRIPTS, 1), new ActionItem(SCRIPTS, 2)),
            List.of(0b11, 0b11, 0b10),
            List.of(List.of(5, 1), List.of(3, 3), List.of(9, 2)),
            List.of(),
            0);

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # case,                                        before, actor, wants, outcome
            the first asks alone,                          '',     1,     1,     1
            5 for the first beats 3 for the second,        '2:2',  1,     1,     1
            3 + 2 for the second equals 5 for the first,   '2:2 1:1', 3,  2,     0
            the third may not ask for the first,           '',     3,     1,     0
            nobody asks,                                   '1:1',  1,     0,     0
            3 + 1 for the second beats nothing,            '1:2',  2,     2,     2
            """)
    void theHeaviestWishWins(String name, String before, int actor, int wants, int outcome) {
        Arbitrator arbitrator = ARBITRATOR;
        for (String request : before.isEmpty() ? new String[0] : before.split(" ", -1)) {
            String[] parts = request.split(":", -1);
            arbitrator = arbitrator
                    .request(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
                    .orElseThrow()
                    .arbitrator();
        }

        var step = arbitrator.request(actor, wants).orElseThrow();

        assertEquals(outcome, step.arbitrator().lastOutcome(), name);
        assertEquals(
                outcome == 0
                        ? Optional.empty()
                        : Optional.of(ARBITRATOR.actions().get(outcome - 1)),
                step.action());
    }

    @Test
    void anActorThatIsNotThereIsNotHeard() {
        assertEquals(Optional.empty(), ARBITRATOR.request(0, 1));
        assertEquals(Optional.empty(), ARBITRATOR.request(4, 1));
    }

    @Test
    void resetForgetsRequestsAndOutcome() {
        var asked = ARBITRATOR.request(1, 1).orElseThrow().arbitrator();

        assertEquals(ARBITRATOR, asked.reset());
    }
}
