package trefas.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.load.LoadSettings;
import trefas.device.load.RelayMode;
import trefas.device.load.RelaySettings;
import trefas.device.settings.FunctionSettings;
import trefas.device.tariff.DayPlan;
import trefas.device.tariff.DaySwitch;
import trefas.device.tariff.ExceptionDays;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.PlanValue;
import trefas.device.tariff.SeasonPlan;
import trefas.device.tariff.SwitchingPlan;
import trefas.device.tariff.TariffSettings;
import trefas.device.tariff.TariffSource;
import trefas.device.tariff.WorkCalendar;

/// `meter.tariff:` and `meter.load-control:`, and every mistake that can be made there.
class SwitchingSectionTest {

    private static final DayPlan ONE = DayPlan.always(PlanValue.TARIFF, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "meter: {tariff: , load-control: }",
                "meter: {tariff: {plans: }, load-control: {relay-1: , relay-2: , plans: }}"
            })
    void whatIsLeftOutHasItsDefault(String text) {
        assertEquals(SwitchingSettings.DEFAULT, switching(text));
    }

    @Test
    void everyKeyIsTaken() {
        SwitchingSettings switching = switching("""
            meter:
              tariff:
                source: plan
                default: 8
                active-plan: 2
                working-days: [sun, Monday]
                exception-days: [2026-12-24, 2027-02-28]
                plans:
                  - name: First
                    seasons:
                      - name: winter
                        starts: [10-01, 01-15]
                        working: { 22:00: 2, 00:00: 1, 06:30: 3 }
                        non-working: { 00:00: 4 }
                        holiday: { 00:00: 5 }
                      - starts: [02-29]
                        working: { 00:00: 1 }
                  - seasons:
                      - working: { 00:00: 1 }
              load-control:
                delay: 0
                relay-1: { mode: tariff, tariffs: [1, 8], default: on }
                relay-2: { mode: PLAN, active-plan: 1 }
                plans:
                  - seasons:
                      - working: { 00:00: on, 12:00: off }
            """);

        var winter = new SeasonPlan(
                "winter",
                List.of(MonthDay.of(10, 1), MonthDay.of(1, 15)),
                new DayPlan(
                        PlanValue.TARIFF, List.of(new DaySwitch(0, 1), new DaySwitch(390, 3), new DaySwitch(1_320, 2))),
                DayPlan.always(PlanValue.TARIFF, 4),
                DayPlan.always(PlanValue.TARIFF, 5));
        var rest = new SeasonPlan("season 2", List.of(MonthDay.of(2, 29)), ONE, ONE, ONE);
        var year = new SeasonPlan("season 1", List.of(MonthDay.of(1, 1)), ONE, ONE, ONE);
        var calendar = new WorkCalendar(
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                new ExceptionDays(List.of(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 2, 28))));
        var plans = new PlanSet(
                List.of(new SwitchingPlan("First", List.of(winter, rest)), new SwitchingPlan("plan 2", List.of(year))),
                calendar);
        var boiler = new DayPlan(PlanValue.RELAY_POSITION, List.of(new DaySwitch(0, 1), new DaySwitch(720, 0)));
        var loads = new PlanSet(
                List.of(new SwitchingPlan(
                        "plan 1",
                        List.of(new SeasonPlan("season 1", List.of(MonthDay.of(1, 1)), boiler, boiler, boiler)))),
                calendar);
        assertEquals(new TariffSettings(TariffSource.PLAN, 8, 2, plans), switching.tariff());
        assertEquals(
                new LoadSettings(
                        new RelaySettings(RelayMode.TARIFF, 0b1000_0001, true, 1),
                        new RelaySettings(RelayMode.PLAN, 0, false, 1),
                        0,
                        loads),
                switching.load());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {source: ripple}                    | meter.tariff.source is "ripple", expected disabled, port, register or plan
        {source: plan}                      | meter.tariff follows plan 1, but there are 0 meter.tariff.plans
        {default: 0}                        | meter.tariff.default is "0", expected a whole number from 1 to 8
        {default: 9}                        | meter.tariff.default is "9", expected a whole number from 1 to 8
        {active-plan: 4}                    | meter.tariff.active-plan is "4", expected a whole number from 1 to 3
        {active-plan: 2, plans: [{seasons: [{working: {00:00: 1}}]}]} | meter.tariff follows plan 2, but there are 1 meter.tariff.plans
        {working-days: [Mo]}                | meter.tariff.working-days is "Mo", expected days such as Tue
        {exception-days: 2026-12-24}        | meter.tariff.exception-days must be a list in brackets of at most 200 values
        {exception-days: [24.12.2026]}      | meter.tariff.exception-days is "24.12.2026", expected dates such as 2026-12-24
        {exception-days: [2027-02-29]}      | meter.tariff.exception-days is "2027-02-29", expected dates such as 2026-12-24
        {exception-days: [2026-12-24, 2026-12-24]} | the exception day 2026-12-24 stands there twice
        {exception-days: [2026-12-24, 2046-12-25]} | the exception days go from 2026-12-24 to 2046-12-25, expected at most 20 years
        {exceptions: []}                    | unknown key "meter.tariff.exceptions", expected one of source, default, active-plan, working-days, exception-days, plans
        {plans: {name: one}}                | meter.tariff.plans must be a list of at most 100 parts with keys of their own
        {plans: [one]}                      | meter.tariff.plans.1 must have keys below it
        """)
    void eachMistakeInATariffIsOneSentence(String tariff, String sentence) {
        assertEquals(List.of("meter.yaml, line 1: " + sentence), problems("meter: {tariff: " + tariff + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {}                                  | .plans.1: a plan has 0 seasons, expected 1 to 4
        {seasons: [{working: {00:00: 1}}], name: ""} | .plans.1.name is "", expected 1 to 32 printable ASCII characters
        {seasons: [{working: {00:00: 1}}], name: été} | .plans.1.name is "été", expected 1 to 32 printable ASCII characters
        {seasons: [{working: {00:00: 1}}], colour: red} | unknown key "meter.tariff.plans.1.colour", expected one of name, seasons
        {seasons: [{}]}                     | .plans.1.seasons.1.working is missing, expected switches such as 00:00: 1
        {seasons: [{working: }]}            | .plans.1.seasons.1.working is missing, expected switches such as 00:00: 1
        {seasons: [{working: 1}]}           | .plans.1.seasons.1.working is a single value, expected keys below it
        {seasons: [{working: {}}]}          | .plans.1.seasons.1.working: a day needs a switch at 00:00
        {seasons: [{working: {06:00: 1}}]}  | .plans.1.seasons.1.working: a day needs a switch at 00:00
        {seasons: [{working: {00:00: 1, 00:00: 2}}]} | "00:00" stands here twice
        {seasons: [{working: {00:00: 9}}]}  | .plans.1.seasons.1.working.00:00 is "9", expected a tariff from 1 to 8
        {seasons: [{working: {00:00: on}}]} | .plans.1.seasons.1.working.00:00 is "on", expected a tariff from 1 to 8
        {seasons: [{working: {00:00: 1, 24:00: 2}}]} | .plans.1.seasons.1.working.24:00 is not understood, expected a time from 00:00 to 23:59
        {seasons: [{working: {00:00: 1, 6:00: 2}}]} | .plans.1.seasons.1.working.6:00 is not understood, expected a time from 00:00 to 23:59
        {seasons: [{working: {00:00: 1}, holiday: {01:00: 1}}]} | .plans.1.seasons.1.holiday: a day needs a switch at 00:00
        {seasons: [{working: {00:00: 1}, non-working: }]} | .plans.1.seasons.1.non-working is missing, expected switches such as 00:00: 1
        {seasons: [{working: {00:00: 1}, saturday: {00:00: 1}}]} | unknown key "meter.tariff.plans.1.seasons.1.saturday", expected one of name, starts, working, non-working, holiday
        {seasons: [{working: {00:00: 1}, starts: []}]} | .plans.1.seasons.1 has no starts, expected at least one first day
        {seasons: [{working: {00:00: 1}, starts: [1.10.]}]} | .plans.1.seasons.1.starts is "1.10.", expected first days such as 10-01 for 1 October
        {seasons: [{working: {00:00: 1}, starts: [02-30]}]} | .plans.1.seasons.1.starts is "02-30", expected first days such as 10-01 for 1 October
        {seasons: [{starts: [01-01], working: {00:00: 1}}, {working: {00:00: 1}}]} | .plans.1.seasons.2 has no starts, expected at least one first day
        {seasons: [{starts: [01-01], working: {00:00: 1}}, {starts: [01-01], working: {00:00: 1}}]} | .plans.1: two seasons begin on 01-01
        {seasons: [{starts: [01-01, 02-01, 03-01, 04-01, 05-01, 06-01, 07-01, 08-01, 09-01], working: {00:00: 1}}]} | .plans.1.seasons.1.starts must be a list in brackets of at most 8 values
        {seasons: [{starts: [01-01, 02-01, 03-01, 04-01, 05-01, 06-01, 07-01, 08-01], working: {00:00: 1}}, {starts: [09-01], working: {00:00: 1}}]} | .plans.1: the seasons of a plan begin 9 times a year, expected at most 8
        """)
    void eachMistakeInAPlanIsOneSentence(String plan, String sentence) {
        String told = sentence.startsWith(".") ? "meter.tariff" + sentence : sentence;

        assertEquals(List.of("meter.yaml, line 1: " + told), problems("meter: {tariff: {plans: [" + plan + "]}}"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {delay: -1}                         | .delay is "-1", expected a whole number from 0 to 10800
        {delay: 10801}                      | .delay is "10801", expected a whole number from 0 to 10800
        {relay-1: {mode: on}}               | .relay-1.mode is "on", expected disabled, tariff, register or plan
        {relay-1: {mode: plan}}             | .relay-1 follows plan 1, but there are 0 meter.load-control.plans
        {relay-2: {tariffs: [9]}}           | .relay-2.tariffs is "9", expected tariffs from 1 to 8
        {relay-2: {tariffs: 2}}             | .relay-2.tariffs must be a list in brackets of at most 8 values
        {relay-2: {default: 1}}             | .relay-2.default is "1", expected on or off
        {relay-2: {active-plan: 0}}         | .relay-2.active-plan is "0", expected a whole number from 1 to 3
        {relay-2: {plan: 1}}                | unknown key "meter.load-control.relay-2.plan", expected one of mode, tariffs, default, active-plan
        {relay-3: {mode: plan}}             | unknown key "meter.load-control.relay-3", expected one of delay, relay-1, relay-2, plans
        {plans: [{seasons: [{}]}]}          | .plans.1.seasons.1.working is missing, expected switches such as 00:00: off
        {plans: [{seasons: [{working: {00:00: 1}}]}]} | .plans.1.seasons.1.working.00:00 is "1", expected on or off
        """)
    void eachMistakeInLoadControlIsOneSentence(String load, String sentence) {
        String told = sentence.startsWith(".") ? "meter.load-control" + sentence : sentence;

        assertEquals(List.of("meter.yaml, line 1: " + told), problems("meter: {load-control: " + load + "}"));
    }

    @Test
    void aListInPlaceOfATariffIsTooDeep() {
        assertEquals(
                List.of("meter.yaml: keys and lists stand more than 8 deep in each other"),
                problems("meter: {tariff: {plans: [{seasons: [{working: {00:00: [1]}}]}]}}"));
    }

    @Test
    void moreThanTheLimitsIsAMistake() {
        String plan = "{seasons: [{working: {00:00: 1}}]}";
        String seasons = IntStream.rangeClosed(1, 5)
                .mapToObj(month -> "{starts: [0" + month + "-01], working: {00:00: 1}}")
                .collect(Collectors.joining(", "));
        String switches = IntStream.rangeClosed(10, 20)
                .mapToObj(hour -> hour == 10 ? "00:00: 1" : hour + ":00: 1")
                .collect(Collectors.joining(", "));

        assertEquals(
                List.of("meter.yaml, line 1: meter.tariff.plans: there are 4 plans, expected at most 3"),
                problems("meter: {tariff: {plans: [" + String.join(", ", plan, plan, plan, plan) + "]}}"));
        assertEquals(
                List.of("meter.yaml, line 1: meter.tariff.plans.1: a plan has 5 seasons, expected 1 to 4"),
                problems("meter: {tariff: {plans: [{seasons: [" + seasons + "]}]}}"));
        assertEquals(
                List.of("meter.yaml, line 1: meter.tariff.plans.1.seasons.1.working: a day has 11 switches, expected"
                        + " at most 10"),
                problems("meter: {tariff: {plans: [{seasons: [{working: {" + switches + "}}]}]}}"));
    }

    @Test
    void allMistakesAreToldAtOnceWithTheirLines() {
        assertEquals(
                List.of(
                        "meter.yaml, line 3: meter.tariff.source is \"ripple\", expected disabled, port, register or"
                                + " plan",
                        "meter.yaml, line 8: meter.tariff.plans.1.seasons.1.working.06:00 is \"9\", expected a tariff"
                                + " from 1 to 8",
                        "meter.yaml, line 11: meter.tariff.plans.1.seasons.2.starts is \"13-01\", expected first days"
                                + " such as 10-01 for 1 October",
                        "meter.yaml, line 11: meter.tariff.plans.1.seasons.2 has no starts, expected at least one"
                                + " first day",
                        "meter.yaml, line 12: meter.tariff.plans.1.seasons.2.working: a day needs a switch at 00:00"),
                problems("""
                    meter:
                      tariff:
                        source: ripple
                        plans:
                          - seasons:
                              - starts: [10-01]
                                working:
                                  06:00: 9
                                  00:00: 1
                              - name: summer
                                starts: [13-01]
                                working: { 01:00: 1 }
                    """));
    }

    private static SwitchingSettings switching(String text) {
        FunctionSettings functions = assertInstanceOf(
                        SettingsFile.Read.Settings.class, SettingsFile.parse("meter.yaml", text, Path.of("")))
                .settings()
                .functions();
        return new SwitchingSettings(functions.tariff(), functions.load());
    }

    private static List<String> problems(String text) {
        return assertInstanceOf(SettingsFile.Read.Problems.class, SettingsFile.parse("meter.yaml", text, Path.of("")))
                .problems();
    }
}
