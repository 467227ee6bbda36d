package trefas.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemDateTime;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.cosem.Requester;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.memory.PermanentMemory;
import trefas.objects.Association;
import trefas.objects.MeterDevice;
import trefas.objects.ObjectModel;
import trefas.quantity.Obis;
import trefas.storage.Durability;
import trefas.storage.RocksMemory;
import trefas.storage.VolatileMemory;

/// The load profile of a meter that has filled it: all 17 284 rows, and the 96 rows of a day, read through the
/// meter's objects into the octets of the answer.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked
public class ProfileBenchmark {

    private static final int ROWS = 17_284;
    private static final int ROWS_OF_A_DAY = 96;
    private static final int BUFFER_ATTRIBUTE = 2;
    private static final int ALL_COLUMNS = 0;
    private static final int OCTETS_MAX = 8 * 1_024 * 1_024;

    private static final AttributeDescriptor BUFFER = new AttributeDescriptor(
            InterfaceClass.PROFILE_GENERIC.classId(), Obis.of("1-1:99.1.0*255"), BUFFER_ATTRIBUTE);

    private static final Requester REQUESTER =
            Requester.inClear(Association.PRIMARY_MODULE.clientSap(), Association.PRIMARY_MODULE.serverSap());

    /// A day well inside what the profile holds, from its first row to its last.
    private static final AccessSelection.RangeDescriptor DAY = new AccessSelection.RangeDescriptor(
            new CaptureObject(InterfaceClass.CLOCK.classId(), Obis.of("0-1:1.0.0*255"), 2, 0),
            time(LocalDateTime.of(2026, 6, 20, 0, 15)),
            time(LocalDateTime.of(2026, 6, 21, 0, 0)),
            List.of());

    @Param({"volatile", "rocks"})
    public String memory;

    private final AxdrWriter answer = new AxdrWriter(OCTETS_MAX);
    private PermanentMemory opened;
    private Path directory;
    private MeterDevice device;

    public ProfileBenchmark() {}

    @Setup
    public void live() throws IOException {
        directory = Files.createTempDirectory("trefas-benchmark");
        opened = memory.equals("rocks")
                ? RocksMemory.open(directory.resolve("state"), Durability.GROUP)
                : new VolatileMemory();
        device = new MeterDevice(
                ObjectModel.of(MeterConfiguration.DEFAULT), BenchedMeter.withRows(ROWS, opened), opened);
        checkTheDay();
    }

    private void checkTheDay() {
        read(Optional.of(DAY));
        int rows = Byte.toUnsignedInt(answer.toOctets()[1]);
        if (rows != ROWS_OF_A_DAY) {
            throw new IllegalStateException("a day of " + rows + " rows");
        }
    }

    @TearDown
    public void tidyUp() throws IOException {
        opened.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public int wholeProfile() {
        return read(Optional.empty());
    }

    @Benchmark
    public int oneDayByTime() {
        return read(Optional.of(DAY));
    }

    @Benchmark
    public int oneDayByNumber() {
        return read(Optional.of(new AccessSelection.EntryDescriptor(ROWS - ROWS_OF_A_DAY + 1L, ROWS, 1, ALL_COLUMNS)));
    }

    private static CosemData time(LocalDateTime local) {
        byte[] octets = CosemDateTime.of(
                        local, CosemDateTime.DEVIATION_NOT_SPECIFIED, CosemDateTime.STATUS_NOT_SPECIFIED)
                .octets();
        return new CosemData.OctetString(CosemData.Octets.of(octets));
    }

    private int read(Optional<AccessSelection> selection) {
        answer.reset();
        DataAccessResult result = device.get(REQUESTER, BUFFER, selection, answer);
        if (result != DataAccessResult.SUCCESS) {
            throw new IllegalStateException("nothing to measure: " + result);
        }
        return answer.length();
    }
}
