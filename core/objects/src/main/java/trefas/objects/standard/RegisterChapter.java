package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.InterfaceClass;
import trefas.cosem.ScalerUnit;
import trefas.cosem.Unit;
import trefas.device.Meter;
import trefas.device.register.EnergyRegister;
import trefas.objects.standard.LiveRegister.Reading;
import trefas.quantity.Obis;
import trefas.quantity.Phase;

/// Registers of the standard model: what the meter measures and counts, under the names of channel 0 (dossier G3).
/// Energies count in whole Wh whatever the display shows. Rate registers come when tariffs switch registers.
final class RegisterChapter {

    private static final ScalerUnit WATT = new ScalerUnit(0, Unit.WATT);
    private static final ScalerUnit VAR = new ScalerUnit(0, Unit.VAR);
    private static final ScalerUnit DECIVOLT = new ScalerUnit(-1, Unit.VOLT);
    private static final ScalerUnit CENTIAMPERE = new ScalerUnit(-2, Unit.AMPERE);
    private static final ScalerUnit CENTIHERTZ = new ScalerUnit(-2, Unit.HERTZ);

    private static final long MILLIWATT_SECONDS_PER_WATT_HOUR = 3_600_000L;
    private static final long REGISTER_MAX = 1L << 32;

    private static final int MILLI = 1_000;
    private static final int MILLI_PER_CENTI = 10;
    private static final int MILLI_PER_DECI = 100;

    /// Group C of a quantity of L2 is that of L1 plus this, of L3 twice this.
    private static final int C_PER_PHASE = 20;

    private static final int DEMAND_PERIOD_SECONDS = 900;

    static final Obis IMPORT_MAXIMUM = Obis.of("1-0:1.6.0*255");
    static final Obis EXPORT_MAXIMUM = Obis.of("1-0:2.6.0*255");

    private static final String READ = "R*";

    private RegisterChapter() {}

    static List<StandardObject> objects() {
        var chapter = new ArrayList<StandardObject>();
        for (EnergyRegister register : EnergyRegister.ALL) {
            chapter.add(energy(register));
        }
        chapter.add(live("1-0:1.7.0", WATT, (self, out) -> whole(self.meter().importMilliwatts(), MILLI, out)));
        chapter.add(live("1-0:2.7.0", WATT, (self, out) -> whole(self.meter().exportMilliwatts(), MILLI, out)));
        chapter.add(live("1-0:3.7.0", VAR, (self, out) -> whole(self.meter().importMillivars(), MILLI, out)));
        chapter.add(live("1-0:4.7.0", VAR, (self, out) -> whole(self.meter().exportMillivars(), MILLI, out)));
        chapter.add(live(
                "1-0:16.7.0",
                WATT,
                (self, out) -> out.doubleLong(
                        (int) ((self.meter().importMilliwatts() - self.meter().exportMilliwatts()) / MILLI))));
        chapter.add(live(
                "1-0:14.7.0",
                CENTIHERTZ,
                (self, out) -> out.longUnsigned(self.meter().values().millihertz() / MILLI_PER_CENTI)));
        for (Phase phase : Phase.values()) {
            addPhase(chapter, phase.index());
        }
        addDemand(chapter);
        return chapter;
    }

    /// The standard model's name of an energy register: the same code on channel 0.
    static Obis name(EnergyRegister register) {
        Obis own = register.obis();
        return new Obis(own.a(), 0, own.c(), own.d(), own.e(), own.f());
    }

    private static StandardObject energy(EnergyRegister register) {
        Unit unit = switch (register.kind()) {
            case ACTIVE -> Unit.WATT_HOUR;
            case REACTIVE -> Unit.VAR_HOUR;
            case APPARENT -> Unit.VOLT_AMPERE_HOUR;
        };
        return live(
                name(register).toString(),
                new ScalerUnit(0, unit),
                (self, out) -> out.doubleLongUnsigned(wattHours(self.meter(), register)));
    }

    /// Whole Wh, cut; after 2³² - 1 the register begins again.
    static long wattHours(Meter meter, EnergyRegister register) {
        return meter.milliwattSeconds(register) / MILLIWATT_SECONDS_PER_WATT_HOUR % REGISTER_MAX;
    }

    private static void addPhase(List<StandardObject> chapter, int index) {
        int c = index * C_PER_PHASE;
        chapter.add(momentary(
                21 + c, WATT, (self, out) -> part(self.meter().values().milliwatts(index), out)));
        chapter.add(momentary(
                22 + c, WATT, (self, out) -> part(-self.meter().values().milliwatts(index), out)));
        chapter.add(
                momentary(23 + c, VAR, (self, out) -> part(self.meter().values().millivars(index), out)));
        chapter.add(momentary(
                24 + c, VAR, (self, out) -> part(-self.meter().values().millivars(index), out)));
        chapter.add(momentary(
                31 + c,
                CENTIAMPERE,
                (self, out) -> whole(self.meter().values().milliamperes(index), MILLI_PER_CENTI, out)));
        chapter.add(momentary(
                32 + c,
                DECIVOLT,
                (self, out) -> out.longUnsigned(self.meter().values().millivolts(index) / MILLI_PER_DECI)));
    }

    /// Average power over a quarter of an hour, and its maximum in this billing period.
    private static void addDemand(List<StandardObject> chapter) {
        chapter.add(demand("1-0:1.4.0", EnergyRegister.A_PLUS, IMPORT_MAXIMUM));
        chapter.add(demand("1-0:2.4.0", EnergyRegister.A_MINUS, EXPORT_MAXIMUM));
        chapter.add(maximum(IMPORT_MAXIMUM));
        chapter.add(maximum(EXPORT_MAXIMUM));
    }

    private static StandardObject demand(String name, EnergyRegister register, Obis maximum) {
        return StandardObject.of(name, InterfaceClass.DEMAND_REGISTER)
                .behaving(new DemandRegister(meter -> meter.milliwattSeconds(register), maximum))
                .starting(3, new DoubleLongUnsigned(0))
                .starting(4, Values.scalerUnit(WATT))
                .starting(5, new Unsigned(0))
                .starting(6, Values.NO_TIME)
                .starting(7, Values.NO_TIME)
                .starting(8, Values.u32(DEMAND_PERIOD_SECONDS))
                .starting(9, Values.u16(1))
                .granting(ClientRole.MANAGEMENT, "R* W8-9 X*");
    }

    private static StandardObject maximum(Obis name) {
        return StandardObject.of(name.toString(), InterfaceClass.EXTENDED_REGISTER)
                .behaving(new KeptRegister())
                .starting(2, new DoubleLongUnsigned(0))
                .starting(3, Values.scalerUnit(WATT))
                .starting(4, new Unsigned(0))
                .starting(5, Values.NO_TIME)
                .granting(ClientRole.MANAGEMENT, "R* X*");
    }

    private static StandardObject momentary(int c, ScalerUnit scalerUnit, Reading reading) {
        return live(new Obis(1, 0, c, 7, 0, 255).toString(), scalerUnit, reading);
    }

    private static StandardObject live(String name, ScalerUnit scalerUnit, Reading reading) {
        return StandardObject.of(name, InterfaceClass.REGISTER)
                .behaving(new LiveRegister(reading))
                .starting(3, Values.scalerUnit(scalerUnit))
                .granting(ClientRole.MANAGEMENT, READ);
    }

    private static void whole(long value, int divisor, AxdrWriter out) {
        Values.writeUnsigned32(value / divisor, out);
    }

    /// One direction of a power: zero while it flows the other way.
    private static void part(int milli, AxdrWriter out) {
        out.doubleLongUnsigned(Math.max(0, milli) / MILLI);
    }
}
