package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DoubleLong;
import trefas.cosem.CosemData.Int16;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.objects.standard.Charge.Commodity;
import trefas.objects.standard.Charge.Price;
import trefas.objects.standard.Charge.UnitCharge;
import trefas.objects.standard.StandardEffect.DriveBreaker;
import trefas.quantity.Obis;

/// Account, credits, charges and tokens as a head-end and a customer meet them (dossier F9).
class PaymentObjectsTest {

    private static final String ACCOUNT = "0-0:19.0.0*255";
    private static final String TOKENS = "0-0:19.10.0*255";
    private static final String EMERGENCY = "0-0:19.10.1*255";
    private static final String ENERGY = "0-0:19.20.0*255";
    private static final String DEBT = "0-0:19.20.1*255";
    private static final String GATEWAY = "0-0:19.40.0*255";
    private static final String DISCONNECTOR = "0-0:96.3.10*255";

    private static final byte[] TAG = "a vending ta".getBytes(StandardCharsets.US_ASCII);

    private final ControlOnBench bench =
            new ControlOnBench(Surroundings.NONE.with((Token.Authority) (_, tag) -> Arrays.equals(tag, TAG)));

    @Test
    @DisplayName("O32 prepayment: out of credit disconnects, tokens connect, energy is paid, emergency credit is lent")
    void prepayment() {
        // 1 coin for a Wh; reconnection by itself needs mode 5 or 6.
        bench.having(70, DISCONNECTOR, 4, Values.en(6))
                .having(113, ENERGY, 5, energyPrice(1_000))
                .having(113, ENERGY, 8, Values.u32(60))
                .having(112, EMERGENCY, 9, new DoubleLong(30))
                .having(111, ACCOUNT, 2, Values.structure(Values.en(2), Values.en(1)))
                .having(111, ACCOUNT, 16, new DoubleLong(50));
        assertEquals(1, state(), "a new account disconnects nobody");
        assertEquals(ActionResult.SUCCESS, bench.call(111, ACCOUNT, 1));
        assertEquals(2, state(), "nothing was paid yet");
        // Low credit, next credit selectable, out of credit.
        assertEquals("040852", bench.get(111, ACCOUNT, 4).hex());

        assertEquals(ActionResult.SUCCESS, enter(1, 100));
        assertEquals(1, state());
        assertEquals(100, bench.get(111, ACCOUNT, 5).number());

        // 3 000 W are 50 Wh a minute.
        bench.watts(3_000);
        bench.seconds(61);
        assertEquals(50, bench.get(111, ACCOUNT, 5).number());
        bench.seconds(60);
        assertEquals(1, bench.get(112, EMERGENCY, 8).number(), "selectable");
        assertEquals(2, state());
        assertEquals(ActionResult.SUCCESS, bench.call(112, EMERGENCY, 3));
        assertEquals(2, bench.get(111, ACCOUNT, 3).number());
        assertEquals(ActionResult.OTHER_REASON, bench.call(112, EMERGENCY, 3), "once");
        bench.restart();
        assertEquals(2, bench.get(111, ACCOUNT, 3).number(), "kept over a restart");
        assertTrue(bench.effects.contains(new DriveBreaker(false)));
        assertTrue(bench.effects.contains(new DriveBreaker(true)));
    }

    @Test
    @DisplayName("O32 token gateway: each refusal says why, and nothing is credited")
    void tokens() {
        bench.call(111, ACCOUNT, 1);
        assertEquals(ActionResult.OTHER_REASON, bench.call(115, GATEWAY, 1, Values.text("no token")));
        assertEquals(4, tokenStatus());
        assertEquals(
                ActionResult.OTHER_REASON,
                bench.call(115, GATEWAY, 1, Values.octets(Token.octets(Token.covered(1, 100), new byte[12]))));
        assertEquals(5, tokenStatus());
        assertEquals(ActionResult.SUCCESS, enter(7, 100));
        assertEquals(3, tokenStatus());
        assertEquals(ActionResult.OTHER_REASON, enter(7, 100));
        assertEquals(6, tokenStatus());
        assertEquals(100, bench.get(112, TOKENS, 2).number());
        assertEquals(
                Values.octets(Token.octets(Token.covered(7, 100), TAG)),
                bench.get(115, GATEWAY, 2).data());
        bench.call(111, ACCOUNT, 2);
        assertEquals(ActionResult.OTHER_REASON, enter(8, 100));
        assertEquals(7, tokenStatus());
        assertEquals(ActionResult.OTHER_REASON, bench.call(115, GATEWAY, 1, Values.octets(new byte[65])));
    }

    @Test
    @DisplayName("O32 charges: a debt by payments, prices exchanged, amounts set and changed")
    void charges() {
        bench.call(111, ACCOUNT, 1);
        bench.having(113, DEBT, 13, Values.u16(2_500));
        assertEquals(ActionResult.SUCCESS, bench.call(113, DEBT, 5, new DoubleLong(40)));
        assertEquals(ActionResult.SUCCESS, bench.call(113, DEBT, 4, new DoubleLong(-10)));
        assertEquals(30, bench.get(111, ACCOUNT, 8).number());
        assertEquals(ActionResult.SUCCESS, enter(1, 100));
        assertEquals(5, bench.get(113, DEBT, 12).number());
        assertEquals(25, bench.get(113, DEBT, 2).number());
        assertEquals(25, bench.get(113, DEBT, 11).number());
        assertEquals(75, bench.get(112, TOKENS, 2).number());

        bench.having(113, ENERGY, 6, energyPrice(3));
        CosemData row = Values.array(Values.structure(Values.text(""), new Int16(4)));
        assertEquals(ActionResult.SUCCESS, bench.call(113, ENERGY, 1, row));
        assertEquals(
                ActionResult.OTHER_REASON,
                bench.call(113, ENERGY, 1, Values.array(Values.structure(Values.text("night"), new Int16(4)))));
        assertEquals(ActionResult.SUCCESS, bench.call(113, ENERGY, 2));
        assertEquals(energyPrice(4), bench.get(113, ENERGY, 5).data());
    }

    @Test
    @DisplayName("O32 credits: amounts set and changed, priorities decide which is in use")
    void credits() {
        bench.call(111, ACCOUNT, 1);
        bench.call(112, TOKENS, 2, new DoubleLong(70));
        bench.call(112, TOKENS, 1, new DoubleLong(-20));
        assertEquals(50, bench.get(112, TOKENS, 2).number());
        assertEquals(1, bench.get(111, ACCOUNT, 3).number());
        bench.having(112, EMERGENCY, 7, Bits.data(5, 0)).having(112, EMERGENCY, 9, new DoubleLong(10));
        bench.having(112, EMERGENCY, 4, new Unsigned(1)).having(112, TOKENS, 4, new Unsigned(2));
        assertEquals(2, bench.get(111, ACCOUNT, 3).number());
        assertEquals(DataAccessResult.READ_WRITE_DENIED, bench.set(112, TOKENS, 2, new DoubleLong(1)));
        assertEquals(DataAccessResult.READ_WRITE_DENIED, bench.set(111, ACCOUNT, 5, new DoubleLong(1)));
        assertEquals(
                DataAccessResult.OTHER_REASON,
                bench.set(
                        111,
                        ACCOUNT,
                        12,
                        Values.array(
                                Values.structure(Values.name(TOKENS), new Unsigned(60)),
                                Values.structure(Values.name(EMERGENCY), new Unsigned(60)))));
    }

    private static CosemData energyPrice(int coinsPerKilowattHour) {
        return ChargeBehaviour.data(new UnitCharge(
                3,
                -2,
                new Commodity(3, Obis.of("1-0:1.8.0*255"), 2),
                List.of(new Price(Octets.of(new byte[0]), coinsPerKilowattHour))));
    }

    private ActionResult enter(long number, int amount) {
        return bench.call(115, GATEWAY, 1, Values.octets(Token.octets(Token.covered(number, amount), TAG)));
    }

    private int tokenStatus() {
        return Values.number(Values.element(bench.get(115, GATEWAY, 6).data(), 0));
    }

    private int state() {
        return (int) bench.get(70, DISCONNECTOR, 3).number();
    }
}
