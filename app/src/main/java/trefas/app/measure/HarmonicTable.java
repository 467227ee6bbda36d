package trefas.app.measure;

import java.util.ArrayList;
import java.util.List;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;

/// Every order of each phase measured as lines for a terminal: rms and percent of the fundamental of voltage and
/// current, how far the current lags the voltage of its order, and the powers of the order.
final class HarmonicTable {

    /// Below this share of its fundamental an order has an angle of noise, not one worth telling.
    private static final double ANGLE_SHARE_MIN = 2e-4;

    private HarmonicTable() {}

    static List<String> of(Subject subject, HarmonicSpectrum spectrum) {
        var lines = new ArrayList<String>();
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            boolean hasVoltage = subject.isMeasured(SampleBlock.voltage(phase));
            boolean hasCurrent = subject.isMeasured(SampleBlock.current(phase));
            if (!hasVoltage && !hasCurrent) {
                continue;
            }
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(table(phase, hasVoltage, hasCurrent, spectrum).lines());
        }
        return lines;
    }

    private static TextTable table(int phase, boolean hasVoltage, boolean hasCurrent, HarmonicSpectrum spectrum) {
        var heading = new ArrayList<String>();
        heading.add("L" + (phase + 1));
        if (hasVoltage) {
            heading.addAll(List.of("U V", "%"));
        }
        if (hasCurrent) {
            heading.addAll(List.of("I A", "%"));
        }
        if (hasVoltage && hasCurrent) {
            heading.addAll(List.of("phi deg", "P W", "Q var"));
        }
        var table = new TextTable(0).row(heading);
        for (int order = 0; order <= spectrum.orders(); order++) {
            var row = new ArrayList<String>();
            row.add(Integer.toString(order));
            if (hasVoltage) {
                row.addAll(share(spectrum, SampleBlock.voltage(phase), order, 3));
            }
            if (hasCurrent) {
                row.addAll(share(spectrum, SampleBlock.current(phase), order, 4));
            }
            if (hasVoltage && hasCurrent) {
                row.add(Plain.decimals(lagDegrees(spectrum, phase, order), 1));
                row.add(Plain.decimals(spectrum.activePower(phase, order), 3));
                row.add(Plain.decimals(spectrum.reactivePower(phase, order), 3));
            }
            table.row(row);
        }
        return table;
    }

    private static List<String> share(HarmonicSpectrum spectrum, int channel, int order, int decimals) {
        double rms = spectrum.rms(channel, order);
        double fundamental = spectrum.rms(channel, 1);
        return List.of(
                Plain.decimals(rms, decimals),
                Plain.decimals(fundamental > 0 ? 100 * rms / fundamental : Double.NaN, 2));
    }

    /// By how much the current of an order lags its voltage, degrees of the order, above -180 to 180: the angle of
    /// the mean powers of the order. Not a number where there is no such angle.
    static double lagDegrees(HarmonicSpectrum spectrum, int phase, int order) {
        boolean hasAngle = order > 0
                && isNotable(spectrum, SampleBlock.voltage(phase), order)
                && isNotable(spectrum, SampleBlock.current(phase), order);
        return hasAngle
                ? Math.toDegrees(Math.atan2(spectrum.reactivePower(phase, order), spectrum.activePower(phase, order)))
                : Double.NaN;
    }

    private static boolean isNotable(HarmonicSpectrum spectrum, int channel, int order) {
        double rms = spectrum.rms(channel, order);
        return rms > 0 && rms >= ANGLE_SHARE_MIN * spectrum.rms(channel, 1);
    }
}
