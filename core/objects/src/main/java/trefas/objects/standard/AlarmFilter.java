package trefas.objects.standard;

import trefas.cosem.AttributeType;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.DataAccessResult;

/// An alarm filter, class 1: bit 1 lets an alarm through. What it no longer lets through leaves the register.
final class AlarmFilter implements Behaviour {

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (!(value instanceof DoubleLongUnsigned)) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        self.put(Alarms.VALUE, value);
        long open = AttributeType.number(value).orElse(0L);
        self.other(Alarms.REGISTER)
                .ifPresent(register -> register.put(Alarms.VALUE, Values.u32(register.number(Alarms.VALUE) & open)));
        return DataAccessResult.SUCCESS;
    }
}
