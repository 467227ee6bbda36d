package trefas.objects.standard;

import java.util.List;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.InterfaceClass;

/// What connects, limits and decides about the supply (dossier F6, G3).
final class SupplyChapter {

    static final String DISCONNECT_SCRIPTS = "0-0:10.0.106*255";

    private static final int EXECUTE = 2;

    private SupplyChapter() {}

    static List<StandardObject> objects() {
        return List.of(disconnector(), disconnectScripts(), disconnectSchedule(), limiter(), arbitrator());
    }

    private static StandardObject disconnector() {
        return StandardObject.of(DisconnectBehaviour.NAME.toString(), InterfaceClass.DISCONNECT_CONTROL)
                .behaving(new DisconnectBehaviour())
                .starting(3, Values.en(DisconnectControl.FACTORY.state().code()))
                .starting(4, Values.en(DisconnectControl.FACTORY.mode().code()))
                .granting(ClientRole.MANAGEMENT, "R* W4 X*");
    }

    private static StandardObject disconnectScripts() {
        return StandardObject.of(DISCONNECT_SCRIPTS, InterfaceClass.SCRIPT_TABLE)
                .behaving(new ScriptTable())
                .starting(2, Values.array(script(1, 1), script(2, 2)))
                .granting(ClientRole.MANAGEMENT, "R* X*")
                .granting(ClientRole.BROADCAST, "X1");
    }

    /// A script that calls a method of the disconnector; its parameter is integer 0.
    private static CosemData script(int number, int method) {
        return Values.structure(
                Values.u16(number),
                Values.array(Values.structure(
                        Values.en(EXECUTE),
                        Values.u16(DisconnectBehaviour.CLASS),
                        Values.name(DisconnectBehaviour.NAME),
                        new Int8(method),
                        new Int8(0))));
    }

    private static StandardObject disconnectSchedule() {
        return StandardObject.of("0-0:15.0.1*255", InterfaceClass.SINGLE_ACTION_SCHEDULE)
                .behaving(new SingleActionSchedule())
                .starting(2, Values.structure(Values.name(DISCONNECT_SCRIPTS), Values.u16(0)))
                .starting(3, Values.en(1))
                .starting(4, Values.array())
                .granting(ClientRole.MANAGEMENT, "R* W2-4");
    }

    private static StandardObject limiter() {
        CosemData noAction = Values.structure(Values.name(DISCONNECT_SCRIPTS), Values.u16(0));
        return StandardObject.of("0-0:17.0.0*255", InterfaceClass.LIMITER)
                .behaving(new LimiterBehaviour())
                .starting(2, Values.structure(Values.u16(3), Values.name("1-0:1.7.0*255"), new Int8(2)))
                .starting(4, new DoubleLongUnsigned(0))
                .starting(5, new DoubleLongUnsigned(0))
                .starting(6, Values.u32(0))
                .starting(7, Values.u32(0))
                .starting(8, Values.structure(Values.u16(0), Values.NO_TIME, Values.u32(0)))
                .starting(9, Values.array())
                .starting(11, Values.structure(noAction, noAction))
                .granting(ClientRole.MANAGEMENT, "R* W2,4-9,11");
    }

    private static StandardObject arbitrator() {
        return StandardObject.of("0-0:96.3.20*255", InterfaceClass.ARBITRATOR)
                .behaving(new ArbitratorBehaviour())
                .starting(2, Values.array())
                .starting(3, Values.array())
                .starting(4, Values.array())
                .starting(5, Values.array())
                .starting(6, new Unsigned(0))
                .granting(ClientRole.MANAGEMENT, "R* W2-4 X*");
    }
}
