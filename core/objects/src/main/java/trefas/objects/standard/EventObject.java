package trefas.objects.standard;

import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.DataAccessResult;

/// The event object of the standard log, 0-0:96.11.0: it holds the code that came last, and notices by itself that
/// supply went and came back and that the clock was set.
final class EventObject implements Behaviour {

    private static final int AWAKE_SLOT = -1;

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        return DataAccessResult.READ_WRITE_DENIED;
    }

    @Override
    public boolean isTimed() {
        return true;
    }

    /// Notes are gone after a time without supply, so a note that is still there means that the clock was set.
    @Override
    public void resumed(Instance self, long after, long at) {
        if (self.noted(AWAKE_SLOT).isPresent()) {
            EventLogs.log(self.device(), EventCode.CLOCK_NEW_TIME);
            return;
        }
        self.note(AWAKE_SLOT, new Bool(true));
        if (after != at) {
            EventLogs.log(self.device(), EventCode.POWER_DOWN);
        }
        EventLogs.log(self.device(), EventCode.POWER_UP);
        Alarms.set(self.device(), Alarm.POWER_UP, true);
    }
}
