package trefas.objects.standard;

import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.DataAccessResult;

/// An event object, 0-0:96.11.e: it holds the code that came last in its log. That of the standard log notices by itself
/// that supply went and came back and that the clock was set.
final class EventObject implements Behaviour {

    private static final int AWAKE_SLOT = -1;

    private final boolean notices;

    EventObject(boolean notices) {
        this.notices = notices;
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        return DataAccessResult.READ_WRITE_DENIED;
    }

    @Override
    public boolean isTimed() {
        return notices;
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
            EventLogs.logAt(self.device(), EventCode.POWER_DOWN, after);
        }
        EventLogs.log(self.device(), EventCode.POWER_UP);
        Alarms.set(self.device(), Alarm.POWER_UP, true);
    }
}
