package trefas.app.host;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Protection;
import trefas.dlms.ApduBuffer;
import trefas.dlms.security.ApduProtection;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.security.Envelope;
import trefas.dlms.wrapper.WrapperHeader;
import trefas.dlms.xdlms.DataNotification;
import trefas.dlms.xdlms.LongInvokeId;
import trefas.objects.standard.ClientRole;
import trefas.objects.standard.PushReport;
import trefas.objects.standard.PushTarget;
import trefas.security.SecurityAccess;
import trefas.security.SecurityState;
import trefas.transport.ApduLine;
import trefas.transport.DatagramLine;
import trefas.transport.TcpWrapperLine;

/// Sends what the standard model pushes: a DataNotification in the wrapper to `host:port`, over TCP (transport
/// service 0) or UDP (1), on threads of its own, so that no meter waits for a head-end. With keys it goes out in
/// general-glo-ciphering, authenticated and encrypted as the management client's rights ask, and signed if the
/// push setup or the policy says so. Other services, messages and destinations fail, and the push setup is told.
final class PushSender implements Pushes, Closeable {

    /// Pushes under way at a time; the model has three setups, each with one.
    static final int AT_ONCE = 4;

    /// Pushes that wait for one of the threads.
    static final int WAITING_MAX = 16;

    static final Duration CONNECT_MAX = Duration.ofSeconds(10);

    /// As long as the push setup waits for its confirmation (decision 0021).
    static final Duration CONFIRMATION_MAX = Duration.ofSeconds(60);

    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);
    private static final int OVER_TCP = 0;
    private static final int OVER_UDP = 1;
    private static final int APDU_IN_AXDR = 0;
    private static final int AUTHENTICATED = 0;
    private static final int ENCRYPTED = 1;
    private static final int BOTH = 2;
    private static final int SIGNED = 3;
    private static final int PORT_MAX = 65_535;
    private static final Octets NO_TIME = Octets.of(new byte[0]);
    private static final Pattern DESTINATION =
            Pattern.compile("(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):(?<port>\\d{1,5})");

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofVirtual().name("push").factory());
    private final AtomicInteger number = new AtomicInteger();

    PushSender() {}

    @Override
    public boolean send(Push push) {
        try {
            threads.execute(() -> deliver(push));
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private void deliver(Push push) {
        try {
            boolean isSent;
            try {
                isSent = trySend(push);
            } catch (IOException lost) {
                isSent = false;
            }
            if (!isSent) {
                push.report().accept(PushReport.FAILED);
            }
        } catch (UncheckedIOException memoryFailed) {
            // The meter keeps nothing any more and says nothing any more.
        }
    }

    /// Sends one push now, and waits until it has gone out.
    ///
    /// @return false when it can't go out this way; what comes after that is reported here
    /// @throws IOException when nobody takes it at its destination
    boolean trySend(Push push) throws IOException {
        PushTarget target = push.target();
        Optional<InetSocketAddress> address = address(target);
        if (address.isEmpty() || target.message() != APDU_IN_AXDR) {
            return false;
        }
        LongInvokeId invokeId = LongInvokeId.ofNumber(number.incrementAndGet());
        var protection = push.security()
                .filter(access -> access.with(SecurityState::isReady))
                .map(PushSender::protection);
        Optional<byte[]> apdu = apdu(push, push.isConfirmed() ? invokeId : invokeId.unconfirmed(), protection);
        if (apdu.isEmpty()) {
            return false;
        }
        try (ApduLine line = open(target, address.get())) {
            // Here the server speaks first: its wrapper port comes first, the client's second.
            line.connect(/* clientSap= */ ClientRole.SERVER_SAP, /* serverSap= */ target.clientSap());
            line.sendUnconfirmed(apdu.get(), 0, apdu.get().length);
            push.report().accept(PushReport.SENT);
            if (push.isConfirmed()) {
                awaitConfirmation(line, invokeId, protection, push);
            }
            return true;
        }
    }

    /// Without a confirmation nothing is reported: the push setup has its own clock for that.
    private static void awaitConfirmation(
            ApduLine line, LongInvokeId invokeId, Optional<AssociationProtection> protection, Push push) {
        try {
            byte[] received = line.receive(CONFIRMATION_MAX);
            if (confirms(received, invokeId, protection)) {
                push.report().accept(PushReport.CONFIRMED);
            }
        } catch (IOException noneCame) {
            // As when none was sent.
        }
    }

    private static boolean confirms(
            byte[] received, LongInvokeId invokeId, Optional<AssociationProtection> protection) {
        if (received.length == 0) {
            return false;
        }
        int offset = 0;
        byte[] octets = received;
        int length = received.length;
        if (protection.isPresent()) {
            if (!ApduProtection.isProtected(Byte.toUnsignedInt(received[0]))
                    || !(protection.get().open(received, 0, received.length) instanceof Opened.Plain plain)) {
                return false;
            }
            octets = plain.octets();
            offset = plain.offset();
            length = plain.length();
        }
        return DataNotification.Confirmation.decode(octets, offset, length)
                        instanceof Complete<DataNotification.Confirmation>(var confirmation, int _)
                && confirmation.invokeId().number() == invokeId.number();
    }

    private static Optional<byte[]> apdu(Push push, LongInvokeId invokeId, Optional<AssociationProtection> protection) {
        var plain = new AxdrWriter(WrapperHeader.LENGTH_MAX);
        new DataNotification(invokeId, NO_TIME, push.body()).encode(plain);
        if (plain.overflowed()) {
            return Optional.empty();
        }
        var apdu = new ApduBuffer(0).octets(plain.toOctets());
        var envelope = new Envelope(Envelope.Family.GENERAL_GLOBAL, wanted(push.target()), Optional.empty());
        boolean isGood = protection.isEmpty() || protection.get().seal(envelope, apdu);
        return isGood && apdu.length() <= WrapperHeader.LENGTH_MAX ? Optional.of(apdu.toOctets()) : Optional.empty();
    }

    private static AssociationProtection protection(SecurityAccess access) {
        var protection = AssociationProtection.ofServer(access, ClientRole.MANAGEMENT.protection());
        access.with(SecurityState::partnerTitle).ifPresent(protection::begin);
        return protection;
    }

    /// What the rights of the management client ask for, and what the push setup asks for besides.
    private static Protection wanted(PushTarget target) {
        Protection least = ClientRole.MANAGEMENT.protection();
        boolean isBoth = target.protectionTypes().contains(BOTH);
        return new Protection(
                least.authenticated() || isBoth || target.protectionTypes().contains(AUTHENTICATED),
                least.encrypted() || isBoth || target.protectionTypes().contains(ENCRYPTED),
                target.protectionTypes().contains(SIGNED));
    }

    private static ApduLine open(PushTarget target, InetSocketAddress address) throws IOException {
        return target.transportService() == OVER_UDP
                ? DatagramLine.open(address)
                : TcpWrapperLine.open(address, CONNECT_MAX);
    }

    /// Empty for a destination that can't be reached this way.
    private static Optional<InetSocketAddress> address(PushTarget target) {
        Matcher written = DESTINATION.matcher(new String(target.destination().toArray(), StandardCharsets.US_ASCII));
        if ((target.transportService() != OVER_TCP && target.transportService() != OVER_UDP) || !written.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(written.group("port"));
        return port < 1 || port > PORT_MAX
                ? Optional.empty()
                : Optional.of(new InetSocketAddress(written.group("host"), port));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            // One that is still connecting after that is left to itself: the meter it reports to has stopped.
            boolean _ = threads.awaitTermination(CLOSE_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
