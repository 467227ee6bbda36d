package trefas.device.rtc;

import java.nio.ByteBuffer;
import trefas.device.clock.MeterClock;
import trefas.device.log.DataLogger;
import trefas.device.log.DataQuality;
import trefas.device.log.LogRing;
import trefas.device.log.LogSink;

/// The meter's own time against the world's: a quartz that drifts, a supercap that carries it through an outage, and
/// the log of how it was set (dossier 7, 10.5; decision 0034).
///
/// Time is kept as the difference to the world's, whole seconds and picoseconds, so it is exact however long it runs.
/// What the quartz gains or loses becomes a second of its own in the 35th second of a minute: there a second is left
/// out, or told twice. No period of any logger ends there, so no border is missed and none comes twice.
///
/// ```
/// going, valid -- no supply for longer than the reserve --> stopped
/// stopped -- supply --> going from 2000-01-01 00:00:00 normal time, invalid
/// invalid -- set --> valid
/// ```
public final class RealTimeClock extends LogRing {

    /// What a full supercap lasts: 7 days (data sheet).
    public static final int RESERVE_SECONDS_MAX = 604_800;

    /// A second of supply gives seven of reserve: an empty supercap is full after a day.
    static final int RESERVE_SECONDS_PER_SECOND = 7;

    /// Rows of the RTC logger.
    public static final int LOG_CAPACITY = 200;

    static final long PICOSECONDS_PER_SECOND = 1_000_000_000_000L;

    /// Tenths of a degree at which the drift of the settings holds.
    static final short REFERENCE_TENTHS_CELSIUS = 230;

    /// A quartz is fastest at 25 degC and loses 0.034 ppm for each kelvin squared away from it.
    private static final int TURNOVER_TENTHS_CELSIUS = 250;

    private static final long PICOSECONDS_PER_TENTH_SQUARED = 340;
    private static final int PICOSECONDS_PER_NANOSECOND = 1_000;

    /// -40 to 85 degC: what the meter is stored in.
    private static final int TENTHS_CELSIUS_MIN = -400;

    private static final int TENTHS_CELSIUS_MAX = 850;

    private static final int SLIP_SECOND = 35;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final long OFFSET_MAX = 253_402_300_799L;
    private static final int RECORD_LENGTH = 2 * Long.BYTES + Integer.BYTES + Short.BYTES + 1;

    private ClockSettings settings;
    private long offsetSeconds;

    /// What the quartz has gained and not yet told, picoseconds.
    private long gained;

    /// Picoseconds the quartz gains in a second; less than 1.2 x 10^9 at the worst drift and temperature.
    private int rate;

    private int reserveSeconds = RESERVE_SECONDS_MAX;
    private short tenthsCelsius = REFERENCE_TENTHS_CELSIUS;
    private boolean isValid = true;

    /// A clock as it leaves the factory: right, and with a full reserve.
    public RealTimeClock(ClockSettings settings) {
        this.settings = settings;
        tune();
    }

    /// Begins with a difference to the world's time, as a meter does that comes from a memory without a clock.
    ///
    /// @param seconds what to add to the world's time
    public void startAt(long seconds) {
        offsetSeconds = seconds;
    }

    /// The meter's time at the end of a second of the world, seconds since 1970-01-01T00:00:00Z.
    public long now(long world) {
        return world + offsetSeconds;
    }

    /// One second with supply has passed.
    ///
    /// @param world its end; one more than the last, or [#outage] has been told what was between
    public void secondElapsed(long world) {
        reserveSeconds = Math.min(reserveSeconds + RESERVE_SECONDS_PER_SECOND, RESERVE_SECONDS_MAX);
        if (rate != 0 || gained != 0) {
            gained += rate;
            if (Math.abs(gained) >= PICOSECONDS_PER_SECOND) {
                slip(Math.floorMod(now(world), SECONDS_PER_MINUTE));
            }
        }
    }

    private void slip(int secondOfMinute) {
        if (gained > 0 && secondOfMinute == SLIP_SECOND) {
            offsetSeconds++;
            gained -= PICOSECONDS_PER_SECOND;
        } else if (gained < 0 && secondOfMinute == SLIP_SECOND + 1) {
            offsetSeconds--;
            gained += PICOSECONDS_PER_SECOND;
        }
    }

    /// Whether a second of the meter's time comes after another with nothing missing between: the next one, or what the
    /// drift makes of it.
    public static boolean follows(long before, long now) {
        if (now == before + 1) {
            return true;
        }
        long secondOfMinute = Math.floorMod(now, SECONDS_PER_MINUTE);
        return (now == before + 2 && secondOfMinute == SLIP_SECOND + 1)
                || (now == before && secondOfMinute == SLIP_SECOND);
    }

    /// Supply is back. The clock went on drifting as long as the reserve lasted; if it lasted too short, the clock
    /// begins anew with the return of the supply and is invalid.
    ///
    /// @param lastWorld end of the last second with supply
    /// @param returned begin of the first second with supply again
    /// @param wall whose normal time the clock begins anew in
    /// @return whether the clock has kept its time
    public boolean outage(long lastWorld, long returned, MeterClock wall) {
        long seconds = returned - lastWorld;
        if (seconds > reserveSeconds) {
            reserveSeconds = 0;
            gained = 0;
            isValid = false;
            offsetSeconds = startAfterLoss(wall) - returned;
            return false;
        }
        reserveSeconds -= (int) seconds;
        gained += rate * seconds;
        long whole = gained / PICOSECONDS_PER_SECOND;
        offsetSeconds += whole;
        gained -= whole * PICOSECONDS_PER_SECOND;
        return true;
    }

    /// 2000-01-01 00:00:00 on a wall in winter, where a clock begins that has lost its time (dossier 7).
    public static long startAfterLoss(MeterClock wall) {
        return MeterClock.SETTABLE_MIN - (long) wall.zoneHours() * SECONDS_PER_HOUR;
    }

    /// Sets the clock: it is valid from now on. A row tells the new time and the one before, unless the clock was
    /// valid and the correction is small.
    ///
    /// @param time [MeterClock#SETTABLE_MIN] to [MeterClock#SETTABLE_MAX]
    /// @return what the period is marked with in which this happens, bits of [DataQuality]
    public int set(long world, long time, LogSink sink) {
        if (!MeterClock.isSettable(time)) {
            throw new IllegalArgumentException("a clock can't be set to " + time);
        }
        long before = now(world);
        boolean isLogged = !isValid || Math.abs(time - before) >= settings.loggedFromSeconds();
        offsetSeconds = time - world;
        gained = 0;
        isValid = true;
        if (isLogged) {
            append(time, 0, 0, sink, before);
        }
        return DataQuality.ofClockSet(time - before);
    }

    /// Moves the clock by some seconds, as [#set] does.
    public int adjust(long world, int seconds, LogSink sink) {
        return set(world, now(world) + seconds, sink);
    }

    /// What the quartz feels, tenths of a degree; beyond -40 to 85 degC the nearest of them.
    public void temperature(int tenthsCelsius) {
        this.tenthsCelsius = (short) Math.clamp(tenthsCelsius, TENTHS_CELSIUS_MIN, TENTHS_CELSIUS_MAX);
        tune();
    }

    public void settings(ClockSettings other) {
        settings = other;
        tune();
    }

    public ClockSettings settings() {
        return settings;
    }

    private void tune() {
        long away = (long) tenthsCelsius - TURNOVER_TENTHS_CELSIUS;
        long awayAtReference = (long) REFERENCE_TENTHS_CELSIUS - TURNOVER_TENTHS_CELSIUS;
        long drift = (long) settings.driftPartsPerBillion() * PICOSECONDS_PER_NANOSECOND;
        rate = Math.toIntExact(
                drift - PICOSECONDS_PER_TENTH_SQUARED * (away * away - awayAtReference * awayAtReference));
    }

    /// Picoseconds the quartz gains in a second now; a million of them are 1 ppm.
    public long gainedPicosecondsPerSecond() {
        return rate;
    }

    /// Whether the time may be believed; if not, bit 0 of the clock status is set.
    public boolean isValid() {
        return isValid;
    }

    /// How long the clock would go on without supply.
    public int reserveSeconds() {
        return reserveSeconds;
    }

    @Override
    public DataLogger logger() {
        return DataLogger.RTC;
    }

    @Override
    public int capacity() {
        return LOG_CAPACITY;
    }

    /// The RTC logger; its rows are in the permanent memory.
    public LogRing log() {
        return this;
    }

    public static int recordLength() {
        return RECORD_LENGTH + idsLength();
    }

    public void write(ByteBuffer into) {
        into.putLong(offsetSeconds)
                .putLong(gained)
                .putInt(reserveSeconds)
                .putShort(tenthsCelsius)
                .put((byte) (isValid ? 1 : 0));
        writeIds(into);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        long offset = from.getLong();
        long picoseconds = from.getLong();
        int reserve = from.getInt();
        int temperature = from.getShort();
        int valid = from.get();
        boolean makesSense = offset >= -OFFSET_MAX
                && offset <= OFFSET_MAX
                && picoseconds > -2 * PICOSECONDS_PER_SECOND
                && picoseconds < 2 * PICOSECONDS_PER_SECOND
                && reserve >= 0
                && reserve <= RESERVE_SECONDS_MAX
                && temperature >= TENTHS_CELSIUS_MIN
                && temperature <= TENTHS_CELSIUS_MAX
                && (valid == 0 || valid == 1);
        if (!makesSense || !readIds(from)) {
            return false;
        }
        offsetSeconds = offset;
        gained = picoseconds;
        reserveSeconds = reserve;
        isValid = valid == 1;
        temperature(temperature);
        return true;
    }
}
