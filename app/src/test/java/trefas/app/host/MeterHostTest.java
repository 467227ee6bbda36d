package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.app.host.HostOnBench.START;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.app.settings.Speed;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.cosem.Requester;
import trefas.device.Meter;
import trefas.device.Restored;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.display.DisplayFrame;
import trefas.device.memory.PermanentMemory.Recall;
import trefas.device.memory.RecordKind;
import trefas.device.register.EnergyRegister;
import trefas.quantity.Obis;
import trefas.web.Moment;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class MeterHostTest {

    private static final int CLIENT = 18;
    private static final int METER = 16;
    private static final AttributeDescriptor IMPORT =
            new AttributeDescriptor(InterfaceClass.REGISTER.classId(), Obis.of("1-1:1.8.0*255"), 2);

    private static final AttributeDescriptor NUMBER =
            new AttributeDescriptor(InterfaceClass.DATA.classId(), Obis.of("1-1:0.0.1*255"), 2);

    private final HostOnBench bench = new HostOnBench();
    private final MeterHost host = bench.host;

    @Test
    void everySecondUpToTheOneAskedForIsStepped() throws IOException {
        assertTrue(host.advanceTo(START + 9));

        assertEquals(OptionalLong.of(START + 9), host.lastSecond());
        assertEquals(START + 10, host.next());
        assertEquals(10L * 6_900_000, host.<Long>read(meter -> meter.milliwattSeconds(EnergyRegister.A_PLUS)));
    }

    @Test
    void aSecondThatIsOverIsNotSteppedAgain() throws IOException {
        host.advanceTo(START + 9);

        assertTrue(host.advanceTo(START + 5));
        assertEquals(START + 10, host.next());
    }

    @Test
    void whenTheWorldEndsTheMeterKeepsItsLastSecondAndGoesOnAnswering() throws IOException {
        bench.lastSecond = START + 9;

        assertFalse(host.advanceTo(START + 100));
        assertFalse(host.advanceTo(START + 200));
        assertEquals(OptionalLong.of(START + 9), host.lastSecond());
        assertTrue(host.isPowered());
        assertTrue(host.<Boolean>read(bench.memory::knows), "the last second was saved");
        assertEquals(DataAccessResult.SUCCESS, get());
    }

    @Test
    void rowsOfTheLoadProfileReachTheMemory() throws IOException {
        host.advanceTo(START + 3_600);

        assertEquals(4, bench.memory.rows);
    }

    // Everything below the display's resolution too: the whole record.
    @Test
    void eachSecondIsSavedBeforeAnybodyCanLook() throws IOException {
        for (long second = START; second < START + 1_000; second++) {
            host.advanceTo(second);

            assertTrue(host.<Boolean>read(bench.memory::knows), "second " + second);
        }
    }

    @Test
    void aReaderInTheMiddleOfAReplaySeesOnlyWhatWasSaved() throws IOException {
        host.advanceTo(START);
        var ended = new AtomicBoolean();
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
            int unsaved = 0;
            while (!ended.get()) {
                unsaved += host.<Boolean>read(bench.memory::knows) ? 0 : 1;
            }
            return unsaved;
        });

        host.advanceTo(START + 100L * MeterHost.CHUNK_SECONDS);
        ended.set(true);

        assertEquals(0, reader.join());
    }

    @Test
    void aMeterWhoseMemoryFailedShowsAndAnswersNothing() throws IOException {
        host.advanceTo(START + 9);
        var desk = new HostDesk(host, Optional.empty(), "a bench", Speed.REAL_TIME, false);
        assertEquals(EnergyRegister.ALL.size(), desk.registers().size(), "shown while all is well");
        assertEquals(DataAccessResult.SUCCESS, get(), "answered while all is well");
        bench.memory.broken = true;

        var failure = assertThrows(IOException.class, () -> host.advanceTo(START + 10));

        assertEquals("No space left on device", failure.getMessage());
        assertTrue(host.isLost());
        assertFalse(host.isPowered());
        assertEquals(DataAccessResult.HARDWARE_FAULT, get());
        assertEquals(List.of(), desk.registers());
        Moment moment = desk.moment();
        assertEquals(DisplayFrame.BLANK, moment.display());
        assertEquals(0, moment.pulses());
        assertEquals(0, moment.importMilliwatts());
        assertEquals(0, moment.exportMilliwatts());
        assertEquals(0, moment.phases().getFirst().millivolts());
    }

    @Test
    void whatASetChangedIsSavedBeforeItIsAnswered() throws IOException {
        host.advanceTo(START);
        int saves = bench.memory.saves;

        assertEquals(DataAccessResult.SUCCESS, set(4_711));

        assertEquals(saves + 1, bench.memory.saves);
        var kept = assertInstanceOf(
                Recall.Saved.class, bench.memory.recall(HostOnBench.SERIAL_NUMBER, RecordKind.SETTINGS.whole()));
        var restored = assertInstanceOf(
                Restored.Ready.class,
                Meter.restore(
                        MeterConfiguration.DEFAULT,
                        HostOnBench.SERIAL_NUMBER,
                        host.read(Meter::registers),
                        kept.octets()));
        assertEquals(4_711, restored.meter().meterNumber1());
    }

    @Test
    void aSetThatIsRefusedSavesNothing() throws IOException {
        host.advanceTo(START);
        int saves = bench.memory.saves;

        assertEquals(
                DataAccessResult.TYPE_UNMATCHED,
                host.set(Requester.inClear(CLIENT, METER), NUMBER, Optional.empty(), new CosemData.LongUnsigned(1)));

        assertEquals(saves, bench.memory.saves);
    }

    @Test
    void aSetThatCannotBeSavedIsNotAnsweredAndTheMeterFallsSilent() throws IOException {
        host.advanceTo(START);
        bench.memory.broken = true;

        assertThrows(UncheckedIOException.class, () -> set(4_711));

        assertTrue(host.isLost());
        assertEquals(DataAccessResult.HARDWARE_FAULT, get());
        assertEquals(DataAccessResult.HARDWARE_FAULT, set(4_712));
    }

    @Test
    void aMeterWithoutSupplyTakesNothing() throws IOException {
        bench.millivolts = 100_000;
        host.advanceTo(START + 9);

        assertEquals(DataAccessResult.HARDWARE_FAULT, set(4_711));
    }

    private DataAccessResult set(long number) {
        return host.set(
                Requester.inClear(CLIENT, METER), NUMBER, Optional.empty(), new CosemData.DoubleLongUnsigned(number));
    }

    @Test
    void aMeterWithoutSupplyAnswersNothing() throws IOException {
        bench.millivolts = 100_000;
        host.advanceTo(START + 9);

        assertFalse(host.isPowered());
        assertFalse(host.isLost());
        assertEquals(OptionalLong.empty(), host.lastSecond());
    }

    @Test
    void theLeftButtonShiftsTheDisplay() throws IOException {
        host.advanceTo(START);
        DisplayFrame before = host.read(Meter::display);

        // The first press leads to the top of the manual list, which may look the same.
        host.pressLeft();
        host.advanceTo(START + 1);
        host.pressLeft();
        host.advanceTo(START + 2);

        assertFalse(before.equals(host.read(Meter::display)));
    }

    /// Reads A+ as a client does; on failure nothing may have been written.
    private DataAccessResult get() {
        var value = new AxdrWriter(100);
        DataAccessResult result = host.get(Requester.inClear(CLIENT, METER), IMPORT, Optional.empty(), value);
        assertEquals(result == DataAccessResult.SUCCESS, value.length() > 0);
        return result;
    }
}
