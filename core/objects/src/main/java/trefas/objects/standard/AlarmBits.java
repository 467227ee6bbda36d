package trefas.objects.standard;

import trefas.cosem.AttributeType;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.DataAccessResult;

/// An alarm register or descriptor, class 1: bits a client clears by writing them as 1, so that one that came up
/// meanwhile is not lost.
final class AlarmBits implements Behaviour {

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (!(value instanceof DoubleLongUnsigned)) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        long before = self.number(Alarms.VALUE);
        long after = before & ~AttributeType.number(value).orElse(0L);
        self.put(Alarms.VALUE, Values.u32(after));
        if (after != before) {
            EventLogs.log(self.device(), EventCode.ALARM_CLEARED);
        }
        return DataAccessResult.SUCCESS;
    }
}
