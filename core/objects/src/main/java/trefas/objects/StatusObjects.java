package trefas.objects;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.device.Meter;
import trefas.device.register.OperationState;
import trefas.device.status.AlarmSettings;

/// How the meter is, what has happened and who is called for it (dossier 4.6, 5, 16).
final class StatusObjects {

    private static final boolean PUBLICLY = true;

    private StatusObjects() {}

    static List<MeterObject> all() {
        return List.of(
                MeterObject.data(
                        "1-1:97.97.0*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) ->
                                out.unsigned(meter.parts().status().bits()))),
                MeterObject.data(
                        "1-1:96.54.1*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) ->
                                out.doubleLongUnsigned(meter.firmware().romChecksum()))),
                MeterObject.data(
                        "0-1:96.10.1*255",
                        !PUBLICLY,
                        bits(meter -> meter.parts().events().bitsA())),
                MeterObject.data(
                        "0-1:96.10.2*255",
                        !PUBLICLY,
                        bits(meter -> meter.parts().events().bitsB()).writable(StatusObjects::clear)),
                MeterObject.data(
                        "1-1:96.5.1*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) ->
                                        out.unsigned(verified(meter).code()))
                                .writable(NumberSetting.unsigned(StatusObjects::setOperationState))),
                MeterObject.data(
                        "1-1:134.0.3*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) ->
                                        out.unsigned(alarms(meter).callConfig()))
                                .writable(NumberSetting.unsigned(StatusObjects::setCallConfig))),
                MeterObject.data(
                        "1-1:134.0.4*255",
                        !PUBLICLY,
                        bits(meter -> alarms(meter).endPoint())
                                .writable(NumberSetting.doubleLongUnsigned(StatusObjects::setEndPoint))),
                MeterObject.data(
                        "1-1:134.0.5*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) ->
                                        out.longUnsigned(alarms(meter).port()))
                                .writable(NumberSetting.longUnsigned(StatusObjects::setPort))),
                mask("1-1:134.0.6*255", AlarmSettings::maskA, AlarmSettings::withMaskA),
                mask("1-1:134.0.7*255", AlarmSettings::risingMaskB, AlarmSettings::withRisingMaskB),
                mask("1-1:134.0.8*255", AlarmSettings::fallingMaskB, AlarmSettings::withFallingMaskB));
    }

    private static Attribute bits(ToLongFunction<Meter> of) {
        return Attribute.whole((meter, out) -> out.doubleLongUnsigned(of.applyAsLong(meter) & 0xFFFF_FFFFL));
    }

    /// Alarm settings with another mask.
    @FunctionalInterface
    private interface OtherMask {

        AlarmSettings in(AlarmSettings now, int mask);
    }

    /// Any 32 bits make a mask.
    private static MeterObject mask(String logicalName, ToLongFunction<AlarmSettings> of, OtherMask other) {
        return MeterObject.data(
                logicalName,
                !PUBLICLY,
                bits(meter -> of.applyAsLong(alarms(meter)))
                        .writable(NumberSetting.doubleLongUnsigned((question, mask) ->
                                NumberSetting.change(question, now -> now.with(other.in(now.alarms(), (int) mask))))));
    }

    /// Whatever number is written clears what has happened; states stay (dossier 16, decision 0035).
    private static DataAccessResult clear(Question question, CosemData value) {
        if (!(value instanceof CosemData.DoubleLongUnsigned)) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        question.meter().controls().clearEvents(question.device().effects());
        return DataAccessResult.SUCCESS;
    }

    /// A state whose energy this meter does not measure is refused as one that does not exist.
    private static DataAccessResult setOperationState(Question question, long code) {
        Optional<OperationState> state = OperationState.ofCode((int) code)
                .filter(question.meter().parts().registers().verification()::isPossible);
        if (state.isEmpty()) {
            return DataAccessResult.OTHER_REASON;
        }
        question.meter()
                .controls()
                .operationState(state.get(), question.device().effects());
        return DataAccessResult.SUCCESS;
    }

    private static DataAccessResult setCallConfig(Question question, long code) {
        return NumberSetting.changeIf(
                AlarmSettings.isCallConfig((int) code),
                question,
                now -> now.with(now.alarms().withCallConfig((int) code)));
    }

    private static DataAccessResult setEndPoint(Question question, long address) {
        return NumberSetting.changeIf(
                AlarmSettings.isEndPoint(address),
                question,
                now -> now.with(now.alarms().withEndPoint(address)));
    }

    private static DataAccessResult setPort(Question question, long port) {
        return NumberSetting.changeIf(
                AlarmSettings.isPort((int) port),
                question,
                now -> now.with(now.alarms().withPort((int) port)));
    }

    private static OperationState verified(Meter meter) {
        return meter.parts().registers().verification().state();
    }

    private static AlarmSettings alarms(Meter meter) {
        return meter.settings().functions().alarms();
    }
}
