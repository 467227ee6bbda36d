package trefas.objects.standard;

import java.util.List;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.InterfaceClass;

/// Push setups and their scripts (dossier F8, G3, G6). Each version of the class is there once: head-ends differ
/// in which one they know.
///
/// | push setup | version | triggered by                      | script |
/// |------------|---------|-----------------------------------|--------|
/// | 0-0:25.9.0 | 2       | schedule 0-0:15.0.4, client       | 1      |
/// | 0-1:25.9.0 | 1       | client                            | 2      |
/// | 0-4:25.9.0 | 0       | an alarm the filter lets through  | 3      |
final class PushChapter {

    private static final String INTERVAL = "0-0:25.9.0*255";
    private static final String SECOND = "0-1:25.9.0*255";
    private static final String ON_ALARM = "0-4:25.9.0*255";

    private static final int EXECUTE = 2;
    private static final String SCRIPTS = "0-0:10.0.108*255";

    private PushChapter() {}

    static List<StandardObject> objects() {
        return List.of(
                common(INTERVAL, InterfaceClass.PUSH_SETUP_2)
                        .starting(
                                2,
                                Values.array(
                                        six(1, "0-0:42.0.0*255", 2),
                                        six(40, INTERVAL, 1),
                                        six(8, "0-0:1.0.0*255", 2),
                                        six(3, "1-0:1.8.0*255", 2)))
                        .starting(7, Values.structure(Values.u16(60), Values.u16(200), Values.u16(3600)))
                        .starting(8, Values.name(PortSettings.TCP))
                        .starting(9, new Int8(ClientRole.MANAGEMENT.clientSap()))
                        .starting(10, Values.array())
                        .starting(11, Values.en(0))
                        .starting(12, Values.structure(Values.NO_TIME, Values.u32(0)))
                        .starting(13, Values.NO_TIME)
                        .granting(ClientRole.MANAGEMENT, "R* W2-12 X*"),
                common(SECOND, InterfaceClass.PUSH_SETUP_1)
                        .starting(2, Values.array(five(1, "0-0:42.0.0*255", 2), five(40, SECOND, 1)))
                        .starting(7, Values.u16(60))
                        .starting(8, Values.name(PortSettings.TCP))
                        .starting(9, new Int8(ClientRole.MANAGEMENT.clientSap()))
                        .starting(10, Values.array())
                        .granting(ClientRole.MANAGEMENT, "R* W2-10 X*"),
                common(ON_ALARM, InterfaceClass.PUSH_SETUP)
                        .starting(
                                2,
                                Values.array(
                                        Values.column(1, "0-0:42.0.0*255", 2),
                                        Values.column(40, ON_ALARM, 1),
                                        Values.column(1, Alarms.DESCRIPTOR.toString(), 2)))
                        .starting(7, Values.u16(60))
                        .granting(ClientRole.MANAGEMENT, "R* W2-7 X*"),
                StandardObject.of(SCRIPTS, InterfaceClass.SCRIPT_TABLE)
                        .behaving(new ScriptTable())
                        .starting(2, Values.array(push(1, INTERVAL), push(2, SECOND), push(3, ON_ALARM)))
                        .granting(ClientRole.MANAGEMENT, "R* X*")
                        .granting(ClientRole.BROADCAST, "X1"),
                StandardObject.of("0-0:15.0.4*255", InterfaceClass.SINGLE_ACTION_SCHEDULE)
                        .behaving(new SingleActionSchedule())
                        .starting(2, Values.structure(Values.name(SCRIPTS), Values.u16(1)))
                        .starting(3, Values.en(1))
                        .starting(4, Values.array())
                        .granting(ClientRole.MANAGEMENT, "R* W2-4"));
    }

    private static StandardObject common(String name, InterfaceClass version) {
        return StandardObject.of(name, version)
                .behaving(new PushBehaviour())
                .starting(3, Values.structure(Values.en(0), Values.text(""), Values.en(0)))
                .starting(4, Values.array())
                .starting(5, Values.u16(0))
                .starting(6, new Unsigned(3));
    }

    private static CosemData five(int classId, String name, int attribute) {
        return Values.structure(
                Values.u16(classId), Values.name(name), new Int8(attribute), Values.u16(0), noRestriction());
    }

    private static CosemData six(int classId, String name, int attribute) {
        return Values.structure(
                Values.u16(classId),
                Values.name(name),
                new Int8(attribute),
                Values.u16(0),
                noRestriction(),
                Values.array());
    }

    private static CosemData noRestriction() {
        return Values.structure(Values.en(0), new NullData());
    }

    private static CosemData push(int number, String setup) {
        return Values.structure(
                Values.u16(number),
                Values.array(Values.structure(
                        Values.en(EXECUTE),
                        Values.u16(PushBehaviour.CLASS),
                        Values.name(setup),
                        new Int8(1),
                        new Int8(0))));
    }
}
