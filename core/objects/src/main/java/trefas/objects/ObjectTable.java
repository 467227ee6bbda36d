package trefas.objects;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.AxdrWriter;
import trefas.cosem.InterfaceClass;
import trefas.cosem.ScalerUnit;
import trefas.cosem.Unit;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.objects.MeterObject.Whole;
import trefas.quantity.Obis;
import trefas.quantity.Phase;

/// The meter's object list (dossier 20), one line for each logical name. Objects whose state the meter does not have
/// yet are not here: none answers with an invented value.
final class ObjectTable {

    static final Obis LOAD_PROFILE = Obis.of("1-1:99.1.0*255");
    static final Obis CLOCK = Obis.of("0-1:1.0.0*255");

    private static final ScalerUnit WATT = new ScalerUnit(0, Unit.WATT);
    private static final ScalerUnit VAR = new ScalerUnit(0, Unit.VAR);
    private static final ScalerUnit VOLT = new ScalerUnit(0, Unit.VOLT);
    private static final ScalerUnit CENTIAMPERE = new ScalerUnit(-2, Unit.AMPERE);
    private static final ScalerUnit CENTIHERTZ = new ScalerUnit(-2, Unit.HERTZ);
    private static final ScalerUnit HUNDREDTH = new ScalerUnit(-2, Unit.NONE);

    private static final int MILLI = 1_000;
    private static final int MILLI_PER_CENTI = 10;

    /// Group C of a quantity of L2 is that of L1 plus this, of L3 twice this.
    private static final int C_PER_PHASE = 20;

    private ObjectTable() {}

    static List<MeterObject> of(MeterConfiguration configuration) {
        var table = new ArrayList<MeterObject>();
        table.add(new MeterObject(
                Obis.of("0-0:40.0.0*255"), InterfaceClass.ASSOCIATION_LN, true, AssociationObject.ATTRIBUTES));
        table.add(new MeterObject(
                Obis.of("0-0:41.0.0*255"), InterfaceClass.SAP_ASSIGNMENT, true, List.of(AssociationObject.SAP_LIST)));
        table.add(MeterObject.data("0-0:42.0.0*255", true, AssociationObject::writeLogicalDeviceName));
        table.add(new MeterObject(CLOCK, InterfaceClass.CLOCK, true, ClockObject.ATTRIBUTES));
        table.add(MeterObject.data(
                "1-1:96.1.0*255",
                true,
                (meter, out) -> out.doubleLongUnsigned(Integer.toUnsignedLong(meter.serialNumber()))));
        table.add(MeterObject.data("1-1:96.1.1*255", true, (meter, out) -> out.visibleString(meter.typeNumber())));
        table.add(new MeterObject(
                LOAD_PROFILE,
                InterfaceClass.PROFILE_GENERIC,
                false,
                new LoadProfileObject(configuration.loadProfileContent(), configuration.capturePeriod()).attributes()));
        addEnergies(table, configuration.energyFormat());
        addTotals(table);
        for (Phase phase : Phase.values()) {
            addPhase(table, phase);
        }
        return table;
    }

    private static void addEnergies(List<MeterObject> table, EnergyFormat format) {
        for (EnergyRegister register : EnergyRegister.ALL) {
            Unit unit = switch (register.kind()) {
                case ACTIVE -> Unit.WATT_HOUR;
                case REACTIVE -> Unit.VAR_HOUR;
            };
            table.add(MeterObject.register(
                    register.obis(),
                    new ScalerUnit(format.scaler(), unit),
                    (meter, out) -> out.doubleLongUnsigned(meter.reading(register))));
        }
    }

    private static void addTotals(List<MeterObject> table) {
        table.add(momentary(1, WATT, (meter, out) -> out.doubleLongUnsigned(meter.importMilliwatts() / MILLI)));
        table.add(momentary(2, WATT, (meter, out) -> out.doubleLongUnsigned(meter.exportMilliwatts() / MILLI)));
        table.add(momentary(3, VAR, (meter, out) -> out.doubleLongUnsigned(meter.importMillivars() / MILLI)));
        table.add(momentary(4, VAR, (meter, out) -> out.doubleLongUnsigned(meter.exportMillivars() / MILLI)));
        table.add(momentary(13, HUNDREDTH, (meter, out) -> {
            long active = 0;
            long reactive = 0;
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                active += meter.values().milliwatts(phase);
                reactive += meter.values().millivars(phase);
            }
            out.longUnsigned(powerFactorHundredths(active, reactive));
        }));
        table.add(momentary(
                14, CENTIHERTZ, (meter, out) -> out.longUnsigned(meter.values().millihertz() / MILLI_PER_CENTI)));
    }

    private static void addPhase(List<MeterObject> table, Phase phase) {
        int index = phase.index();
        int c = index * C_PER_PHASE;
        table.add(
                momentary(21 + c, WATT, (meter, out) -> writePart(meter.values().milliwatts(index), out)));
        table.add(momentary(
                22 + c, WATT, (meter, out) -> writePart(-meter.values().milliwatts(index), out)));
        table.add(
                momentary(23 + c, VAR, (meter, out) -> writePart(meter.values().millivars(index), out)));
        table.add(
                momentary(24 + c, VAR, (meter, out) -> writePart(-meter.values().millivars(index), out)));
        table.add(momentary(
                31 + c,
                CENTIAMPERE,
                (meter, out) -> out.doubleLongUnsigned(meter.values().milliamperes(index) / MILLI_PER_CENTI)));
        table.add(momentary(
                32 + c, VOLT, (meter, out) -> out.longUnsigned(meter.values().millivolts(index) / MILLI)));
        table.add(momentary(
                33 + c,
                HUNDREDTH,
                (meter, out) -> out.longUnsigned(powerFactorHundredths(
                        meter.values().milliwatts(index), meter.values().millivars(index)))));
    }

    private static MeterObject momentary(int c, ScalerUnit scalerUnit, Whole value) {
        return MeterObject.register(new Obis(1, 1, c, 7, 0, 255), scalerUnit, value);
    }

    /// One direction of a power: zero while it flows the other way, cut to whole units.
    private static void writePart(int milli, AxdrWriter out) {
        out.doubleLongUnsigned(Math.max(0, milli) / MILLI);
    }

    /// |P| / sqrt(P² + Q²), cut to hundredths; 1.00 without load (dossier 3.6).
    static int powerFactorHundredths(long active, long reactive) {
        double apparent = Math.hypot((double) active, (double) reactive);
        return apparent == 0 ? 100 : (int) Math.floor(100.0 * Math.abs(active) / apparent);
    }
}
