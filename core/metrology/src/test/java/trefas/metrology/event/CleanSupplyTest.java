package trefas.metrology.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanSupplyTest {

    @ParameterizedTest(name = "{0} Hz, {1} V")
    @CsvSource({
        "42.5, 230",
        "45, 230",
        "49.9, 230",
        "50, 230",
        "50.1, 230",
        "55, 230",
        "57.5, 230",
        "42.5, 212",
        "57.5, 248"
    })
    void harmonicsAndNoiseAreNoEvent(double hertz, double volts) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        SupplyOnBench.Voltage distorted = (phase, time) -> {
            double angle = SupplyOnBench.radians(phase, hertz, time);
            double sum = Math.sin(angle)
                    + 0.05 * Math.sin(3 * angle + 1)
                    + 0.06 * Math.sin(5 * angle + 2)
                    + 0.05 * Math.sin(7 * angle - 1)
                    + 0.035 * Math.sin(11 * angle);
            return Math.sqrt(2) * volts * sum + random.nextGaussian(0, 0.5);
        };
        var found = new ArrayList<ReportedEvent>();
        var events = new VoltageEvents(EventSettings.of(230), found::add);
        var stage = new HalfCycleVoltages(50, List.of(events));

        events.stretchEnded(new SupplyOnBench(hertz, 10_000, 5, distorted).run(stage));

        assertEquals(List.of(), found);
    }
}
