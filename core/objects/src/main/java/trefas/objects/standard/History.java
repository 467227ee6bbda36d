package trefas.objects.standard;

import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.objects.standard.RowBuffer.Row;
import trefas.quantity.Obis;

/// A value of an earlier billing period under its own name, by group F (dossier G1): 0 to 99 is the billing period
/// counter it was stored under, 101 to 125 counts back from the last one. It reads the billing profile; nothing is
/// stored twice. Such names are not in the object list: any column of the profile has them.
final class History implements Behaviour {

    static final Obis PROFILE = Obis.of("0-0:98.1.0*255");

    private static final int LAST_PERIOD = 101;
    private static final int LAST_PERIOD_MAX = 125;
    private static final int COUNTERS = 100;
    private static final int CAPTURE_OBJECTS = 3;
    private static final int VALUE = 2;

    private final Obis of;
    private final int period;

    private History(Obis of, int period) {
        this.of = of;
        this.period = period;
    }

    /// The object of an earlier period, if `now` is the object it is the past of.
    static StandardObject of(StandardObject now, int period) {
        var name = now.logicalName();
        return new StandardObject(
                new Obis(name.a(), name.b(), name.c(), name.d(), name.e(), period),
                now.interfaceClass(),
                new History(name, period),
                now.starts(),
                now.rights());
    }

    static boolean isPeriod(int f) {
        return f < COUNTERS || (f >= LAST_PERIOD && f <= LAST_PERIOD_MAX);
    }

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        Optional<Instance> profile = self.other(PROFILE);
        if (selection.isPresent() || profile.isEmpty()) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        List<CaptureObject> columns = ProfileBehaviour.columns(profile.get().value(CAPTURE_OBJECTS));
        int column = columns.indexOf(new CaptureObject(self.interfaceClass().classId(), of, attributeId, 0));
        if (column < 0) {
            return attributeId == VALUE
                    ? DataAccessResult.OBJECT_UNAVAILABLE
                    : Behaviour.super.read(self, attributeId, selection, value);
        }
        Optional<CosemData> cell = row(self, profile.get()).flatMap(row -> ProfileBehaviour.cell(row, column));
        cell.ifPresent(data -> Axdr.encode(data, value));
        return cell.isPresent() ? DataAccessResult.SUCCESS : DataAccessResult.OBJECT_UNAVAILABLE;
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        return DataAccessResult.READ_WRITE_DENIED;
    }

    private Optional<Row> row(Instance self, Instance profile) {
        long counter = self.other(BillingScripts.COUNTER)
                .map(object -> object.number(VALUE))
                .orElse(0L);
        int back = period >= LAST_PERIOD ? period - LAST_PERIOD : Math.floorMod(counter - period, COUNTERS);
        List<Row> newest = ProfileBehaviour.newestFirst(profile);
        return back < newest.size() ? Optional.of(newest.get(back)) : Optional.empty();
    }
}
