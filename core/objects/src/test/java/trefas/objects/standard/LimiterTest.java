package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trefas.objects.standard.Limiter.Emergency;
import trefas.objects.standard.Limiter.Run;
import trefas.objects.standard.Limiter.Setup;
import trefas.quantity.Obis;

class LimiterTest {

    private static final Obis SCRIPTS = Obis.of("0-0:10.0.106*255");
    private static final ActionItem OVER = new ActionItem(SCRIPTS, 1);
    private static final ActionItem UNDER = new ActionItem(SCRIPTS, 2);

    private final List<String> acted = new ArrayList<>();

    @Test
    @DisplayName("O18 above the threshold for 3 s: action over, once; below for 2 s: action under, once")
    void overAndUnder() {
        var _ = run(limiter(Emergency.NONE), 0, 100, 101, 101, 101, 101, 150, 99, 99, 99, 50);

        assertEquals(List.of("4 over", "8 under"), acted);
    }

    @Test
    @DisplayName("O18 a value that comes back in time, or sits on the threshold, does nothing")
    void aMomentIsNotEnough() {
        var _ = run(limiter(Emergency.NONE), 0, 101, 101, 100, 101, 101, 101, 100, 100, 100);

        assertEquals(List.of(), acted);
    }

    @Test
    @DisplayName("O18 in an emergency of one of its groups the emergency threshold holds, for its duration")
    void emergency() {
        var limiter = limiter(new Emergency(7, OptionalLong.of(10), 5));
        List<Long> thresholds = new ArrayList<>();
        for (long now = 8; now < 17; now++) {
            thresholds.add(limiter.setup().threshold(now));
        }

        assertEquals(List.of(100L, 100L, 20L, 20L, 20L, 20L, 20L, 100L, 100L), thresholds);
    }

    @Test
    @DisplayName("O18 an emergency of another group, or without a time, is none")
    void otherEmergencies() {
        for (Emergency emergency : List.of(
                new Emergency(8, OptionalLong.of(10), 5),
                new Emergency(7, OptionalLong.empty(), 5),
                new Emergency(7, OptionalLong.of(10), 0))) {
            assertEquals(100L, limiter(emergency).setup().threshold(11), emergency::toString);
        }
    }

    @Test
    void selectorZeroIsNoAction() {
        var limiter = new Limiter(
                new Setup(100, 20, 0, 0, Emergency.NONE, List.of(), ActionItem.NONE, ActionItem.NONE), Run.FIRST);

        assertEquals(
                OptionalLong.empty(), limiter.second(0, 101).limiter().run().since());
        assertEquals(List.of(), acted);
    }

    private static Limiter limiter(Emergency emergency) {
        return new Limiter(new Setup(100, 20, 3, 2, emergency, List.of(7), OVER, UNDER), Run.FIRST);
    }

    private Limiter run(Limiter limiter, long from, long... values) {
        Limiter now = limiter;
        for (int i = 0; i < values.length; i++) {
            var step = now.second(from + i, values[i]);
            long second = from + i;
            step.action().ifPresent(action -> acted.add(second + (action.equals(OVER) ? " over" : " under")));
            now = step.limiter();
        }
        return now;
    }
}
