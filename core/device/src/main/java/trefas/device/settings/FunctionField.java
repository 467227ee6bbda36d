package trefas.device.settings;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;
import trefas.device.analysis.AnalysisSettings;
import trefas.device.debiting.DebitingSettings;
import trefas.device.demand.DemandSettings;
import trefas.device.load.LoadRelay;
import trefas.device.load.LoadSettings;
import trefas.device.load.RelayMode;
import trefas.device.load.RelaySettings;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LogInterval;
import trefas.device.module.ModuleSettings;
import trefas.device.quality.SupplySettings;
import trefas.device.status.AlarmSettings;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.TariffSettings;
import trefas.device.tariff.TariffSource;
import trefas.metrology.event.VoltageQualitySettings;

/// Everything of [FunctionSettings] that can be set over the line, each a number with a tag in the permanent memory.
/// Tags never change; a new field gets a new one.
enum FunctionField {
    TARIFF_SOURCE(
            20,
            now -> now.tariff().source().code(),
            (now, number) -> ofInt(number)
                    .flatMap(TariffSource::ofCode)
                    .map(source -> now.with(now.tariff().withSource(source)))),
    DEFAULT_TARIFF(
            21,
            now -> now.tariff().defaultTariff(),
            (now, number) -> inside(TariffSettings.isTariff(number))
                    .map(_ -> now.with(now.tariff().withDefaultTariff((int) number)))),
    ACTIVE_TARIFF_PLAN(
            22,
            now -> now.tariff().activePlan(),
            (now, number) -> ofInt(number)
                    .filter(PlanSet::isNumber)
                    .map(plan -> now.with(now.tariff().withActivePlan(plan)))),
    RELAY_1_MODE(
            23, now -> now.load().relay1().mode().code(), (now, number) -> relayMode(now, LoadRelay.LOAD_1, number)),
    RELAY_1_MASK(
            24, now -> now.load().relay1().tariffMask(), (now, number) -> relayMask(now, LoadRelay.LOAD_1, number)),
    RELAY_1_DEFAULT(
            25,
            now -> now.load().relay1().isActiveByDefault() ? 1 : 0,
            (now, number) -> relayDefault(now, LoadRelay.LOAD_1, number)),
    RELAY_1_PLAN(
            26, now -> now.load().relay1().activePlan(), (now, number) -> relayPlan(now, LoadRelay.LOAD_1, number)),
    RELAY_2_MODE(
            27, now -> now.load().relay2().mode().code(), (now, number) -> relayMode(now, LoadRelay.LOAD_2, number)),
    RELAY_2_MASK(
            28, now -> now.load().relay2().tariffMask(), (now, number) -> relayMask(now, LoadRelay.LOAD_2, number)),
    RELAY_2_DEFAULT(
            29,
            now -> now.load().relay2().isActiveByDefault() ? 1 : 0,
            (now, number) -> relayDefault(now, LoadRelay.LOAD_2, number)),
    RELAY_2_PLAN(
            30, now -> now.load().relay2().activePlan(), (now, number) -> relayPlan(now, LoadRelay.LOAD_2, number)),
    LOAD_DELAY_SECONDS(
            31,
            now -> now.load().delaySeconds(),
            (now, number) -> inside(LoadSettings.isDelay(number))
                    .map(_ -> now.with(now.load().withDelaySeconds((int) number)))),
    SECOND_DEBITING_INTERVAL(32, now -> now.debiting().secondInterval().code(), (now, number) -> {
        DebitingSettings debiting = now.debiting();
        return ofInt(number)
                .flatMap(LogInterval::ofCode)
                .map(interval -> now.with(debiting.withSecondInterval(interval)));
    }),
    ANALYSIS_INTERVAL_MINUTES(33, now -> now.analysis().settings().interval().minutes(), (now, number) -> {
        AnalysisSettings analysis = now.analysis().settings();
        return ofInt(number)
                .flatMap(CapturePeriod::ofMinutes)
                .map(interval -> now.with(analysis.withInterval(interval)));
    }),
    ALARM_CALL(
            34,
            now -> now.alarms().callConfig(),
            (now, number) -> ofInt(number)
                    .filter(AlarmSettings::isCallConfig)
                    .map(config -> now.with(now.alarms().withCallConfig(config)))),
    ALARM_END_POINT(
            35,
            now -> now.alarms().endPoint(),
            (now, number) -> inside(AlarmSettings.isEndPoint(number))
                    .map(_ -> now.with(now.alarms().withEndPoint(number)))),
    ALARM_PORT(
            36,
            now -> now.alarms().port(),
            (now, number) -> ofInt(number)
                    .filter(AlarmSettings::isPort)
                    .map(port -> now.with(now.alarms().withPort(port)))),
    ALARM_MASK_A(
            37,
            now -> Integer.toUnsignedLong(now.alarms().maskA()),
            (now, number) ->
                    inside(isUnsigned32(number)).map(_ -> now.with(now.alarms().withMaskA((int) number)))),
    ALARM_RISING_MASK_B(
            38,
            now -> Integer.toUnsignedLong(now.alarms().risingMaskB()),
            (now, number) ->
                    inside(isUnsigned32(number)).map(_ -> now.with(now.alarms().withRisingMaskB((int) number)))),
    ALARM_FALLING_MASK_B(
            39,
            now -> Integer.toUnsignedLong(now.alarms().fallingMaskB()),
            (now, number) ->
                    inside(isUnsigned32(number)).map(_ -> now.with(now.alarms().withFallingMaskB((int) number)))),
    MODULE_PORTS(40, now -> now.module().ports().dlmsCode(), (now, number) -> {
        ModuleSettings module = now.module();
        return ofInt(number).flatMap(module.ports()::withDlmsCode).map(ports -> now.with(module.withPorts(ports)));
    }),
    POWER_THRESHOLD_WATTS(
            41,
            now -> now.demand().thresholdWatts(),
            (now, number) -> inside(DemandSettings.isThreshold(number))
                    .map(_ -> now.with(now.demand().withThresholdWatts((int) number)))),
    HIGH_MEAN_MILLIVOLTS(
            42,
            now -> now.supply().voltageQuality().highMeanMillivolts(),
            (now, number) -> quality(
                    now, number, VoltageQualitySettings::isHigh, VoltageQualitySettings::withHighMeanMillivolts)),
    LOW_MEAN_MILLIVOLTS(
            43,
            now -> now.supply().voltageQuality().lowMeanMillivolts(),
            (now, number) ->
                    quality(now, number, VoltageQualitySettings::isLow, VoltageQualitySettings::withLowMeanMillivolts)),
    MEAN_PERIOD_SECONDS(
            44,
            now -> now.supply().voltageQuality().meanPeriodSeconds(),
            (now, number) -> quality(
                    now, number, VoltageQualitySettings::isMeanPeriod, VoltageQualitySettings::withMeanPeriodSeconds)),
    HIGH_SINGLE_MILLIVOLTS(
            45,
            now -> now.supply().voltageQuality().highSingleMillivolts(),
            (now, number) -> quality(
                    now, number, VoltageQualitySettings::isHigh, VoltageQualitySettings::withHighSingleMillivolts)),
    LOW_SINGLE_MILLIVOLTS(
            46,
            now -> now.supply().voltageQuality().lowSingleMillivolts(),
            (now, number) -> quality(
                    now, number, VoltageQualitySettings::isLow, VoltageQualitySettings::withLowSingleMillivolts)),
    OUTAGE_MILLIVOLTS(
            47,
            now -> now.supply().voltageQuality().outageMillivolts(),
            (now, number) -> quality(
                    now, number, VoltageQualitySettings::isOutage, VoltageQualitySettings::withOutageMillivolts)),
    OUTAGE_SECONDS(
            48,
            now -> now.supply().voltageQuality().outageSeconds(),
            (now, number) -> quality(
                    now, number, VoltageQualitySettings::isOutageSeconds, VoltageQualitySettings::withOutageSeconds)),
    NEUTRAL_VOLTS(
            49,
            now -> now.supply().neutralVolts(),
            (now, number) -> supply(now, number, SupplySettings::isNeutral, SupplySettings::withNeutralVolts)),
    NEUTRAL_HIGH_VOLTS(
            50,
            now -> now.supply().neutralHighVolts(),
            (now, number) -> supply(now, number, SupplySettings::isHigh, SupplySettings::withNeutralHighVolts)),
    NEUTRAL_SECONDS(
            51,
            now -> now.supply().neutralSeconds(),
            (now, number) -> supply(now, number, SupplySettings::isSeconds, SupplySettings::withNeutralSeconds)),
    LIMIT_HIGH_VOLTS(
            52,
            now -> now.supply().highVolts(),
            (now, number) -> supply(now, number, SupplySettings::isHigh, SupplySettings::withHighVolts)),
    LIMIT_LOW_VOLTS(
            53,
            now -> now.supply().lowVolts(),
            (now, number) -> supply(now, number, SupplySettings::isLow, SupplySettings::withLowVolts)),
    LIMIT_SECONDS(
            54,
            now -> now.supply().limitSeconds(),
            (now, number) -> supply(now, number, SupplySettings::isSeconds, SupplySettings::withLimitSeconds)),
    POWER_FAULT_SECONDS(
            55,
            now -> now.supply().powerFaultSeconds(),
            (now, number) -> supply(now, number, SupplySettings::isSeconds, SupplySettings::withPowerFaultSeconds)),
    OCCURRENCE_INTERVAL(
            56,
            now -> now.supply().interval().code(),
            (now, number) -> ofInt(number)
                    .flatMap(LogInterval::ofCode)
                    .map(interval -> now.with(now.supply().withInterval(interval))));

    private static final long UNSIGNED_32_MAX = 0xFFFF_FFFFL;

    private final int tag;
    private final ToLongFunction<FunctionSettings> read;
    private final Writer write;

    /// Puts a number into settings; empty when no meter can have it.
    @FunctionalInterface
    private interface Writer {

        Optional<FunctionSettings> with(FunctionSettings now, long number);
    }

    FunctionField(int tag, ToLongFunction<FunctionSettings> read, Writer write) {
        this.tag = tag;
        this.read = read;
        this.write = write;
    }

    int tag() {
        return tag;
    }

    long in(FunctionSettings settings) {
        return read.applyAsLong(settings);
    }

    /// The settings with this number in them; empty when no meter can have it.
    Optional<FunctionSettings> with(FunctionSettings now, long number) {
        return write.with(now, number);
    }

    static Optional<FunctionField> ofTag(int tag) {
        for (FunctionField field : values()) {
            if (field.tag == tag) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static Optional<FunctionSettings> relayMode(FunctionSettings now, LoadRelay relay, long number) {
        return ofInt(number)
                .flatMap(RelayMode::ofCode)
                .map(mode -> now.with(
                        now.load().withRelay(relay, now.load().relay(relay).withMode(mode))));
    }

    private static Optional<FunctionSettings> relayMask(FunctionSettings now, LoadRelay relay, long number) {
        return inside(RelaySettings.isTariffMask(number))
                .map(_ -> now.with(
                        now.load().withRelay(relay, now.load().relay(relay).withTariffMask((int) number))));
    }

    private static Optional<FunctionSettings> relayDefault(FunctionSettings now, LoadRelay relay, long number) {
        return inside(number == 0 || number == 1)
                .map(_ -> now.with(
                        now.load().withRelay(relay, now.load().relay(relay).withActiveByDefault(number == 1))));
    }

    private static Optional<FunctionSettings> relayPlan(FunctionSettings now, LoadRelay relay, long number) {
        return ofInt(number)
                .filter(PlanSet::isNumber)
                .map(plan -> now.with(
                        now.load().withRelay(relay, now.load().relay(relay).withActivePlan(plan))));
    }

    private static Optional<FunctionSettings> supply(
            FunctionSettings now,
            long number,
            LongPredicate isPossible,
            BiFunction<SupplySettings, Integer, SupplySettings> with) {
        return inside(isPossible.test(number)).map(_ -> now.with(with.apply(now.supply(), (int) number)));
    }

    private static Optional<FunctionSettings> quality(
            FunctionSettings now,
            long number,
            LongPredicate isPossible,
            BiFunction<VoltageQualitySettings, Integer, VoltageQualitySettings> with) {
        VoltageQualitySettings quality = now.supply().voltageQuality();
        return inside(isPossible.test(number))
                .map(_ -> now.with(now.supply().withVoltageQuality(with.apply(quality, (int) number))));
    }

    private static boolean isUnsigned32(long number) {
        return number >= 0 && number <= UNSIGNED_32_MAX;
    }

    private static Optional<Boolean> inside(boolean isInside) {
        return isInside ? Optional.of(true) : Optional.empty();
    }

    private static Optional<Integer> ofInt(long number) {
        return number == (int) number ? Optional.of((int) number) : Optional.empty();
    }
}
