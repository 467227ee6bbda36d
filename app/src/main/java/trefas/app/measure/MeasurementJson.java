package trefas.app.measure;

import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;
import trefas.metrology.VoltageEvent;
import trefas.metrology.event.EventCell;
import trefas.metrology.event.ReportedEvent;
import trefas.metrology.measurement.MeanValues;
import trefas.metrology.measurement.PhaseMeans;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// Measurements as JSON: one object for one record, an array for several. What was not measured is `null`.
final class MeasurementJson implements AutoCloseable {

    private final JsonGenerator json;
    private final boolean isArray;
    private final boolean hasHarmonics;

    /// Begins.
    ///
    /// @param isArray whether several records follow
    /// @param hasHarmonics whether every order is written too
    MeasurementJson(Writer out, boolean isArray, boolean hasHarmonics) {
        this.json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out);
        this.isArray = isArray;
        this.hasHarmonics = hasHarmonics;
        if (isArray) {
            json.writeStartArray();
        }
    }

    /// Writes a record.
    void write(Measured measured) {
        json.writeStartObject();
        json.writeStringProperty("file", measured.subject().name());
        number("seconds", measured.subject().seconds());
        number("fs", measured.subject().samplesPerSecond());
        number("Udin", measured.declaredVolts());
        if (!measured.subject().frontEnd().isEmpty()) {
            json.writeStringProperty("front_end", measured.subject().frontEnd());
        }
        phases(measured);
        total(measured.means());
        energy(measured);
        json.writeArrayPropertyStart("events");
        measured.events().forEach(this::event);
        json.writeEndArray();
        if (measured.eventsDropped() > 0) {
            json.writeNumberProperty("events_dropped", measured.eventsDropped());
        }
        flicker(measured);
        var supply = new SupplyJson(json);
        supply.conditions(measured.conditions());
        json.writeStringProperty("limits", measured.limits().edition());
        supply.verdicts(measured.judgements());
        supply.weeks(measured.weeks());
        supply.pulses(measured.pulses());
        measured.meter().ifPresent(supply::meter);
        if (hasHarmonics) {
            measured.spectrum().ifPresent(spectrum -> harmonics(measured.subject(), spectrum));
        }
        json.writeEndObject();
    }

    @Override
    public void close() {
        if (isArray) {
            json.writeEndArray();
        }
        json.close();
    }

    private void phases(Measured measured) {
        json.writeArrayPropertyStart("phase");
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            PhaseMeans means = measured.means().phase(phase);
            if (!means.isPresent()) {
                json.writeNull();
                continue;
            }
            json.writeStartObject();
            number("U", means.voltage());
            number("I", means.current());
            number("P", means.activePower());
            number("Q1", means.reactivePower());
            number("Q_budeanu", measured.budeanu(phase));
            number("P1", means.fundamentalActivePower());
            number("S", means.apparentPower());
            number("PF", means.powerFactor());
            number("cosphi1", means.cosPhi1());
            number("U1", means.fundamentalVoltage());
            number("I1", means.fundamentalCurrent());
            number("THD_U", measured.thdVoltage(phase));
            number("THD_I", measured.thdCurrent(phase));
            number("THDS_U", measured.thdsVoltage(phase));
            number("THDS_I", measured.thdsCurrent(phase));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void total(MeanValues means) {
        json.writeObjectPropertyStart("total");
        number("P", means.activePower());
        number("Q1", means.reactivePower());
        number("S_arith", means.arithmeticApparentPower());
        number("S_vector", means.vectorApparentPower());
        number("f", means.frequency());
        number("U12", means.voltage12());
        number("U23", means.voltage23());
        number("U31", means.voltage31());
        number("u2_percent", means.negativePercent());
        number("u0_percent", means.zeroPercent());
        if (means.sequence() == PhaseSequence.UNDECIDED) {
            json.writeNullProperty("sequence");
        } else {
            json.writeStringProperty("sequence", means.sequence().name());
        }
        number("IN", means.neutralCurrent());
        json.writeEndObject();
    }

    private void energy(Measured measured) {
        json.writeObjectPropertyStart("energy");
        json.writeStringProperty("summation", measured.summation().name().toLowerCase(Locale.ROOT));
        json.writeArrayPropertyStart("phase");
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (measured.means().phase(phase).isPresent()) {
                registers(measured.phaseEnergies().get(phase));
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
        json.writeName("total");
        registers(measured.totalEnergy());
        json.writeEndObject();
    }

    private void registers(EnergyReading reading) {
        json.writeStartObject();
        for (EnergyRegisterName register : EnergyRegisterName.values()) {
            number(register.label(), register.of(reading));
        }
        json.writeEndObject();
    }

    private void event(ReportedEvent reported) {
        VoltageEvent event = reported.event();
        List<Phase> phases = ordered(event.phases());
        json.writeStartObject();
        json.writeStringProperty("kind", EventWords.kind(event));
        number("start", event.startSeconds());
        number("end", event.endSeconds());
        number("duration", event.seconds());
        json.writeArrayPropertyStart("phases");
        phases.forEach(phase -> json.writeNumber(phase.index()));
        json.writeEndArray();
        number("extreme_percent", event.extremePercent());
        json.writeArrayPropertyStart("extreme_per_phase");
        phases.forEach(phase -> value(reported.extremePercents().getOrDefault(phase, Double.NaN)));
        json.writeEndArray();
        reported.cell()
                .map(EventCell::name)
                .ifPresentOrElse(cell -> json.writeStringProperty("cell", cell), () -> json.writeNullProperty("cell"));
        if (event instanceof VoltageEvent.RapidVoltageChange change) {
            number("steady_percent", change.steadyPercent());
        }
        if (reported.interruptedSeconds() > 0) {
            number("interrupted", reported.interruptedSeconds());
        }
        if (reported.isOpen()) {
            json.writeBooleanProperty("open", true);
        }
        json.writeEndObject();
    }

    private void flicker(Measured measured) {
        json.writeObjectPropertyStart("flicker");
        json.writeArrayPropertyStart("Pst");
        measured.shortTerms()
                .forEach(flicker -> severity(
                        flicker.startSeconds(),
                        flicker.endSeconds(),
                        List.of(flicker.l1(), flicker.l2(), flicker.l3()),
                        flicker.isFlagged()));
        json.writeEndArray();
        json.writeArrayPropertyStart("Plt");
        measured.longTerms()
                .forEach(flicker -> severity(
                        flicker.startSeconds(),
                        flicker.endSeconds(),
                        List.of(flicker.l1(), flicker.l2(), flicker.l3()),
                        flicker.isFlagged()));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void severity(double start, double end, List<OptionalDouble> phases, boolean isFlagged) {
        json.writeStartObject();
        number("start", start);
        number("end", end);
        json.writeArrayPropertyStart("phase");
        phases.forEach(phase -> value(phase.orElse(Double.NaN)));
        json.writeEndArray();
        json.writeBooleanProperty("flagged", isFlagged);
        json.writeEndObject();
    }

    /// Rms of every order and sub-group of the channels measured, from order 0.
    private void harmonics(Subject subject, HarmonicSpectrum spectrum) {
        json.writeObjectPropertyStart("harmonics");
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            if (!subject.isMeasured(channel)) {
                continue;
            }
            json.writeObjectPropertyStart(ChannelNames.of(channel));
            int of = channel;
            orders("rms", spectrum, order -> spectrum.rms(of, order));
            orders("degrees", spectrum, order -> spectrum.harmonic(of, order).degrees());
            orders("subgroup", spectrum, order -> spectrum.subgroup(of, order));
            json.writeEndObject();
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (subject.isMeasured(SampleBlock.voltage(phase)) && subject.isMeasured(SampleBlock.current(phase))) {
                powers(spectrum, phase);
            }
        }
        json.writeEndObject();
    }

    /// Active and reactive power of every order of a phase, and how far its current lags.
    private void powers(HarmonicSpectrum spectrum, int phase) {
        json.writeObjectPropertyStart("L" + (phase + 1));
        orders("P", spectrum, order -> spectrum.activePower(phase, order));
        orders("Q", spectrum, order -> spectrum.reactivePower(phase, order));
        orders("phi", spectrum, order -> HarmonicTable.lagDegrees(spectrum, phase, order));
        json.writeEndObject();
    }

    private void orders(String name, HarmonicSpectrum spectrum, IntToDoubleFunction value) {
        json.writeArrayPropertyStart(name);
        for (int order = 0; order <= spectrum.orders(); order++) {
            value(value.applyAsDouble(order));
        }
        json.writeEndArray();
    }

    private static List<Phase> ordered(Set<Phase> phases) {
        return phases.stream().sorted().toList();
    }

    private void number(String name, double value) {
        json.writeName(name);
        value(value);
    }

    private void value(double value) {
        JsonNumber.write(json, value);
    }
}
