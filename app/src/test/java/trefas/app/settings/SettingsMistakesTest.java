package trefas.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.app.settings.MeterFiles.FOLDER;
import static trefas.app.settings.MeterFiles.problems;
import static trefas.app.settings.MeterFiles.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.device.display.DisplayItem;
import trefas.dlms.gateway.GatewayAddress;

/// Every mistake in a file is one sentence with its line, and all of them are told at once.
class SettingsMistakesTest {

    /// All at once, each with its line where it has one.
    @Test
    void whatIsWrongWithConfigurationNumbersIsTold() {
        assertEquals(
                List.of(
                                "house.yaml, line 2: meter.type, position 7, X5 current range: \"8\" is 5(80) A, which"
                                        + " other meters of the family have, not this; possible is 9 (5(63) A)",
                                "house.yaml, line 6: Z21 transformer ratio: belongs to meters on current transformers;"
                                        + " this meter is connected directly and has no Z21",
                                "house.yaml, line 5: meter.decimals means Z1 4, but Z1 is \"3\"; leave one of them out",
                                "house.yaml, line 5: meter.profile.period has no code of Z4, but Z4 is \"2\"; leave"
                                        + " one of them out",
                                "house.yaml, line 5: Z13 001 takes the tariff from the module port, but Z3 00 has no"
                                        + " tariff input; 01, 02, 07 to 14, 22 and 23 have",
                                "house.yaml, line 7: security.encryption and Z28 don't say the same; leave one of them"
                                        + " out")
                        .stream()
                        .sorted()
                        .toList(),
                problemsOf("""
                    meter:
                      type: 6841438BN244100010
                      decimals: 6.3
                      profile: {period: 5min}
                      configuration: {Z13: 001, Z1: 3, Z4: 2,
                        Z21: 001,
                        Z28: 1}
                    security: {encryption: 2}
                    """));
    }

    private static List<String> problemsOf(String text) {
        return assertInstanceOf(SettingsFile.Read.Problems.class, SettingsFile.parse("house.yaml", text, FOLDER))
                .problems()
                .stream()
                .sorted()
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        meter: {serial: 0}                | meter.serial is "0", expected a whole number from 1 to 99999999
        meter: {serial: 100000000}        | meter.serial is "100000000", expected a whole number from 1 to 99999999
        meter: {serial: [1]}              | meter.serial must be one value, expected a whole number from 1 to 99999999
        meter: {type: 684}                | meter.type, a type number has 18 characters without its dashes, here are 3 in "684"
        meter: {configuration: {Z31: 1}}  | unknown key "meter.configuration.Z31", expected one of Z1, Z2, Z3, Z4, Z5, Z6, Z7, Z8, Z9, Z10, Z11, Z12, Z13, Z14, Z15, Z16, Z17, Z18, Z19, Z20, Z25, Z26, Z27, Z28, Z29, Z30
        meter: {configuration: {Z7: 25}}  | Z7 debiting interval: "25" is no code; possible are 00 to 24
        meter: {configuration: {Z7: [1]}} | meter.configuration.Z7 must be one value, expected a code of 2 digits
        meter: {configuration: {Z9: 100}} | Z9 100: what this order form says is not published, and a file has no keys for it yet
        meter: {configuration: {Z13: 100}} | Z13 100: what this order form says is not published; write the plan below meter.tariff, with source: plan
        meter: {configuration: {Z3: 17, Z14: 100}} | Z14 100: what this order form says is not published; write the plan below meter.load-control, with mode: plan
        meter: {configuration: {Z13: 002}, tariff: {source: disabled}} | meter.tariff.source means Z13 000, but Z13 is "002"; leave one of them out
        meter: {configuration: {Z14: 000}, load-control: {relay-2: {mode: register}}} | meter.load-control.relay-2.mode is register, but Z14 says otherwise; leave one of them out
        meter: {configuration: {Z6: 02}, debiting: {day: 3}} | meter.debiting.day means Z6 03, but Z6 is "02"; leave one of them out
        meter: {configuration: {Z7: 00}, debiting: {interval: monthly}} | meter.debiting.interval means Z7 01, but Z7 is "00"; leave one of them out
        meter: {configuration: {Z25: 3}, debiting: {second: daily}} | meter.debiting.second means Z25 1, but Z25 is "3"; leave one of them out
        meter: {debiting: {day: 29}}      | meter.debiting.day is "29", expected a whole number from 1 to 28
        meter: {debiting: {interval: four-months}} | meter.debiting.interval is "four-months", expected none, monthly, two-months-from-february, three-months-from-march, half-yearly-from-june, yearly-in-december or the like
        meter: {time: {drift: 1000.001}}  | meter.time.drift is "1000.001", expected ppm from -1000 to 1000, such as 5 or -0.5
        meter: {time: {drift: 0.0001}}    | meter.time.drift is "0.0001", expected ppm from -1000 to 1000, such as 5 or -0.5
        meter: {demand: {threshold: 100kW}} | meter.demand.threshold is "100kW", expected a power up to 99.999kW, such as 10kW
        meter: {demand: {period: 15min}}  | unknown key "meter.demand.period", expected one of threshold
        meter: {analysis: {period: 1min}} | meter.analysis.period is "1min", expected 5min, 15min, 30min or 60min
        meter: {analysis: {registers: [P+max]}} | P+max can't stand in the analysis logger
        meter: {analysis: {registers: [P+, 1-1:1.7.0*255]}} | P+ stands twice
        meter: {analysis: {registers: [P]}} | meter.analysis.registers is "P", expected registers such as "A+ T1", P+ or 1-1:1.7.0*255
        meter: {module: {pulse-factor: 0.099}} | meter.module.pulse-factor is "0.099", expected pulses for one step, 0.1 to 1000, such as 40
        meter: {module: {pulses-per-kwh: 1001}} | meter.module.pulses-per-kwh is "1001", expected a whole number from 1 to 1000
        meter: {supply: {mean-high: 232.2V}} | meter.supply.mean-high is "232.2V", expected a voltage from 232.3V to 276V
        meter: {supply: {mean-low: 227.701V}} | meter.supply.mean-low is "227.701V", expected a voltage from 184V to 227.7V
        meter: {supply: {mean-period: 9}} | meter.supply.mean-period is "9", expected a whole number from 10 to 1800
        meter: {supply: {single-high: 276.001V}} | meter.supply.single-high is "276.001V", expected a voltage from 232.3V to 276V
        meter: {supply: {single-low: 183V}} | meter.supply.single-low is "183V", expected a voltage from 184V to 227.7V
        meter: {supply: {outage-level: 49V}} | meter.supply.outage-level is "49V", expected a voltage from 50V to 160V
        meter: {supply: {outage-time: 1801}} | meter.supply.outage-time is "1801", expected a whole number from 0 to 1800
        meter: {supply: {limit-high: 250.5V}} | meter.supply.limit-high is "250.5V", expected whole volts from 233V to 276V
        meter: {supply: {limit-low: 228V}} | meter.supply.limit-low is "228V", expected whole volts from 184V to 227V
        meter: {supply: {limit-time: 65536}} | meter.supply.limit-time is "65536", expected a whole number from 0 to 65535
        meter: {supply: {neutral-high: 232V}} | meter.supply.neutral-high is "232V", expected whole volts from 233V to 276V
        meter: {supply: {neutral-drop: 0V}} | meter.supply.neutral-drop is "0V", expected whole volts from 1V to 180V
        meter: {supply: {neutral-drop: 40}} | meter.supply.neutral-drop is "40", expected whole volts from 1V to 180V
        meter: {supply: {neutral-time: -1}} | meter.supply.neutral-time is "-1", expected a whole number from 0 to 65535
        meter: {supply: {power-fault-time: 1h}} | meter.supply.power-fault-time is "1h", expected a whole number from 0 to 65535
        meter: {supply: {occurrences: hourly}} | meter.supply.occurrences is "hourly", expected daily, weekly or monthly
        meter: {debiting: {second: hourly}} | meter.debiting.second is "hourly", expected daily, weekly or monthly
        meter: {configuration: {Z5: 17}}  | Z5 017: what this order form says is not published; write the lists below meter.display
        meter: {configuration: {Z28: 1}}  | Z28 is 1, but there are no security.keys
        meter: {type: 6841439BN224100010, profile: {content: A+ A- R+ R-}} | Z29 3 logs A+ A- R+ R-, but the meter counts A+ A- (X9 2)
        meter: {decimals: 5.2}            | meter.decimals is "5.2", expected 7.0, 6.1, 7.2 or 6.3
        meter: {tamper: always}           | meter.tamper is "always", expected temporary or permanent
        meter: {summation: some}          | meter.summation is "some", expected individual, vector or total
        meter: {profile: {period: 10min}} | meter.profile.period is "10min", expected 5min, 15min, 30min or 60min
        meter: {profile: {period: 15}}    | meter.profile.period is "15", expected 5min, 15min, 30min or 60min
        meter: {profile: {content: B}}    | meter.profile.content is "B", expected one of "A+", "A+ A-", "A+ A- R+ R-", "A+ A- R1-R4", "A+ A- R+ R- R1-R4"
        meter: {time: {zone: 13}}         | meter.time.zone is "13", expected a whole number from -11 to 12
        meter: {time: {zone: 1.5}}        | meter.time.zone is "1.5", expected a whole number from -11 to 12
        meter: {time: {daylight-saving: us}} | meter.time.daylight-saving is "us", expected eu, none or a list of spans
        meter: {time: {daylight-saving: []}} | meter.time.daylight-saving: a plan has 1 to 20 spans of summer time: 0
        meter: {time: {daylight-saving: [eu]}} | meter.time.daylight-saving.1 must have keys below it
        meter: {time: {daylight-saving: [{from: 2027-03-28}]}} | meter.time.daylight-saving.1.to is missing, expected a date such as 2026-03-29
        meter: {time: {daylight-saving: [{from: 2027-02-29, to: 2027-10-31}]}} | meter.time.daylight-saving.1.from is "2027-02-29", expected a date such as 2026-03-29
        meter: {time: {daylight-saving: [{from: 2027-10-31, to: 2027-03-28}]}} | meter.time.daylight-saving: summer time from 2027-10-31 to 2027-03-28: dates of a plan rise from 2000-01-01 to 2099-12-31
        meter: {time: {daylight-saving: [{from: 2027-03-28, to: 2027-10-31, by: 1}]}} | unknown key "meter.time.daylight-saving.1.by", expected one of from, to
        meter: {configuration: {Z15: 001}, time: {daylight-saving: [{from: 2027-03-28, to: 2027-10-31}]}} | meter.time.daylight-saving has no code of Z15, but Z15 is "001"; leave one of them out
        meter: {model: standard, time: {daylight-saving: [{from: 2027-03-28, to: 2027-10-31}]}} | meter.time.daylight-saving has dates, but the clock of the standard model knows one begin and end for every year; write eu or none
        meter: {type: 6841439BN224100010, analysis: {registers: [P+, R+ T1]}} | R+ T1 is nothing this meter measures: it counts A+ A- (X9 2)
        meter: {type: 6841439BN214100010, analysis: {registers: ["1-1:2.8.0*255"]}} | A- is nothing this meter measures: it counts A+ (X9 1)
        meter: {configuration: {Z3: 18, Z13: 002}, load-control: {relay-1: {mode: register}}} | meter.load-control.relay-1.mode is register, but Z3 lets load control follow the tariff; leave one of them out
        meter: {configuration: {Z3: 20}, tariff: {source: disabled}} | Z3 20 lets load control follow the tariff, but Z13 000 disables tariffs
        meter: {configuration: {Z20: 100, Z13: 002}, tariff: {exception-days: [2026-12-24]}} | Z20 100 lists exception days, but neither Z13 002 nor Z14 000 is a plan that would look at them
        meter: {configuration: {Z20: 100, Z13: 100}, tariff: {source: plan, plans: [{seasons: [{working: {00:00: 1}}]}]}} | Z20 100: what this order form says is not published; write the days below meter.tariff.exception-days
        meter: {configuration: {Z20: 000}, tariff: {exception-days: [2026-12-24]}} | meter.tariff.exception-days lists days, but Z20 is 000; leave one of them out
        meter: {display: {automatic: []}} | the automatic list has 0 items, expected 1 to 16
        meter: {display: {automatic: 1.8.0}} | meter.display.automatic must be a list in brackets of at most 100 values
        meter: {type: 6841439BN214100999, display: {automatic: [3.8.0]}} | the automatic list holds nothing that this meter measures
        meter: {display: {auto: [1.8.0]}} | meter.display.auto is called meter.display.automatic
        meter: {display: {manual: []}}    | meter.display.manual is called meter.display.consumer
        meter: {display: {right-button: [open-breaker]}} | meter.display.right-button is "open-breaker", expected one of utility-list, debiting-stop, adjust-time, release-tamper, tariff-plan, load-plan
        meter: {configuration: {Z17: 3}}  | Z17 003: what this order form says is not published; write the functions below meter.display.right-button
        meter: {display: {consumer: [1.8.0, 2.8.0, 3.8.0]}} | the consumer list leaves out 4.8.0, negative reactive energy, which the meter is billed by
        meter: 5                          | meter is a single value, expected keys below it
        ports: {dlms: off}                | ports.dlms is "off", expected a whole number from 0 to 65535
        ports: {dlms: 65536}              | ports.dlms is "65536", expected a whole number from 0 to 65535
        ports: {face: 65536}              | ports.face is "65536", expected a port from 0 to 65535, or off
        ports: {p1: on}                   | ports.p1 is "on", expected a port from 0 to 65535, or off
        security: {password: ""}          | security.password is not what it must be: 1 to 64 ASCII characters
        security: {password: é}           | security.password is not what it must be: 1 to 64 ASCII characters
        security: {passwords: {18: 12}}   | unknown key "security.passwords.18", expected one of primary-module, optical, consumer-module
        security: {encryption: 3}         | security.encryption is "3", expected a whole number from 0 to 2
        security: {encryption: 1}         | security.encryption is 1, but there are no security.keys
        security: {suite: 3}              | security.suite is "3", expected a whole number from 0 to 2
        security: {system-title: 54}      | security.system-title is "54", expected 16 hexadecimal digits
        security: {keys: {optical: {ek: "000102030405060708090A0B0C0D0E0F"}}} | security.keys.optical needs at least the two keys ek and ak
        security: {keys: {optical: {ek: "00", ak: "000102030405060708090A0B0C0D0E0F"}}} | security.keys.optical.ek is not what it must be: 32 hexadecimal digits, or @ and a file that holds them
        security: {keys: {optical: {ek: "@nowhere", ak: "000102030405060708090A0B0C0D0E0F"}}} | security.keys.optical.ek is not what it must be: 32 hexadecimal digits, or @ and a file that holds them
        meter: {model: idis}              | meter.model is "idis", expected own or standard
        meter: {numbers: {meter-number-1: -1}} | meter.numbers.meter-number-1 is "-1", expected a whole number from 0 to 4294967295
        meter: {numbers: {meter-number-1: 4294967296}} | meter.numbers.meter-number-1 is "4294967296", expected a whole number from 0 to 4294967295
        meter: {numbers: {meter-number-low: "123456789012345678901234567890123"}} | meter.numbers.meter-number-low is "123456789012345678901234567890123", expected at most 32 Latin-1 characters
        limits: {apdu: 127}               | limits.apdu is "127", expected a whole number from 128 to 65535
        limits: {connections: 0}          | limits.connections is "0", expected a whole number from 1 to 10000
        limits: {idle: 0}                 | limits.idle is "0", expected a whole number from 1 to 86400
        speed: -1                         | speed is "-1", expected max or a number from 0 to 1000000
        speed: 1000001                    | speed is "1000001", expected max or a number from 0 to 1000000
        state:                            | state is "", expected a path
        state: {here: 1}                  | state must be one value, expected a path
        house: {seed: -1}                 | house.seed is "-1", expected a whole number from 0 to 2147483647
        house: {people: 0}                | house.people is "0", expected a whole number from 1 to 12
        house: {solar: 6}                 | house.solar is "6", expected a power such as 6kW or 800W
        house: {solar: 44kW}              | house.solar is "44kW", expected a power such as 6kW or 800W
        house: {heat-pump: 12.1kW}        | house.heat-pump is "12.1kW", expected a power up to 12kW, such as 2.5kW
        house: {car: [Tu]}                | house.car is "Tu", expected days such as Tue
        house: {car: [Tue, [Wed]]}        | house.car must be one value, expected days such as Tue
        input: {phase: L1}                | input.file is missing
        input: {file: ""}                 | input.file is "", expected a path
        input: {file: day.csv, phase: L4} | input.phase is "L4", expected L1, L2, L3 or all
        meter: {colour: red}              | unknown key "meter.colour", expected one of serial, configuration, type, decimals, summation, profile, time, display, numbers, debiting, demand, analysis, module, supply, tariff, load-control, alarms, tamper, model
        port: 4059                        | unknown key "port", expected one of meter, ports, security, limits, speed, state, input, house
        ports: {hdlc: 4060}               | unknown key "ports.hdlc", expected one of dlms, face, p1, dlms-udp, serial, physical-address, gateway
        ports: {physical-address: 15}     | ports.physical-address is "15", expected a whole number from 16 to 16381
        ports: {physical-address: 16382}  | ports.physical-address is "16382", expected a whole number from 16 to 16381
        ports: {gateway: {address: 123}}  | ports.gateway.address is "123", expected 1 to 255 octets as hexadecimal digits, or off
        ports: {gateway: {address: "12", network: 256}} | ports.gateway.network is "256", expected a whole number from 0 to 255
        ports: {gateway: {network: 1}}    | ports.gateway.network needs ports.gateway.address beside it
        ports: {gateway: {name: "12"}}    | unknown key "ports.gateway.name", expected one of network, address
        {[1]: 2}                          | a key must be a word
        """)
    void eachMistakeIsOneSentenceWithItsLine(String text, String sentence) {
        assertEquals(List.of("meter.yaml, line 1: " + sentence), problems(text));
    }

    @Test
    void aMeterHasItsNamesOnItsLines() {
        var ports = settings("ports: { physical-address: 17, gateway: { network: 1, address: \"3132\" } }")
                .furtherPorts();

        assertEquals(
                FurtherPorts.NONE.withHdlcAddress(17).withGateway(new GatewayAddress(1, Octets.of(new byte[] {0x31, 0x32
                }))),
                ports);
        assertEquals(
                FurtherPorts.NONE,
                settings("ports: { gateway: { network: 1, address: off } }").furtherPorts());
    }

    @Test
    void aPathNoFileCanHaveIsAMistakeToo() {
        assertEquals(
                List.of("meter.yaml, line 2: input.file is \"\0\", expected a path"),
                problems("input:\n  file: \"\\0\"\n"));
    }

    @Test
    void aReadingNobodyKnowsIsRefusedWithThoseThatAreKnown() {
        List<String> problems = problems("meter: {display: {automatic: [1.9.0]}}");

        assertEquals(1, problems.size(), problems::toString);
        String problem = problems.getFirst();
        assertTrue(
                problem.startsWith(
                        "meter.yaml, line 1: meter.display.automatic is \"1.9.0\", expected one of 1.8.0, 2.8.0, "),
                problem);
        DisplayItem.ALL.forEach(
                item -> assertTrue((problem + ",").contains(" " + item.written() + ","), item::written));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertEquals(
                List.of(
                        "meter.yaml, line 3: \"serial\" stands here twice",
                        "meter.yaml, line 3: meter.serial is \"x\", expected a whole number from 1 to 99999999",
                        "meter.yaml, line 6: the automatic list has 0 items, expected 1 to 16",
                        "meter.yaml, line 4: unknown key \"meter.colour\", expected one of serial, configuration, type,"
                                + " decimals, summation, profile, time, display, numbers, debiting, demand,"
                                + " analysis, module, supply, tariff, load-control, alarms, tamper, model",
                        "meter.yaml, line 8: the meter is connected to a house or to an input, not to both"),
                problems("""
                    meter:
                      serial: 1
                      serial: x
                      colour: red
                      display:
                        automatic: []
                    input: { file: day.csv }
                    house: { people: 2 }
                    """));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        just words   | meter.yaml: expected keys such as "meter:" and "ports:"
        - a          | meter.yaml: expected keys such as "meter:" and "ports:"
        """)
    void aFileWithoutKeysIsAMistake(String text, String sentence) {
        assertEquals(List.of(sentence), problems(text));
    }

    @Test
    void whatIsNotYamlIsToldWithItsLine() {
        List<String> problems = problems("meter:\n  serial: [1\nports: {}\n");

        assertEquals(1, problems.size(), problems::toString);
        assertEquals("meter.yaml, line 3: not YAML, ", problems.getFirst().substring(0, 30));
    }

    // A reader that goes down with the file would run out of stack.
    @ParameterizedTest
    @ValueSource(ints = {9, 200_000})
    void aFileNestedTooDeepIsAMistake(int depth) {
        assertEquals(
                List.of("meter.yaml: keys and lists stand more than 8 deep in each other"),
                problems("[".repeat(depth) + "]".repeat(depth)));
    }

    @Test
    void aFileTooLargeIsNotRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("large.yaml"), "#".repeat((int) SettingsFile.LENGTH_MAX + 1));

        assertEquals(
                List.of(file + " is larger than 256 kB, expected a configuration"), problems(SettingsFile.read(file)));
    }

    @Test
    void aFileThatCannotBeReadSaysWhy(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing.yaml");
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28});

        assertEquals(List.of(missing + " does not exist"), problems(SettingsFile.read(missing)));
        assertEquals(List.of(binary + " is not a UTF-8 text file"), problems(SettingsFile.read(binary)));
        assertEquals(List.of(folder + " cannot be read: Is a directory"), problems(SettingsFile.read(folder)));
    }
}
