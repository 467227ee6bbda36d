package trefas.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PolylineTest {

    private static final Axis AXIS = Axis.linear("any", "").range(0, 100);
    private static final Plot PLOT =
            new Plot(0, 0, 100, 100, Scale.fit(AXIS, 0, 100, 0, 100), Scale.fit(AXIS, 0, 100, 100, 0));

    @Test
    void aLineGoesFromPointToPoint() {
        assertEquals(
                "M0 100L50 50L100 0",
                Polyline.of(new Series("a", Tone.L1).point(0, 0).point(50, 50).point(100, 100), PLOT));
    }

    @Test
    void whatWasNotMeasuredIsAGap() {
        assertEquals(
                "M0 100M100 0",
                Polyline.of(
                        new Series("a", Tone.L1)
                                .point(0, 0)
                                .point(50, Double.NaN)
                                .point(100, 100),
                        PLOT));
    }

    @Test
    void manyPointsKeepTheirPeaksAndNothingElse() {
        var noise = new Series("a", Tone.L1);
        for (int point = 0; point < 100_000; point++) {
            noise.point(point / 1_000.0, point == 50_200 ? 100 : 50);
        }

        String path = Polyline.of(noise, PLOT);

        assertTrue(path.contains(" 0L") || path.endsWith(" 0"), "the one peak is drawn");
        assertTrue(path.length() < 8_000, () -> "a point for each half pixel, not for each value: " + path.length());
    }
}
