package trefas.objects;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.AxdrWriter;
import trefas.cosem.ScalerUnit;
import trefas.cosem.Unit;
import trefas.device.Meter;
import trefas.quantity.Obis;
import trefas.quantity.Phase;

/// What the meter measures each second (dossier 3, 20): whole W, var, VA and V, hundredths of A, Hz and power
/// factor, all cut, and degrees.
final class MomentaryObjects {

    private static final ScalerUnit WATT = new ScalerUnit(0, Unit.WATT);
    private static final ScalerUnit VAR = new ScalerUnit(0, Unit.VAR);
    private static final ScalerUnit VOLT_AMPERE = new ScalerUnit(0, Unit.VOLT_AMPERE);
    private static final ScalerUnit VOLT = new ScalerUnit(0, Unit.VOLT);
    private static final ScalerUnit CENTIAMPERE = new ScalerUnit(-2, Unit.AMPERE);
    private static final ScalerUnit CENTIHERTZ = new ScalerUnit(-2, Unit.HERTZ);
    private static final ScalerUnit HUNDREDTH = new ScalerUnit(-2, Unit.NONE);
    private static final ScalerUnit DEGREE = new ScalerUnit(0, Unit.DEGREE);

    private static final int MILLI = 1_000;
    private static final int MILLI_PER_CENTI = 10;

    /// Group C of a quantity of L2 is that of L1 plus this, of L3 twice this.
    private static final int C_PER_PHASE = 20;

    /// Group E of an angle: the current's number in the tens, the voltage's in the ones.
    private static final int E_OF_ANGLE_L1 = 40;

    private static final int E_OF_ANGLE_PER_PHASE = 11;

    private MomentaryObjects() {}

    static List<MeterObject> all() {
        var objects = new ArrayList<MeterObject>();
        addTotals(objects);
        for (Phase phase : Phase.values()) {
            addPowers(objects, phase.index());
            addOthers(objects, phase.index());
        }
        return objects;
    }

    private static void addTotals(List<MeterObject> objects) {
        objects.add(now(1, WATT, (meter, out) -> out.doubleLongUnsigned(meter.importMilliwatts() / MILLI)));
        objects.add(now(2, WATT, (meter, out) -> out.doubleLongUnsigned(meter.exportMilliwatts() / MILLI)));
        objects.add(now(3, VAR, (meter, out) -> out.doubleLongUnsigned(meter.importMillivars() / MILLI)));
        objects.add(now(4, VAR, (meter, out) -> out.doubleLongUnsigned(meter.exportMillivars() / MILLI)));
        objects.add(
                now(9, VOLT_AMPERE, (meter, out) -> out.doubleLongUnsigned(meter.importMillivoltAmperes() / MILLI)));
        objects.add(
                now(10, VOLT_AMPERE, (meter, out) -> out.doubleLongUnsigned(meter.exportMillivoltAmperes() / MILLI)));
        objects.add(now(13, HUNDREDTH, (meter, out) -> {
            long active = 0;
            long reactive = 0;
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                active += meter.values().milliwatts(phase);
                reactive += meter.values().millivars(phase);
            }
            out.longUnsigned(powerFactorHundredths(active, reactive));
        }));
        objects.add(now(
                14, CENTIHERTZ, (meter, out) -> out.longUnsigned(meter.values().millihertz() / MILLI_PER_CENTI)));
    }

    private static void addPowers(List<MeterObject> objects, int phase) {
        int c = phase * C_PER_PHASE;
        objects.add(now(21 + c, WATT, (meter, out) -> writePart(meter.values().milliwatts(phase), out)));
        objects.add(now(22 + c, WATT, (meter, out) -> writePart(-meter.values().milliwatts(phase), out)));
        objects.add(now(23 + c, VAR, (meter, out) -> writePart(meter.values().millivars(phase), out)));
        objects.add(now(24 + c, VAR, (meter, out) -> writePart(-meter.values().millivars(phase), out)));
        objects.add(now(29 + c, VOLT_AMPERE, (meter, out) -> writeApparent(meter, phase, false, out)));
        objects.add(now(30 + c, VOLT_AMPERE, (meter, out) -> writeApparent(meter, phase, true, out)));
    }

    private static void addOthers(List<MeterObject> objects, int phase) {
        int c = phase * C_PER_PHASE;
        objects.add(now(
                31 + c,
                CENTIAMPERE,
                (meter, out) -> out.doubleLongUnsigned(meter.values().milliamperes(phase) / MILLI_PER_CENTI)));
        objects.add(now(
                32 + c, VOLT, (meter, out) -> out.longUnsigned(meter.values().millivolts(phase) / MILLI)));
        objects.add(now(
                33 + c,
                HUNDREDTH,
                (meter, out) -> out.longUnsigned(powerFactorHundredths(
                        meter.values().milliwatts(phase), meter.values().millivars(phase)))));
        objects.add(MeterObject.register(
                new Obis(1, 1, 81, 7, E_OF_ANGLE_L1 + phase * E_OF_ANGLE_PER_PHASE, 255),
                DEGREE,
                (meter, out) -> out.longInteger(
                        degrees(meter.values().milliwatts(phase), meter.values().millivars(phase)))));
    }

    private static MeterObject now(int c, ScalerUnit scalerUnit, Attribute.Whole value) {
        return MeterObject.register(new Obis(1, 1, c, 7, 0, 255), scalerUnit, value);
    }

    /// One direction of a power: zero while it flows the other way, cut to whole units.
    private static void writePart(int milli, AxdrWriter out) {
        out.doubleLongUnsigned(Math.max(0, milli) / MILLI);
    }

    /// The magnitude of P and Q counts as S+ while P is imported, else as S- (dossier 3.7).
    private static void writeApparent(Meter meter, int phase, boolean exported, AxdrWriter out) {
        int milliwatts = meter.values().milliwatts(phase);
        boolean isThisWay = milliwatts < 0 == exported;
        double apparent =
                Math.hypot((double) milliwatts, (double) meter.values().millivars(phase));
        out.doubleLongUnsigned(isThisWay ? (long) (apparent / MILLI) : 0);
    }

    /// |P| / sqrt(P² + Q²), cut to hundredths; 1.00 without load (dossier 3.6).
    static int powerFactorHundredths(long active, long reactive) {
        double apparent = Math.hypot((double) active, (double) reactive);
        return apparent == 0 ? 100 : (int) Math.floor(100.0 * Math.abs(active) / apparent);
    }

    /// Degrees by which the current lags the voltage, -179 to 180; 0 without load. It is the angle of P and Q, so
    /// of the fundamental as far as the load is a linear one (dossier 3.11).
    static int degrees(long active, long reactive) {
        int degrees = (int) Math.round(Math.toDegrees(Math.atan2((double) reactive, (double) active)));
        return degrees == -180 ? 180 : degrees;
    }
}
