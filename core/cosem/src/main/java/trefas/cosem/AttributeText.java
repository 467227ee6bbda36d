package trefas.cosem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AttributeType.ArrayOf;
import trefas.cosem.AttributeType.Choice;
import trefas.cosem.AttributeType.Field;
import trefas.cosem.AttributeType.Fit;
import trefas.cosem.AttributeType.Moment;
import trefas.cosem.AttributeType.StructureOf;
import trefas.cosem.AttributeType.Text;
import trefas.cosem.AttributeType.Words;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.Decoded.Complete;
import trefas.quantity.Obis;

/// A value in the words of its attribute: enumerations by their names, logical names as OBIS codes with what they
/// mean, times as times, scaler and unit as a unit, fields by their names. A value that is not of the attribute's
/// type is shown as [CosemText] shows any value.
public final class AttributeText {

    private static final int LOGICAL_NAME_OCTETS = 6;
    private static final int PRINTABLE_FIRST = 0x20;
    private static final int PRINTABLE_LAST = 0x7E;

    private AttributeText() {}

    /// An attribute's value in one line.
    public static String oneLine(InterfaceClass interfaceClass, int attributeId, CosemData data) {
        return interfaceClass.hasAttribute(attributeId)
                ? oneLine(interfaceClass.attribute(attributeId).type(), data)
                : CosemText.oneLine(data);
    }

    /// A value of a type in one line.
    public static String oneLine(AttributeType type, CosemData data) {
        if (type.fit(data) != Fit.FITS) {
            return CosemText.oneLine(data);
        }
        Optional<ScalerUnit> scalerUnit = isScalerUnit(type) ? ScalerUnit.of(data) : Optional.empty();
        if (scalerUnit.isPresent()) {
            return text(scalerUnit.get());
        }
        return switch (type) {
            case Words(var words)
            when data instanceof Enumerated(int code) ->
                words.containsKey(code) ? words.get(code) + " (" + code + ")" : Integer.toString(code);
            case Text _ when data instanceof OctetString(Octets octets) -> octets(type, octets);
            case Moment(var kind) -> moment(kind, data);
            case ArrayOf(var element)
            when data instanceof Array(var elements) ->
                joined(
                        "[",
                        elements.stream().map(each -> oneLine(element, each)).toList(),
                        "]");
            case StructureOf(var fields) when data instanceof Structure(var elements) -> structure(fields, elements);
            case Choice(var types) ->
                types.stream()
                        .filter(each -> each.fit(data) == Fit.FITS)
                        .findFirst()
                        .map(each -> oneLine(each, data))
                        .orElseGet(() -> CosemText.oneLine(data));
            case AttributeType _ -> CosemText.oneLine(data);
        };
    }

    private static boolean isScalerUnit(AttributeType type) {
        return type instanceof StructureOf(var fields)
                && fields.size() == 2
                && fields.get(0).name().equals("scaler")
                && fields.get(1).name().equals("unit");
    }

    /// The step of the number: `0.1 V`, `1 kWh` would be `1000 Wh`.
    private static String text(ScalerUnit scalerUnit) {
        return scalerUnit.text(1);
    }

    private static String structure(List<Field> fields, List<CosemData> elements) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            String value = oneLine(fields.get(i).type(), elements.get(i));
            texts.add(fields.get(i).name().isEmpty() ? value : fields.get(i).name() + ": " + value);
        }
        return joined("{", texts, "}");
    }

    /// A logical name as its code and meaning; letters as text; else hexadecimal.
    private static String octets(AttributeType type, Octets octets) {
        boolean isName = type instanceof Text(int _, int min, int max)
                && min == LOGICAL_NAME_OCTETS
                && max == LOGICAL_NAME_OCTETS;
        if (isName) {
            var code = new Obis(
                    octets.octet(0),
                    octets.octet(1),
                    octets.octet(2),
                    octets.octet(3),
                    octets.octet(4),
                    octets.octet(5));
            return code + ObjectNames.of(code).map(words -> " (" + words + ")").orElse("");
        }
        return isPrintable(octets) ? '"' + ascii(octets) + '"' : octets.toString();
    }

    private static boolean isPrintable(Octets octets) {
        for (int i = 0; i < octets.length(); i++) {
            if (octets.octet(i) < PRINTABLE_FIRST || octets.octet(i) > PRINTABLE_LAST) {
                return false;
            }
        }
        return octets.length() > 0;
    }

    private static String ascii(Octets octets) {
        return new String(octets.toArray(), java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static String moment(Moment.Kind kind, CosemData data) {
        return switch (kind) {
            case DATE_TIME ->
                CosemDateTime.of(data) instanceof Complete<CosemDateTime>(CosemDateTime time, int _)
                        ? time.toString()
                        : CosemText.oneLine(data);
            case DATE -> CosemDate.of(data).map(CosemDate::toText).orElseGet(() -> CosemText.oneLine(data));
            case TIME -> CosemTime.of(data).map(CosemTime::toText).orElseGet(() -> CosemText.oneLine(data));
        };
    }

    private static String joined(String open, List<String> texts, String close) {
        return open + String.join(", ", texts) + close;
    }
}
