package trefas.device.demand;

import java.nio.ByteBuffer;
import java.util.Optional;
import trefas.device.register.EnergyCounting;
import trefas.device.register.EnergyFormat;
import trefas.device.register.HourCounters;
import trefas.device.register.MeasuredEnergies;
import trefas.device.register.OperationState;
import trefas.device.register.Quantity;
import trefas.device.register.RegisterBank;
import trefas.device.register.TariffRegisters;
import trefas.device.register.TripCounters;
import trefas.device.register.Verification;
import trefas.metrology.OneSecondValues;
import trefas.metrology.SecondTotals;

/// All that one meter counts: energies, tariffs, trip counters, hours, high resolution, demand. It keeps the order in
/// which they must hear of a second.
public final class MeterRegisters {

    private final RegisterBank energies;
    private final TariffRegisters tariffs;
    private final TripCounters trips;
    private final HourCounters hours = new HourCounters();
    private final Demand demand;

    /// Since one was started: most meters are never verified.
    private Optional<Verification> verification = Optional.empty();

    /// Everything at zero, tariff 1.
    ///
    /// @param zoneHours normal time east of UTC (Z11)
    public MeterRegisters(EnergyFormat format, MeasuredEnergies measured, DemandSettings settings, int zoneHours) {
        energies = new RegisterBank(format, measured);
        tariffs = new TariffRegisters(energies);
        trips = new TripCounters(energies);
        demand = new Demand(energies, tariffs, settings, zoneHours);
    }

    /// One measured second, with mains present.
    ///
    /// @param now the meter's time at its end
    /// @param at the world's time at its end
    /// @param totals of the same values, as they register
    /// @return whether a reading stepped on, or anything else changed that must be kept
    public boolean secondElapsed(long now, long at, OneSecondValues values, SecondTotals totals) {
        boolean changed = demand.secondBegins(now);
        changed |= EnergyCounting.addOneSecond(values, totals, energies);
        changed |= tariffs.hasStepped();
        changed |= hours.secondElapsed(tariffs.active());
        changed |= demand.secondElapsed(now, values);
        if (verification.isPresent()) {
            verification.get().secondElapsed(at);
        }
        return changed;
    }

    /// From the next second on another tariff counts.
    ///
    /// @param tariff 1 to 8; 1 when tariffs are disabled
    public void activateTariff(int tariff) {
        if (tariff != tariffs.active()) {
            if (TariffRegisters.isTariff(tariff)) {
                demand.tariffChanges();
            }
            tariffs.activate(tariff);
        }
    }

    /// The processor started anew.
    public void reset() {
        verification = Optional.empty();
    }

    /// A debiting period ends, at the end of the last second counted.
    public void debitingStop() {
        demand.debitingStop();
    }

    /// Puts a trip counter to zero.
    public void resetTrip(Quantity quantity) {
        trips.reset(quantity);
    }

    /// Starts or ends a verification.
    ///
    /// @param at the world's time
    /// @param state one that [Verification#isPossible]
    public void setOperationState(OperationState state, long at) {
        Verification asked = verification();
        asked.set(state, at);
        verification = Optional.of(asked);
    }

    public EnergyFormat format() {
        return energies.format();
    }

    /// Totals and phases.
    public RegisterBank energies() {
        return energies;
    }

    public TariffRegisters tariffs() {
        return tariffs;
    }

    public TripCounters trips() {
        return trips;
    }

    public HourCounters hours() {
        return hours;
    }

    /// The verification mode; as it is after a reset when there was none since, and then only to be read.
    public Verification verification() {
        return verification.orElseGet(() -> new Verification(energies));
    }

    /// Whether there was a verification since the last reset.
    public boolean isVerified() {
        return verification.isPresent();
    }

    /// Reads what [Verification#write] wrote, after [#energies] were read.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean readVerification(ByteBuffer from) {
        var read = new Verification(energies);
        if (!read.read(from)) {
            return false;
        }
        verification = Optional.of(read);
        return true;
    }

    public Demand demand() {
        return demand;
    }

    /// Octets [#write] needs now.
    public int recordLength() {
        return tariffs.recordLength() + trips.recordLength() + HourCounters.recordLength() + demand.recordLength();
    }

    /// Writes everything but [#energies], which has its old place in a meter's record.
    public void write(ByteBuffer into) {
        tariffs.write(into);
        trips.write(into);
        hours.write(into);
        demand.write(into);
    }

    /// Reads what [#write] wrote, after [#energies] were read. A record of energies alone, from before there was all
    /// this, needs no call: then what was counted is in T1 and in the trip counters, and demand begins.
    ///
    /// @return whether the record makes sense; if not, these registers can't be used
    public boolean read(ByteBuffer from) {
        return tariffs.read(from) && trips.read(from) && hours.read(from) && demand.read(from);
    }
}
