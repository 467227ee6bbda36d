package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.CosemData;
import trefas.cosem.InterfaceClass;

/// Event logs, event objects and alarms of the standard model (dossier G3, G5).
final class EventChapter {

    private static final int ENTRIES = 200;
    private static final long ALL_ALARMS = 0xFFFF_FFFFL;

    private EventChapter() {}

    static List<StandardObject> objects() {
        var chapter = new ArrayList<StandardObject>();
        for (int log : new int[] {EventLogs.STANDARD, EventLogs.FRAUD, EventLogs.DISCONNECTOR}) {
            chapter.add(StandardObject.of(EventLogs.event(log).toString(), InterfaceClass.DATA)
                    .behaving(new EventObject(log == EventLogs.STANDARD))
                    .starting(2, EventLogs.first())
                    .granting(ClientRole.MANAGEMENT, "R2"));
            chapter.add(StandardObject.of(EventLogs.log(log).toString(), InterfaceClass.PROFILE_GENERIC)
                    .behaving(new EventLog())
                    .starting(3, columns(log))
                    .starting(4, Values.u32(0))
                    .starting(5, Values.en(SortMethod.FIFO.code()))
                    .starting(6, Values.column(8, "0-0:1.0.0*255", 2))
                    .starting(8, Values.u32(ENTRIES))
                    .granting(ClientRole.MANAGEMENT, "R* X1"));
        }
        chapter.add(bits(Alarms.REGISTER.toString(), new AlarmBits(), 0));
        chapter.add(bits(Alarms.FILTER.toString(), new AlarmFilter(), ALL_ALARMS));
        chapter.add(bits(Alarms.DESCRIPTOR.toString(), new AlarmBits(), 0));
        return chapter;
    }

    static CosemData columns(int log) {
        return Values.array(
                Values.column(8, "0-0:1.0.0*255", 2),
                Values.column(1, EventLogs.event(log).toString(), 2));
    }

    private static StandardObject bits(String name, Behaviour behaviour, long start) {
        return StandardObject.of(name, InterfaceClass.DATA)
                .behaving(behaviour)
                .starting(2, Values.u32(start))
                .granting(ClientRole.MANAGEMENT, "R2 W2");
    }
}
