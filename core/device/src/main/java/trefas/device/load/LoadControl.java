package trefas.device.load;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import trefas.device.clock.MeterClock;
import trefas.device.tariff.PlanFollower;
import trefas.device.tariff.SwitchingPlan;

/// The two load relays of a meter (dossier 9).
///
/// | mode     | a relay is wanted active                                        |
/// |----------|-----------------------------------------------------------------|
/// | disabled | as its default state says                                       |
/// | tariff   | when its mask has the bit of the active tariff                  |
/// | register | as Load1Active says; its default state until that was written   |
/// | plan     | as the plan says; its default state without plan or valid clock |
///
/// A relay that is wanted active becomes so after a random delay, so that not all loads of a grid come at once; it
/// becomes inactive at once. A restart of the meter ends all delays.
public final class LoadControl {

    private static final LoadRelay[] RELAYS = LoadRelay.values();

    private static final MeterClock NO_CLOCK_YET = new MeterClock(0, false);

    private static final int RECORD_LENGTH = RELAYS.length * RelayPosition.RECORD_LENGTH;

    private final long seed;
    private final RelayPosition position1 = new RelayPosition();
    private final RelayPosition position2 = new RelayPosition();
    private final PlanFollower follower1 = new PlanFollower();
    private final PlanFollower follower2 = new PlanFollower();
    private LoadSettings settings;

    /// While these hold, no relay has anything to do: most seconds are over after a comparison of each.
    private boolean isSteady;

    private long steadySince;
    private long steadySeconds;
    private int steadyTariff;
    private TariffSync steadySync = TariffSync.NONE;
    private boolean steadyValid;
    private MeterClock steadyClock = NO_CLOCK_YET;

    /// @param seed of the random delays; meters of one grid must have different ones, such as their serial numbers
    public LoadControl(LoadSettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
    }

    /// A second has passed: where the relays stand from here on.
    ///
    /// @param now the meter's time
    /// @param clockIsValid whether the meter's time means anything
    /// @param tariff the active tariff, 1 to 8
    /// @param sync whether an input synchronises load and tariff
    /// @param switched told when a relay changes, and each relay once after a restart
    public void secondElapsed(
            long now,
            MeterClock clock,
            boolean clockIsValid,
            int tariff,
            TariffSync sync,
            Consumer<RelaySwitched> switched) {
        if (isSteady
                && Long.compareUnsigned(now - steadySince, steadySeconds) < 0
                && tariff == steadyTariff
                && sync == steadySync
                && clockIsValid == steadyValid
                && clock.equals(steadyClock)) {
            return;
        }
        isSteady = true;
        steadySince = now;
        steadySeconds = Long.MAX_VALUE;
        steadyTariff = tariff;
        steadySync = sync;
        steadyValid = clockIsValid;
        steadyClock = clock;
        for (LoadRelay relay : RELAYS) {
            RelaySettings of = settings.relay(relay);
            boolean isAtOnce = of.mode() == RelayMode.TARIFF && sync.isAtOnce();
            boolean wanted = isWanted(relay, of, now, clock, clockIsValid, tariff, sync);
            RelayPosition position = position(relay);
            if (position.secondElapsed(wanted, isAtOnce ? 0 : settings.delaySeconds(), seed(relay))) {
                switched.accept(new RelaySwitched(relay, position.isActive()));
            }
            isSteady &= position.remainingSeconds() == 0;
        }
    }

    private boolean isWanted(
            LoadRelay relay,
            RelaySettings of,
            long now,
            MeterClock clock,
            boolean clockIsValid,
            int tariff,
            TariffSync sync) {
        return switch (of.mode()) {
            case DISABLED -> of.isActiveByDefault();
            case TARIFF -> of.isActiveIn(tariff) != (sync == TariffSync.AT_ONCE_INVERTED);
            case REGISTER -> isWrittenActive(relay);
            case PLAN -> isPlanned(relay, of, now, clock, clockIsValid);
        };
    }

    private boolean isWrittenActive(LoadRelay relay) {
        return position(relay).isWrittenActive(settings.relay(relay).isActiveByDefault());
    }

    private RelayPosition position(LoadRelay relay) {
        return switch (relay) {
            case LOAD_1 -> position1;
            case LOAD_2 -> position2;
        };
    }

    private PlanFollower follower(LoadRelay relay) {
        return switch (relay) {
            case LOAD_1 -> follower1;
            case LOAD_2 -> follower2;
        };
    }

    private boolean isPlanned(LoadRelay relay, RelaySettings of, long now, MeterClock clock, boolean clockIsValid) {
        int plan = of.activePlan();
        if (!clockIsValid || !settings.hasPlan(plan)) {
            return of.isActiveByDefault();
        }
        SwitchingPlan followed = settings.plans().plans().get(plan - 1);
        PlanFollower follower = follower(relay);
        int position = follower.value(now, clock, followed, settings.plans().calendar());
        steadySeconds = Math.min(steadySeconds, follower.heldUntil() - now);
        return position == 1;
    }

    /// The meter starts after a power loss: delays are over, and the next second puts the relays straight (TD p57,
    /// note).
    public void restart() {
        position1.restart();
        position2.restart();
        isSteady = false;
    }

    /// The relays stand as they are made, without a restart: the next second changes only what has changed.
    public void stand() {
        position1.stand();
        position2.stand();
    }

    /// Whether Load1Active or Load2Active can be written and what is written takes effect.
    public boolean isWritable(LoadRelay relay) {
        return settings.relay(relay).mode() == RelayMode.REGISTER;
    }

    /// Load1Active or Load2Active is written; only while it [#isWritable].
    public void write(LoadRelay relay, boolean active) {
        if (!isWritable(relay)) {
            throw new IllegalArgumentException(
                    relay + " can't be written in mode " + settings.relay(relay).mode());
        }
        position(relay).writeRegister(active);
        isSteady = false;
    }

    /// Other settings, from the next second on. What was written stays for when the register is followed again.
    public void change(LoadSettings other) {
        settings = other;
        isSteady = false;
        follower1.forget();
        follower2.forget();
    }

    /// Load1Active 1-1:96.52.1, Load2Active .3: what the relay follows wants it to be, at once or after its delay.
    public boolean isWanted(LoadRelay relay) {
        return position(relay).isWanted();
    }

    /// The position the relay is in.
    public boolean isActive(LoadRelay relay) {
        return position(relay).isActive();
    }

    /// Load1DelayCnt 1-1:96.52.7, Load2DelayCnt .8: seconds until the relay becomes active, 0 when it does not wait.
    public int remainingDelaySeconds(LoadRelay relay) {
        return position(relay).remainingSeconds();
    }

    /// Load1Mode 1-1:96.52.9, Load2Mode .10: code of [RelayMode].
    public int mode(LoadRelay relay) {
        return settings.relay(relay).mode().code();
    }

    /// 1-1:96.52.33, .43: the name of the plan, empty when the relay follows none.
    public String usageProfileInfo(LoadRelay relay) {
        return followedPlan(relay).map(SwitchingPlan::name).orElse("");
    }

    /// 1-1:96.52.35, .45: number of the season in the plan, from 1; 0 when the relay follows no plan.
    public int seasonProfile(LoadRelay relay) {
        return followedPlan(relay).isPresent() ? follower(relay).season() : 0;
    }

    private Optional<SwitchingPlan> followedPlan(LoadRelay relay) {
        RelaySettings of = settings.relay(relay);
        return of.mode() == RelayMode.PLAN ? settings.plans().plan(of.activePlan()) : Optional.empty();
    }

    public LoadSettings settings() {
        return settings;
    }

    /// Each relay draws delays of its own.
    private long seed(LoadRelay relay) {
        return seed * RELAYS.length + relay.index();
    }

    /// Octets [#write(ByteBuffer)] needs.
    public static int recordLength() {
        return RECORD_LENGTH;
    }

    public void write(ByteBuffer into) {
        position1.write(into);
        position2.write(into);
    }

    /// Reads what [#write(ByteBuffer)] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < RECORD_LENGTH
                || !RelayPosition.isPossible(from, from.position())
                || !RelayPosition.isPossible(from, from.position() + RelayPosition.RECORD_LENGTH)) {
            return false;
        }
        position1.read(from);
        position2.read(from);
        isSteady = false;
        return true;
    }
}
