package trefas.app.measure;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.PhaseValues;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.interval.AggregatedInterval;
import trefas.metrology.interval.IntervalLength;
import trefas.metrology.interval.IntervalQuantity;
import trefas.metrology.measurement.MeasurementSettings;
import trefas.metrology.measurement.WindowOnlooker;
import trefas.quantity.Phase;

/// The values of every interval of one length as CSV, a row as soon as the interval is over. What was not measured is
/// an empty cell.
public final class SeriesWriter implements WindowOnlooker {

    private final PrintWriter out;
    private final SeriesInterval interval;
    private final boolean hasNames;
    private String name = "";
    private @Nullable MeasurementSettings settings;
    private boolean hasHeader;

    /// Starts with the header.
    ///
    /// @param hasNames whether the first column tells the input, for several of them
    public SeriesWriter(PrintWriter out, SeriesInterval interval, boolean hasNames) {
        this.out = out;
        this.interval = interval;
        this.hasNames = hasNames;
    }

    /// Another input begins.
    void begin(String input, MeasurementSettings measured) {
        this.name = input;
        this.settings = measured;
        if (!hasHeader) {
            hasHeader = true;
            out.println((hasNames ? "file," : "") + header());
        }
    }

    /// Whether nobody reads any more, such as after `| head`.
    public boolean isBroken() {
        return out.checkError();
    }

    static String header() {
        return String.join(
                ",",
                "start_s,end_s,f_Hz",
                phases("U", "_V"),
                phases("I", "_A"),
                phases("P", "_W"),
                "P_W",
                phases("Q1", "_var"),
                "Q1_var,U12_V,U23_V,U31_V,IN_A,u2_percent,u0_percent",
                phases("THD_U", "_percent"),
                phases("THD_I", "_percent"),
                "flagged");
    }

    private static String phases(String quantity, String unit) {
        return "%s_L1%s,%s_L2%s,%s_L3%s".formatted(quantity, unit, quantity, unit, quantity, unit);
    }

    @Override
    public void window(
            SampleWindow window, TenCycleValues values, Optional<HarmonicSpectrum> spectrum, boolean isFlagged) {
        if (interval != SeriesInterval.TEN_CYCLES) {
            return;
        }
        var cells = new Cells();
        cells.add(values.startSeconds(), 6);
        cells.add(values.endSeconds(), 6);
        cells.add(values.frequency() > 0 ? values.frequency() : Double.NaN, 5);
        cells.voltages(phase -> values.phase(phase).voltage(), 4);
        cells.currents(phase -> values.phase(phase).current(), 5);
        cells.powers(phase -> values.phase(phase).activePower());
        cells.total(values.activePower());
        cells.powers(phase -> phaseOf(values, phase).reactivePower());
        cells.total(values.reactivePower());
        cells.pair(0, 1, values.voltage12());
        cells.pair(1, 2, values.voltage23());
        cells.pair(2, 0, values.voltage31());
        cells.neutral(values.neutralCurrent());
        cells.three(values.voltageComponents().negativePercent());
        cells.three(values.voltageComponents().zeroPercent());
        cells.voltages(phase -> thd(spectrum, SampleBlock.voltage(phase)), 3);
        cells.currents(phase -> thd(spectrum, SampleBlock.current(phase)), 3);
        cells.write(isFlagged);
    }

    private static PhaseValues phaseOf(TenCycleValues values, int phase) {
        return values.phase(phase);
    }

    private static double thd(Optional<HarmonicSpectrum> spectrum, int channel) {
        return spectrum.map(orders -> orders.thd(channel)).orElse(Double.NaN);
    }

    /// A longer interval is over.
    void interval(AggregatedInterval values) {
        if (values.length() != length()) {
            return;
        }
        var cells = new Cells();
        cells.add(values.startSeconds(), 6);
        cells.add(values.endSeconds(), 6);
        cells.add(mean(values, IntervalQuantity.FREQUENCY), 5);
        cells.voltages(phase -> mean(values, IntervalQuantity.voltage(phase)), 4);
        cells.currents(phase -> mean(values, IntervalQuantity.current(phase)), 5);
        cells.powers(phase -> mean(values, IntervalQuantity.activePower(phase)));
        cells.total(mean(values, IntervalQuantity.ACTIVE_POWER));
        cells.powers(phase -> mean(values, IntervalQuantity.reactivePower(phase)));
        cells.total(mean(values, IntervalQuantity.REACTIVE_POWER));
        cells.pair(0, 1, mean(values, IntervalQuantity.VOLTAGE_12));
        cells.pair(1, 2, mean(values, IntervalQuantity.VOLTAGE_23));
        cells.pair(2, 0, mean(values, IntervalQuantity.VOLTAGE_31));
        cells.neutral(mean(values, IntervalQuantity.NEUTRAL_CURRENT));
        cells.three(mean(values, IntervalQuantity.NEGATIVE_SEQUENCE));
        cells.three(mean(values, IntervalQuantity.ZERO_SEQUENCE));
        cells.voltages(phase -> mean(values, IntervalQuantity.voltageThd(phase)), 3);
        cells.currents(phase -> mean(values, IntervalQuantity.currentThd(phase)), 3);
        cells.write(values.isFlagged());
    }

    private static double mean(AggregatedInterval values, IntervalQuantity quantity) {
        return values.mean(quantity).orElse(Double.NaN);
    }

    private @Nullable IntervalLength length() {
        return switch (interval) {
            case TEN_CYCLES -> null;
            case ONE_SECOND -> IntervalLength.ONE_SECOND;
            case FIFTEEN_BASIC -> IntervalLength.FIFTEEN_BASIC;
            case TEN_MINUTES -> IntervalLength.TEN_MINUTES;
        };
    }

    /// A value of a phase.
    private interface OfPhase {
        double value(int phase);
    }

    /// One row.
    private final class Cells {

        private static final int WATT_DECIMALS = 3;

        private final List<String> cells = new ArrayList<>();

        void add(double value, int decimals) {
            cells.add(Double.isFinite(value) ? plain(value, decimals) : "");
        }

        private static String plain(double value, int decimals) {
            String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
            return text.startsWith("-") && text.chars().noneMatch(digit -> digit >= '1' && digit <= '9')
                    ? text.substring(1)
                    : text;
        }

        void voltages(OfPhase of, int decimals) {
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                add(isMeasured(SampleBlock.voltage(phase)) ? of.value(phase) : Double.NaN, decimals);
            }
        }

        void currents(OfPhase of, int decimals) {
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                add(isMeasured(SampleBlock.current(phase)) ? of.value(phase) : Double.NaN, decimals);
            }
        }

        void powers(OfPhase of) {
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                add(hasPower(phase) ? of.value(phase) : Double.NaN, WATT_DECIMALS);
            }
        }

        void total(double value) {
            add(hasPower(0) || hasPower(1) || hasPower(2) ? value : Double.NaN, WATT_DECIMALS);
        }

        void pair(int phase, int next, double value) {
            boolean hasBoth = isMeasured(SampleBlock.voltage(phase)) && isMeasured(SampleBlock.voltage(next));
            add(hasBoth ? value : Double.NaN, 4);
        }

        void neutral(double value) {
            boolean hasAll = isMeasured(SampleBlock.current(0))
                    && isMeasured(SampleBlock.current(1))
                    && isMeasured(SampleBlock.current(2));
            add(hasAll ? value : Double.NaN, 5);
        }

        void three(double value) {
            boolean hasAll = isMeasured(0) && isMeasured(1) && isMeasured(2);
            add(hasAll ? value : Double.NaN, 4);
        }

        void write(boolean isFlagged) {
            if (hasNames) {
                cells.addFirst("\"" + name.replace("\"", "\"\"") + "\"");
            }
            cells.add(isFlagged ? "1" : "0");
            out.println(String.join(",", cells));
        }

        private boolean hasPower(int phase) {
            return isMeasured(SampleBlock.voltage(phase)) && isMeasured(SampleBlock.current(phase));
        }

        private boolean isMeasured(int channel) {
            MeasurementSettings current = settings;
            return current != null && current.isMeasured(channel);
        }
    }
}
