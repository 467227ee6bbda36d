package trefas.device;

import java.util.OptionalLong;
import java.util.function.Consumer;
import trefas.device.clock.MeterClock;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.display.Display;
import trefas.device.display.DisplayFrame;
import trefas.device.display.Displayed;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfile;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.settings.FunctionSettings;
import trefas.device.settings.MeterNumbers;
import trefas.device.settings.MeterSettings;
import trefas.device.settings.SettingsRecord;
import trefas.device.status.Firmware;
import trefas.device.status.StatusInput;
import trefas.metrology.OneSecondValues;
import trefas.metrology.PhaseThresholds;
import trefas.metrology.SecondTotals;

/// One meter: its function and its whole state, a few hundred octets. Inputs carry their time, effects come out,
/// and the same inputs always make the same meter. Confined to one writer at a time; whoever feeds it sees to
/// that.
///
/// ```
/// off (all phases below 160 V) -- a phase at 160 V --> on
/// on -- all phases below 160 V for more than 1 s --> off        (dossier 5)
/// ```
public final class Meter implements Displayed {

    /// Seconds without supply after which the processor stops.
    static final int SECONDS_TO_SHUT_DOWN = 1;

    private static final long NEVER = Long.MIN_VALUE;

    /// 9999-12-31T23:59:59Z: no meter has lived until then, and years have four digits.
    private static final long LAST_SECOND_MAX = 253_402_300_799L;

    private final MeterConfiguration configuration;
    private final int serialNumber;
    /// Shared with all meters of the configuration until something is set.
    private MeterSettings settings;
    private final MeterParts parts;
    private final Display display;
    private final OneSecondValues values = new OneSecondValues();

    private long lastSecond = NEVER;
    /// The world's time.
    private long worldSecond;
    private int secondsBelowSupply;
    private boolean powered;

    /// A meter as it comes from the factory: registers at zero, no supply yet.
    public Meter(MeterConfiguration configuration, int serialNumber) {
        this(configuration, configuration.settings(), serialNumber);
    }

    private Meter(MeterConfiguration configuration, MeterSettings settings, int serialNumber) {
        this.configuration = configuration;
        this.settings = settings;
        this.serialNumber = serialNumber;
        this.parts = new MeterParts(configuration, settings, serialNumber);
        this.display = new Display(configuration.front());
    }

    /// The meter that saved this record, without supply until its next second.
    public static Restored restore(MeterConfiguration configuration, int serialNumber, byte[] record) {
        return MeterRecord.read(new Meter(configuration, serialNumber), record);
    }

    /// The same for a meter on which something was set.
    ///
    /// @param settingsRecord what [#settingsRecord] gave
    public static Restored restore(
            MeterConfiguration configuration, int serialNumber, byte[] record, byte[] settingsRecord) {
        return switch (SettingsRecord.read(configuration.settings(), settingsRecord)) {
            case SettingsRecord.Read.Ready(MeterSettings settings) ->
                MeterRecord.read(new Meter(configuration, settings, serialNumber), record);
            case SettingsRecord.Read.Unusable(String reason) -> new Restored.Unusable(reason);
        };
    }

    /// Everything the permanent memory must keep of this meter, beside the rows of its loggers.
    public byte[] registers() {
        return MeterRecord.write(serialNumber, configuration.energyFormat(), lastSecond, parts);
    }

    /// What was set on this meter, for the permanent memory.
    public byte[] settingsRecord() {
        return SettingsRecord.write(settings, configuration.settings());
    }

    /// Goes on from a saved second; only for a meter that has not run yet.
    ///
    /// @return whether it makes sense
    boolean takeOver(long lastSecond) {
        if (lastSecond != NEVER && (lastSecond < 0 || lastSecond > LAST_SECOND_MAX)) {
            return false;
        }
        this.lastSecond = lastSecond;
        this.worldSecond = lastSecond == NEVER ? 0 : lastSecond;
        return true;
    }

    /// End of the last second this meter measured, or empty for a meter that never ran. A restored meter takes
    /// nothing earlier than what follows.
    public OptionalLong lastSecond() {
        return lastSecond == NEVER ? OptionalLong.empty() : OptionalLong.of(lastSecond);
    }

    /// Same state and input, same state and effects.
    public void step(MeterInput input, Consumer<Effect> effects) {
        switch (input) {
            case MeterInput.SecondElapsed(long at, OneSecondValues measured) -> secondElapsed(at, measured, effects);
            case MeterInput.AtButtons atButtons -> buttons().step(atButtons, effects);
            case MeterInput.StatusChanged(long _, StatusInput status, boolean isThere) ->
                controls().input(status, isThere, effects);
            case MeterInput.PortChanged(long atMillis, int port, boolean isHigh) ->
                controls().portChanged(port, isHigh, atMillis, effects);
            case MeterInput.Temperature(long _, int tenthsCelsius) ->
                parts.clock().temperature(tenthsCelsius);
        }
    }

    /// Like [#step] with [MeterInput.SecondElapsed], without an object for each second.
    public void secondElapsed(long at, OneSecondValues measured, Consumer<Effect> effects) {
        if (at <= worldSecond) {
            throw new IllegalArgumentException("second " + at + " does not come after " + worldSecond);
        }
        worldSecond = at;
        if (PhaseThresholds.indicatesSupply(measured)) {
            secondsBelowSupply = 0;
        } else if (!powered) {
            return;
        } else if (++secondsBelowSupply > SECONDS_TO_SHUT_DOWN) {
            shutDown(at, effects);
            return;
        }
        boolean changed = resume(at, effects);
        values.copy(measured);
        // A new one each second is gone before it costs anything; kept in each meter it would cost 56 octets.
        var totals = new SecondTotals();
        totals.register(values, configuration.summation());
        parts.clock().secondElapsed(at);
        changed |= parts.registers().secondElapsed(now(), at, values, totals);
        lastSecond = at;
        if (changed) {
            effects.accept(Effect.SaveRegisters.EFFECT);
        }
        functions().secondElapsed(at, effects);
        display.secondElapsed(at, this);
    }

    /// The world stood still since the last second, as between two runs of a replay: supply is on as it was then,
    /// and nothing is counted twice.
    public void standStill(OneSecondValues lastMeasured) {
        if (lastSecond != NEVER && PhaseThresholds.indicatesSupply(lastMeasured)) {
            powered = true;
            values.copy(lastMeasured);
            display.secondElapsed(worldSecond, this);
        }
    }

    /// Sets the clock. The periods it jumps over, and the one it is set in, carry the mark of it (dossier 10.1).
    ///
    /// @param time the meter's time from now on, [MeterClock#SETTABLE_MIN] to [MeterClock#SETTABLE_MAX]
    public void setClock(long time, Consumer<Effect> effects) {
        if (!MeterClock.isSettable(time)) {
            throw new IllegalArgumentException("a clock can't be set to " + time);
        }
        functions().clockSet(time, effects);
        settings = settings.withClockOffsetSeconds(time - worldSecond);
        effects.accept(Effect.SaveSettings.EFFECT);
    }

    /// Keeps summer time as the meter was made for it, or does not. The logs are in normal time and don't mind.
    public void setDaylightSaving(boolean kept, Consumer<Effect> effects) {
        settings = settings.withDaylightSaving(kept, configuration.clock().plan());
        effects.accept(Effect.SaveSettings.EFFECT);
    }

    /// Sets how often the load profile takes a row; another period than before empties it.
    public void setCapturePeriod(CapturePeriod period, Consumer<Effect> effects) {
        parts.loadProfile().changePeriod(period);
        parts.profileEvents().ask(parts.loadProfile(), now(), functions().sink(effects));
        settings = settings.withCapturePeriod(period);
        effects.accept(Effect.SaveSettings.EFFECT);
    }

    public void setNumbers(MeterNumbers numbers, Consumer<Effect> effects) {
        settings = settings.withNumbers(numbers);
        effects.accept(Effect.SaveSettings.EFFECT);
    }

    /// Sets up functions otherwise; what does not change goes on as it was.
    public void setFunctions(FunctionSettings other, Consumer<Effect> effects) {
        parts.set(settings.functions(), other, settings.clock().zoneHours());
        settings = settings.withFunctions(other);
        effects.accept(Effect.SaveSettings.EFFECT);
    }

    /// Empties the load profile.
    public void clearLoadProfile(Consumer<Effect> effects) {
        parts.loadProfile().clear();
        parts.profileEvents().ask(parts.loadProfile(), now(), functions().sink(effects));
        effects.accept(Effect.SaveRegisters.EFFECT);
    }

    /// It knows nothing but this meter and its parts, so one is made when something happens.
    private FunctionsSecond functions() {
        return new FunctionsSecond(this, parts);
    }

    /// What somebody may do to the meter, beside setting it up.
    public MeterControls controls() {
        return new MeterControls(this, functions());
    }

    /// Presses the left button and lets it go.
    ///
    /// @param at the world's time
    public void leftButtonPressed(long at) {
        buttons().pressLeft(at);
    }

    /// Its two buttons.
    public MeterButtons buttons() {
        return new MeterButtons(this, display);
    }

    /// What the display shows; blank without supply.
    public DisplayFrame display() {
        return display.frame(this);
    }

    /// Supply is back, or seconds are missing: what was not measured leaves its marks.
    ///
    /// @return whether anything changed that must be kept
    private boolean resume(long at, Consumer<Effect> effects) {
        boolean wasOff = !powered;
        powered = true;
        if (lastSecond == NEVER) {
            functions().powerOn(effects);
            functions().supplyBegins(at - 1);
            return true;
        }
        long missing = at - 1 - lastSecond;
        if (missing > SECONDS_TO_SHUT_DOWN) {
            goDark(at);
            powered = true;
        }
        if (missing > 0) {
            functions().outage(lastSecond, at - 1, effects);
        }
        // A program that is stopped and goes on with the next second has not been without supply.
        if (missing > SECONDS_TO_SHUT_DOWN || (wasOff && missing > 0)) {
            functions().powerOn(effects);
        }
        return wasOff || missing > 0;
    }

    private void shutDown(long at, Consumer<Effect> effects) {
        goDark(at);
        functions().powerOff(effects);
        effects.accept(Effect.SaveRegisters.EFFECT);
    }

    /// The processor stops. When it starts again the display begins anew (dossier 5: a reset).
    private void goDark(long at) {
        powered = false;
        values.clear();
        display.secondElapsed(at, this);
    }

    /// Power as it is shown: every phase as measured, however small.
    private SecondTotals momentary() {
        var totals = new SecondTotals();
        totals.sum(values, configuration.summation());
        return totals;
    }

    public MeterConfiguration configuration() {
        return configuration;
    }

    /// What it is made of, to be read between two seconds.
    @Override
    public MeterParts parts() {
        return parts;
    }

    /// The load profile's counters; its rows are in the permanent memory.
    public LoadProfile loadProfile() {
        return parts.loadProfile();
    }

    @Override
    public int serialNumber() {
        return serialNumber;
    }

    @Override
    public Firmware firmware() {
        return configuration.front().firmware();
    }

    @Override
    public String typeNumber() {
        return configuration.typeNumber().characters();
    }

    @Override
    public boolean isPowered() {
        return powered;
    }

    @Override
    public long now() {
        return parts.clock().now(worldSecond);
    }

    /// The world's time at the end of the last second fed.
    public long worldSecond() {
        return worldSecond;
    }

    @Override
    public MeterSettings settings() {
        return settings;
    }

    @Override
    public long meterNumber1() {
        long written = settings.numbers().meterNumber1();
        return written == MeterNumbers.AS_SERIAL ? Integer.toUnsignedLong(serialNumber) : written;
    }

    @Override
    public MeterClock clock() {
        return settings.clock();
    }

    @Override
    public EnergyFormat energyFormat() {
        return configuration.energyFormat();
    }

    @Override
    public long reading(EnergyRegister register) {
        return parts.registers().energies().reading(register);
    }

    @Override
    public long milliwattSeconds(EnergyRegister register) {
        return parts.registers().energies().milliwattSeconds(register);
    }

    @Override
    public OneSecondValues values() {
        return values;
    }

    @Override
    public long importMilliwatts() {
        return momentary().importMilliwatts();
    }

    @Override
    public long exportMilliwatts() {
        return momentary().exportMilliwatts();
    }

    @Override
    public long importMillivars() {
        return momentary().positiveMillivars();
    }

    @Override
    public long exportMillivars() {
        return momentary().negativeMillivars();
    }

    @Override
    public long importMillivoltAmperes() {
        return momentary().importMillivoltAmperes();
    }

    @Override
    public long exportMillivoltAmperes() {
        return momentary().exportMillivoltAmperes();
    }

    @Override
    public long pulses() {
        return parts.registers().verification().pulses();
    }
}
