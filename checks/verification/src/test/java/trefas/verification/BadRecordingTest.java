package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.verification.TrefasProgram.Ended;

/// Recordings that are damaged or none at all, and options nobody knows: one sentence, never the insides of the
/// program.
@Timeout(180)
class BadRecordingTest {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final Path EXAMPLE = TrefasProgram.ROOT.resolve("examples/waveforms/ex_balanced.cfg");
    private static final long SEED = 20_261_122;

    @TempDir
    static Path whole;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeWholeRecordings() throws Exception {
        for (String ending : List.of("cfg", "csv", "wav")) {
            Path file = whole.resolve("whole." + ending);
            Ended ended = TrefasProgram.run(
                    "waveform", "balanced", "--seconds", "0.3", "--rate", "3200", "--out", file.toString());
            assertEquals(0, ended.exitCode(), () -> String.join("\n", ended.err()));
        }
    }

    private static void assertOneSentence(int exitCode, String said, Ended ended) {
        assertEquals(1, ended.complaints().size(), () -> String.join("\n", ended.err()));
        String sentence = ended.complaints().getFirst();
        assertTrue(sentence.startsWith("trefas: "), sentence);
        assertTrue(sentence.contains(said), sentence);
        assertFalse(sentence.contains("Exception"), sentence);
        assertEquals(exitCode, ended.exitCode(), sentence);
        assertEquals(List.of(), ended.out());
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # damage | file      | options                                  | said
            none     | no.cfg    |                                          | does not exist
            none     | no.wav    |                                          | does not exist
            none     | no.pcm    | --rate 8000                              | does not exist
            empty    | whole.cfg |                                          | configuration
            empty    | whole.dat |                                          | found
            empty    | whole.csv |                                          | line 1: found the end of the file
            empty    | whole.wav |                                          | found
            empty    | what.pcm  | --rate 8000                              | found
            noise    | whole.cfg |                                          | configuration
            noise    | whole.csv |                                          | found
            noise    | whole.wav |                                          | found
            noise    | what.cff  |                                          | found
            noise    | what.xyz  |                                          | found neither a known ending nor a known beginning
            noise    | what.csv  | --format load                            | is not a UTF-8 text file
            cut      | whole.cfg |                                          | configuration, line
            cut      | whole.dat |                                          | found
            cut      | what.pcm  | --rate 8000 --channels-in 6 --pcm f64le  | found
            head     | whole.wav |                                          | WAV head
            head     | whole.csv |                                          | found
            """)
    void aDamagedRecordingIsOneSentence(String damage, String name, String options, String said) throws Exception {
        Path file = damaged(damage, name);
        var arguments = new ArrayList<String>(List.of("measure"));
        // Both files of a COMTRADE pair are known by its configuration.
        arguments.add(file.toString().replaceFirst("dat$", "cfg"));
        if (options != null) {
            arguments.addAll(List.of(options.split(" ", -1)));
        }

        Ended ended = TrefasProgram.run(arguments.toArray(String[]::new));

        assertOneSentence(FAILED, said, ended);
        assertTrue(ended.complaints().getFirst().contains(folder.toString()), ended.complaints()::getFirst);
    }

    /// A recording of this folder with a damage; the file beside it, if it has one, is whole.
    private Path damaged(String damage, String name) throws IOException {
        for (String good : List.of("whole.cfg", "whole.dat", "whole.csv", "whole.wav")) {
            Files.copy(whole.resolve(good), folder.resolve(good));
        }
        Path file = folder.resolve(name);
        byte[] octets = Files.exists(file) ? Files.readAllBytes(file) : noise(1_001);
        switch (damage) {
            case "empty" -> Files.write(file, new byte[0]);
            case "noise" -> Files.write(file, noise(5_000));
            case "cut" -> Files.write(file, Arrays.copyOf(octets, (octets.length / 2) + 1));
            case "head" -> Files.write(file, Arrays.copyOf(octets, 10));
            default -> assertFalse(Files.exists(file));
        }
        return file;
    }

    private static byte[] noise(int octets) {
        byte[] noise = new byte[octets];
        generator().nextBytes(noise);
        return noise;
    }

    private static RandomGenerator generator() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    }

    /// Sixteen files of each kind with turned octets, all in one go: what can still be read is, the first that can't be
    /// is named, and nothing falls over.
    @ParameterizedTest
    @CsvSource({"cfg", "csv", "wav"})
    void turnedOctetsNeverShowTheInsides(String ending) throws Exception {
        RandomGenerator random = generator();
        byte[] octets = Files.readAllBytes(whole.resolve("whole." + ending));
        int reached = 0;
        var names = new ArrayList<String>();
        for (int file = 0; file < 16; file++) {
            byte[] turned = octets.clone();
            for (int turn = 0; turn < 4; turn++) {
                turned[random.nextInt(Math.min(turned.length, 600))] = (byte) random.nextInt();
            }
            Path path = Files.write(folder.resolve("turned" + file + "." + ending), turned);
            if (ending.equals("cfg")) {
                Files.copy(whole.resolve("whole.dat"), folder.resolve("turned" + file + ".dat"));
            }
            names.add(path.toString());
        }
        // The first that can't be used ends the command, so it is asked again without it.
        while (!names.isEmpty() && reached < 5) {
            var arguments = new ArrayList<String>(List.of("measure", "--json"));
            arguments.addAll(names);
            Ended ended = TrefasProgram.run(arguments.toArray(String[]::new));
            if (ended.exitCode() == 0) {
                assertEquals(List.of(), ended.complaints());
                return;
            }
            assertOneSentence(FAILED, folder.toString(), ended);
            String sentence = ended.complaints().getFirst();
            int named = 0;
            while (!sentence.contains("turned" + number(names.get(named)) + ".")) {
                named++;
            }
            names.subList(0, named + 1).clear();
            reached++;
        }
        assertTrue(reached > 0, "some were read or refused");
    }

    private static String number(String name) {
        return name.replaceFirst(".*turned(\\d+)[.].*", "$1");
    }

    @Test
    void aFolderIsNoRecording() throws Exception {
        assertOneSentence(FAILED, folder + " can't be read: ", TrefasProgram.run("measure", folder.toString()));
        assertOneSentence(
                FAILED, "can't be read: ", TrefasProgram.run("measure", "--format", "wav", folder.toString()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # input                 | options                           | said
            ''                      | --rate 8000                       | standard input
            some text               | --rate 8000                       | standard input
            some text               |                                   | standard input: raw samples: found no sampling rate
            some text               | --format wav                      | standard input: WAV head
            some text               | --format cff                      | standard input
            some text               | --format csv                      | standard input
            some text               | --format comtrade                 | standard input: found COMTRADE in two files
            some text               | --format load                     | standard input: found a load
            """)
    void badStandardInputIsOneSentence(String text, String options, String said) throws Exception {
        var arguments = new ArrayList<String>(List.of("measure", "-"));
        if (options != null) {
            arguments.addAll(List.of(options.split(" ", -1)));
        }
        try (var program = TrefasProgram.start(arguments.toArray(String[]::new))) {
            try (var input = program.input()) {
                input.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException refused) {
                assertTrue(program.endsWithin(TrefasProgram.END_LIMIT), "it did not wait for its input");
            }
            assertOneSentence(FAILED, said, program.awaitEnd());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # typed                                      | exit | said
            measure                                      | 2    | Nothing to measure
            measure EXAMPLE --grid dip                   | 2    | leave out the files or the option
            measure EXAMPLE --udin 0                     | 2    | --udin is above 0 V
            measure EXAMPLE --udin NaN                   | 2    | --udin is above 0 V
            measure EXAMPLE --rate 0                     | 2    | --rate is above 0
            measure EXAMPLE --out FOLDER/x.csv           | 2    | --out is for the CSV of --intervals
            measure EXAMPLE --json --intervals 1s        | 2    | can't both be printed
            measure EXAMPLE --channels U1=bogus          | 1    | found no channel "bogus" for U1
            measure EXAMPLE --report FOLDER/no/x.html    | 1    | can't be written: its folder does not exist
            measure EXAMPLE --report FOLDER              | 1    | can't be written: Is a directory
            measure EXAMPLE --intervals 1s --out FOLDER  | 1    | can't be written: Is a directory
            measure --grid nothing                       | 2    | There is no scenario "nothing"
            waveform nothing --out FOLDER/x.cfg          | 2    | There is no scenario "nothing"
            waveform dip --out FOLDER/x.xyz              | 2    | expected .cfg, .wav or .csv
            waveform dip --out FOLDER/no/x.cfg           | 1    | can't be written: its folder does not exist
            waveform dip --seconds 1e12 --out FOLDER/x.cfg | 2  | --seconds is above 0
            accuracy --front-end FOLDER/no.yaml          | 2    | does not exist
            accuracy --front-end FOLDER                  | 2    | Is a directory
            accuracy --report FOLDER/no/x.html           | 1    | can't be written: its folder does not exist
            run --input FOLDER --state FOLDER/state      | 1    | can't be read: Is a directory
            run --input EXAMPLE --phase L1 --state FOLDER/state | 2 | --phase is for a recorded load
            """)
    void aWrongWishIsOneSentence(String typed, int exit, String said) throws Exception {
        String line = typed.replace("EXAMPLE", EXAMPLE.toString()).replace("FOLDER", folder.toString());

        assertOneSentence(exit, said, TrefasProgram.run(line.split(" ", -1)));
        assertFalse(Files.exists(folder.resolve("state")), "a state directory was made for nothing");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # typed                               | said
            measure --bogus EXAMPLE               | Unknown option: '--bogus'
            measure EXAMPLE --intervals 7s        | "7s" is not an interval
            measure EXAMPLE --pcm s17le           | "s17le" is no format of samples
            measure EXAMPLE --full-scale 800      | '--full-scale'
            measure EXAMPLE --channels U9=1       | '--channels'
            waveform dip                          | '--out=FILE'
            accuracy --class D                    | '--class'
            """)
    void anOptionNobodyKnowsIsOneSentenceAndWhereHelpIs(String typed, String said) throws Exception {
        Ended ended =
                TrefasProgram.run(typed.replace("EXAMPLE", EXAMPLE.toString()).split(" ", -1));

        assertEquals(2, ended.complaints().size(), () -> String.join("\n", ended.err()));
        assertTrue(ended.complaints().getFirst().startsWith("trefas: "), ended.complaints()::getFirst);
        assertTrue(ended.complaints().getFirst().contains(said), ended.complaints()::getFirst);
        assertTrue(ended.complaints().getLast().startsWith("Try 'trefas "), ended.complaints()::getLast);
        assertEquals(WRONG_USAGE, ended.exitCode());
        assertEquals(List.of(), ended.out());
    }
}
