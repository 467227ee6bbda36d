package trefas.verification;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `./trefas demo`, started as somebody at a keyboard starts it, and the ports its banner names.
final class DemoAtHome {

    private static final Pattern FACE = Pattern.compile("http://localhost:(\\d+)");
    private static final Pattern DLMS = Pattern.compile("DLMS.*localhost:(\\d+)");
    private static final int STOP_SECONDS_MAX = 20;
    private static final int READ_SECONDS_MAX = 60;

    private final Path home;
    private final Process process;
    private final int facePort;
    private final int dlmsPort;

    private DemoAtHome(Path home, Process process, int facePort, int dlmsPort) {
        this.home = home;
        this.process = process;
        this.facePort = facePort;
        this.dlmsPort = dlmsPort;
    }

    /// Starts the demo on free ports and waits for its banner; builds it first if a source is newer.
    static DemoAtHome start() throws IOException {
        Path home = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(home.resolve("trefas"))) {
            Path above = home.getParent();
            if (above == null) {
                throw new IOException(
                        "There is no ./trefas above " + Path.of("").toAbsolutePath());
            }
            home = above;
        }
        var said = new ArrayList<String>();
        Process process = new ProcessBuilder("./trefas", "demo", "--port", "0", "--http", "0")
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int face = 0;
        int dlms = 0;
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        while (face == 0 || dlms == 0) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("The demo ended before it named its ports: " + said);
            }
            said.add(line);
            face = Math.max(face, port(FACE, line));
            dlms = Math.max(dlms, port(DLMS, line));
        }
        Thread.ofVirtual().start(() -> lines.lines().forEach(said::add));
        return new DemoAtHome(home, process, face, dlms);
    }

    private static int port(Pattern pattern, String line) {
        Matcher found = pattern.matcher(line);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /// Where the page is, without a slash at the end.
    String origin() {
        return "http://localhost:" + facePort;
    }

    /// What `./trefas read` prints for one register, as a whole number of its unit.
    long read(String code) throws IOException, InterruptedException {
        var command = List.of("./trefas", "read", "--port", String.valueOf(dlmsPort), "-o", "csv", code);
        Process read = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> rows = read.inputReader(StandardCharsets.UTF_8).lines().toList();
        if (!read.waitFor(READ_SECONDS_MAX, TimeUnit.SECONDS) || read.exitValue() != 0 || rows.size() != 2) {
            throw new IOException(command + " said " + rows);
        }
        return Long.parseLong(rows.get(1).split(",", -1)[1]);
    }

    /// Stops it in good order.
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
