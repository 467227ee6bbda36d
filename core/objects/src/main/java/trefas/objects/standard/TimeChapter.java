package trefas.objects.standard;

import java.util.List;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.CosemData.Int16;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemDate;
import trefas.cosem.CosemDateTime;
import trefas.cosem.CosemTime;
import trefas.cosem.InterfaceClass;
import trefas.device.clock.MeterClock;
import trefas.device.configuration.MeterConfiguration;
import trefas.quantity.Obis;

/// Clock, tariff plan, schedules and monitors of the standard model (dossier G3, G4). The plan and its masks are
/// kept and switched; rate registers to switch come with tariffs.
final class TimeChapter {

    static final Obis SPECIAL_DAYS = Obis.of("0-0:11.0.0*255");
    static final String TARIFF_SCRIPTS = "0-0:10.0.100*255";
    static final String BILLING_SCRIPTS = "0-0:10.0.1*255";
    static final String ACTIVATION = "0-0:14.0.0*255";

    private static final int SUMMER_TIME_MINUTES = 60;
    private static final int MARCH = 3;
    private static final int OCTOBER = 10;
    private static final int SUNDAY = 7;
    private static final int CHANGE_HOUR_UTC = 1;
    private static final int INTERNAL_CRYSTAL = 1;
    private static final int MINUTES_PER_HOUR = 60;

    private TimeChapter() {}

    static List<StandardObject> objects(MeterConfiguration configuration, StandardSettings settings) {
        return List.of(
                clock(configuration.clock(), settings),
                specialDays(),
                registerActivation(),
                tariffScripts(),
                billingScripts(),
                activityCalendar(),
                schedule(),
                endOfBilling(),
                registerMonitor(),
                parameterMonitor());
    }

    private static StandardObject clock(MeterClock clock, StandardSettings settings) {
        return StandardObject.of(ModelTime.CLOCK.toString(), InterfaceClass.CLOCK)
                .behaving(new ClockBehaviour())
                .starting(3, new Int16(settings.deviationSign().applyTo(-MINUTES_PER_HOUR * clock.zoneHours())))
                .starting(5, change(MARCH, CHANGE_HOUR_UTC + clock.zoneHours()))
                .starting(6, change(OCTOBER, CHANGE_HOUR_UTC + clock.zoneHours() + 1))
                .starting(7, new Int8(SUMMER_TIME_MINUTES))
                .starting(8, new Bool(clock.daylightSaving()))
                .starting(9, Values.en(INTERNAL_CRYSTAL))
                .granting(ClientRole.PUBLIC, "r2-4")
                .granting(ClientRole.MANAGEMENT, "r* W2-3,5-8 X*")
                .granting(ClientRole.BROADCAST, "W2 X6");
    }

    /// The last Sunday of a month at the hour of the wall.
    private static CosemData change(int month, int hour) {
        return Values.stamp(new CosemDateTime(
                CosemDateTime.YEAR_NOT_SPECIFIED,
                month,
                CosemDateTime.LAST_DAY,
                SUNDAY,
                Math.floorMod(hour, 24),
                0,
                0,
                0,
                CosemDateTime.DEVIATION_NOT_SPECIFIED,
                0));
    }

    private static StandardObject specialDays() {
        return StandardObject.of(SPECIAL_DAYS.toString(), InterfaceClass.SPECIAL_DAYS_TABLE)
                .behaving(new SpecialDays())
                .starting(2, Values.array())
                .granting(ClientRole.MANAGEMENT, "R* W2 X*");
    }

    private static StandardObject registerActivation() {
        return StandardObject.of(ACTIVATION, InterfaceClass.REGISTER_ACTIVATION)
                .behaving(new RegisterActivation())
                .starting(2, Values.array())
                .starting(3, Values.array(mask("RATE 1"), mask("RATE 2")))
                .starting(4, Values.text("RATE 1"))
                .granting(ClientRole.MANAGEMENT, "R* W2-4 X*");
    }

    private static CosemData mask(String name) {
        return Values.structure(Values.text(name), Values.array());
    }

    private static StandardObject tariffScripts() {
        return StandardObject.of(TARIFF_SCRIPTS, InterfaceClass.SCRIPT_TABLE)
                .behaving(new ScriptTable())
                .starting(2, Values.array(tariff(1), tariff(2)))
                .granting(ClientRole.MANAGEMENT, "R* W2 X*");
    }

    private static CosemData tariff(int rate) {
        return Values.structure(
                Values.u16(rate),
                Values.array(Values.structure(
                        Values.en(1),
                        Values.u16(6),
                        Values.name(ACTIVATION),
                        new Int8(4),
                        Values.text("RATE " + rate))));
    }

    private static StandardObject billingScripts() {
        return StandardObject.of(BILLING_SCRIPTS, InterfaceClass.SCRIPT_TABLE)
                .behaving(new BillingScripts())
                .starting(
                        2,
                        Values.array(Values.structure(
                                Values.u16(1),
                                Values.array(
                                        execute(5, "1-0:1.4.0*255", 2),
                                        execute(5, "1-0:2.4.0*255", 2),
                                        execute(7, History.PROFILE.toString(), 2),
                                        execute(4, RegisterChapter.IMPORT_MAXIMUM.toString(), 1),
                                        execute(4, RegisterChapter.EXPORT_MAXIMUM.toString(), 1)))))
                .granting(ClientRole.MANAGEMENT, "R* X*");
    }

    private static CosemData execute(int classId, String name, int method) {
        return Values.structure(Values.en(2), Values.u16(classId), Values.name(name), new Int8(method), new Int8(0));
    }

    private static StandardObject activityCalendar() {
        return StandardObject.of("0-0:13.0.0*255", InterfaceClass.ACTIVITY_CALENDAR)
                .behaving(new ActivityCalendar(SPECIAL_DAYS))
                .starting(2, Values.text(""))
                .starting(3, Values.array())
                .starting(4, Values.array())
                .starting(5, Values.array())
                .starting(6, Values.text(""))
                .starting(7, Values.array())
                .starting(8, Values.array())
                .starting(9, Values.array())
                .starting(10, Values.NO_TIME)
                .granting(ClientRole.MANAGEMENT, "R* W6-10 X*");
    }

    private static StandardObject schedule() {
        return StandardObject.of("0-0:12.0.0*255", InterfaceClass.SCHEDULE)
                .behaving(new Schedule(SPECIAL_DAYS))
                .starting(2, Values.array())
                .granting(ClientRole.MANAGEMENT, "R* W2 X*");
    }

    /// The first of each month at midnight.
    private static StandardObject endOfBilling() {
        var midnight = new CosemTime(0, 0, 0, 0);
        var firstOfMonth = new CosemDate(
                CosemDateTime.YEAR_NOT_SPECIFIED, CosemDateTime.NOT_SPECIFIED, 1, CosemDateTime.NOT_SPECIFIED);
        return StandardObject.of("0-0:15.0.0*255", InterfaceClass.SINGLE_ACTION_SCHEDULE)
                .behaving(new SingleActionSchedule())
                .starting(2, Values.structure(Values.name(BILLING_SCRIPTS), Values.u16(1)))
                .starting(3, Values.en(1))
                .starting(4, Values.array(Values.structure(midnight.octetString(), firstOfMonth.octetString())))
                .granting(ClientRole.MANAGEMENT, "R* W3-4");
    }

    private static StandardObject registerMonitor() {
        return StandardObject.of("0-0:16.0.1*255", InterfaceClass.REGISTER_MONITOR)
                .behaving(new RegisterMonitor())
                .starting(2, Values.array())
                .starting(3, Values.structure(Values.u16(3), Values.name("1-0:1.7.0*255"), new Int8(2)))
                .starting(4, Values.array())
                .granting(ClientRole.MANAGEMENT, "R* W2-4");
    }

    private static StandardObject parameterMonitor() {
        return StandardObject.of("0-0:16.2.0*255", InterfaceClass.PARAMETER_MONITOR)
                .behaving(new ParameterMonitor())
                .starting(2, Values.structure(Values.u16(0), Values.name("0-0:0.0.0*0"), new Int8(0), new NullData()))
                .starting(3, Values.NO_TIME)
                .starting(4, Values.array())
                .granting(ClientRole.MANAGEMENT, "R* W4 X*");
    }
}
