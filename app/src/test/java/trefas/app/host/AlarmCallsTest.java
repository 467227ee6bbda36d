package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.device.Meter;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.settings.FunctionSettings;
import trefas.device.status.AlarmSettings;
import trefas.device.status.OutgoingCall;
import trefas.readout.AlarmMessage;

/// Who is called, how often, and what is told when nobody answers (decision 0047). No test waits for time to pass.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AlarmCallsTest {

    private static final long END_POINT = 0xAC10_0478L;
    private static final int PORT = 5_001;
    private static final String UNREACHED =
            "Alarm calls don't reach 172.16.4.120:5001: refused. The meter goes on, and tells this once.";

    private final BlockingQueue<String> tried = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final List<Push> atOnce = new ArrayList<>();

    private static Meter meter(int callConfig, long endPoint, int port) {
        var alarms = new AlarmSettings(callConfig, endPoint, port, ~0, ~0, ~0);
        return new Meter(
                MeterConfiguration.DEFAULT.withFunctions(FunctionSettings.DEFAULT.with(alarms)),
                HostOnBench.SERIAL_NUMBER);
    }

    private static OutgoingCall alarm(int number, long endPoint, int port) {
        return new OutgoingCall.Alarm(HostOnBench.START, number, 0, number, 0, 0, endPoint, port);
    }

    private AlarmCalls start(AlarmCalls.Attempt attempt) {
        return AlarmCalls.start(attempt, atOnce::add, told::add, Duration.ZERO);
    }

    private void call(AlarmCalls calls, int number) {
        calls.call(alarm(number, END_POINT, PORT), meter(AlarmSettings.ON, END_POINT, PORT), Optional.empty());
    }

    private static int number(Push push) {
        return AlarmMessage.of(push.body()).orElseThrow().eventStatusA();
    }

    private static String destination(Push push) {
        return new String(push.target().destination().toArray(), StandardCharsets.US_ASCII);
    }

    @Test
    void alarmsArriveOneAfterTheOther() throws InterruptedException {
        try (var calls = start(push -> tried.add(destination(push) + " " + number(push)))) {
            for (int number = 1; number <= 3; number++) {
                call(calls, number);
            }

            for (int number = 1; number <= 3; number++) {
                assertEquals("172.16.4.120:5001 " + number, tried.take());
            }
            assertTrue(told.isEmpty());
        }
    }

    @Test
    void anAlarmIsTriedThreeTimesAndThenLost() throws InterruptedException {
        try (var calls = start(push -> {
            tried.add("" + number(push));
            if (number(push) == 1) {
                throw new IOException("refused");
            }
            return true;
        })) {
            call(calls, 1);
            call(calls, 2);

            for (String expected : List.of("1", "1", "1", "2")) {
                assertEquals(expected, tried.take());
            }
            assertEquals(UNREACHED, told.take());
        }
    }

    @Test
    void thatNobodyIsThereIsToldOnceUntilSomebodyIs() throws InterruptedException {
        try (var calls = start(push -> {
            tried.add("" + number(push));
            if (number(push) != 3) {
                throw new IOException("refused");
            }
            return true;
        })) {
            for (int number = 1; number <= 4; number++) {
                call(calls, number);
            }
            for (int attempt = 0; attempt < 10; attempt++) {
                tried.take();
            }
            assertEquals(UNREACHED, told.take());
            assertEquals(UNREACHED, told.take(), "again, since the third call got through");
        }
        assertTrue(told.isEmpty());
    }

    @Test
    void whileOneIsOnItsWaySoManyWaitAndNoMore() throws InterruptedException {
        var open = new CountDownLatch(1);
        try (var calls = start(push -> {
            tried.add("" + number(push));
            awaitQuietly(open);
            return true;
        })) {
            call(calls, 0);
            assertEquals("0", tried.take(), "on its way");
            for (int number = 1; number <= AlarmCalls.WAITING_MAX; number++) {
                call(calls, number);
            }
            assertTrue(told.isEmpty());

            call(calls, -1);
            assertEquals(
                    "Alarm calls are lost, because more than 64 wait to be sent. The meter goes on, and tells this once.",
                    told.take());
            open.countDown();
            for (int number = 1; number <= AlarmCalls.WAITING_MAX; number++) {
                assertEquals("" + number, tried.take());
            }
        }
        assertTrue(tried.isEmpty());
    }

    private static void awaitQuietly(CountDownLatch open) {
        try {
            open.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theLastGaspWaitsForNobody() throws InterruptedException {
        var open = new CountDownLatch(1);
        try (var calls = start(push -> {
            tried.add("" + number(push));
            awaitQuietly(open);
            return true;
        })) {
            call(calls, 0);
            assertEquals("0", tried.take(), "on its way");

            calls.call(
                    new OutgoingCall.LastGasp(HostOnBench.START),
                    meter(AlarmSettings.ON, END_POINT, PORT),
                    Optional.empty());
            assertEquals(1, atOnce.size());
            assertEquals("172.16.4.120:5001", destination(atOnce.getFirst()));
            assertEquals(
                    AlarmMessage.Reason.LAST_GASP,
                    AlarmMessage.of(atOnce.getFirst().body()).orElseThrow().reason());
            open.countDown();
        }
    }

    @Test
    void aMeterThatCallsNobodyHasNoLastGasp() {
        try (var calls = start(_ -> true)) {
            calls.call(
                    new OutgoingCall.LastGasp(HostOnBench.START),
                    meter(AlarmSettings.OFF, END_POINT, PORT),
                    Optional.empty());
        }
        assertEquals(List.of(), atOnce);
    }

    @Test
    void aCallToNowhereIsToldAndNotTried() throws InterruptedException {
        try (var calls = start(push -> tried.add(destination(push)))) {
            calls.call(alarm(1, 0, PORT), meter(AlarmSettings.ON, 0, PORT), Optional.empty());
            calls.call(alarm(2, END_POINT, 0), meter(AlarmSettings.ON, END_POINT, 0), Optional.empty());

            assertEquals(
                    "Alarm calls are on, but have no end point; set 1-1:134.0.4 and 1-1:134.0.5. The meter goes on, and"
                            + " tells this once.",
                    told.take());
        }
        assertTrue(tried.isEmpty());
        assertTrue(told.isEmpty());
    }

    @Test
    void closingDoesNotWaitForAnEndPointThatIsNotThere() throws InterruptedException {
        try (var calls = AlarmCalls.start(
                _ -> {
                    tried.add("once");
                    throw new IOException("refused");
                },
                atOnce::add,
                told::add,
                Duration.ofDays(1))) {
            call(calls, 1);
            assertEquals("once", tried.take());
        }
    }
}
