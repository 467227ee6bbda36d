package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.app.host.HostOnBench.START;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import trefas.device.register.Readings;
import trefas.readout.PushSchedule;

/// The thread that steps the meter, played second by second; what is sent is the meter's time.
class PushOutputTest {

    private final HostOnBench bench = new HostOnBench();
    private final MeterHost host = bench.host;
    private final List<Long> sent = new ArrayList<>();
    private final PushOutput output = new PushOutput(
            host,
            PushSchedule.P1,
            this::telegram,
            octets -> sent.add(ByteBuffer.wrap(octets).getLong()));

    @Test
    void inRealTimeEachDueSecondIsSentAndNoOther() throws IOException {
        for (long second = 0; second < 35; second++) {
            step(START + second, second);
        }

        assertEquals(List.of(START, START + 10, START + 20, START + 30), sent);
    }

    @Test
    void aThreadThatComesLateStillSendsTheSecondThatWasDue() throws IOException {
        step(START + 1, 1);
        step(START + 12, 12);
        step(START + 14, 14);
        step(START + 47, 47);

        assertEquals(List.of(START, START + 10, START + 20), sent);
    }

    @Test
    void atFullSpeedOneIsSentInEachRealSecond() throws IOException {
        for (int step = 0; step < 100; step++) {
            step(START + 3_600L * (step + 1), step / 10);
        }

        assertEquals(10, sent.size());
    }

    @Test
    void aSecondIsSentOnceHoweverLongItLasts() throws IOException {
        for (long real = 0; real < 20; real++) {
            step(START, real);
        }

        assertEquals(List.of(START), sent);
    }

    @Test
    void aMeterThatWasStartedInADueSecondWaitsForTheNext() throws IOException {
        host.advanceTo(START + 10);
        var late = new PushOutput(host, PushSchedule.P1, this::telegram, _ -> sent.add(0L));

        late.stepped(0);

        assertEquals(List.of(), sent);
    }

    @Test
    void aMeterWithoutSupplySendsNothing() throws IOException {
        bench.millivolts = 0;
        for (long second = 0; second < 35; second++) {
            step(START + second, second);
        }

        assertEquals(List.of(), sent);
        assertEquals(START + 35, host.next());
    }

    private byte[] telegram(Readings readings) {
        assertTrue(bench.memory.knows(bench.meter), "sent before it was saved");
        return ByteBuffer.allocate(Long.BYTES).putLong(readings.now()).array();
    }

    /// What the meter's thread does when this second is due, in this second of the machine.
    private void step(long due, long realSecond) throws IOException {
        host.advanceTo(Math.min(due, output.stopAt(host.next(), realSecond)));
        output.stepped(realSecond);
    }
}
