package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.device.register.Quantity;
import trefas.device.settings.FunctionSettings;
import trefas.device.tariff.DayPlan;
import trefas.device.tariff.ExceptionDays;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.PlanValue;
import trefas.device.tariff.SeasonPlan;
import trefas.device.tariff.SwitchingPlan;
import trefas.device.tariff.WorkCalendar;

/// What is written to tariff and load control, and what the meter does next (dossier 8, 9).
@DisplayName("own model: tariff and load control")
class TariffAndLoadObjectsTest {

    private static final int DATA = 1;
    private static final String ACTUAL_TARIFF = "1-1:129.0.0*255";
    private static final String TARIFF_SOURCE = "1-1:96.52.21*255";
    private static final int BY_REGISTER = 2;
    private static final int BY_PLAN = 3;

    private final FunctionsOnBench on = new FunctionsOnBench();

    // Dossier 8: 2 is "register (write ActualTariff)".
    @Test
    void theTariffWrittenCountsFromTheNextSecondOn() {
        on.assertRefused(DataAccessResult.TEMPORARY_FAILURE, ACTUAL_TARIFF, new Unsigned(2));
        assertEquals(DataAccessResult.SUCCESS, on.set(TARIFF_SOURCE, new Unsigned(BY_REGISTER)));
        on.bench.values.phase(0, 230_000, 43_478, 10_000_000, 0);
        on.second();
        long inTariff1 = inTariff(1);

        on.assertRefused(DataAccessResult.OTHER_REASON, ACTUAL_TARIFF, new Unsigned(0));
        on.assertRefused(DataAccessResult.OTHER_REASON, ACTUAL_TARIFF, new Unsigned(9));
        on.assertRefused(DataAccessResult.TYPE_UNMATCHED, ACTUAL_TARIFF, new CosemData.LongUnsigned(2));
        assertEquals(DataAccessResult.SUCCESS, on.set(ACTUAL_TARIFF, new Unsigned(2)));
        on.second();
        long inTheSecondOfTheChange = inTariff(1);
        assertEquals("1102", on.read(ACTUAL_TARIFF));
        on.second();

        assertEquals(10_000_000, inTheSecondOfTheChange - inTariff1);
        assertEquals(inTheSecondOfTheChange, inTariff(1));
        assertEquals(10_000_000, inTariff(2));
        assertEquals("1102", on.readAfterRestart(ACTUAL_TARIFF));
    }

    @Test
    void aTariffPlanIsFollowedThatIsThere() {
        for (String name : List.of("1-1:96.52.24*255", "1-1:96.52.34*255", "1-1:96.52.44*255")) {
            on.assertRefused(DataAccessResult.OTHER_REASON, name, new Unsigned(1));
        }
        FunctionSettings functions = on.bench.meter.settings().functions();
        var calendar = new WorkCalendar(
                WorkCalendar.DEFAULT.workingDays(), new ExceptionDays(List.of(LocalDate.of(2027, 12, 24))));
        var plans = new PlanSet(
                List.of(always("Always 3", PlanValue.TARIFF, 3), always("Always 7", PlanValue.TARIFF, 7)), calendar);
        on.bench.meter.setFunctions(functions.with(functions.tariff().withPlans(plans)), _ -> {});

        assertEquals(DataAccessResult.SUCCESS, on.set("1-1:96.52.24*255", new Unsigned(2)));
        assertEquals(DataAccessResult.SUCCESS, on.set(TARIFF_SOURCE, new Unsigned(BY_PLAN)));
        on.second();

        assertEquals("1107", on.read(ACTUAL_TARIFF));
        assertEquals(
                new CosemData.VisibleString("Always 7"),
                on.bench.get(DATA, "1-1:96.52.23*255", 2).data());
        assertEquals("1102", on.read("1-1:96.52.24*255"));
        assertEquals("1101", on.read("1-1:96.52.25*255"));
        assertEquals(
                new CosemData.VisibleString(calendar.exceptionDays().info()),
                on.bench.get(DATA, "1-1:129.0.40*255", 2).data());
        on.assertRefused(DataAccessResult.OTHER_REASON, "1-1:96.52.24*255", new Unsigned(3));
        on.assertRefused(DataAccessResult.OTHER_REASON, "1-1:96.52.24*255", new Unsigned(0));
        on.assertRefused(DataAccessResult.TYPE_UNMATCHED, "1-1:96.52.24*255", new CosemData.LongUnsigned(1));
        on.assertRefused(DataAccessResult.TEMPORARY_FAILURE, ACTUAL_TARIFF, new Unsigned(2));
    }

    @ParameterizedTest(name = "relay {0}")
    @CsvSource({"34, 33, 35, 31, 3", "44, 43, 45, 41, 3"})
    void aRelayFollowsAPlanThatIsThere(int plan, int name, int season, int mode, int byPlan) {
        FunctionSettings functions = on.bench.meter.settings().functions();
        var plans = new PlanSet(
                List.of(always("Off", PlanValue.RELAY_POSITION, 0), always("On", PlanValue.RELAY_POSITION, 1)),
                WorkCalendar.DEFAULT);
        on.bench.meter.setFunctions(functions.with(functions.load().withPlans(plans)), _ -> {});

        assertEquals(DataAccessResult.SUCCESS, on.set(load(plan), new Unsigned(2)));
        assertEquals(DataAccessResult.SUCCESS, on.set(load(mode), new Unsigned(byPlan)));
        on.second();

        assertEquals("1102", on.read(load(plan)));
        assertEquals(
                new CosemData.VisibleString("On"),
                on.bench.get(DATA, load(name), 2).data());
        assertEquals("1101", on.read(load(season)));
        on.assertRefused(DataAccessResult.OTHER_REASON, load(plan), new Unsigned(3));
        on.assertRefused(DataAccessResult.TYPE_UNMATCHED, load(plan), new CosemData.LongUnsigned(1));
    }

    // Dossier 9: active after a random delay, inactive at once.
    @ParameterizedTest(name = "load active {0}, mode {1}")
    @CsvSource({"1, 31, 7, 9", "3, 41, 8, 10"})
    void aLoadWrittenActiveWaitsForItsDelayAndGoesInactiveAtOnce(int active, int mode, int remaining, int shown) {
        on.assertRefused(DataAccessResult.TEMPORARY_FAILURE, load(active), new Unsigned(1));
        assertEquals(DataAccessResult.SUCCESS, on.set(load(mode), new Unsigned(BY_REGISTER)));
        assertEquals("1102", on.read(load(shown)));
        on.assertRefused(DataAccessResult.OTHER_REASON, load(active), new Unsigned(2));
        on.assertRefused(DataAccessResult.TYPE_UNMATCHED, load(active), new CosemData.Bool(true));

        assertEquals(DataAccessResult.SUCCESS, on.set(load(active), new Unsigned(1)));
        on.second();

        assertEquals("1101", on.read(load(active)));
        int waits = assertInstanceOf(
                        CosemData.LongUnsigned.class,
                        on.bench.get(DATA, load(remaining), 2).data())
                .value();
        assertTrue(waits > 0 && waits <= 3_600, "seconds: " + waits);

        assertEquals(DataAccessResult.SUCCESS, on.set(load(active), new Unsigned(0)));
        on.second();
        assertEquals("1100", on.read(load(active)));
        assertEquals("120000", on.read(load(remaining)));
    }

    private long inTariff(int tariff) {
        return on.bench.meter.parts().registers().tariffs().milliwattSeconds(Quantity.A_PLUS, tariff);
    }

    private static String load(int place) {
        return "1-1:96.52." + place + "*255";
    }

    private static SwitchingPlan always(String name, PlanValue kind, int value) {
        DayPlan day = DayPlan.always(kind, value);
        return new SwitchingPlan(name, List.of(new SeasonPlan("year", List.of(MonthDay.of(1, 1)), day, day, day)));
    }
}
