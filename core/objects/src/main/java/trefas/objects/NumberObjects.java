package trefas.objects;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.device.Meter;
import trefas.device.settings.MeterNumbers;

/// Who the meter is: the numbers and texts of the factory and those a utility writes (dossier 2.2, 20). The public
/// client reads all of them but the module's.
final class NumberObjects {

    private static final boolean PUBLICLY = true;

    /// Our own letters in place of the maker's (decision 0007).
    private static final String IDENTIFICATION_PREFIX = "1TRF";

    private NumberObjects() {}

    static List<MeterObject> of(Software software) {
        return List.of(
                text("1-1:0.0.0*255", PUBLICLY, MeterNumbers::meterNumberLow, MeterNumbers::withMeterNumberLow),
                number("1-1:0.0.1*255", Meter::meterNumber1, MeterNumbers::withMeterNumber1),
                number(
                        "1-1:0.0.2*255",
                        meter -> meter.settings().numbers().meterNumber2(),
                        MeterNumbers::withMeterNumber2),
                number(
                        "1-1:0.0.3*255",
                        meter -> meter.settings().numbers().meterNumber3(),
                        MeterNumbers::withMeterNumber3),
                MeterObject.data("1-1:0.0.4*255", PUBLICLY, Attribute.whole(NumberObjects::writeIdentification)),
                MeterObject.data(
                        "1-1:0.2.0*255", PUBLICLY, Attribute.whole((_, out) -> out.visibleString(software.number()))),
                MeterObject.data(
                        "1-1:0.2.2*128", PUBLICLY, Attribute.whole((_, out) -> out.visibleString(software.revision()))),
                number(
                        "1-1:0.130.1*255",
                        meter -> meter.settings().numbers().specialData1(),
                        MeterNumbers::withSpecialData1),
                number(
                        "1-1:0.130.2*255",
                        meter -> meter.settings().numbers().specialData2(),
                        MeterNumbers::withSpecialData2),
                MeterObject.data(
                        "1-1:96.1.0*255",
                        PUBLICLY,
                        Attribute.whole(
                                (meter, out) -> out.doubleLongUnsigned(Integer.toUnsignedLong(meter.serialNumber())))),
                MeterObject.data(
                        "1-1:96.1.1*255",
                        PUBLICLY,
                        Attribute.whole((meter, out) -> out.visibleString(meter.typeNumber()))),
                text("1-1:96.1.2*255", !PUBLICLY, MeterNumbers::moduleId, MeterNumbers::withModuleId));
    }

    /// `1TRF` and ten digits of the serial number.
    private static void writeIdentification(Meter meter, AxdrWriter out) {
        out.visibleString(IDENTIFICATION_PREFIX
                + String.format(Locale.ROOT, "%010d", Integer.toUnsignedLong(meter.serialNumber())));
    }

    private static MeterObject number(
            String logicalName, ToLongFunction<Meter> of, BiFunction<MeterNumbers, Long, MeterNumbers> with) {
        return MeterObject.data(
                logicalName,
                PUBLICLY,
                Attribute.whole((meter, out) -> out.doubleLongUnsigned(of.applyAsLong(meter)))
                        .writable((question, value) -> value instanceof CosemData.DoubleLongUnsigned(long number)
                                ? set(question, with.apply(numbers(question), number))
                                : DataAccessResult.TYPE_UNMATCHED));
    }

    private static MeterObject text(
            String logicalName,
            boolean publicly,
            Function<MeterNumbers, String> of,
            BiFunction<MeterNumbers, String, MeterNumbers> with) {
        return MeterObject.data(
                logicalName,
                publicly,
                Attribute.whole((meter, out) -> out.octetString(
                                of.apply(meter.settings().numbers()).getBytes(StandardCharsets.ISO_8859_1)))
                        .writable((question, value) -> setText(question, value, with)));
    }

    private static DataAccessResult setText(
            Question question, CosemData value, BiFunction<MeterNumbers, String, MeterNumbers> with) {
        if (!(value instanceof CosemData.OctetString(CosemData.Octets octets))) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        if (octets.length() > MeterNumbers.TEXT_OCTETS_MAX) {
            return DataAccessResult.OTHER_REASON;
        }
        return set(question, with.apply(numbers(question), new String(octets.toArray(), StandardCharsets.ISO_8859_1)));
    }

    private static MeterNumbers numbers(Question question) {
        return question.meter().settings().numbers();
    }

    private static DataAccessResult set(Question question, MeterNumbers numbers) {
        question.meter().setNumbers(numbers, question.device().effects());
        return DataAccessResult.SUCCESS;
    }
}
