package trefas.device.tariff;

import java.nio.ByteBuffer;
import java.util.Optional;
import trefas.device.clock.MeterClock;

/// Which tariff a meter is in (dossier 8): ActualTariff 1-1:129.0.0 and the objects around it.
///
/// | source      | tariff                                                                         |
/// |-------------|--------------------------------------------------------------------------------|
/// | disabled    | the default tariff                                                             |
/// | module port | as the inputs say; the default tariff where the module has no tariff input     |
/// | register    | what was written to ActualTariff last; the default tariff until then           |
/// | plan        | as the plan says; the default tariff without plan or valid clock               |
///
/// With the source plan a tariff can be demanded for a while, which wins over the plan (decision 0037).
public final class TariffControl {

    /// No tariff: the module has no input for one, nothing was written, or nothing is demanded.
    public static final int NO_TARIFF = 0;

    /// A tariff is demanded for a day at most.
    public static final int DEMAND_SECONDS_MAX = 86_400;

    /// Serves all who follow no plan; nobody asks it anything.
    private static final PlanFollower ASLEEP = new PlanFollower();

    private TariffSettings settings;
    /// The plan in force, kept from asking for it each second.
    private Optional<SwitchingPlan> plan;

    /// Its own once it follows a plan.
    private PlanFollower follower = ASLEEP;
    private byte actualTariff;
    private byte writtenTariff = NO_TARIFF;
    private byte demandedTariff = NO_TARIFF;
    /// The world's time.
    private long demandedUntil;

    public TariffControl(TariffSettings settings) {
        this.settings = settings;
        wakeFollower();
        this.plan = settings.plans().plan(settings.activePlan());
        this.actualTariff = (byte) settings.defaultTariff();
    }

    private void wakeFollower() {
        if (settings.source() == TariffSource.PLAN && follower == ASLEEP) {
            follower = new PlanFollower();
        }
    }

    /// A second has passed: which tariff holds from here on. The energy of the second that ended belongs to
    /// [#actualTariff] as it was before this call.
    ///
    /// @param at the world's time
    /// @param now the meter's time
    /// @param clockIsValid whether the meter's time means anything
    /// @param portTariff what the inputs of the module say, or [#NO_TARIFF]
    /// @return 1 to 8
    public int secondElapsed(long at, long now, MeterClock clock, boolean clockIsValid, int portTariff) {
        int tariff = switch (settings.source()) {
            case DISABLED -> NO_TARIFF;
            case MODULE_PORT -> portTariff;
            case REGISTER -> writtenTariff;
            case PLAN -> isDemanded(at) ? demandedTariff : planned(now, clock, clockIsValid);
        };
        actualTariff = (byte) (tariff == NO_TARIFF ? settings.defaultTariff() : tariff);
        return actualTariff;
    }

    private int planned(long now, MeterClock clock, boolean clockIsValid) {
        return clockIsValid && plan.isPresent()
                ? follower.value(now, clock, plan.get(), settings.plans().calendar())
                : NO_TARIFF;
    }

    private boolean isDemanded(long at) {
        if (demandedTariff == NO_TARIFF) {
            return false;
        }
        if (at >= demandedUntil) {
            demandedTariff = NO_TARIFF;
            return false;
        }
        return true;
    }

    /// Whether ActualTariff can be written and a tariff written takes effect.
    public boolean isWritable() {
        return settings.source() == TariffSource.REGISTER;
    }

    /// ActualTariff is written; only while it [#isWritable]. It holds from the next second on.
    ///
    /// @param tariff one that [TariffSettings#isTariff]
    public void write(int tariff) {
        if (!isWritable() || !TariffSettings.isTariff(tariff)) {
            throw new IllegalArgumentException(
                    "tariff " + tariff + " can't be written, the source is " + settings.source());
        }
        writtenTariff = (byte) tariff;
    }

    /// Whether a tariff can be demanded now: only a plan can be overruled.
    public boolean isDemandable() {
        return settings.source() == TariffSource.PLAN;
    }

    public static boolean isDemandSeconds(long seconds) {
        return seconds >= 1 && seconds <= DEMAND_SECONDS_MAX;
    }

    /// Overrules the plan for a while; only while it [#isDemandable]. A second demand takes the place of the first.
    ///
    /// @param at the world's time
    /// @param seconds how long, one that [#isDemandSeconds]
    public void demand(int tariff, long at, int seconds) {
        if (!isDemandable() || !TariffSettings.isTariff(tariff) || !isDemandSeconds(seconds)) {
            throw new IllegalArgumentException("tariff " + tariff + " can't be demanded for " + seconds
                    + " s, the source is " + settings.source());
        }
        demandedTariff = (byte) tariff;
        demandedUntil = at + seconds;
    }

    /// Back to the plan before the time is over.
    public void endDemand() {
        demandedTariff = NO_TARIFF;
    }

    /// Other settings, from the next second on. What was demanded ends with another source or plan; what was written
    /// stays for when the register is the source again.
    public void change(TariffSettings other) {
        if (other.source() != settings.source() || other.activePlan() != settings.activePlan()) {
            endDemand();
        }
        settings = other;
        plan = other.plans().plan(other.activePlan());
        wakeFollower();
        if (follower != ASLEEP) {
            follower.forget();
        }
    }

    /// ActualTariff 1-1:129.0.0, 1 to 8.
    public int actualTariff() {
        return actualTariff;
    }

    /// Seconds for which a demanded tariff still holds, 0 when none is demanded.
    ///
    /// @param at the world's time
    public long demandedSeconds(long at) {
        return demandedTariff == NO_TARIFF ? 0 : Math.max(0, demandedUntil - at);
    }

    /// ActiveUsageProfileInfo 1-1:96.52.23: the name of the plan, empty when no plan is followed.
    public String usageProfileInfo() {
        return isDemandable() ? plan.map(SwitchingPlan::name).orElse("") : "";
    }

    /// ActiveUsageProfile 1-1:96.52.24: number of the plan, from 1.
    public int usageProfile() {
        return settings.activePlan();
    }

    /// ActiveSeasonProfile 1-1:96.52.25: number of the season in the plan, from 1; 0 when no plan is followed.
    public int seasonProfile() {
        return isDemandable() ? follower.season() : 0;
    }

    /// ExceptionDayInfo 1-1:129.0.40.
    public String exceptionDayInfo() {
        return settings.plans().calendar().exceptionDays().info();
    }

    public TariffSettings settings() {
        return settings;
    }

    /// Octets [#write(ByteBuffer)] needs.
    public static int recordLength() {
        return 3 + Long.BYTES;
    }

    public void write(ByteBuffer into) {
        into.put(actualTariff).put(writtenTariff).put(demandedTariff).putLong(demandedUntil);
    }

    /// Reads what [#write(ByteBuffer)] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        byte actual = from.get();
        byte written = from.get();
        byte demanded = from.get();
        long until = from.getLong();
        if (!TariffSettings.isTariff(actual) || !isTariffOrNone(written) || !isTariffOrNone(demanded) || until < 0) {
            return false;
        }
        actualTariff = actual;
        writtenTariff = written;
        demandedTariff = demanded;
        demandedUntil = until;
        return true;
    }

    private static boolean isTariffOrNone(int tariff) {
        return tariff == NO_TARIFF || TariffSettings.isTariff(tariff);
    }
}
