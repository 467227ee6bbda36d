package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.CosemDateTime;
import trefas.cosem.DataAccessResult;

/// Alarms and event logs (dossier G3, G5).
class EventObjectsTest {

    private static final String REGISTER = "0-0:97.98.0*255";
    private static final String FILTER = "0-0:97.98.10*255";
    private static final String DESCRIPTOR = "0-0:97.98.20*255";
    private static final long COVER = Alarm.FRAUD_ATTEMPT.mask();

    private final ControlOnBench bench = new ControlOnBench();

    @Test
    @DisplayName("O26 alarm filter masks the register; register and descriptor are cleared by writing; event 11 logged")
    void alarms() {
        bench.having(1, REGISTER, 2, Values.u32(0xFFFF_FFFFL)).having(1, DESCRIPTOR, 2, Values.u32(0xFFFF_FFFFL));
        bench.having(1, FILTER, 2, Values.u32(0));
        bench.device.alarm(Alarm.FRAUD_ATTEMPT, true);
        assertEquals(0, bench.get(1, REGISTER, 2).number());

        bench.having(1, FILTER, 2, Values.u32(COVER));
        bench.device.alarm(Alarm.FRAUD_ATTEMPT, true);
        assertEquals(COVER, bench.get(1, REGISTER, 2).number());
        assertEquals(COVER, bench.get(1, DESCRIPTOR, 2).number());
        bench.device.alarm(Alarm.FRAUD_ATTEMPT, false);
        assertEquals(0, bench.get(1, REGISTER, 2).number(), "it has gone");
        assertEquals(COVER, bench.get(1, DESCRIPTOR, 2).number(), "but it was there");

        int events = bench.log(0).size();
        bench.having(1, DESCRIPTOR, 2, Values.u32(COVER));
        assertEquals(0, bench.get(1, DESCRIPTOR, 2).number());
        bench.having(1, DESCRIPTOR, 2, Values.u32(COVER));
        assertEquals(List.of(11), bench.log(0).subList(events, bench.log(0).size()), "once: nothing was left");

        bench.device.alarm(Alarm.FRAUD_ATTEMPT, true);
        bench.having(1, FILTER, 2, Values.u32(0));
        assertEquals(0, bench.get(1, REGISTER, 2).number());
        assertEquals(DataAccessResult.TYPE_UNMATCHED, bench.set(1, FILTER, 2, Values.u16(0)));
    }

    @Test
    @DisplayName("O27 event logs: power down with its time, power up, clock set, cover, disconnect, each with its code")
    void logs() {
        assertEquals(List.of(2), bench.log(0), "the meter woke");
        bench.seconds(9);
        bench.outage(60);
        assertEquals(List.of(2, 1, 2), bench.log(0));
        var times = bench.get(7, "0-0:99.98.0*255", 2).elements();
        long down = seconds(times.get(1));
        long up = seconds(times.get(2));
        assertEquals(60, up - down, "the first second without supply is still measured");

        bench.device.event(EventCode.METER_COVER_REMOVED);
        bench.device.event(EventCode.METER_COVER_CLOSED);
        assertEquals(List.of(44, 45), bench.log(1));
        bench.call(70, "0-0:96.3.10*255", 1);
        assertEquals(List.of(62), bench.log(2));
        assertEquals(new Unsigned(62), bench.get(1, "0-0:96.11.2*255", 2).data());
    }

    @Test
    @DisplayName("O27 event logs: setting the clock is event 5")
    void clockSet() {
        assertEquals(ActionResult.SUCCESS, bench.call(8, "0-0:1.0.0*255", 6, new trefas.cosem.CosemData.Int16(500)));
        bench.seconds(1);

        assertEquals(List.of(2, 5), bench.log(0));
    }

    @Test
    @DisplayName("O27 event logs: clearing one leaves its own trace, event 255")
    void cleared() {
        assertEquals(ActionResult.SUCCESS, bench.call(7, "0-0:99.98.0*255", 1));
        assertEquals(List.of(255), bench.log(0));
        assertEquals(
                DataAccessResult.READ_WRITE_DENIED, bench.set(7, "0-0:99.98.0*255", 8, Values.u32(1)), "not writable");
    }

    private long seconds(trefas.cosem.CosemData row) {
        CosemDateTime time = Values.time(Values.element(row, 0)).orElseThrow();
        return bench.device.clock().point(time);
    }
}
