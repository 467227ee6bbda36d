package trefas.objects;

import java.util.List;
import trefas.cosem.DataAccessResult;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.module.ModulePorts;
import trefas.device.module.PortSetup;
import trefas.device.module.PortUse;

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

    /// The code says nothing of inversions: those that were ordered come back with the code they were ordered for, as
    /// after a restart, which knows the code alone. Pulses of an energy the meter does not measure can't be had.
    private static DataAccessResult setPorts(Question question, long code) {
        MeterConfiguration made = question.meter().configuration();
        PortSetup asMade = made.settings().functions().module().ports();
        return NumberSetting.changeTo(
                asMade.withDlmsCode((int) code)
                        .filter(ports -> !ports.hasAny((PortUse use) -> !use.isMeasured(made.measured()))),
                question,
                (now, ports) -> now.with(now.module().withPorts(ports)));
    }

    private static DataAccessResult setPulseInput(Question question, long value) {
        if (!ModulePorts.isPulseInput(value)) {
            return DataAccessResult.OTHER_REASON;
        }
        question.meter().controls().writePulseInput(value, question.device().effects());
        return DataAccessResult.SUCCESS;
    }
}
