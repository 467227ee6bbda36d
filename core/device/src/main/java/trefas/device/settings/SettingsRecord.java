package trefas.device.settings;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import trefas.device.analysis.AnalysisSettings;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoggedRegister;

/// The octets of a meter's settings in the permanent memory: a layout octet, then the fields that differ from how
/// the meter was made. So what nobody has set follows the configuration, also a later one.
///
/// | octets | field  | meaning                                        |
/// |--------|--------|------------------------------------------------|
/// | 1      | layout | 1; a later layout is refused, not guessed      |
/// | 1      | tag    | of a field, see the constants                  |
/// | 1      | length | of its value                                   |
/// | n      | value  | numbers most significant octet first           |
public final class SettingsRecord {

    static final int LAYOUT = 1;

    private static final int METER_NUMBER_1 = 1;
    private static final int METER_NUMBER_2 = 2;
    private static final int METER_NUMBER_3 = 3;
    private static final int METER_NUMBER_LOW = 4;
    private static final int SPECIAL_DATA_1 = 5;
    private static final int SPECIAL_DATA_2 = 6;
    private static final int MODULE_ID = 7;
    private static final int CAPTURE_PERIOD_MINUTES = 8;
    private static final int DAYLIGHT_SAVING = 9;
    private static final int CLOCK_OFFSET = 10;

    /// The keys of [LoggedRegister] that the analysis logger has as columns, in order; none is a choice too.
    private static final int ANALYSIS_REGISTERS = 60;

    /// The layout, two texts of at most 255 octets, columns, and numbers: the eight above and those of [FunctionField].
    private static final int LENGTH_MAX = 1
            + 2 * (2 + 255)
            + (2 + AnalysisSettings.REGISTERS_MAX * Long.BYTES)
            + (8 + FunctionField.values().length) * (2 + Long.BYTES);

    /// A clock can't be set further than from one end of its years to the other.
    private static final long CLOCK_OFFSET_MAX = 300_000_000_000L;

    /// What becomes of a saved record.
    public sealed interface Read {

        record Ready(MeterSettings settings) implements Read {}

        /// The record is none of this meter.
        ///
        /// @param reason one sentence without its end: what was found, what was expected
        record Unusable(String reason) implements Read {}
    }

    private SettingsRecord() {}

    /// The octets of settings.
    ///
    /// @param made the settings of a meter of this configuration that nobody has set anything on
    public static byte[] write(MeterSettings settings, MeterSettings made) {
        var out = ByteBuffer.allocate(LENGTH_MAX);
        out.put((byte) LAYOUT);
        MeterNumbers now = settings.numbers();
        MeterNumbers then = made.numbers();
        number(METER_NUMBER_1, now.meterNumber1(), then.meterNumber1(), out);
        number(METER_NUMBER_2, now.meterNumber2(), then.meterNumber2(), out);
        number(METER_NUMBER_3, now.meterNumber3(), then.meterNumber3(), out);
        text(METER_NUMBER_LOW, now.meterNumberLow(), then.meterNumberLow(), out);
        number(SPECIAL_DATA_1, now.specialData1(), then.specialData1(), out);
        number(SPECIAL_DATA_2, now.specialData2(), then.specialData2(), out);
        text(MODULE_ID, now.moduleId(), then.moduleId(), out);
        number(
                CAPTURE_PERIOD_MINUTES,
                settings.capturePeriod().minutes(),
                made.capturePeriod().minutes(),
                out);
        number(
                DAYLIGHT_SAVING,
                settings.clock().daylightSaving() ? 1 : 0,
                made.clock().daylightSaving() ? 1 : 0,
                out);
        number(CLOCK_OFFSET, settings.clockOffsetSeconds(), made.clockOffsetSeconds(), out);
        for (FunctionField field : FunctionField.values()) {
            number(field.tag(), field.in(settings.functions()), field.in(made.functions()), out);
        }
        registers(
                settings.functions().analysis().settings().registers(),
                made.functions().analysis().settings().registers(),
                out);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void number(int tag, long now, long then, ByteBuffer out) {
        if (now != then) {
            field(tag, ByteBuffer.allocate(Long.BYTES).putLong(now).array(), out);
        }
    }

    private static void text(int tag, String now, String then, ByteBuffer out) {
        if (!now.equals(then)) {
            field(tag, now.getBytes(StandardCharsets.ISO_8859_1), out);
        }
    }

    private static void registers(List<LoggedRegister> now, List<LoggedRegister> then, ByteBuffer out) {
        if (!now.equals(then)) {
            var keys = ByteBuffer.allocate(now.size() * Long.BYTES);
            now.forEach(register -> keys.putLong(register.key()));
            field(ANALYSIS_REGISTERS, keys.array(), out);
        }
    }

    private static void field(int tag, byte[] value, ByteBuffer out) {
        out.put((byte) tag).put((byte) value.length).put(value);
    }

    /// Lays what was set over how the meter is made today.
    public static Read read(MeterSettings made, byte[] octets) {
        var in = ByteBuffer.wrap(octets);
        int layout = in.hasRemaining() ? in.get() : 0;
        if (layout != LAYOUT) {
            return new Read.Unusable("the saved settings have layout " + layout + ", this version reads layout "
                    + LAYOUT + "; they were written by another version");
        }
        MeterSettings settings = made;
        while (in.hasRemaining()) {
            int tag = in.get();
            int length = in.hasRemaining() ? Byte.toUnsignedInt(in.get()) : 1;
            if (length > in.remaining()) {
                return new Read.Unusable("the saved settings end in the middle of field " + tag);
            }
            byte[] value = new byte[length];
            in.get(value);
            Optional<MeterSettings> with = with(settings, tag, value);
            if (with.isEmpty()) {
                return new Read.Unusable("the saved settings hold a field " + tag + " that no meter can have");
            }
            settings = with.get();
        }
        return new Read.Ready(settings);
    }

    private static Optional<MeterSettings> with(MeterSettings settings, int tag, byte[] value) {
        MeterNumbers numbers = settings.numbers();
        if (tag == METER_NUMBER_LOW || tag == MODULE_ID) {
            var text = new String(value, StandardCharsets.ISO_8859_1);
            if (!MeterNumbers.isText(text)) {
                return Optional.empty();
            }
            return Optional.of(settings.withNumbers(
                    tag == MODULE_ID ? numbers.withModuleId(text) : numbers.withMeterNumberLow(text)));
        }
        if (tag == ANALYSIS_REGISTERS) {
            return registers(value)
                    .map(registers -> settings.withFunctions(settings.functions()
                            .with(settings.functions().analysis().settings().withRegisters(registers))));
        }
        if (value.length != Long.BYTES) {
            return Optional.empty();
        }
        long number = ByteBuffer.wrap(value).getLong();
        return switch (tag) {
            case METER_NUMBER_1 ->
                number == MeterNumbers.AS_SERIAL || MeterNumbers.isNumber(number)
                        ? Optional.of(settings.withNumbers(numbers.withMeterNumber1(number)))
                        : Optional.empty();
            case METER_NUMBER_2, METER_NUMBER_3, SPECIAL_DATA_1, SPECIAL_DATA_2 ->
                MeterNumbers.isNumber(number)
                        ? Optional.of(settings.withNumbers(with(numbers, tag, number)))
                        : Optional.empty();
            case CAPTURE_PERIOD_MINUTES ->
                number == (int) number
                        ? CapturePeriod.ofMinutes((int) number).map(settings::withCapturePeriod)
                        : Optional.empty();
            case DAYLIGHT_SAVING ->
                number == 0 || number == 1
                        ? Optional.of(settings.withDaylightSaving(
                                number == 1, settings.clock().plan()))
                        : Optional.empty();
            case CLOCK_OFFSET ->
                Math.abs(number) <= CLOCK_OFFSET_MAX && number != Long.MIN_VALUE
                        ? Optional.of(settings.withClockOffsetSeconds(number))
                        : Optional.empty();
            default ->
                FunctionField.ofTag(tag)
                        .flatMap(field -> field.with(settings.functions(), number))
                        .map(settings::withFunctions);
        };
    }

    /// Empty when these are no columns the analysis logger can have.
    private static Optional<List<LoggedRegister>> registers(byte[] value) {
        var keys = ByteBuffer.wrap(value);
        var registers = new ArrayList<LoggedRegister>();
        while (keys.remaining() >= Long.BYTES) {
            Optional<LoggedRegister> register = LoggedRegister.ofKey(keys.getLong());
            if (register.isEmpty()) {
                return Optional.empty();
            }
            registers.add(register.get());
        }
        boolean isWhole = !keys.hasRemaining();
        return isWhole && AnalysisSettings.problem(registers).isEmpty() ? Optional.of(registers) : Optional.empty();
    }

    private static MeterNumbers with(MeterNumbers numbers, int tag, long number) {
        return switch (tag) {
            case METER_NUMBER_2 -> numbers.withMeterNumber2(number);
            case METER_NUMBER_3 -> numbers.withMeterNumber3(number);
            case SPECIAL_DATA_1 -> numbers.withSpecialData1(number);
            default -> numbers.withSpecialData2(number);
        };
    }
}
