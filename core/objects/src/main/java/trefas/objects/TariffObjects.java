package trefas.objects;

import java.util.List;
import trefas.cosem.DataAccessResult;
import trefas.device.tariff.TariffSettings;
import trefas.device.tariff.TariffSource;

/// Which tariff holds and what chooses it (dossier 8). The dossier gives the type of ActualTariff and
/// ExceptionDayInfo alone; numbers have that of the first, texts that of the second.
final class TariffObjects {

    private static final boolean PUBLICLY = true;

    private TariffObjects() {}

    static List<MeterObject> all() {
        return List.of(
                MeterObject.data(
                        "1-1:129.0.0*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) ->
                                        out.unsigned(meter.parts().tariffs().actualTariff()))
                                .writable(NumberSetting.unsigned(TariffObjects::setActualTariff))),
                MeterObject.data(
                        "1-1:129.0.40*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) ->
                                out.visibleString(meter.parts().tariffs().exceptionDayInfo()))),
                MeterObject.data(
                        "1-1:96.52.21*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) -> out.unsigned(meter.settings()
                                        .functions()
                                        .tariff()
                                        .source()
                                        .code()))
                                .writable(NumberSetting.unsigned(TariffObjects::setSource))),
                MeterObject.data(
                        "1-1:96.52.22*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) -> out.unsigned(
                                        meter.settings().functions().tariff().defaultTariff()))
                                .writable(NumberSetting.unsigned(TariffObjects::setDefaultTariff))),
                MeterObject.data(
                        "1-1:96.52.23*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) ->
                                out.visibleString(meter.parts().tariffs().usageProfileInfo()))),
                MeterObject.data(
                        "1-1:96.52.24*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) ->
                                        out.unsigned(meter.parts().tariffs().usageProfile()))
                                .writable(NumberSetting.unsigned(TariffObjects::setUsageProfile))),
                MeterObject.data(
                        "1-1:96.52.25*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) ->
                                out.unsigned(meter.parts().tariffs().seasonProfile()))));
    }

    /// ActualTariff, while it is what chooses the tariff. It holds from the next second on.
    private static DataAccessResult setActualTariff(Question question, long tariff) {
        if (!TariffSettings.isTariff(tariff)) {
            return DataAccessResult.OTHER_REASON;
        }
        if (!question.meter().parts().tariffs().isWritable()) {
            return DataAccessResult.TEMPORARY_FAILURE;
        }
        question.meter().controls().writeTariff((int) tariff, question.device().effects());
        return DataAccessResult.SUCCESS;
    }

    private static DataAccessResult setSource(Question question, long code) {
        return NumberSetting.changeTo(
                TariffSource.ofCode((int) code),
                question,
                (now, source) -> now.with(now.tariff().withSource(source)));
    }

    private static DataAccessResult setDefaultTariff(Question question, long tariff) {
        return NumberSetting.changeIf(
                TariffSettings.isTariff(tariff),
                question,
                now -> now.with(now.tariff().withDefaultTariff((int) tariff)));
    }

    /// Only a plan that is there can be followed.
    private static DataAccessResult setUsageProfile(Question question, long plan) {
        boolean isThere = NumberSetting.functions(question).tariff().hasPlan((int) plan);
        return NumberSetting.changeIf(
                isThere, question, now -> now.with(now.tariff().withActivePlan((int) plan)));
    }
}
