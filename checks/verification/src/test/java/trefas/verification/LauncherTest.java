package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.verification.TrefasProgram.Banner;
import trefas.verification.TrefasProgram.Ended;

/// `./trefas` as a person meets it: the banner, the help, what it answers and how it ends.
class LauncherTest {

    private static TrefasProgram demo;
    private static Banner banner;

    @TempDir
    Path folder;

    @BeforeAll
    static void startDemo() throws Exception {
        demo = TrefasProgram.start("demo", "--port", "0", "--http", "0");
        banner = demo.awaitBanner();
    }

    @AfterAll
    static void stopDemo() {
        demo.close();
    }

    private static Ended read(String... arguments) throws Exception {
        var all = new ArrayList<String>(List.of("read", "--port", String.valueOf(banner.dlmsPort())));
        all.addAll(List.of(arguments));
        return TrefasProgram.run(all.toArray(String[]::new));
    }

    private static String[] words(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ", -1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # what a person must find          | as
        what it is                         | trefas [0-9.]+ – software three-phase meter +DEMO, nothing is saved
        where the face is                  | face and controls +http://localhost:[0-9]+$
        where DLMS is and who may read     | DLMS wrapper, HDLC +localhost:[0-9]+ +client 16 no password · clients 18, 19, 20 password 12345
        which meter it is                  | meter +21830417 · type 68[0-9A-Z]{16} · clock ×1
        what drives it                     | driven by +a simulated house: 3 people
        that it can be read                | self-read +1-1:1[.]8[.]0[*]255 = [0-9]+[.][0-9]{2} kWh in [0-9]+ ms ✓
        what to try                        | Try: +[.]/trefas read --port [0-9]+ 1[.]8[.]0 32[.]7[.]0
        """)
    void theBannerOfTheDemoTells(String what, String pattern) {
        long lines = banner.lines().stream()
                .filter(line -> line.matches(".*" + pattern.replace("\\\\", "\\") + ".*"))
                .count();

        assertEquals(1, lines, what + " in\n" + banner.text());
    }

    @Test
    void theMeterOfTheDemoHasLivedForAWeek() throws Exception {
        Ended rows = read("99.1.0", "-o", "csv");

        assertTrue(rows.out().size() > 7 * 24 * 4, () -> rows.out().size() + " lines");
        assertEquals(
                "time,status,quality,134.0.1,1.8.0,2.8.0,3.8.0,4.8.0",
                rows.out().getFirst());
    }

    @ParameterizedTest(name = "trefas {0} --help")
    @CsvSource(delimiter = '|', textBlock = """
        ''   | demo run read measure waveform accuracy Exit_codes
        demo | --port --http --speed --seed
        run  | --input --phase --speed --state --exit-at-end FILE
        read | --host --port --client --password --from --to --output OBIS
        measure | --udin --nominal-frequency --channels --intervals --harmonics --json --report --grid --pcm FILE
        waveform | --out --seconds --rate --seed --full-scale SCENARIO
        accuracy | --class --front-end --bits --calibrate --output --report
        """)
    void everyCommandHasHelp(String command, String named) throws Exception {
        Ended help = TrefasProgram.run(words((command + " --help").strip()));

        assertEquals(0, help.exitCode());
        assertEquals(List.of(), help.complaints());
        for (String name : words(named)) {
            assertTrue(help.text().contains(name.replace('_', ' ')), () -> name + " in " + help.text());
        }
    }

    @Test
    void theVersionIsToldOnAsking() throws Exception {
        Ended version = TrefasProgram.run("--version");

        assertEquals(0, version.exitCode());
        assertTrue(version.out().getFirst().matches("trefas [0-9]+[.][0-9]+[.][0-9]+"), version::text);
    }

    @ParameterizedTest(name = "trefas {0}")
    @CsvSource(delimiter = '|', textBlock = """
        # typed                      | said
        dmeo                         | 'dmeo'
        demo --fast                  | '--fast'
        demo twice                   | 'twice'
        demo --port 70000            | "70000" is not a port from 0 to 65535
        demo --http on               | "on" is not a port from 0 to 65535
        demo --speed quick           | "quick" is not a speed, expected max or a number from 0 to 1000000
        demo --speed -1              | "-1" is not a speed
        demo --seed one              | 'one'
        run --phase L4               | "L4" is not a phase, expected L1, L2, L3 or all
        read                         | OBIS
        read 99.1.0 --from yesterday | "yesterday" is not a time such as 2026-11-22T14:00 or 2026-11-22
        read 1.8.0 -o xml            | 'xml'
        """)
    void wrongUsageIsOneLineAndAHint(String typed, String said) throws Exception {
        Ended ended = TrefasProgram.run(words(typed));

        assertEquals(2, ended.exitCode());
        assertEquals(List.of(), ended.out());
        assertEquals(2, ended.err().size(), () -> String.join("\n", ended.err()));
        assertTrue(ended.err().getFirst().startsWith("trefas: "), ended.err()::getFirst);
        assertTrue(ended.err().getFirst().contains(said), ended.err()::getFirst);
        assertTrue(ended.err().getLast().matches("Try 'trefas (\\w+ )?--help'[.]"), ended.err()::getLast);
    }

    @ParameterizedTest(name = "read {0}")
    @CsvSource(delimiter = '|', textBlock = """
        # typed                                  | printed
        1.8.0                                    | 1-1:1[.]8[.]0[*]255 +[0-9]+[.][0-9]{2} kWh
        1-1:32.7.0*255                           | 1-1:32[.]7[.]0[*]255 +2[0-9]{2} V
        96.1.0 -o json                           | [\\[][{]"obis":"1-1:96[.]1[.]0[*]255","value":21830417[}][\\]]
        96.1.1 -o json                           | [\\[][{]"obis":"1-1:96[.]1[.]1[*]255","value":"68[0-9A-Z]{16}"[}][\\]]
        1.8.0 -o json                            | [\\[][{]"obis":"1-1:1[.]8[.]0[*]255","value":[0-9]+0,"unit":"Wh"[}][\\]]
        1.8.0 -o csv                             | obis,value,unit\\n1-1:1[.]8[.]0[*]255,[0-9]+0,Wh
        96.1.1 -o CSV                            | obis,value,unit\\n1-1:96[.]1[.]1[*]255,68[0-9A-Z]{16},
        1.0.0 --client 16                        | 0-1:1[.]0[.]0[*]255 +20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}
        1.8.0 2.8.0 -o csv                       | obis,value,unit\\n1-1:1[.]8[.]0[^\\n]*\\n1-1:2[.]8[.]0[^\\n]*
        """)
    void readPrintsWhatWasAskedFor(String typed, String printed) throws Exception {
        Ended ended = read(words(typed));

        assertEquals(0, ended.exitCode(), () -> String.join("\n", ended.err()));
        assertEquals(List.of(), ended.err());
        assertTrue(ended.text().matches(printed), ended::text);
    }

    @ParameterizedTest(name = "read {0}")
    @CsvSource(delimiter = '|', textBlock = """
        # typed                      | exit | said
        1.8.0 --password 54321       | 5    | rejects the association: authentication failure.
        1.8.0 --client 16            | 5    | The meter shows client 16 no object 1.8.0.
        96.50.0                      | 5    | The meter shows client 18 no object 96.50.0.
        1.8                          | 2    | "1.8" is not an OBIS code, expected one such as 1.8.0 or 1-1:1.8.0*255, or 3/1.8.0:2.
        1.8.0 --host no.such.invalid | 4    | There is no host named no.such.invalid.
        """)
    void aReadThatFailsIsOneLine(String typed, int exit, String said) throws Exception {
        Ended ended = read(words(typed));

        assertEquals(exit, ended.exitCode());
        assertEquals(List.of(), ended.out());
        assertEquals(1, ended.err().size(), () -> String.join("\n", ended.err()));
        assertTrue(ended.err().getFirst().matches("trefas: .*"), ended.err()::getFirst);
        assertTrue(ended.err().getFirst().contains(said), ended.err()::getFirst);
    }

    @Test
    void nothingListeningIsOneLine() throws Exception {
        int nobody;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = taken.getLocalPort();
        }

        Ended ended = TrefasProgram.run("read", "--port", String.valueOf(nobody), "1.8.0");

        assertEquals(4, ended.exitCode());
        assertEquals(List.of("trefas: Nothing listens at localhost port " + nobody + "."), ended.err());
    }

    @Test
    void aProfileIsReadByItsTimesBothIncluded() throws Exception {
        List<String> all = read("99.1.0", "-o", "csv").out();
        List<String> wanted = all.subList(200, 205);

        Ended ended = read("99.1.0", "-o", "csv", "--from", time(wanted.getFirst()), "--to", time(wanted.getLast()));

        assertEquals(Stream.concat(Stream.of(all.getFirst()), wanted.stream()).toList(), ended.out());
    }

    private static String time(String row) {
        return row.substring(0, row.indexOf(',')).replace(' ', 'T');
    }

    @ParameterizedTest(name = "trefas {0}")
    @CsvSource({"demo", "run --state STATE"})
    void aSignalEndsTheMeterWithoutAWord(String typed) throws Exception {
        String state = folder.resolve("state").toString();
        try (var program = TrefasProgram.start(words(typed.replace("STATE", state) + " --port 0 --http 0"))) {
            List<String> lines = program.awaitBanner().lines();
            program.terminate();
            Ended ended = program.awaitEnd();

            assertEquals(128 + 15, ended.exitCode());
            assertEquals(lines, ended.out());
            assertEquals(List.of(), ended.err());
        }
    }

    @ParameterizedTest(name = "JAVA_HOME {0}")
    @CsvSource({"missing", "old"})
    void anotherJdkIsFoundWhenJavaHomeNamesNone(String kind) throws Exception {
        Path javaHome = folder.resolve(kind);
        if (kind.equals("old")) {
            fakeJdk(javaHome, "17.0.15");
        }
        Path own = Path.of(System.getProperty("java.home"));
        var environment =
                Map.of("JAVA_HOME", javaHome.toString(), "PATH", own.resolve("bin") + ":" + System.getenv("PATH"));

        try (var program = TrefasProgram.startIn(TrefasProgram.ROOT, environment, "--which-jdk")) {
            assertEquals(
                    List.of(own.toRealPath().toString()), program.awaitEnd().out());
        }
        try (var program = TrefasProgram.startIn(TrefasProgram.ROOT, environment, "--version")) {
            assertEquals(0, program.awaitEnd().exitCode());
        }
    }

    /// The usual folders of this machine can't be emptied, so a copy of the launcher looks into folders of ours
    /// instead.
    @Test
    void withoutAnyJdkItSaysWhatToInstall() throws Exception {
        String text = Files.readString(TrefasProgram.ROOT.resolve("trefas"));
        String elsewhere = text.replaceAll(
                        "(?m)(^ +for candidate in |[ \t]|\"?)(/usr/lib/jvm|/opt/java|/usr/local/lib/jvm|"
                                + "/Library/Java/JavaVirtualMachines)/\\*",
                        "$1" + folder + "$2/*")
                .replaceAll("/opt/(jdk|homebrew)", folder + "/opt/$1");
        assertNotEquals(text, elsewhere);
        Path launcher = Files.writeString(folder.resolve("trefas"), elsewhere);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed")) {
            script(tools.resolve(tool), "exec " + onPath(tool) + " \"$@\"");
        }
        var bare = Map.of("PATH", tools.toString(), "HOME", folder.toString(), "JAVA_HOME", "");

        try (var program = TrefasProgram.startIn(folder, bare, "demo")) {
            Ended ended = program.awaitEnd();
            assertEquals(1, ended.exitCode());
            assertEquals(
                    List.of(
                            "trefas: no JDK 25 or later found: install one, for example Temurin 25, and set JAVA_HOME to"
                                    + " it"),
                    ended.err());
        }

        // The copy is not blind: a JDK in one of its folders is found.
        Path placed = folder.resolve("usr/lib/jvm/jdk-26");
        fakeJdk(placed, "26.0.1");
        try (var program = TrefasProgram.startIn(folder, bare, "--which-jdk")) {
            assertEquals(List.of(placed.toString()), program.awaitEnd().out());
        }
    }

    private static void fakeJdk(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        script(home.resolve("bin/javac"), "exit 1");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + tool + " on this machine"));
    }
}
