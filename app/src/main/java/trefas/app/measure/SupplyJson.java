package trefas.app.measure;

import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import trefas.metrology.event.ConditionEvent;
import trefas.metrology.event.OccurrenceCounter;
import trefas.metrology.event.VoltageQualityEntry;
import trefas.metrology.measurement.MeterFindings;
import trefas.metrology.measurement.PulseReading;
import trefas.metrology.measurement.WeekVerdict;
import trefas.metrology.quality.CharacteristicVerdict;
import trefas.metrology.quality.Decision;

/// What is said of the supply beyond its voltage events, as parts of a record's JSON object.
final class SupplyJson {

    private final JsonGenerator json;

    SupplyJson(JsonGenerator json) {
        this.json = json;
    }

    void conditions(List<ConditionEvent> conditions) {
        json.writeArrayPropertyStart("conditions");
        for (ConditionEvent event : conditions) {
            json.writeStartObject();
            json.writeStringProperty("kind", ConditionWords.kind(event));
            JsonNumber.write(json, "start", event.startSeconds());
            JsonNumber.write(json, "end", event.endSeconds());
            JsonNumber.write(json, "duration", event.seconds());
            json.writeArrayPropertyStart("phases");
            event.phases().stream().sorted().forEach(phase -> json.writeNumber(phase.index()));
            json.writeEndArray();
            JsonNumber.write(json, "extreme", event.extreme());
            json.writeStringProperty("unit", event.condition().unit());
            if (event.isOpen()) {
                json.writeBooleanProperty("open", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void pulses(PulseReading pulses) {
        json.writeObjectPropertyStart("pulses");
        json.writeNumberProperty("per_kWh", pulses.perKilowattHour());
        json.writeNumberProperty("width_ms", pulses.millis());
        json.writeNumberProperty("count", pulses.count());
        json.writeNumberProperty("queued", pulses.queued());
        json.writeNumberProperty("withheld", pulses.withheld());
        json.writeEndObject();
    }

    void verdicts(List<Judgement> judgements) {
        json.writeArrayPropertyStart("verdicts");
        for (Judgement judgement : judgements) {
            json.writeStartObject();
            json.writeStringProperty("characteristic", judgement.characteristic());
            json.writeStringProperty("measured", judgement.measured());
            json.writeStringProperty("limit", judgement.limit());
            json.writeStringProperty("verdict", judgement.verdict().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("remark", judgement.remark());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void weeks(List<WeekVerdict> weeks) {
        json.writeArrayPropertyStart("weeks");
        for (WeekVerdict week : weeks) {
            json.writeStartObject();
            json.writeNumberProperty("week", week.number());
            JsonNumber.write(json, "start", week.startSeconds());
            json.writeNumberProperty("intervals", week.verdict().tenMinutes());
            json.writeStringProperty(
                    "verdict",
                    Judgements.verdict(week.verdict().decision()).name().toLowerCase(Locale.ROOT));
            json.writeArrayPropertyStart("beyond");
            week.verdict().characteristics().stream()
                    .filter(row -> row.decision() == Decision.FAIL)
                    .map(CharacteristicVerdict::title)
                    .forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void meter(MeterFindings findings) {
        json.writeObjectPropertyStart("meter");
        json.writeArrayPropertyStart("counters");
        for (OccurrenceCounter counter : OccurrenceCounter.values()) {
            json.writeStartObject();
            json.writeNumberProperty("number", counter.number());
            json.writeStringProperty("name", MeterWords.of(counter));
            json.writeNumberProperty("count", findings.count(counter));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("voltage_quality");
        for (VoltageQualityEntry entry : findings.entries()) {
            json.writeStartObject();
            json.writeNumberProperty("second", entry.second());
            json.writeNumberProperty("phase", entry.phase());
            json.writeNumberProperty("event", entry.event().code());
            json.writeStringProperty("name", MeterWords.of(entry.event()));
            json.writeNumberProperty("mean", entry.meanVolts());
            json.writeNumberProperty("max", entry.maxVolts());
            json.writeNumberProperty("min", entry.minVolts());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (findings.entriesDropped() > 0) {
            json.writeNumberProperty("voltage_quality_dropped", findings.entriesDropped());
        }
        json.writeEndObject();
    }
}
