package trefas.storage;

import static trefas.device.log.DataLogger.LOAD_PROFILE;
import static trefas.device.log.DataLogger.STATUS;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.rocksdb.RocksDB;
import org.rocksdb.util.Environment;
import trefas.device.log.ProfileEntry;
import trefas.device.memory.PermanentMemory.Captured;
import trefas.device.memory.RecordKind;
import trefas.device.memory.RecordName;

/// A process that saves one meter as fast as it can and says on its standard output which save it has been promised. A
/// save that is refused is told there, too, and tried again.
///
/// Save number n puts the registers [#registers] and, with them, settings, row number n of the load profile and every
/// tenth time a row of the status log; all can be computed from n alone. The rings are small, so that old blocks are
/// dropped in the same saves.
final class SavingProcess implements AutoCloseable {

    static final int METER = 4_711;
    static final int CAPACITY = 2_000;
    static final int EVENT_EVERY = 10;
    static final int EVENT_CAPACITY = 100;
    static final RecordName SETTINGS = RecordKind.SETTINGS.whole();

    private final Process process;
    private final BufferedReader output;

    private SavingProcess(Process process) {
        this.process = process;
        this.output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII), 1 << 16);
    }

    /// @param temporary where the library is unpacked, once for all children, and killed ones leave nothing elsewhere
    /// @param lastSaved the number of the last save of an earlier life
    static SavingProcess start(Path temporary, Path state, long lastSaved) throws IOException {
        var modules = System.getProperty("jdk.module.path");
        var path = (modules == null ? "" : modules + File.pathSeparator)
                + System.getProperty("java.class.path")
                + File.pathSeparator
                + testClasses();
        return new SavingProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xmx64m",
                        "-Djava.library.path=" + library(temporary),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        path,
                        SavingProcess.class.getName(),
                        "" + state,
                        "" + lastSaved)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /// Unpacking it takes longer than all the rest of a child's start.
    private static Path library(Path temporary) throws IOException {
        var name = Environment.getJniLibraryFileName("rocksdb");
        var folder = Files.createDirectories(temporary.resolve("library"));
        if (!Files.exists(folder.resolve(System.mapLibraryName("rocksdbjni")))) {
            try (var packed = RocksDB.class.getResourceAsStream("/" + name)) {
                if (packed != null) {
                    Files.copy(packed, folder.resolve(System.mapLibraryName("rocksdbjni")));
                }
            }
        }
        return folder;
    }

    private static Path testClasses() {
        try {
            return Path.of(SavingProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public static void main(String[] arguments) throws IOException {
        try (var memory = RocksMemory.open(Path.of(arguments[0]), Durability.GROUP)) {
            long number = Long.parseLong(arguments[1]);
            while (true) {
                if (isSaved(memory, number + 1)) {
                    number++;
                    System.out.println(number);
                }
            }
        }
    }

    private static boolean isSaved(RocksMemory memory, long number) {
        try {
            var rows = new ArrayList<Captured>();
            rows.add(new Captured(LOAD_PROFILE, row(number), CAPACITY));
            if (number % EVENT_EVERY == 0) {
                rows.add(new Captured(STATUS, row(number / EVENT_EVERY), EVENT_CAPACITY));
            }
            memory.save(METER, registers(number), rows, Map.of(SETTINGS, registers(-number)));
            if (number % 100 == 0) {
                memory.flush();
            }
            return true;
        } catch (IOException refused) {
            System.out.println(refused.getMessage());
            return false;
        }
    }

    static byte[] registers(long number) {
        var registers = ByteBuffer.allocate(128);
        LongStream.range(0, 16).forEach(field -> registers.putLong(number * 31 + field));
        return registers.array();
    }

    static ProfileEntry row(long number) {
        return new ProfileEntry(
                number, 1_795_305_600L + number * 900, (int) (number % 7), (int) (number % 11), number * 25, 0, number);
    }

    long processId() {
        return process.pid();
    }

    long awaitFirstSave() throws IOException {
        return Long.parseLong(next(SavingProcess::isPromise));
    }

    /// The next line that is wanted; others are passed over.
    String next(Predicate<String> wanted) throws IOException {
        while (true) {
            var line = output.readLine();
            if (line == null) {
                throw new IOException("the process ended by itself");
            }
            if (wanted.test(line)) {
                return line;
            }
        }
    }

    /// Whether a line promises a save, as opposed to telling why one was refused.
    static boolean isPromise(String line) {
        return line.chars().allMatch(Character::isDigit);
    }

    /// Kills it (SIGKILL) after a time, in the middle of whatever it is doing, which may be its start.
    ///
    /// @param saved what was saved before it was started
    long killAfterMilliseconds(long saved, long milliseconds) throws IOException, InterruptedException {
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        return killAfter(saved, 0);
    }

    /// Kills it (SIGKILL) after so many more saves, in the middle of whatever it is doing, and returns the last save it
    /// was promised.
    long killAfter(long first, int saves) throws IOException {
        long last = first;
        for (int save = 0; save < saves; save++) {
            last = Long.parseLong(next(_ -> true));
        }
        // By its handle, for the process object would close the pipe as well.
        process.toHandle().destroyForcibly();
        // What was still in the pipe was promised as well; a last line without its end was not printed whole.
        var rest = new StringBuilder();
        int letter;
        while ((letter = output.read()) >= 0) {
            rest.append((char) letter);
        }
        process.onExit().join();
        var promises = rest.substring(0, rest.lastIndexOf("\n") + 1)
                .lines()
                .filter(SavingProcess::isPromise)
                .toList();
        return promises.isEmpty() ? last : Long.parseLong(promises.getLast());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
