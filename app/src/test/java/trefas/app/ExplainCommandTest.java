package trefas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// The command as a user sees it: tables, JSON, exit codes and sentences.
class ExplainCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new ExplainCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((problem, _, _) -> {
                    err.append(String.valueOf(problem.getMessage()));
                    return problem instanceof CommandFailure failure ? failure.exitCode() : -1;
                })
                .execute(arguments);
    }

    @Test
    void everyDigitIsALine() {
        assertEquals(0, run("684-14-39A-N22-4-100-090", "Z1=4", "Z3=07", "Z16=348"));
        assertEquals("""
            684-14-39A-N22-4-100-090
                     68   product                               electricity meter
            X1       4    meter type                            three-phase meter
            X2       1    type number version                   first version
            X3       4    case                                  DIN rail
            X4       3    measuring systems                     3 measuring systems
            X5       9    current range                         5(63) A
            X6       A    accuracy class                        class A
            X7       N    generation                            generation N
            X8       2    variant                               variant 2
            X9       2    energy types                          A+ A-
            X10      4    breaker                               breaker in all phases
            X11      1    communication                         integrated radio
            X12      0    supply backup                         supercap
            X13      0    interface                             none
            X14-X16  090  country                               Sweden

            Z1=4 Z2=1 Z3=07 Z4=2 Z5=000 Z6=01 Z7=01 Z8=1 Z9=000 Z10=000 Z11=01 Z12=00 Z13=000 Z14=000 Z15=001 Z16=348 Z17=000 Z18=000 Z19=1 Z20=000 Z25=1 Z26=000 Z27=1 Z28=2 Z29=2 Z30=1
            Z1       4    decimals of energy                    6.3: 6 digits of kWh, 3 decimals
            Z2       1    LED                                   dark without consumption
            Z3       07   module ports                          port 1: input, two tariffs; port 2: input, alarm
            Z4       2    integration and load profile period   15 minutes
            Z5       000  display                               lists of the papers, or those below meter.display
            Z6       01   debiting day                          day 1 of the month
            Z7       01   debiting interval                     monthly
            Z8       1    pulse length and alarm input          pulses of 30 ms, alarm input disabled
            Z9       000  disconnect set-up                     none
            Z10      000  analysis logger                       default set-up
            Z11      01   time zone                             GMT+1 hour
            Z12      00   unit of the pulse input               pulses without a unit
            Z13      000  tariffs                               tariffs disabled
            Z14      000  load control                          load control disabled
            Z15      001  summer time                           EU
            Z16      348  radio frequency                       DK 348 K
            Z17      000  push button 2                         no functions of push button 2
            Z18      000  IEC 62056-21 read-out                 disabled
            Z19      1    breaker at delivery                   connected
            Z20      000  calendar                              no exception days
            Z25      1    interval of debiting logger 2         daily
            Z26      000  alarms                                no alarms enabled
            Z27      1    load profile over DLMS                absolute values
            Z28      2    encryption of the local interfaces    disabled
            Z29      2    load profile content                  A+ A-
            Z30      1    content of debiting logger 2          profile 01
            Without effect for now: the tariff inputs of Z3 have no effect until the module port decides the tariff (Z13 001).
            Without effect for now: the alarm input of Z3 is not looked at until Z8 enables it (2 or 4).
            Without effect for now: Z16 is a frequency of DK, the meter is made for Sweden (X14-X16 090).
            """, out.toString().replace(System.lineSeparator(), "\n"));
        assertEquals("", err.toString());
    }

    @Test
    void withoutAnythingTheDefaultMeterIsTold() {
        assertEquals(0, run());
        assertTrue(out.toString().startsWith("684-14-39B-N24-4-100-010"), out::toString);
    }

    @Test
    void aSerialNumberTellsTheOtherNumbers() {
        assertEquals(0, run("--serial", "21830417"));
        assertTrue(out.toString().contains("identification number  1TRF0021830417"), out::toString);
        assertTrue(out.toString().contains("GS1 number             9520000218304176"), out::toString);
    }

    @Test
    void jsonCarriesTheSame() {
        assertEquals(0, run("Z3=26", "--serial", "7", "-o", "json"));
        assertTrue(
                out.toString().startsWith("{\"type\":\"6841439BN244100010\",\"digits\":[{\"place\":\"\""),
                out::toString);
        assertTrue(
                out.toString()
                        .contains("{\"place\":\"Z3\",\"code\":\"26\",\"subject\":\"module ports\",\"meaning\":"
                                + "\"port 1: output, load control 1; port 2: output, load control 2\"}"),
                out::toString);
        assertTrue(
                out.toString()
                        .contains("\"withoutEffect\":[\"the load control outputs of Z3 stay as they are until load"
                                + " control is enabled (Z14)\"],\"serialNumber\":7,"),
                out::toString);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        684-14-39B-N24-4-100-01 | 1 | A type number has 18 characters without its dashes, here are 17 in "6841439BN24410001".
        Z31=1                   | 1 | There is no number Z31, expected Z1 to Z30.
        Z24=1                   | 1 | Z24 module pulses of primary or secondary values: belongs to meters on current transformers; this meter is connected directly and has no Z24.
        Z14=001                 | 1 | Z14 001 controls a load, but Z3 00 has no load control output; 17 and 26 to 28 have.
        --serial 100000000      | 2 | A serial number has at most 8 digits.
        """)
    void whatIsWrongIsASentence(String arguments, int code, String said) {
        assertEquals(code, run(arguments.split(" ", -1)));
        assertEquals(said, err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void allProblemsOfBothAreToldAtOnce() {
        assertEquals(1, run("684-14-38B-N24-4-100-010", "Z4=1", "Z13=001"));
        assertEquals("""
            Position 7, X5 current range: "8" is 5(80) A, which other meters of the family have, not this; possible is 9 (5(63) A).
            trefas: Z4 integration and load profile period: "1" is no code; possible are 2 (15 minutes), 3 (30 minutes) and 4 (60 minutes).
            trefas: Z13 001 takes the tariff from the module port, but Z3 00 has no tariff input; 01, 02, 07 to 14, 22 and 23 have.\
            """, err.toString());
    }
}
