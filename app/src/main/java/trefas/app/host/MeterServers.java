package trefas.app.host;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import trefas.app.settings.ClientRole;
import trefas.app.settings.ModelChoice;
import trefas.app.settings.RunSettings;
import trefas.cosem.CosemData;
import trefas.dlms.ApduServer;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.gateway.GatewayAddress;
import trefas.dlms.gateway.GatewayServer;
import trefas.dlms.server.AssociationTable;
import trefas.dlms.server.ServerProfile;
import trefas.security.SecurityAccess;

/// The associations of a meter, once for each peer on any line; failed authentications and the time they lock a
/// client out for are common to all.
final class MeterServers implements Supplier<ApduServer>, AutoCloseable {

    /// Octets of a challenge of high level security: what both suites ask for.
    private static final int CHALLENGE_OCTETS = 32;

    /// How often it is looked whether locked clients may try again: nobody connects to a serial line, so time
    /// itself has to look.
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final MeterHost host;
    private final ServerProfile profile;
    private final Optional<GatewayAddress> gateway;
    private final Lockout lockout;
    private final LongSupplier nanoseconds;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lockout").factory());

    /// @param nanoseconds of a clock that never goes back
    MeterServers(RunSettings settings, MeterHost host, LongSupplier nanoseconds) {
        this(settings, host, nanoseconds, LOOK);
    }

    /// @param look how often it is looked whether locked clients may try again
    MeterServers(RunSettings settings, MeterHost host, LongSupplier nanoseconds, Duration look) {
        this.host = host;
        this.profile = profile(settings, host);
        this.gateway = settings.furtherPorts().gateway();
        this.lockout = new Lockout(profile.failedAttempts());
        this.nanoseconds = nanoseconds;
        var _ = timer.scheduleAtFixedRate(this::look, look.toNanos(), look.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static ServerProfile profile(RunSettings settings, MeterHost host) {
        var randomness = new SecureRandom();
        var roles = new HashMap<Integer, SecurityAccess>();
        for (MeterSecurity security : host.securities()) {
            if (security.role() != ClientRole.MANAGEMENT && settings.model() == ModelChoice.OWN) {
                roles.put(security.role().association().clientSap(), host.access(security));
            }
        }
        return new ServerProfile(AssociationRows.of(settings))
                .with(host.access(host.securities().getFirst()), () -> challenge(randomness))
                .withRoles(roles);
    }

    private static CosemData.Octets challenge(SecureRandom randomness) {
        byte[] octets = new byte[CHALLENGE_OCTETS];
        randomness.nextBytes(octets);
        return CosemData.Octets.of(octets);
    }

    /// The clients the meter lets in, in the order of its table.
    List<AssociationSettings> clients() {
        return profile.associations();
    }

    /// Lets locked clients try again when their time is over.
    void look() {
        lockout.look(nanoseconds.getAsLong());
    }

    /// For a peer that begins to talk. With a gateway address the meter is one behind a gateway as well: what
    /// comes under that address is for it, and what comes without a header too.
    @Override
    public ApduServer get() {
        look();
        var own = new AssociationTable(profile, host);
        return gateway.isPresent() ? new GatewayServer(own, Map.of(gateway.get(), own)) : own;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
