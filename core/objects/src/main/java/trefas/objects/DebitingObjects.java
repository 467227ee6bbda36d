package trefas.objects;

import java.util.List;
import trefas.cosem.DataAccessResult;
import trefas.device.debiting.DebitingLog;
import trefas.device.log.LogInterval;

/// How often a debiting period has ended, what ends one, and how often debiting logger 2 takes a row (dossier 11).
final class DebitingObjects {

    private static final boolean PUBLICLY = true;

    private DebitingObjects() {}

    static List<MeterObject> all() {
        return List.of(
                MeterObject.data(
                        "1-1:0.1.0*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) ->
                                out.unsigned(meter.parts().debiting().periods()))),
                MeterObject.data(
                        "1-1:0.1.5*128", !PUBLICLY, Attribute.writeOnly(NumberSetting.unsigned(DebitingObjects::stop))),
                MeterObject.data(
                        "1-1:0.1.6*128",
                        !PUBLICLY,
                        Attribute.whole((meter, out) -> out.unsigned(meter.settings()
                                        .functions()
                                        .debiting()
                                        .secondInterval()
                                        .code()))
                                .writable(NumberSetting.unsigned(DebitingObjects::setSecondInterval))));
    }

    /// Ends the period; one of no second can't end yet.
    private static DataAccessResult stop(Question question, long command) {
        if (command != DebitingLog.STOP_COMMAND) {
            return DataAccessResult.OTHER_REASON;
        }
        boolean isStopped =
                question.meter().controls().stopDebiting(question.device().effects());
        return isStopped ? DataAccessResult.SUCCESS : DataAccessResult.TEMPORARY_FAILURE;
    }

    private static DataAccessResult setSecondInterval(Question question, long code) {
        return NumberSetting.changeTo(
                LogInterval.ofCode((int) code),
                question,
                (now, interval) -> now.with(now.debiting().withSecondInterval(interval)));
    }
}
