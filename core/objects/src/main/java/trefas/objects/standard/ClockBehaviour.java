package trefas.objects.standard;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.ClockStatus;
import trefas.cosem.CosemData;
import trefas.cosem.CosemDateTime;
import trefas.cosem.DataAccessResult;

/// The clock, class 8 (dossier F3): the meter's own clock on a wall whose zone and daylight saving clients may
/// set.
final class ClockBehaviour implements Behaviour {

    private static final int TIME = 2;
    private static final int STATUS = 4;

    private static final int ADJUST_TO_QUARTER = 1;
    private static final int ADJUST_TO_MEASURING_PERIOD = 2;
    private static final int ADJUST_TO_MINUTE = 3;
    private static final int ADJUST_TO_PRESET_TIME = 4;
    private static final int PRESET_ADJUSTING_TIME = 5;
    private static final int SHIFT_TIME = 6;

    /// The preset time and its validity interval.
    private static final int PRESET_SLOT = -2;

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_QUARTER = 900;

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        if (selection.isPresent()) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        switch (attributeId) {
            case TIME -> self.clock().stamp(self.now(), 0).write(value);
            case STATUS ->
                value.unsigned(
                        self.clock().isDaylightSaving(self.now()) ? ClockStatus.DAYLIGHT_SAVING_ACTIVE.mask() : 0);
            default -> {
                return Behaviour.super.read(self, attributeId, selection, value);
            }
        }
        return DataAccessResult.SUCCESS;
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (attributeId == TIME) {
            return Values.time(value)
                    .filter(CosemDateTime::isOnePoint)
                    .filter(time -> self.device().time().moveTo(self.clock().point(time)))
                    .map(_ -> DataAccessResult.SUCCESS)
                    .orElse(DataAccessResult.OTHER_REASON);
        }
        if (attributeId == STATUS) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        self.put(attributeId, value);
        self.device().time().rulesChanged();
        return DataAccessResult.SUCCESS;
    }

    @Override
    public boolean isOfMeter(int attributeId) {
        return attributeId == TIME;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        return switch (methodId) {
            case ADJUST_TO_QUARTER -> adjust(self, SECONDS_PER_QUARTER);
            case ADJUST_TO_MEASURING_PERIOD ->
                adjust(self, self.meter().settings().capturePeriod().seconds());
            case ADJUST_TO_MINUTE -> adjust(self, SECONDS_PER_MINUTE);
            case ADJUST_TO_PRESET_TIME -> adjustToPreset(self);
            case PRESET_ADJUSTING_TIME -> {
                self.put(PRESET_SLOT, parameter);
                yield ActionResult.SUCCESS;
            }
            case SHIFT_TIME -> moveTo(self, self.now() + Values.number(parameter));
            default -> ActionResult.OBJECT_UNAVAILABLE;
        };
    }

    /// To the nearest border of a period of local time; exactly in the middle goes forward.
    private static ActionResult adjust(Instance self, int period) {
        LocalDateTime local = self.clock().local(self.now());
        long past = Math.floorMod(local.toEpochSecond(ZoneOffset.UTC), (long) period);
        long by = 2 * past < period ? -past : period - past;
        return moveTo(self, self.now() + by);
    }

    /// Outside the validity interval nothing happens, and the client is told.
    private static ActionResult adjustToPreset(Instance self) {
        CosemData preset = self.value(PRESET_SLOT);
        Optional<CosemDateTime> to = Values.time(Values.element(preset, 0)).filter(CosemDateTime::isOnePoint);
        Optional<CosemDateTime> from = Values.time(Values.element(preset, 1));
        Optional<CosemDateTime> until = Values.time(Values.element(preset, 2));
        if (to.isEmpty()
                || from.isEmpty()
                || until.isEmpty()
                || self.now() < self.clock().earliest(from.get())
                || self.now() > self.clock().latest(until.get())) {
            return ActionResult.OTHER_REASON;
        }
        return moveTo(self, self.clock().point(to.get()));
    }

    private static ActionResult moveTo(Instance self, long epochSecond) {
        return self.device().time().moveTo(epochSecond) ? ActionResult.SUCCESS : ActionResult.OTHER_REASON;
    }
}
