package trefas.app.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import trefas.app.report.CellScatter;
import trefas.app.report.Fragment;
import trefas.app.report.KeyFigures;
import trefas.app.report.Page;
import trefas.app.report.Significant;
import trefas.app.report.Table;
import trefas.app.report.Tone;
import trefas.app.report.Verdict;
import trefas.metrology.VoltageEvent;
import trefas.metrology.event.EventCell;
import trefas.metrology.event.ReportedEvent;
import trefas.metrology.measurement.MeanValues;
import trefas.metrology.measurement.PhaseMeans;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// Measurements as one page with pictures.
public final class MeasurementReport {

    private static final double KILO = 1_000;

    private final Page page;
    private final Measured measured;
    private final String prefix;

    private MeasurementReport(Page page, Measured measured, String prefix) {
        this.page = page;
        this.measured = measured;
        this.prefix = prefix;
    }

    /// The page: the sections of each record one after another.
    public static String html(List<Measured> measured) {
        Measured first = measured.getFirst();
        boolean isOne = measured.size() == 1;
        var page = new Page(
                isOne ? fileName(first) : measured.size() + " recordings",
                isOne ? subtitle(first) : "Each is measured by itself.");
        for (Measured one : measured) {
            new MeasurementReport(page, one, isOne ? "" : fileName(one) + ": ").add();
        }
        return page.footer(
                        "Made by Trefas. Values are computed to the limits of the tables named, from the samples as they are"
                                + " recorded; no instrument transformer, sensor or clock has been judged.")
                .html();
    }

    /// The name without its folders.
    private static String fileName(Measured measured) {
        String name = measured.subject().name();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String subtitle(Measured measured) {
        Subject subject = measured.subject();
        String rate = Double.isNaN(subject.samplesPerSecond())
                ? ""
                : ", " + Significant.digits(subject.samplesPerSecond(), 5) + " samples per second";
        String start = subject.start().map(time -> ", from " + time).orElse("");
        String channels = subject.channels().isEmpty() ? "" : ", " + subject.channels();
        String frontEnd = subject.frontEnd().isEmpty() ? "" : ", behind the front end " + subject.frontEnd();
        return subject.kind() + channels + frontEnd + ". " + Significant.digits(subject.seconds(), 4) + " s" + rate
                + start + ", Udin " + Significant.digits(measured.declaredVolts(), 4) + " V.";
    }

    private void add() {
        var keys = keyFigures();
        if (prefix.isEmpty()) {
            page.broadSection("Overview", keys);
        } else {
            page.broadSection(prefix + "overview", Fragment.text(subtitle(measured)), keys);
        }
        page.section(prefix + "values", values());
        if (measured.spectrum().isPresent()) {
            page.section(prefix + "phasors", Charts.phasors(measured));
        }
        for (int place = 0; place < measured.snapshots().size(); place++) {
            String heading = place == 0 ? "waveforms at the start" : "waveforms farthest from Udin";
            page.section(
                    prefix + heading,
                    Charts.waveforms(measured, measured.snapshots().get(place)));
        }
        measured.spectrum()
                .ifPresent(spectrum -> page.section(prefix + "harmonics", Charts.spectrum(measured, spectrum)));
        if (Double.isFinite(measured.means().activePower())) {
            page.section(prefix + "energy", energy());
        }
        measured.trend()
                .filter(trend -> trend.size() > 1)
                .ifPresent(trend -> page.section(prefix + "trend", Charts.trend(measured, trend)));
        if (measured.spectrum().isPresent()) {
            page.section(prefix + "voltage events", events());
        }
        if (!measured.shortTerms().isEmpty()) {
            page.section(prefix + "flicker", flicker());
        }
        if (!measured.conditions().isEmpty()) {
            page.section(prefix + "conditions of the supply", SupplyFragments.conditions(measured.conditions()));
        }
        if (!measured.judgements().isEmpty()) {
            page.broadSection(
                    prefix + "verdicts by " + measured.limits().edition(),
                    Fragment.text(measured.verdictNote()),
                    SupplyFragments.verdicts(measured.judgements()));
        }
        if (!measured.weeks().isEmpty()) {
            page.section(prefix + "verdicts week by week", SupplyFragments.weeks(measured.weeks()));
        }
        measured.meter()
                .ifPresent(findings ->
                        page.section(prefix + "what the meter counts and logs", SupplyFragments.meter(findings)));
    }

    private KeyFigures keyFigures() {
        MeanValues means = measured.means();
        var keys = new KeyFigures();
        boolean isKilo = Math.abs(means.activePower()) >= KILO;
        if (Double.isFinite(means.activePower())) {
            keys.add(
                    "Active power",
                    Significant.digits(means.activePower() / (isKilo ? KILO : 1), 5),
                    isKilo ? "kW" : "W");
            keys.add(
                    "Reactive power Q1",
                    Significant.digits(means.reactivePower() / (isKilo ? KILO : 1), 5),
                    isKilo ? "kvar" : "var");
        }
        if (Double.isFinite(means.frequency())) {
            keys.add("Frequency", Significant.decimals(means.frequency(), 3), "Hz");
        }
        double net = measured.totalEnergy().importWattHours()
                - measured.totalEnergy().exportWattHours();
        if (Double.isFinite(means.activePower())) {
            boolean isKiloHours = Math.abs(net) >= KILO;
            keys.add("Net energy", Significant.decimals(net / (isKiloHours ? KILO : 1), 5), isKiloHours ? "kWh" : "Wh");
        }
        double worst = Double.NaN;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double thd = measured.thdVoltage(phase);
            worst = Double.isNaN(worst) ? thd : Math.max(worst, Double.isNaN(thd) ? worst : thd);
        }
        if (Double.isFinite(worst)) {
            keys.add("Highest THD-U", Significant.decimals(worst, 2), "%");
        }
        if (Double.isFinite(means.negativePercent())) {
            keys.add("Unbalance u2", Significant.decimals(means.negativePercent(), 2), "%");
        }
        if (measured.spectrum().isPresent()) {
            long events = measured.events().size() + measured.eventsDropped();
            keys.add("Voltage events", Long.toString(events), "", events > 0 ? Verdict.FAIL : Verdict.NONE);
        }
        return keys;
    }

    private Table values() {
        MeanValues means = measured.means();
        var table = new Table("Means over the record", List.of("Quantity", "L1", "L2", "L3", "Total"));
        table.row(row("U, V", 3, phase -> mean(phase).voltage(), Double.NaN));
        table.row(row("I, A", 4, phase -> mean(phase).current(), Double.NaN));
        table.row(row("P, W", 2, phase -> mean(phase).activePower(), means.activePower()));
        table.row(row("Q1, var", 2, phase -> mean(phase).reactivePower(), means.reactivePower()));
        table.row(row("S, VA", 2, phase -> mean(phase).apparentPower(), means.arithmeticApparentPower()));
        table.row(row("S vector, VA", 2, _ -> Double.NaN, means.vectorApparentPower()));
        table.row(row(
                "PF", 4, phase -> mean(phase).powerFactor(), means.activePower() / means.arithmeticApparentPower()));
        table.row(row("cos φ1", 4, phase -> mean(phase).cosPhi1(), Double.NaN));
        if (measured.spectrum().isPresent()) {
            table.row(row("THD-U, %", 2, measured::thdVoltage, Double.NaN));
            table.row(row("THD-I, %", 2, measured::thdCurrent, Double.NaN));
        }
        if (Double.isFinite(means.voltage12()) || Double.isFinite(means.voltage23())) {
            table.row(List.of(
                    "U12 U23 U31, V",
                    Significant.decimals(means.voltage12(), 2),
                    Significant.decimals(means.voltage23(), 2),
                    Significant.decimals(means.voltage31(), 2),
                    "–"));
        }
        if (Double.isFinite(means.zeroPercent())) {
            table.row(row("u0, %", 3, _ -> Double.NaN, means.zeroPercent()));
        }
        if (Double.isFinite(means.neutralCurrent())) {
            table.row(row("Neutral current, A", 4, _ -> Double.NaN, means.neutralCurrent()));
        }
        if (means.sequence() != PhaseSequence.UNDECIDED) {
            table.row(List.of("Sequence", "–", "–", "–", means.sequence().name()));
        }
        return table;
    }

    private PhaseMeans mean(int phase) {
        return measured.means().phase(phase);
    }

    private static List<String> row(String name, int decimals, IntToDoubleFunction value, double total) {
        var cells = new ArrayList<String>();
        cells.add(name);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            cells.add(Significant.decimals(value.applyAsDouble(phase), decimals));
        }
        cells.add(Significant.decimals(total, decimals));
        return cells;
    }

    private Table energy() {
        boolean isKilo = measured.totalEnergy().importWattHours() >= KILO
                || measured.totalEnergy().exportWattHours() >= KILO;
        double factor = isKilo ? 1 / KILO : 1;
        String method = measured.summation().name().toLowerCase(Locale.ROOT);
        var table = new Table("Energy registers", List.of("Register", "L1", "L2", "L3", "Total, " + method));
        for (EnergyRegisterName register : EnergyRegisterName.values()) {
            table.row(row(
                    register.label() + ", " + (isKilo ? "k" : "") + register.unit(),
                    5,
                    phase -> mean(phase).isPresent()
                            ? register.of(measured.phaseEnergies().get(phase)) * factor
                            : Double.NaN,
                    register.of(measured.totalEnergy()) * factor));
        }
        return table;
    }

    private Fragment[] events() {
        if (measured.events().isEmpty()) {
            return new Fragment[] {
                Fragment.text("No dip, swell, interruption or rapid voltage change."),
                new CellScatter("Cells of EN 50160")
            };
        }
        var scatter = new CellScatter("Events over the cells of EN 50160");
        var table = new Table("Voltage events", List.of("Event", "Phases", "Start, s", "Duration", "% Udin", "Cell"));
        for (ReportedEvent reported : measured.events()) {
            VoltageEvent event = reported.event();
            String cell = reported.cell().map(EventCell::name).orElse("–");
            if (!(event instanceof VoltageEvent.RapidVoltageChange)) {
                scatter.event(
                        EventWords.name(event) + " " + cell, tone(event), event.seconds(), event.extremePercent());
            }
            table.row(List.of(
                    EventWords.name(event),
                    EventWords.phases(event),
                    Significant.decimals(event.startSeconds(), 3),
                    EventWords.duration(event.seconds()) + (reported.isOpen() ? "+" : ""),
                    Significant.decimals(event.extremePercent(), 1),
                    cell));
        }
        return new Fragment[] {scatter, table};
    }

    private static Tone tone(VoltageEvent event) {
        return event.phases().size() == 1
                ? Tone.ofPhase(event.phases().iterator().next().index())
                : Tone.LIMIT;
    }

    private Table flicker() {
        var table = new Table("Flicker", List.of("Interval from", "L1", "L2", "L3", ""));
        measured.shortTerms()
                .forEach(value -> table.row(List.of(
                        "Pst, " + Significant.decimals(value.startSeconds(), 0) + " s",
                        severity(value.l1()),
                        severity(value.l2()),
                        severity(value.l3()),
                        value.isFlagged() ? "flagged" : "")));
        measured.longTerms()
                .forEach(value -> table.row(List.of(
                        "Plt, " + Significant.decimals(value.startSeconds(), 0) + " s",
                        severity(value.l1()),
                        severity(value.l2()),
                        severity(value.l3()),
                        value.isFlagged() ? "flagged" : "")));
        return table;
    }

    private static String severity(OptionalDouble value) {
        return Significant.decimals(value.orElse(Double.NaN), 3);
    }
}
