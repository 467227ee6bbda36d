package trefas.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.metrology.SampleBlock;
import trefas.simulation.frontend.ChannelErrors;
import trefas.simulation.frontend.Converter;
import trefas.simulation.frontend.FrontEndErrors;

class FrontEndFileTest {

    private static final Path ROOT = Path.of("..");

    private static FrontEndErrors errors(String text) {
        return assertInstanceOf(FrontEndFile.Read.FrontEnd.class, FrontEndFile.parse("fe.yaml", text))
                .errors();
    }

    private static List<String> problems(String text) {
        return assertInstanceOf(FrontEndFile.Read.Problems.class, FrontEndFile.parse("fe.yaml", text))
                .problems();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "L1:\n", "L1: {voltage: , current: }", "bits: float"})
    void whatIsLeftOutIsIdeal(String text) {
        assertEquals(FrontEndErrors.IDEAL, errors(text));
    }

    @Test
    void everyKeyIsTakenInItsUnit() {
        FrontEndErrors errors = errors("""
                bits: 24
                voltage-range: 600 V
                current-range: 150A
                reference-temperature: 25 C
                seed: 9
                L2:
                  voltage: {gain: -0.5 %, offset: 60 mV, delay: -800 ns, noise: 0.02 V}
                  current:
                    gain: 250 ppm
                    offset: -3 mA
                    delay: 0.18 deg
                    gain-drift: 18 ppm/K
                    delay-drift: -7 ns/K
                    noise: 500 uA
                    coupling: 2 uA/V
                """);
        assertEquals(new Converter(24, 600, 150), errors.converter());
        assertEquals(25, errors.referenceCelsius());
        assertEquals(9, errors.seed());
        assertEquals(ChannelErrors.NONE, errors.channel(SampleBlock.voltage(0)));
        assertEquals(new ChannelErrors(-0.5, 0.06, -0.8, 0, 0, 0.02, 0), errors.channel(SampleBlock.voltage(1)));
        ChannelErrors current = errors.channel(SampleBlock.current(1));
        assertEquals(0.025, current.gainPercent(), 1e-12);
        assertEquals(-0.003, current.offset(), 1e-12);
        assertEquals(10, current.delayMicroseconds(), 1e-12);
        assertEquals(18, current.gainDriftPpm());
        assertEquals(-7, current.delayDriftNanoseconds());
        assertEquals(0.0005, current.noise(), 1e-12);
        assertEquals(2e-6, current.coupling(), 1e-15);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                bits: 12                        | fe.yaml, line 1: bits is "12", expected 16, 24 or float
                L4: {}                          | fe.yaml, line 1: unknown key "L4", expected one of bits
                L1: {voltage: {coupling: 1 uA/V}} | fe.yaml, line 1: unknown key "L1.voltage.coupling"
                L1: {current: {gain: 60 %}}     | L1.current.gain is "60 %", expected -50 % to 50 %
                L1: {current: {delay: 3 s}}     | L1.current.delay is "3 s", expected -500 us to 500 us
                L1: {current: {offset: 3}}      | L1.current.offset is "3", expected a current such as 2 mA
                L1: {voltage: {noise: -1 mV}}   | L1.voltage.noise is "-1 mV"
                L1: {voltage: {gain: NaN %}}    | L1.voltage.gain is "NaN %"
                voltage-range: 0 V              | voltage-range is "0 V", expected a peak voltage such as 800 V
                [1, 2                           | not YAML
                """)
    void aMistakeIsToldInOneSentence(String text, String sentence) {
        List<String> problems = problems(text);
        assertEquals(1, problems.size());
        assertTrue(problems.getFirst().contains(sentence), problems.getFirst());
    }

    @Test
    void theExampleIsReadAndIsNotIdeal() {
        var read = FrontEndFile.read(ROOT.resolve("examples/front-end.yaml"));
        FrontEndErrors errors =
                assertInstanceOf(FrontEndFile.Read.FrontEnd.class, read).errors();
        for (ChannelErrors channel : errors.channels()) {
            assertTrue(channel.gainPercent() != 0 && channel.offset() != 0 && channel.delayMicroseconds() != 0);
        }
    }

    @Test
    void thePageListsEveryKey() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/accuracy.md"));
        for (String text : List.of("x: 1", "L1: {x: 1}", "L1: {current: {x: 1}}")) {
            String problem = problems(text).getFirst();
            String keys = problem.substring(problem.indexOf("one of ") + "one of ".length());
            for (String key : keys.split(", ", -1)) {
                assertTrue(page.contains("`" + key + "`"), key);
            }
        }
    }
}
