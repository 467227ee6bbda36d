package trefas.app.host;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import trefas.cosem.CosemData.Octets;
import trefas.device.Meter;
import trefas.device.status.AlarmSettings;
import trefas.device.status.OutgoingCall;
import trefas.objects.standard.ClientRole;
import trefas.objects.standard.PushTarget;
import trefas.readout.AlarmMessage;
import trefas.security.SecurityAccess;

/// Brings alarm calls and last gasps to the end point of AlarmCallConfig: a DataNotification in the wrapper over TCP,
/// protected as any push is when the meter has keys (decision 0047). Alarms go one after the other on a thread of
/// their own; an end point that is not there delays them and, in the end, costs them, and never the meter.
///
/// The last gasp waits for nothing and is tried once: a meter without supply has no second try.
final class AlarmCalls implements Calls, Closeable {

    /// Alarms that wait while one is on its way. More are lost.
    static final int WAITING_MAX = 64;

    /// How often an alarm is tried before it is lost.
    static final int TRIES_MAX = 3;

    /// From a try that failed to the next.
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);
    private static final int OVER_TCP = 0;
    private static final int APDU_IN_AXDR = 0;
    private static final int OCTET = 0xFF;
    private static final boolean UNCONFIRMED = false;

    /// Sends one push and waits until it has gone out.
    @FunctionalInterface
    interface Attempt {
        /// Tries once.
        ///
        /// @return false when it can't go out at all
        boolean send(Push push) throws IOException;
    }

    private final BlockingQueue<Push> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Attempt attempt;
    private final Pushes atOnce;
    private final Consumer<String> log;
    private final Duration pause;
    private final AtomicBoolean isTold = new AtomicBoolean();
    private final Thread thread;

    private AlarmCalls(Attempt attempt, Pushes atOnce, Consumer<String> log, Duration pause) {
        this.attempt = attempt;
        this.atOnce = atOnce;
        this.log = log;
        this.pause = pause;
        this.thread = Thread.ofVirtual().name("alarm-calls").unstarted(this::run);
    }

    /// @param attempt for alarms
    /// @param atOnce for last gasps
    /// @param log takes a sentence when calls begin to fail, and none more until one gets through
    /// @param pause from a try that failed to the next
    static AlarmCalls start(Attempt attempt, Pushes atOnce, Consumer<String> log, Duration pause) {
        var calls = new AlarmCalls(attempt, atOnce, log, pause);
        calls.thread.start();
        return calls;
    }

    @Override
    public void call(OutgoingCall call, Meter meter, Optional<SecurityAccess> security) {
        AlarmSettings settings = meter.settings().functions().alarms();
        AlarmMessage message = AlarmMessage.of(call, meter);
        switch (call) {
            case OutgoingCall.Alarm alarm -> {
                if (isSomewhere(alarm.endPoint(), alarm.port())
                        && !waiting.offer(push(message, alarm.endPoint(), alarm.port(), security))) {
                    tell("Alarm calls are lost, because more than " + WAITING_MAX + " wait to be sent");
                }
            }
            case OutgoingCall.LastGasp _ -> {
                if (settings.isOn()
                        && isSomewhere(settings.endPoint(), settings.port())
                        && !atOnce.send(push(message, settings.endPoint(), settings.port(), security))) {
                    tell("A last gasp is lost, because too much else is being sent");
                }
            }
        }
    }

    private boolean isSomewhere(long endPoint, int port) {
        boolean isSomewhere = endPoint != 0 && port != 0;
        if (!isSomewhere) {
            tell("Alarm calls are on, but have no end point; set 1-1:134.0.4 and 1-1:134.0.5");
        }
        return isSomewhere;
    }

    private static Push push(AlarmMessage message, long endPoint, int port, Optional<SecurityAccess> security) {
        byte[] destination = (dotted(endPoint) + ":" + port).getBytes(StandardCharsets.US_ASCII);
        var target = new PushTarget(
                OVER_TCP, Octets.of(destination), APDU_IN_AXDR, ClientRole.MANAGEMENT.clientSap(), List.of());
        return new Push(target, message.body(), UNCONFIRMED, security, _ -> {});
    }

    /// 0xAC100478 is 172.16.4.120.
    private static String dotted(long address) {
        return (address >> 24 & OCTET) + "." + (address >> 16 & OCTET) + "." + (address >> 8 & OCTET) + "."
                + (address & OCTET);
    }

    private void run() {
        try {
            while (true) {
                deliver(waiting.take());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException memoryFailed) {
            // The meter keeps nothing any more and says nothing any more.
        }
    }

    private void deliver(Push push) throws InterruptedException {
        for (int tried = 1; !isGone(push) && tried < TRIES_MAX; tried++) {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        }
    }

    private boolean isGone(Push push) {
        String end = new String(push.target().destination().toArray(), StandardCharsets.US_ASCII);
        try {
            if (attempt.send(push)) {
                isTold.set(false);
                return true;
            }
            tell("An alarm call to " + end + " can't be ciphered, because a key or a counter is missing");
        } catch (IOException notThere) {
            tell("Alarm calls don't reach " + end + ": "
                    + String.valueOf(notThere.getMessage()).replaceFirst("[.]$", ""));
        }
        return false;
    }

    private void tell(String what) {
        if (!isTold.getAndSet(true)) {
            log.accept(what + ". The meter goes on, and tells this once.");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            // One that is still connecting after that is left to itself: its meter has stopped.
            boolean _ = thread.join(CLOSE_MAX);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
