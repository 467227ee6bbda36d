package trefas.objects;

import java.util.List;
import trefas.cosem.DataAccessResult;
import trefas.device.module.ModulePorts;

/// The ports of the plug-in module (dossier 17).
final class ModuleObjects {

    private static final boolean PUBLICLY = true;

    private ModuleObjects() {}

    static List<MeterObject> all() {
        return List.of(
                MeterObject.data(
                        "0-1:96.3.1*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) -> out.unsigned(meter.settings()
                                        .functions()
                                        .module()
                                        .ports()
                                        .dlmsCode()))
                                .writable(NumberSetting.unsigned(ModuleObjects::setPorts))),
                MeterObject.data(
                        "1-1:0.128.1*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) -> out.doubleLongUnsigned(
                                        meter.parts().ports().pulseInput()))
                                .writable(NumberSetting.doubleLongUnsigned(ModuleObjects::setPulseInput))),
                MeterObject.data(
                        "1-1:96.53.1*255",
                        !PUBLICLY,
                        Attribute.whole((meter, out) ->
                                out.unsigned(meter.parts().ports().pulseInputLevel()))));
    }

    /// The code says nothing of inversions; those the meter has stay as long as the code does.
    private static DataAccessResult setPorts(Question question, long code) {
        var ports = NumberSetting.functions(question).module().ports().withDlmsCode((int) code);
        return NumberSetting.changeTo(
                ports, question, (now, other) -> now.with(now.module().withPorts(other)));
    }

    private static DataAccessResult setPulseInput(Question question, long value) {
        if (!ModulePorts.isPulseInput(value)) {
            return DataAccessResult.OTHER_REASON;
        }
        question.meter().controls().writePulseInput(value, question.device().effects());
        return DataAccessResult.SUCCESS;
    }
}
