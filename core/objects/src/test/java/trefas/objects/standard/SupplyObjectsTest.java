package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.objects.standard.DisconnectControl.Trigger;
import trefas.objects.standard.StandardEffect.DriveBreaker;

/// Disconnector, limiter and arbitrator as a client meets them (dossier F6).
class SupplyObjectsTest {

    private static final String DISCONNECTOR = "0-0:96.3.10*255";
    private static final String SCRIPTS = "0-0:10.0.106*255";
    private static final String LIMITER = "0-0:17.0.0*255";
    private static final String ARBITRATOR = "0-0:96.3.20*255";

    private final ControlOnBench bench = new ControlOnBench();

    // From connected: remote disconnect, remote reconnect, button, local disconnect, local reconnect, button.
    @ParameterizedTest(name = "O19 mode {0}: {1}")
    @CsvSource({
        "0, 1 1 1 1 1 1",
        "1, 0 2 1 2 2 1",
        "2, 0 1 1 2 2 1",
        "3, 0 2 1 2 2 1",
        "4, 0 1 1 2 2 1",
        "5, 0 2 1 2 1 1",
        "6, 0 2 1 2 1 1"
    })
    @DisplayName("O19 disconnect control in every mode, by methods, button and limiter")
    void everyMode(int mode, String states) {
        bench.having(70, DISCONNECTOR, 4, Values.en(mode));
        var seen = new StringBuilder();
        seen.append(afterCall(1)).append(' ').append(afterCall(2));
        for (Trigger trigger : List.of(
                Trigger.MANUAL_RECONNECT,
                Trigger.LOCAL_DISCONNECT,
                Trigger.LOCAL_RECONNECT,
                Trigger.MANUAL_RECONNECT)) {
            bench.device.disconnector(trigger);
            seen.append(' ').append(state());
        }

        assertEquals(states, seen.toString());
    }

    @Test
    @DisplayName("O19 the output follows the state, and each change drives the breaker once")
    void outputAndEffect() {
        assertEquals("0301", bench.get(70, DISCONNECTOR, 2).hex());
        bench.call(70, DISCONNECTOR, 1);
        bench.call(70, DISCONNECTOR, 1);
        assertEquals("0300", bench.get(70, DISCONNECTOR, 2).hex());
        bench.call(70, DISCONNECTOR, 2);

        assertEquals(List.of(new DriveBreaker(false), new DriveBreaker(true)), bench.effects);
        assertEquals(List.of(62, 63), bench.log(2));
    }

    @Test
    @DisplayName(
            "O19 scripts 1 and 2 of 0-0:10.0.106 disconnect and reconnect; the table reads as the reference has it")
    void scripts() {
        // Reference traces T4, with integer 0 as every method's parameter.
        assertEquals(
                "010202021200010101020516021200460906000060030AFF0F010F00"
                        + "02021200020101020516021200460906000060030AFF0F020F00",
                bench.get(9, SCRIPTS, 2).hex());
        assertEquals(ActionResult.SUCCESS, bench.call(9, SCRIPTS, 1, Values.u16(1)));
        assertEquals(0, state());
        assertEquals(ActionResult.SUCCESS, bench.call(9, SCRIPTS, 1, Values.u16(2)));
        assertEquals(1, state());
        assertEquals(ActionResult.OTHER_REASON, bench.call(9, SCRIPTS, 1, Values.u16(3)));
    }

    @Test
    @DisplayName("O19 states are not written, unknown modes refused, mode 0 does not connect")
    void writes() {
        assertEquals(DataAccessResult.READ_WRITE_DENIED, bench.set(70, DISCONNECTOR, 3, Values.en(0)));
        assertEquals(DataAccessResult.OTHER_REASON, bench.set(70, DISCONNECTOR, 4, Values.en(7)));
        assertEquals(DataAccessResult.TYPE_UNMATCHED, bench.set(70, DISCONNECTOR, 4, Values.u16(1)));
        bench.call(70, DISCONNECTOR, 1);
        assertEquals(DataAccessResult.OTHER_REASON, bench.set(70, DISCONNECTOR, 4, Values.en(0)));
        assertEquals(0, state());
        bench.restart();
        assertEquals(0, state(), "kept over a restart");
    }

    @Test
    @DisplayName("O18 limiter: 3 s over 2 000 W disconnect, 2 s under reconnect")
    void limiter() {
        limit(2_000, 3, 2);
        bench.watts(2_100);
        bench.seconds(3);
        assertEquals(1, state());
        bench.seconds(1);
        assertEquals(0, state());
        bench.watts(300);
        bench.seconds(2);
        assertEquals(0, state());
        bench.seconds(1);
        assertEquals(1, state());

        assertEquals(List.of(65, 62, 66, 63), bench.log(2));
    }

    @Test
    @DisplayName("O18 limiter: emergency profile of a group, from its time on, for its duration")
    void emergency() {
        limit(3_000, 0, 0);
        bench.having(71, LIMITER, 5, new DoubleLongUnsigned(900))
                .having(71, LIMITER, 9, Values.array(Values.u16(1)))
                // 2026-01-01 01:00:10 local, 3600 s; laid out as reference traces T4.
                .having(71, LIMITER, 8, ControlOnBench.hex("0203 120001 090C 07EA0101FF01000A00800000 0600000E10"));
        assertEquals("0600000BB8", bench.get(71, LIMITER, 3).hex());
        assertEquals("0300", bench.get(71, LIMITER, 10).hex());
        bench.seconds(10);
        assertEquals("0600000384", bench.get(71, LIMITER, 3).hex());
        assertEquals("0301", bench.get(71, LIMITER, 10).hex());
        bench.seconds(3_600);
        assertEquals("0600000BB8", bench.get(71, LIMITER, 3).hex());
    }

    @Test
    @DisplayName("O18 limiter: active threshold and emergency flag are the meter's own; thresholds are numbers")
    void limiterWrites() {
        assertEquals(DataAccessResult.READ_WRITE_DENIED, bench.set(71, LIMITER, 3, Values.u32(1)));
        assertEquals(DataAccessResult.TYPE_UNMATCHED, bench.set(71, LIMITER, 4, Values.text("x")));
        // Reference traces T4, value_definition 1-0:1.7.0 attribute 2.
        assertEquals("020312000309060100010700FF0F02", bench.get(71, LIMITER, 2).hex());
    }

    @Test
    @DisplayName("O36 arbitrator: the heavier request is executed, a tie does nothing")
    void arbitrator() {
        bench.having(68, ARBITRATOR, 2, Values.array(action(1), action(2)))
                .having(68, ARBITRATOR, 3, Values.array(Bits.data(2, 0b11), Bits.data(2, 0b11)))
                .having(
                        68,
                        ARBITRATOR,
                        4,
                        Values.array(
                                Values.array(Values.u16(5), Values.u16(5)),
                                Values.array(Values.u16(5), Values.u16(6))));

        assertEquals(ActionResult.SUCCESS, request(1, 0b01));
        assertEquals(0, state());
        assertEquals(1, bench.get(68, ARBITRATOR, 6).number());
        assertEquals(ActionResult.SUCCESS, request(2, 0b01));
        assertEquals(1, bench.get(68, ARBITRATOR, 6).number());
        assertEquals(ActionResult.SUCCESS, request(2, 0b10));
        assertEquals(1, state());
        assertEquals(2, bench.get(68, ARBITRATOR, 6).number());
        assertEquals(
                "010204028004024 0".replace(" ", ""),
                bench.get(68, ARBITRATOR, 5).hex());
        assertEquals(ActionResult.OTHER_REASON, request(3, 0b01));
        assertEquals(ActionResult.SUCCESS, bench.call(68, ARBITRATOR, 2));
        assertEquals(new Array(List.of()), bench.get(68, ARBITRATOR, 5).data());
    }

    private ActionResult request(int actor, int wanted) {
        return bench.call(68, ARBITRATOR, 1, Values.structure(new Unsigned(actor), Bits.data(2, wanted)));
    }

    private void limit(int watts, int over, int under) {
        bench.having(71, LIMITER, 4, new DoubleLongUnsigned(watts))
                .having(71, LIMITER, 6, Values.u32(over))
                .having(71, LIMITER, 7, Values.u32(under))
                .having(71, LIMITER, 11, Values.structure(action(1), action(2)));
    }

    private static trefas.cosem.CosemData action(int script) {
        return Values.structure(Values.name(SCRIPTS), Values.u16(script));
    }

    private int afterCall(int method) {
        assertEquals(ActionResult.SUCCESS, bench.call(70, DISCONNECTOR, method, new Int8(0)));
        return state();
    }

    private int state() {
        return (int) bench.get(70, DISCONNECTOR, 3).number();
    }
}
