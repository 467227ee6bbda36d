package trefas.objects.standard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.device.log.CapturePeriod;
import trefas.device.log.DataLogger;
import trefas.device.log.DataQuality;
import trefas.device.log.LoadProfile;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.ProfileEntry;
import trefas.device.log.ProfileVisitor;
import trefas.device.register.EnergyRegister;
import trefas.objects.standard.BufferQuery.Understood;
import trefas.quantity.Obis;

/// Load profile 1, class 7: the meter's own load profile seen through the standard model's columns. There is no
/// second copy: rows come from the meter's permanent memory, and reset empties the meter's logger.
final class MeterProfile implements Behaviour {

    private static final int BUFFER = 2;
    private static final int CAPTURE_OBJECTS = 3;
    private static final int CAPTURE_PERIOD = 4;
    private static final int ENTRIES_IN_USE = 7;
    private static final int PROFILE_ENTRIES = 8;
    private static final int RESET = 1;

    private static final int SECONDS_PER_MINUTE = 60;

    /// Bits of the profile status (dossier G5, AMR profile status).
    private static final int DAYLIGHT_SAVING = 0x08;

    private static final int CLOCK_ADJUSTED = 0x20;
    private static final int POWER_DOWN = 0x80;

    private static final int CLOCK_SET_MASK =
            DataQuality.CLOCK_SET_FORWARD.mask() | DataQuality.CLOCK_SET_BACKWARD.mask();

    private static final int STATUS_COLUMN = 1;
    private static final int FIRST_REGISTER_COLUMN = 2;

    private final LoadProfileContent content;
    private final List<CaptureObject> columns;

    MeterProfile(LoadProfileContent content) {
        this.content = content;
        var all = new ArrayList<CaptureObject>();
        all.add(new CaptureObject(8, ModelTime.CLOCK, 2, 0));
        all.add(new CaptureObject(1, Obis.of("0-0:96.10.1*255"), 2, 0));
        for (EnergyRegister register : content.registers()) {
            all.add(new CaptureObject(3, RegisterChapter.name(register), 2, 0));
        }
        this.columns = List.copyOf(all);
    }

    /// The attribute capture_objects.
    CosemData captureObjects() {
        return Values.captureObjects(columns);
    }

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        if (attributeId == BUFFER) {
            return readBuffer(self, selection, value);
        }
        if (selection.isPresent()) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        switch (attributeId) {
            case CAPTURE_OBJECTS -> {
                value.array(columns.size());
                columns.forEach(column -> column.write(value));
            }
            case CAPTURE_PERIOD ->
                value.doubleLongUnsigned(self.meter().settings().capturePeriod().seconds());
            case ENTRIES_IN_USE ->
                value.doubleLongUnsigned(self.meter().loadProfile().entriesInUse());
            case PROFILE_ENTRIES -> value.doubleLongUnsigned(content.capacity());
            default -> {
                return Behaviour.super.read(self, attributeId, selection, value);
            }
        }
        return DataAccessResult.SUCCESS;
    }

    private DataAccessResult readBuffer(Instance self, Optional<AccessSelection> selection, AxdrWriter value) {
        BufferQuery query;
        switch (BufferQuery.of(selection, columns, self.clock())) {
            case Understood.Refused(DataAccessResult result) -> {
                return result;
            }
            case Understood.Query(BufferQuery understood) -> query = understood;
        }
        int start = value.length();
        int[] count = {0};
        try {
            visit(self, query, row -> {
                if (query.isByEntry() || query.isTime() || query.holds(number(self, row, query.column()))) {
                    writeRow(self, row, query.columns(), value);
                    count[0]++;
                }
            });
        } catch (IOException memoryUnreadable) {
            value.truncate(start);
            return DataAccessResult.HARDWARE_FAULT;
        }
        value.arrayAround(start, count[0]);
        return DataAccessResult.SUCCESS;
    }

    private static void visit(Instance self, BufferQuery query, ProfileVisitor visitor) throws IOException {
        LoadProfile profile = self.meter().loadProfile();
        int serialNumber = self.meter().serialNumber();
        if (query.isByEntry()) {
            long first = profile.oldestLogId() + query.firstEntry() - 1;
            long last =
                    Math.min(profile.nextLogId(), profile.oldestLogId() + Math.min(query.lastEntry(), content(self)))
                            - 1;
            if (first <= last) {
                self.device().memory().visitLogIds(serialNumber, DataLogger.LOAD_PROFILE, first, last, visitor);
            }
            return;
        }
        self.device()
                .memory()
                .visit(
                        serialNumber,
                        DataLogger.LOAD_PROFILE,
                        profile.oldestLogId(),
                        query.isTime() ? query.from() : Long.MIN_VALUE,
                        query.isTime() ? query.to() : Long.MAX_VALUE,
                        visitor);
    }

    private static long content(Instance self) {
        return self.meter().configuration().loadProfileContent().capacity();
    }

    private static void writeRow(Instance self, ProfileEntry row, BitSet wanted, AxdrWriter value) {
        value.structure(wanted.cardinality());
        for (int column = wanted.nextSetBit(0); column >= 0; column = wanted.nextSetBit(column + 1)) {
            switch (column) {
                case 0 -> self.clock().stamp(row.capturedAt(), 0).write(value);
                case STATUS_COLUMN -> value.unsigned(status(self, row));
                default -> value.doubleLongUnsigned(row.reading(column - FIRST_REGISTER_COLUMN));
            }
        }
    }

    private static long number(Instance self, ProfileEntry row, int column) {
        return column == STATUS_COLUMN ? status(self, row) : row.reading(column - FIRST_REGISTER_COLUMN);
    }

    private static int status(Instance self, ProfileEntry row) {
        return ((row.dataQuality() & DataQuality.POWER_OUTAGE.mask()) == 0 ? 0 : POWER_DOWN)
                | ((row.dataQuality() & CLOCK_SET_MASK) == 0 ? 0 : CLOCK_ADJUSTED)
                | (self.clock().isDaylightSaving(row.capturedAt()) ? DAYLIGHT_SAVING : 0);
    }

    @Override
    public boolean isOfMeter(int attributeId) {
        return attributeId == CAPTURE_PERIOD;
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (attributeId != CAPTURE_PERIOD) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        int seconds = Values.number(value);
        Optional<CapturePeriod> period = seconds % SECONDS_PER_MINUTE == 0
                ? CapturePeriod.ofMinutes(seconds / SECONDS_PER_MINUTE)
                : Optional.empty();
        period.ifPresent(known ->
                self.meter().setCapturePeriod(known, effect -> self.effect(new StandardEffect.OfMeter(effect))));
        return period.isPresent() ? DataAccessResult.SUCCESS : DataAccessResult.OTHER_REASON;
    }

    /// The meter captures by its clock alone; a row by method would have no period.
    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        if (methodId != RESET) {
            return ActionResult.OBJECT_UNAVAILABLE;
        }
        self.meter().clearLoadProfile(effect -> self.effect(new StandardEffect.OfMeter(effect)));
        return ActionResult.SUCCESS;
    }
}
