package trefas.web;

import java.time.OffsetDateTime;
import java.util.List;
import trefas.device.display.DisplayFrame;
import trefas.quantity.Phase;

/// A meter at one moment, taken in one piece so that its parts agree.
///
/// @param display the glass
/// @param time the meter's own time on its wall, with the zone it keeps
/// @param speed how fast that time runs: `×1`, `×60`, `max`
/// @param pulses of the LED since the meter was new, 1 000 for each kWh
/// @param isLedLit whether the LED is lit steadily, because nothing is consumed and the meter is made so
/// @param importMilliwatts under the meter's summation method, never negative
/// @param exportMilliwatts under the meter's summation method, never negative
/// @param millihertz 0 when no phase has voltage
/// @param phases L1, L2, L3
public record Moment(
        DisplayFrame display,
        OffsetDateTime time,
        String speed,
        long pulses,
        boolean isLedLit,
        long importMilliwatts,
        long exportMilliwatts,
        int millihertz,
        List<PhaseValues> phases) {

    /// One phase in the last second.
    ///
    /// @param milliwatts import positive, export negative
    public record PhaseValues(int millivolts, int milliamperes, int milliwatts, int millivars) {}

    public Moment {
        phases = List.copyOf(phases);
        if (phases.size() != Phase.COUNT) {
            throw new IllegalArgumentException(phases.size() + " phases");
        }
    }
}
