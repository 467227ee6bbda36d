package trefas.app.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import trefas.app.report.Verdict;
import trefas.metrology.SampleBlock;
import trefas.metrology.event.ConditionEvent;
import trefas.metrology.event.EventCell;
import trefas.metrology.event.ReportedEvent;
import trefas.metrology.measurement.MeanValues;
import trefas.metrology.measurement.PhaseMeans;
import trefas.metrology.measurement.PulseReading;
import trefas.metrology.measurement.WeekVerdict;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// A measurement as lines for a terminal of 80 columns.
final class MeasurementSummary {

    /// Events shown; the JSON has all that were kept.
    static final int EVENTS_MAX = 20;

    private static final double KILO = 1_000;
    private static final List<String> COLUMNS = List.of("", "", "L1", "L2", "L3", "total");

    private final Measured measured;
    private final List<String> lines = new ArrayList<>();

    private MeasurementSummary(Measured measured) {
        this.measured = measured;
    }

    /// The summary's lines.
    static List<String> of(Measured measured) {
        var summary = new MeasurementSummary(measured);
        summary.head();
        summary.phases();
        summary.supply();
        summary.energy();
        summary.events();
        summary.conditions();
        summary.flicker();
        summary.verdicts();
        return List.copyOf(summary.lines);
    }

    private void head() {
        Subject subject = measured.subject();
        lines.add(subject.name() + ": " + subject.kind());
        if (!subject.channels().isEmpty()) {
            lines.add("  " + subject.channels());
        }
        String length = Plain.decimals(subject.seconds(), subject.seconds() < KILO ? 3 : 0) + " s";
        String rate = subject.samples() == 0
                ? ""
                : ", " + subject.samples() + " samples of " + Integer.bitCount(subject.measuredChannels())
                        + " channels"
                        + (Double.isNaN(subject.samplesPerSecond())
                                ? ""
                                : " at " + Plain.decimals(subject.samplesPerSecond(), 0) + " per second");
        String start = subject.start().map(time -> " from " + time).orElse("");
        if (!subject.frontEnd().isEmpty()) {
            lines.add("  as read behind the front end " + subject.frontEnd());
        }
        lines.add("  " + length + start + rate + ", Udin " + Plain.shortest(measured.declaredVolts()) + " V");
        lines.add("");
    }

    private void phases() {
        MeanValues means = measured.means();
        var table = new TextTable(2).row(COLUMNS);
        table.row(row("U", "V", 3, phase -> mean(phase).voltage(), ""));
        table.row(row("I", "A", 4, phase -> mean(phase).current(), ""));
        table.row(row("P", "W", 2, phase -> mean(phase).activePower(), Plain.decimals(means.activePower(), 2)));
        table.row(row("Q1", "var", 2, phase -> mean(phase).reactivePower(), Plain.decimals(means.reactivePower(), 2)));
        table.row(row(
                "S",
                "VA",
                2,
                phase -> mean(phase).apparentPower(),
                Plain.decimals(means.arithmeticApparentPower(), 2)));
        table.row("", "", "", "", "vector", Plain.decimals(means.vectorApparentPower(), 2));
        table.row(row("PF", "", 4, phase -> mean(phase).powerFactor(), totalPowerFactor(means)));
        table.row(row("cos phi 1", "", 4, phase -> mean(phase).cosPhi1(), ""));
        if (measured.spectrum().isPresent()) {
            table.row(row("THD-U", "%", 2, measured::thdVoltage, ""));
            table.row(row("THD-I", "%", 2, measured::thdCurrent, ""));
        }
        table.lines().forEach(line -> lines.add("  " + line));
        lines.add("");
    }

    private PhaseMeans mean(int phase) {
        return measured.means().phase(phase);
    }

    private static String totalPowerFactor(MeanValues means) {
        double apparent = means.arithmeticApparentPower();
        return apparent > 0 ? Plain.decimals(means.activePower() / apparent, 4) : Plain.NOTHING;
    }

    private List<String> row(String name, String unit, int decimals, IntToDoubleFunction value, String total) {
        var cells = new ArrayList<String>();
        cells.add(name);
        cells.add(unit);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            cells.add(Plain.decimals(value.applyAsDouble(phase), decimals));
        }
        cells.add(total);
        return cells;
    }

    private void supply() {
        MeanValues means = measured.means();
        int before = lines.size();
        if (Double.isFinite(means.frequency())) {
            lines.add("  frequency " + Plain.decimals(means.frequency(), 4) + " Hz"
                    + (means.sequence() == PhaseSequence.UNDECIDED ? "" : ", sequence " + means.sequence()));
        }
        if (Stream.of(means.voltage12(), means.voltage23(), means.voltage31()).anyMatch(Double::isFinite)) {
            lines.add("  U12 U23 U31  " + Plain.decimals(means.voltage12(), 2) + "  "
                    + Plain.decimals(means.voltage23(), 2) + "  " + Plain.decimals(means.voltage31(), 2) + " V");
        }
        if (Double.isFinite(means.negativePercent())) {
            lines.add("  unbalance u2 " + Plain.decimals(means.negativePercent(), 3) + " %, u0 "
                    + Plain.decimals(means.zeroPercent(), 3) + " %");
        }
        if (Double.isFinite(means.neutralCurrent())) {
            lines.add("  neutral current " + Plain.decimals(means.neutralCurrent(), 4) + " A");
        }
        if (lines.size() > before) {
            lines.add("");
        }
    }

    private void energy() {
        if (!Double.isFinite(measured.means().activePower())) {
            return;
        }
        double largest = Stream.of(EnergyRegisterName.values())
                .mapToDouble(register -> register.of(measured.totalEnergy()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        boolean isKilo = largest >= KILO;
        var table = new TextTable(2)
                .row("energy", "", "L1", "L2", "L3", measured.summation().name().toLowerCase(Locale.ROOT));
        for (EnergyRegisterName register : EnergyRegisterName.values()) {
            if (!Double.isFinite(register.of(measured.totalEnergy()))) {
                continue;
            }
            double factor = isKilo ? 1 / KILO : 1;
            table.row(row(
                    register.label(),
                    (isKilo ? "k" : "") + register.unit(),
                    5,
                    phase -> mean(phase).isPresent()
                            ? register.of(measured.phaseEnergies().get(phase)) * factor
                            : Double.NaN,
                    Plain.decimals(register.of(measured.totalEnergy()) * factor, 5)));
        }
        table.lines().forEach(line -> lines.add("  " + line));
        PulseReading pulses = measured.pulses();
        lines.add("  pulses of A+: " + pulses.count() + " of " + pulses.millis() + " ms, " + pulses.perKilowattHour()
                + " imp/kWh" + (pulses.queued() > 0 ? ", " + pulses.queued() + " queued at the end" : "")
                + (pulses.withheld() > 0 ? ", " + pulses.withheld() + " withheld" : ""));
        lines.add("");
    }

    private void events() {
        if (measured.spectrum().isEmpty() || !hasVoltage()) {
            return;
        }
        List<ReportedEvent> events = measured.events();
        if (events.isEmpty()) {
            lines.add("  no voltage events");
            lines.add("");
            return;
        }
        var table = new TextTable(2).row("event", "phases", "start", "duration", "% of Udin", "cell");
        for (ReportedEvent reported : events.subList(0, Math.min(EVENTS_MAX, events.size()))) {
            var event = reported.event();
            table.row(
                    EventWords.name(event),
                    EventWords.phases(event),
                    Plain.decimals(event.startSeconds(), 3) + " s",
                    Plain.decimals(event.seconds(), 3) + " s" + (reported.isOpen() ? "+" : ""),
                    Plain.decimals(event.extremePercent(), 2),
                    reported.cell().map(EventCell::name).orElse(Plain.NOTHING));
        }
        table.lines().forEach(line -> lines.add("  " + line));
        long more = Math.max(0, events.size() - EVENTS_MAX) + measured.eventsDropped();
        if (more > 0) {
            lines.add("  and " + more + " more");
        }
        lines.add("");
    }

    private void conditions() {
        if (measured.conditions().isEmpty()) {
            return;
        }
        var table = new TextTable(2).row("condition", "phases", "start", "duration", "extreme");
        for (ConditionEvent event :
                measured.conditions().stream().limit(EVENTS_MAX).toList()) {
            table.row(
                    ConditionWords.name(event),
                    ConditionWords.phases(event),
                    Plain.decimals(event.startSeconds(), 2) + " s",
                    Plain.decimals(event.seconds(), 2) + " s" + (event.isOpen() ? "+" : ""),
                    ConditionWords.extreme(event));
        }
        table.lines().forEach(line -> lines.add("  " + line));
        if (measured.conditions().size() > EVENTS_MAX) {
            lines.add("  and " + (measured.conditions().size() - EVENTS_MAX) + " more");
        }
        lines.add("");
    }

    private boolean hasVoltage() {
        return (measured.subject().measuredChannels() & ((1 << SampleBlock.current(0)) - 1)) != 0;
    }

    private void flicker() {
        var table = new TextTable(1).row("flicker", "L1", "L2", "L3");
        measured.shortTerms().stream()
                .filter(flicker ->
                        Stream.of(flicker.l1(), flicker.l2(), flicker.l3()).anyMatch(OptionalDouble::isPresent))
                .limit(EVENTS_MAX)
                .forEach(flicker -> table.row(severity("Pst from ", flicker.startSeconds(), flicker::phase)));
        measured.longTerms().stream()
                .filter(flicker ->
                        Stream.of(flicker.l1(), flicker.l2(), flicker.l3()).anyMatch(OptionalDouble::isPresent))
                .limit(EVENTS_MAX)
                .forEach(flicker -> table.row(severity("Plt from ", flicker.startSeconds(), flicker::phase)));
        if (table.lines().size() > 1) {
            table.lines().forEach(line -> lines.add("  " + line));
            lines.add("");
        }
    }

    private static List<String> severity(String name, double start, IntFunction<OptionalDouble> of) {
        return List.of(
                name + Plain.decimals(start, 0) + " s",
                Plain.decimals(of.apply(0).orElse(Double.NaN), 3),
                Plain.decimals(of.apply(1).orElse(Double.NaN), 3),
                Plain.decimals(of.apply(2).orElse(Double.NaN), 3));
    }

    private void verdicts() {
        if (!measured.verdictNote().isEmpty()) {
            lines.add("  " + measured.limits().edition() + ": " + measured.verdictNote());
            lines.add("");
        }
        weeks();
        if (measured.judgements().stream().allMatch(judgement -> judgement.verdict() == Verdict.OPEN)) {
            return;
        }
        var table = new TextTable(4).row("verdict", "measured", "limit", "");
        long quiet = measured.judgements().stream()
                .filter(MeasurementSummary::isQuietHarmonic)
                .count();
        for (Judgement judgement : measured.judgements()) {
            if (isQuietHarmonic(judgement)) {
                continue;
            }
            String word = Judgements.word(judgement.verdict());
            table.row(
                    judgement.characteristic(),
                    judgement.measured(),
                    judgement.limit(),
                    judgement.remark().isEmpty() ? word : word + ", " + judgement.remark());
        }
        if (quiet > 0) {
            table.row(quiet + " harmonics", "", "each its own", "within");
        }
        table.lines().forEach(line -> lines.add("  " + line));
        lines.add("");
    }

    /// A harmonic within its limit: there are many, and one line for all is enough. The report and the JSON have each.
    private static boolean isQuietHarmonic(Judgement judgement) {
        return judgement.verdict() == Verdict.PASS && judgement.characteristic().startsWith("harmonic ");
    }

    private void weeks() {
        if (measured.weeks().isEmpty()) {
            return;
        }
        var table = new TextTable(1).row("week", "from", "intervals", "verdict");
        for (WeekVerdict week : measured.weeks()) {
            String beyond = Judgements.beyond(week);
            table.row(
                    Integer.toString(week.number()),
                    Plain.decimals(week.startSeconds(), 0) + " s",
                    Long.toString(week.verdict().tenMinutes()),
                    Judgements.word(Judgements.verdict(week.verdict().decision()))
                            + (beyond.isEmpty() ? "" : ": " + beyond));
        }
        table.lines().forEach(line -> lines.add("  " + line));
        lines.add("");
    }
}
