package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemDateTime;
import trefas.objects.standard.Charge.Commodity;
import trefas.objects.standard.Charge.Price;
import trefas.objects.standard.Charge.UnitCharge;
import trefas.objects.standard.DisconnectControl.Trigger;
import trefas.objects.standard.Payment.CreditSign;
import trefas.quantity.Obis;

class PaymentTest {

    private static final Obis TOKENS = Obis.of("0-0:19.10.0*255");
    private static final Obis EMERGENCY = Obis.of("0-0:19.10.1*255");
    private static final Obis ENERGY = Obis.of("0-0:19.20.0*255");
    private static final Obis DEBT = Obis.of("0-0:19.20.1*255");
    private static final Obis STANDING = Obis.of("0-0:19.20.2*255");
    private static final Commodity IMPORT = new Commodity(3, Obis.of("1-0:1.8.0*255"), 2);
    private static final Octets NO_TARIFF = Octets.of(new byte[0]);
    private static final byte[] TAG = "a vending ta".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final Token.Authority AUTHORITY = (_, tag) -> Arrays.equals(tag, TAG);
    private static final CosemDateTime ANY =
            new CosemDateTime(0xFFFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, -0x8000, 0xFF);

    private long wattHours;

    @Test
    @DisplayName("O32 token, consumption, low credit, emergency, out of credit, disconnect, top up, reconnect")
    void theWholeStory() {
        Payment payment = household();
        assertTrue(payment.isOutOfCredit(), "nothing was paid yet");
        assertEquals(Optional.of(Trigger.LOCAL_DISCONNECT), payment.trigger(true));

        payment = enter(payment, 1, 1_000, Token.StatusCode.EXECUTION_OK);
        assertEquals(1_000, payment.availableCredit());
        assertEquals(CreditSign.IN_CREDIT.mask() | CreditSign.NEXT_CREDIT_ENABLED.mask(), payment.creditSigns());
        assertEquals(Optional.of(Trigger.LOCAL_RECONNECT), payment.trigger(false));

        // 0.25 per kWh: 36 kWh cost 9.00.
        payment = consume(payment, 0, 0);
        payment = consume(payment, 60, 36_000);
        assertEquals(100, payment.availableCredit());
        assertEquals(
                CreditSign.IN_CREDIT.mask() | CreditSign.LOW_CREDIT.mask() | CreditSign.NEXT_CREDIT_SELECTABLE.mask(),
                payment.creditSigns());

        payment = payment.invoked(EMERGENCY).orElseThrow();
        assertEquals(600, payment.availableCredit(), "1.00 and 5.00 of emergency credit");
        payment = consume(payment, 120, 8_000);
        assertEquals(2, payment.creditInUse());
        assertEquals(400, payment.availableCredit());
        assertEquals(100, payment.amountToClear());

        payment = consume(payment, 180, 16_000);
        assertTrue(payment.isOutOfCredit());
        assertEquals(Optional.of(Trigger.LOCAL_DISCONNECT), payment.trigger(true));
        assertEquals(500, payment.amountToClear());

        payment = enter(payment, 2, 400, Token.StatusCode.EXECUTION_OK);
        assertEquals(100, payment.amountToClear());
        assertEquals(Optional.empty(), payment.trigger(false), "what was lent is not paid back yet");
        payment = enter(payment, 3, 1_100, Token.StatusCode.EXECUTION_OK);
        assertEquals(0, payment.amountToClear());
        assertEquals(1_000, payment.availableCredit());
        assertEquals(Optional.of(Trigger.LOCAL_RECONNECT), payment.trigger(false));
        assertEquals(
                Credit.Status.ENABLED, payment.credit(EMERGENCY).orElseThrow().status());
        assertEquals(1_500, payment.charge(ENERGY).orElseThrow().books().totalPaid());
    }

    @Test
    @DisplayName("O32 a token is genuine, new and worth something, or it changes nothing")
    void tokens() {
        Payment payment = household();
        byte[] covered = Token.covered(5, 100);
        byte[] good = Token.octets(covered, TAG);
        byte[] forged = Token.octets(covered, new byte[12]);

        assertUnchanged(payment, Token.StatusCode.FORMAT_FAILURE, new byte[0]);
        assertUnchanged(payment, Token.StatusCode.FORMAT_FAILURE, Arrays.copyOf(good, 22));
        assertUnchanged(payment, Token.StatusCode.AUTHENTICATION_FAILURE, forged);
        assertUnchanged(payment, Token.StatusCode.VALIDATION_FAILURE, Token.octets(Token.covered(5, 0), TAG));
        assertUnchanged(payment, Token.StatusCode.VALIDATION_FAILURE, Token.octets(Token.covered(5, -1), TAG));
        Payment paid = enter(payment, 5, 100, Token.StatusCode.EXECUTION_OK);
        assertUnchanged(paid, Token.StatusCode.VALIDATION_FAILURE, good);
        assertUnchanged(paid, Token.StatusCode.VALIDATION_FAILURE, Token.octets(Token.covered(4, 100), TAG));
        assertUnchanged(
                paid.closed().orElseThrow(),
                Token.StatusCode.EXECUTION_FAILURE,
                Token.octets(Token.covered(6, 100), TAG));
    }

    @Test
    @DisplayName("O32 a debt takes its share of every payment until it is paid, within its provision")
    void debt() {
        Payment payment = household()
                .replaced(new Charge(
                                DEBT,
                                terms(Charge.Type.PAYMENT_EVENT_BASED, UnitCharge.NONE, 0, 1, 2_000),
                                Charge.Books.NONE)
                        .withRemaining(300));
        assertEquals(300, payment.aggregatedDebt());

        payment = enter(payment, 1, 1_000, Token.StatusCode.EXECUTION_OK);
        assertEquals(100, payment.aggregatedDebt(), "20 % of 10.00");
        assertEquals(800, payment.availableCredit());
        payment = enter(payment, 2, 1_000, Token.StatusCode.EXECUTION_OK);
        assertEquals(0, payment.aggregatedDebt());
        assertEquals(1_700, payment.availableCredit(), "only 1.00 was left to pay");
    }

    @Test
    @DisplayName("O32 a standing charge is collected every period, for every period that passed")
    void standingCharge() {
        var price = new UnitCharge(0, -2, new Commodity(0, IMPORT.logicalName(), 0), List.of(new Price(NO_TARIFF, 7)));
        Payment payment = household()
                .replaced(new Charge(STANDING, terms(Charge.Type.TIME_BASED, price, 100, 2, 0), Charge.Books.NONE));
        payment = enter(payment, 1, 1_000, Token.StatusCode.EXECUTION_OK);

        payment = consume(payment, 0, 0);
        payment = consume(payment, 99, 0);
        assertEquals(1_000, payment.availableCredit());
        payment = consume(payment, 100, 0);
        assertEquals(993, payment.availableCredit());
        payment = consume(payment, 350, 0);
        assertEquals(979, payment.availableCredit(), "two more periods");
        payment = consume(payment, 400, 0);
        assertEquals(972, payment.availableCredit(), "periods keep their beat");
    }

    @Test
    @DisplayName("O32 a passive price becomes active at its time")
    void passivePrice() {
        Payment payment = enter(household(), 1, 1_000, Token.StatusCode.EXECUTION_OK);
        Charge energy = payment.charge(ENERGY).orElseThrow();
        payment = payment.replaced(energy.with(new Charge.Terms(
                Charge.Type.CONSUMPTION_BASED,
                1,
                energy.terms().active(),
                price(50),
                OptionalLong.of(1_000),
                60,
                2,
                0)));
        payment = consume(payment, 0, 0);
        payment = consume(payment, 60, 4_000);
        assertEquals(900, payment.availableCredit());
        payment = consume(payment, 1_000, 4_000);

        assertEquals(700, payment.availableCredit());
        assertEquals(price(50), payment.charge(ENERGY).orElseThrow().terms().active());
    }

    @Test
    @DisplayName("O32 an account is new, active, closed, and new again; nothing else")
    void accounts() {
        Payment fresh = new Payment(Account.FACTORY, List.of(), List.of(), -1);

        assertEquals(Optional.empty(), fresh.closed());
        assertEquals(Optional.empty(), fresh.reset());
        Payment active = fresh.activated().orElseThrow();
        assertEquals(Optional.empty(), active.activated());
        assertEquals(Optional.empty(), active.reset());
        Payment closed = active.closed().orElseThrow();
        assertEquals(Optional.empty(), closed.closed());
        assertEquals(fresh, closed.reset().orElseThrow());
        assertEquals(Optional.empty(), active.trigger(true), "a credit customer is never cut off");
    }

    // Money is neither made nor lost: what was paid is what credits hold and charges took.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_128})
    void moneyIsConserved(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Payment payment = household();
        long paid = 0;
        long token = 0;
        for (int step = 0; step < 2_000; step++) {
            switch (random.nextInt(3)) {
                case 0 -> {
                    int amount = random.nextInt(1, 500);
                    payment = enter(payment, ++token, amount, Token.StatusCode.EXECUTION_OK);
                    paid += amount;
                }
                case 1 -> payment = consume(payment, 60L * step, random.nextInt(20_000));
                default -> payment = payment.invoked(EMERGENCY).orElse(payment);
            }
            long held = payment.credit(TOKENS).orElseThrow().amount();
            Credit emergency = payment.credit(EMERGENCY).orElseThrow();
            long lent = emergency.isInvoked() ? emergency.terms().preset() - emergency.amount() : -emergency.amount();
            long taken = payment.charges().stream()
                    .mapToLong(charge -> charge.books().totalPaid())
                    .sum();

            assertEquals(paid, held - lent + taken, "step " + step);
            assertEquals(payment, payment.settled(), "settled is settled");
        }
        assertFalse(payment.charges().isEmpty());
    }

    private static Payment household() {
        var terms = new Account.Terms(
                Account.Mode.PREPAYMENT,
                0,
                List.of(),
                List.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                new Account.Currency("EUR", -2, 2),
                200,
                100,
                0,
                0);
        var tokens = new Credit(
                TOKENS,
                new Credit.Terms(Credit.Type.TOKEN, 1, 0, 0, Credit.Configuration.RECEIVES_TOKENS.mask(), 0, 0, ANY),
                0,
                Credit.Status.ENABLED);
        var emergency = new Credit(
                EMERGENCY,
                new Credit.Terms(
                        Credit.Type.EMERGENCY,
                        2,
                        0,
                        0,
                        Credit.Configuration.CONFIRMATION.mask() | Credit.Configuration.TO_BE_PAID_BACK.mask(),
                        500,
                        0,
                        ANY),
                0,
                Credit.Status.ENABLED);
        var energy = new Charge(ENERGY, terms(Charge.Type.CONSUMPTION_BASED, price(25), 60, 2, 0), Charge.Books.NONE);
        var unused =
                new Charge(DEBT, terms(Charge.Type.PAYMENT_EVENT_BASED, UnitCharge.NONE, 0, 1, 0), Charge.Books.NONE);
        var standing =
                new Charge(STANDING, terms(Charge.Type.TIME_BASED, UnitCharge.NONE, 100, 2, 0), Charge.Books.NONE);
        return new Payment(
                        new Account(terms, Account.Status.NEW, Account.Provision.NONE),
                        List.of(tokens, emergency),
                        List.of(energy, unused, standing),
                        -1)
                .activated()
                .orElseThrow();
    }

    /// So many cents for a kWh, of a register that counts Wh.
    private static UnitCharge price(int cents) {
        return new UnitCharge(3, -2, IMPORT, List.of(new Price(NO_TARIFF, cents)));
    }

    private static Charge.Terms terms(
            Charge.Type type, UnitCharge price, long periodSeconds, int configuration, int proportion) {
        return new Charge.Terms(type, 1, price, price, OptionalLong.empty(), periodSeconds, configuration, proportion);
    }

    private Payment consume(Payment payment, long now, int more) {
        wattHours += more;
        return payment.second(
                now,
                new Commodities() {
                    @Override
                    public OptionalLong reading(Commodity commodity) {
                        return OptionalLong.of(wattHours);
                    }

                    @Override
                    public int scaler(Commodity commodity) {
                        return 0;
                    }
                },
                NO_TARIFF,
                true);
    }

    private static Payment enter(Payment payment, long number, int amount, Token.StatusCode expected) {
        var entered = payment.enter(Octets.of(Token.octets(Token.covered(number, amount), TAG)), AUTHORITY, 0);
        assertEquals(expected, entered.status());
        return entered.payment();
    }

    private static void assertUnchanged(Payment payment, Token.StatusCode expected, byte[] octets) {
        var entered = payment.enter(Octets.of(octets), AUTHORITY, 0);

        assertEquals(expected, entered.status());
        assertEquals(payment, entered.payment());
    }
}
