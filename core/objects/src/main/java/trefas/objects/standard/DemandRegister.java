package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Long64;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.DataAccessResult;
import trefas.device.Meter;
import trefas.quantity.Obis;

/// Average power over a period, class 5: block demand with one period, sliding demand with several (dossier F1).
/// It counts nothing itself: the meter's energy at the borders of its periods says everything, so no second is
/// kept.
///
/// ```
/// energies:  e0 ──P── e1 ──P── e2 ── now      last = (e2 - e0) / 2 P
/// ```
final class DemandRegister implements Behaviour {

    private static final int CURRENT = 2;
    private static final int LAST = 3;
    private static final int SCALER_UNIT = 4;
    private static final int CAPTURE_TIME = 6;
    private static final int START_TIME = 7;
    private static final int PERIOD = 8;
    private static final int PERIODS = 9;
    private static final int RESET = 1;

    /// Energies at the last borders, oldest first, in mW s.
    private static final int ENERGIES_SLOT = -1;

    /// Sliding demand over more periods than this is not kept.
    static final int PERIODS_MAX = 60;

    private static final int MILLI = 1_000;

    private final ToLongFunction<Meter> milliwattSeconds;
    private final Obis maximum;

    /// @param milliwattSeconds the energy whose growth is the demand
    /// @param maximum the register that keeps the largest average
    DemandRegister(ToLongFunction<Meter> milliwattSeconds, Obis maximum) {
        this.milliwattSeconds = milliwattSeconds;
        this.maximum = maximum;
    }

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        if (attributeId != CURRENT || selection.isPresent()) {
            return Behaviour.super.read(self, attributeId, selection, value);
        }
        List<Long> energies = energies(self);
        long energy = energies.isEmpty() ? 0 : energyNow(self) - startOfCurrent(self, energies);
        Values.writeUnsigned32(average(self, energy), value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (attributeId != PERIOD && attributeId != PERIODS) {
            return attributeId == SCALER_UNIT
                    ? DataAccessResult.READ_WRITE_DENIED
                    : Behaviour.super.write(self, attributeId, value);
        }
        if (attributeId == PERIODS && Values.number(value) > PERIODS_MAX) {
            return DataAccessResult.OTHER_REASON;
        }
        self.put(attributeId, value);
        begin(self, self.now());
        return DataAccessResult.SUCCESS;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        if (methodId == RESET) {
            self.put(LAST, new DoubleLongUnsigned(0));
            self.put(CAPTURE_TIME, Values.stamp(self.clock().stamp(self.now(), 0)));
            begin(self, self.now());
        } else {
            close(self, self.now());
        }
        return ActionResult.SUCCESS;
    }

    @Override
    public boolean isTimed() {
        return true;
    }

    @Override
    public void second(Instance self, long at) {
        if (self.value(ENERGIES_SLOT) instanceof NullData) {
            begin(self, at);
        }
        if (at % self.number(PERIOD) == 0) {
            close(self, at);
        }
    }

    /// A period that ended while nobody counted gives no average: the next one begins anew.
    @Override
    public void resumed(Instance self, long after, long at) {
        long period = self.number(PERIOD);
        boolean isSamePeriod = Math.floorDiv(after, period) == Math.floorDiv(at, period);
        if (!isSamePeriod || self.value(ENERGIES_SLOT) instanceof NullData) {
            begin(self, at);
        }
    }

    private void begin(Instance self, long at) {
        self.put(ENERGIES_SLOT, Values.array(new Long64(energyNow(self))));
        self.put(START_TIME, Values.stamp(self.clock().stamp(at, 0)));
    }

    /// The end of a period: its average becomes the last one, and perhaps the maximum.
    private void close(Instance self, long at) {
        var energies = new ArrayList<>(energies(self));
        long now = energyNow(self);
        if (energies.isEmpty()) {
            begin(self, at);
            return;
        }
        long average = average(self, now - startOfCurrent(self, energies));
        energies.add(now);
        while (energies.size() > self.number(PERIODS)) {
            energies.removeFirst();
        }
        var last = new DoubleLongUnsigned(Math.clamp(average, 0L, 0xFFFF_FFFFL));
        self.put(LAST, last);
        self.put(CAPTURE_TIME, Values.stamp(self.clock().stamp(at, 0)));
        self.put(START_TIME, Values.stamp(self.clock().stamp(at, 0)));
        self.put(
                ENERGIES_SLOT,
                new Array(energies.stream().<CosemData>map(Long64::new).toList()));
        self.other(maximum).ifPresent(register -> KeptRegister.raise(register, last, at));
    }

    /// The energy where the window of the current average begins.
    private static long startOfCurrent(Instance self, List<Long> energies) {
        int periods = (int) self.number(PERIODS);
        return energies.get(Math.max(0, energies.size() - periods));
    }

    /// Watts over all periods of the window.
    private static long average(Instance self, long milliwattSeconds) {
        return milliwattSeconds / (MILLI * self.number(PERIOD) * self.number(PERIODS));
    }

    private static List<Long> energies(Instance self) {
        return Values.elements(self.value(ENERGIES_SLOT)).stream()
                .map(energy -> energy instanceof Long64(long value) ? value : 0L)
                .toList();
    }

    private long energyNow(Instance self) {
        return milliwattSeconds.applyAsLong(self.meter());
    }
}
