package trefas.objects;

import java.util.List;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.cosem.ScalerUnit;
import trefas.cosem.Unit;
import trefas.device.Meter;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.demand.DemandSettings;
import trefas.device.demand.MeterRegister;
import trefas.device.demand.RegisterList;
import trefas.device.demand.RegisterUnit;
import trefas.device.settings.FunctionSettings;
import trefas.quantity.Obis;

/// What has been counted, averaged and found to be the greatest (dossier 4, 20): an object for each register the
/// meter was ordered with, read as its loggers read it.
///
/// | class               | value                                                    | beside it             |
/// |---------------------|----------------------------------------------------------|-----------------------|
/// | 1 data              | unsigned                                                 |                       |
/// | 3 register          | double-long-unsigned; power factor, Hz: long-unsigned    | scaler_unit           |
/// | 4 extended register | double-long-unsigned                                     | scaler_unit, capture time |
///
/// Anet below zero is a two's complement of 32 bit, as in a logger's row.
final class RegisterObjects {

    private static final long UNSIGNED_32 = 0xFFFF_FFFFL;
    private static final Obis POWER_THRESHOLD = Obis.of("1-1:96.51.1*255");

    private RegisterObjects() {}

    static List<MeterObject> of(MeterConfiguration configuration) {
        return RegisterList.of(configuration.energyFormat(), configuration.measured()).stream()
                .map(RegisterObjects::object)
                .toList();
    }

    private static MeterObject object(MeterRegister register) {
        Attribute value = Attribute.whole((meter, out) -> writeValue(register, meter, out));
        if (register.interfaceClass() == InterfaceClass.DATA.classId()) {
            return new MeterObject(register.obis(), InterfaceClass.DATA, false, List.of(value));
        }
        var scalerUnit = new ScalerUnit(register.scaler(), unit(register.unit()));
        Attribute scale = Attribute.whole((_, out) -> scalerUnit.write(out));
        if (register.interfaceClass() == InterfaceClass.REGISTER.classId()) {
            boolean isWritable = register.obis().equals(POWER_THRESHOLD);
            return new MeterObject(
                    register.obis(),
                    InterfaceClass.REGISTER,
                    false,
                    List.of(isWritable ? value.writable(RegisterObjects::setThreshold) : value, scale));
        }
        // "attribute 4 status not supported" (dossier 20).
        return new MeterObject(
                register.obis(),
                InterfaceClass.EXTENDED_REGISTER,
                false,
                List.of(
                        value,
                        scale,
                        Attribute.HIDDEN,
                        Attribute.whole((meter, out) -> ClockObject.writeStamp(
                                meter.clock(), register.stamp(meter.parts().registers()), out))));
    }

    private static void writeValue(MeterRegister register, Meter meter, AxdrWriter out) {
        long number = register.value(meter.parts().registers());
        if (register.interfaceClass() == InterfaceClass.DATA.classId()) {
            out.unsigned((int) number);
            return;
        }
        switch (register.unit()) {
            case HERTZ, NONE -> out.longUnsigned((int) number);
            case WATT_HOUR, VAR_HOUR, VOLT_AMPERE_HOUR, WATT, VAR, VOLT_AMPERE, HOUR ->
                out.doubleLongUnsigned(number & UNSIGNED_32);
        }
    }

    private static DataAccessResult setThreshold(Question question, CosemData value) {
        if (!(value instanceof CosemData.DoubleLongUnsigned(long watts))) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        if (!DemandSettings.isThreshold(watts)) {
            return DataAccessResult.OTHER_REASON;
        }
        FunctionSettings functions = question.meter().settings().functions();
        question.meter()
                .setFunctions(
                        functions.with(functions.demand().withThresholdWatts((int) watts)),
                        question.device().effects());
        return DataAccessResult.SUCCESS;
    }

    private static Unit unit(RegisterUnit unit) {
        return switch (unit) {
            case WATT_HOUR -> Unit.WATT_HOUR;
            case VAR_HOUR -> Unit.VAR_HOUR;
            case VOLT_AMPERE_HOUR -> Unit.VOLT_AMPERE_HOUR;
            case WATT -> Unit.WATT;
            case VAR -> Unit.VAR;
            case VOLT_AMPERE -> Unit.VOLT_AMPERE;
            case HOUR -> Unit.HOUR;
            case HERTZ -> Unit.HERTZ;
            case NONE -> Unit.NONE;
        };
    }
}
