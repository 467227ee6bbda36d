package trefas.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import trefas.cosem.ScalerUnit;
import trefas.cosem.Unit;
import trefas.device.Meter;
import trefas.device.quality.SupplySettings;
import trefas.metrology.event.OccurrenceCounter;
import trefas.quantity.Obis;

/// What is counted of the quality of the supply, whether its neutral is there, and the limits it is judged by (dossier
/// 10.1, 14.3, 15, 20). The limits of the voltage quality logger have no objects.
final class SupplyObjects {

    private static final boolean PUBLICLY = true;
    private static final ScalerUnit VOLT = new ScalerUnit(0, Unit.VOLT);

    private SupplyObjects() {}

    static List<MeterObject> all() {
        var objects = new ArrayList<MeterObject>();
        for (OccurrenceCounter counter : OccurrenceCounter.values()) {
            objects.add(MeterObject.data(
                    "1-1:133.0." + counter.number() + "*255",
                    !PUBLICLY,
                    Attribute.whole((meter, out) ->
                            out.longUnsigned(meter.parts().occurrences().counted(counter)))));
        }
        // Not in the dossier's list, but what the neutral fault logger captures.
        objects.add(MeterObject.data(
                "1-1:132.0.6*255",
                !PUBLICLY,
                Attribute.whole(
                        (meter, out) -> out.unsigned(meter.parts().supply().isNeutralFault() ? 1 : 0))));
        objects.add(
                volts(9, SupplySettings::neutralVolts, SupplySettings::isNeutral, SupplySettings::withNeutralVolts));
        objects.add(volts(
                10, SupplySettings::neutralHighVolts, SupplySettings::isHigh, SupplySettings::withNeutralHighVolts));
        objects.add(seconds(11, SupplySettings::neutralSeconds, SupplySettings::withNeutralSeconds));
        objects.add(volts(12, SupplySettings::highVolts, SupplySettings::isHigh, SupplySettings::withHighVolts));
        objects.add(volts(13, SupplySettings::lowVolts, SupplySettings::isLow, SupplySettings::withLowVolts));
        objects.add(seconds(14, SupplySettings::limitSeconds, SupplySettings::withLimitSeconds));
        objects.add(seconds(15, SupplySettings::powerFaultSeconds, SupplySettings::withPowerFaultSeconds));
        return objects;
    }

    /// Settings with another number in them.
    @FunctionalInterface
    private interface Other {

        SupplySettings in(SupplySettings now, int number);
    }

    /// A voltage the supply is judged by, a register of V.
    private static MeterObject volts(int place, ToIntFunction<SupplySettings> of, IntPredicate isInRange, Other other) {
        return MeterObject.register(Obis.of(name(place)), VOLT, limit(of, isInRange, other));
    }

    /// A time for which it is.
    private static MeterObject seconds(int place, ToIntFunction<SupplySettings> of, Other other) {
        return MeterObject.data(name(place), !PUBLICLY, limit(of, SupplySettings::isSeconds, other));
    }

    private static Attribute limit(ToIntFunction<SupplySettings> of, IntPredicate isInRange, Other other) {
        return Attribute.whole((meter, out) -> out.longUnsigned(of.applyAsInt(settings(meter))))
                .writable(NumberSetting.longUnsigned((question, number) -> NumberSetting.changeIf(
                        isInRange.test((int) number),
                        question,
                        now -> now.with(other.in(now.supply(), (int) number)))));
    }

    private static SupplySettings settings(Meter meter) {
        return meter.settings().functions().supply();
    }

    private static String name(int place) {
        return "1-1:134.0." + place + "*255";
    }
}
