package trefas.app.settings;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.LongPredicate;
import trefas.device.log.LogInterval;
import trefas.device.quality.SupplySettings;
import trefas.metrology.event.VoltageQualitySettings;

/// What stands below `meter.supply`: what the meter judges of its supply, and how.
final class SupplySection {

    private static final int MILLI = 1_000;
    private static final int SECONDS_MAX = 0xFFFF;

    /// Most of a mean period and of the outage time.
    private static final int HALF_AN_HOUR = 1_800;

    private static final int SHORTEST_PERIOD = 10;

    private SupplySection() {}

    static SupplySettings read(YamlSection supply) {
        SupplySettings made = SupplySettings.DEFAULT;
        VoltageQualitySettings quality = made.voltageQuality();
        var written = new VoltageQualitySettings(
                high(supply, "mean-high").orElse(quality.highMeanMillivolts()),
                low(supply, "mean-low").orElse(quality.lowMeanMillivolts()),
                supply.whole("mean-period", SHORTEST_PERIOD, HALF_AN_HOUR).orElse(quality.meanPeriodSeconds()),
                high(supply, "single-high").orElse(quality.highSingleMillivolts()),
                low(supply, "single-low").orElse(quality.lowSingleMillivolts()),
                millivolts(supply, "outage-level", "50V to 160V", VoltageQualitySettings::isOutage)
                        .orElse(quality.outageMillivolts()),
                supply.whole("outage-time", 0, HALF_AN_HOUR).orElse(quality.outageSeconds()));
        var settings = new SupplySettings(
                written,
                volts(supply, "neutral-drop", "1V to 180V", SupplySettings::isNeutral)
                        .orElse(made.neutralVolts()),
                wholeHigh(supply, "neutral-high").orElse(made.neutralHighVolts()),
                supply.whole("neutral-time", 0, SECONDS_MAX).orElse(made.neutralSeconds()),
                wholeHigh(supply, "limit-high").orElse(made.highVolts()),
                volts(supply, "limit-low", "184V to 227V", SupplySettings::isLow)
                        .orElse(made.lowVolts()),
                supply.whole("limit-time", 0, SECONDS_MAX).orElse(made.limitSeconds()),
                supply.whole("power-fault-time", 0, SECONDS_MAX).orElse(made.powerFaultSeconds()),
                supply.value("occurrences", "daily, weekly or monthly", SettingsFile.oneOf(LogInterval.values()))
                        .orElse(made.interval()));
        supply.refuseOthers();
        return settings;
    }

    private static Optional<Integer> high(YamlSection supply, String key) {
        return millivolts(supply, key, "232.3V to 276V", VoltageQualitySettings::isHigh);
    }

    private static Optional<Integer> low(YamlSection supply, String key) {
        return millivolts(supply, key, "184V to 227.7V", VoltageQualitySettings::isLow);
    }

    private static Optional<Integer> wholeHigh(YamlSection supply, String key) {
        return volts(supply, key, "233V to 276V", SupplySettings::isHigh);
    }

    private static Optional<Integer> millivolts(
            YamlSection supply, String key, String range, LongPredicate isPossible) {
        return supply.value(
                key, "a voltage from " + range, text -> millivolts(text).filter(number -> isPossible.test(number)));
    }

    private static Optional<Integer> volts(YamlSection supply, String key, String range, LongPredicate isPossible) {
        return supply.value(
                key,
                "whole volts from " + range,
                text -> millivolts(text)
                        .filter(number -> number % MILLI == 0)
                        .map(number -> number / MILLI)
                        .filter(number -> isPossible.test(number)));
    }

    /// As people write it, `253V` or `227.7 V`.
    private static Optional<Integer> millivolts(String text) {
        return text.matches("\\d{1,3}(\\.\\d{1,3})? ?V")
                ? Optional.of(
                        new BigDecimal(text.substring(0, text.length() - 1).strip())
                                .scaleByPowerOfTen(3)
                                .intValueExact())
                : Optional.empty();
    }
}
