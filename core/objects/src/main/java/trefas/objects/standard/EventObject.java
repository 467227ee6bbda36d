package trefas.objects.standard;

import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Long64;
import trefas.cosem.DataAccessResult;

/// An event object, 0-0:96.11.e: it holds the code that came last in its log. That of the standard log notices by
/// itself that supply went and came back and that the clock was set.
final class EventObject implements Behaviour {

    private static final int OFFSET_SLOT = -1;

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

    /// Between the world's seconds and the meter's lies what its clock was set by: when that has changed the clock
    /// was set, else supply was gone.
    @Override
    public void resumed(Instance self, long after, long at) {
        var offset = new Long64(self.now() - self.meter().worldSecond());
        boolean wasSet =
                self.noted(OFFSET_SLOT).filter(noted -> !noted.equals(offset)).isPresent();
        self.note(OFFSET_SLOT, offset);
        if (wasSet) {
            EventLogs.log(self.device(), EventCode.CLOCK_NEW_TIME);
            return;
        }
        if (after != at) {
            EventLogs.logAt(self.device(), EventCode.POWER_DOWN, after);
        }
        EventLogs.log(self.device(), EventCode.POWER_UP);
        Alarms.set(self.device(), Alarm.POWER_UP, true);
    }
}
