package trefas.device.settings;

import java.util.Optional;
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

/// Everything of [FunctionSettings] that can be set over the line, each a number with a tag in the permanent memory.
/// Tags never change; a new field gets a new one.
enum FunctionField {
    TARIFF_SOURCE(20, now -> now.tariff().source().code()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return ofInt(number)
                    .flatMap(TariffSource::ofCode)
                    .map(source -> now.with(now.tariff().withSource(source)));
        }
    },
    DEFAULT_TARIFF(21, now -> now.tariff().defaultTariff()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return inside(TariffSettings.isTariff(number))
                    .map(_ -> now.with(now.tariff().withDefaultTariff((int) number)));
        }
    },
    ACTIVE_TARIFF_PLAN(22, now -> now.tariff().activePlan()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return ofInt(number)
                    .filter(PlanSet::isNumber)
                    .map(plan -> now.with(now.tariff().withActivePlan(plan)));
        }
    },
    RELAY_1_MODE(23, now -> now.load().relay1().mode().code()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return relayMode(now, LoadRelay.LOAD_1, number);
        }
    },
    RELAY_1_MASK(24, now -> now.load().relay1().tariffMask()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return relayMask(now, LoadRelay.LOAD_1, number);
        }
    },
    RELAY_1_DEFAULT(25, now -> now.load().relay1().isActiveByDefault() ? 1 : 0) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return relayDefault(now, LoadRelay.LOAD_1, number);
        }
    },
    RELAY_1_PLAN(26, now -> now.load().relay1().activePlan()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return relayPlan(now, LoadRelay.LOAD_1, number);
        }
    },
    RELAY_2_MODE(27, now -> now.load().relay2().mode().code()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return relayMode(now, LoadRelay.LOAD_2, number);
        }
    },
    RELAY_2_MASK(28, now -> now.load().relay2().tariffMask()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return relayMask(now, LoadRelay.LOAD_2, number);
        }
    },
    RELAY_2_DEFAULT(29, now -> now.load().relay2().isActiveByDefault() ? 1 : 0) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return relayDefault(now, LoadRelay.LOAD_2, number);
        }
    },
    RELAY_2_PLAN(30, now -> now.load().relay2().activePlan()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return relayPlan(now, LoadRelay.LOAD_2, number);
        }
    },
    LOAD_DELAY_SECONDS(31, now -> now.load().delaySeconds()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return inside(LoadSettings.isDelay(number))
                    .map(_ -> now.with(now.load().withDelaySeconds((int) number)));
        }
    },
    SECOND_DEBITING_INTERVAL(32, now -> now.debiting().secondInterval().code()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            DebitingSettings debiting = now.debiting();
            return ofInt(number)
                    .flatMap(LogInterval::ofCode)
                    .map(interval -> now.with(debiting.withSecondInterval(interval)));
        }
    },
    ANALYSIS_INTERVAL_MINUTES(33, now -> now.analysis().settings().interval().minutes()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            AnalysisSettings analysis = now.analysis().settings();
            return ofInt(number)
                    .flatMap(CapturePeriod::ofMinutes)
                    .map(interval -> now.with(analysis.withInterval(interval)));
        }
    },
    ALARM_CALL(34, now -> now.alarms().callConfig()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return ofInt(number)
                    .filter(AlarmSettings::isCallConfig)
                    .map(config -> now.with(now.alarms().withCallConfig(config)));
        }
    },
    ALARM_END_POINT(35, now -> now.alarms().endPoint()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return inside(AlarmSettings.isEndPoint(number))
                    .map(_ -> now.with(now.alarms().withEndPoint(number)));
        }
    },
    ALARM_PORT(36, now -> now.alarms().port()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return ofInt(number)
                    .filter(AlarmSettings::isPort)
                    .map(port -> now.with(now.alarms().withPort(port)));
        }
    },
    ALARM_MASK_A(37, now -> Integer.toUnsignedLong(now.alarms().maskA())) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return inside(isUnsigned32(number)).map(_ -> now.with(now.alarms().withMaskA((int) number)));
        }
    },
    ALARM_RISING_MASK_B(38, now -> Integer.toUnsignedLong(now.alarms().risingMaskB())) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return inside(isUnsigned32(number)).map(_ -> now.with(now.alarms().withRisingMaskB((int) number)));
        }
    },
    ALARM_FALLING_MASK_B(39, now -> Integer.toUnsignedLong(now.alarms().fallingMaskB())) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return inside(isUnsigned32(number)).map(_ -> now.with(now.alarms().withFallingMaskB((int) number)));
        }
    },
    MODULE_PORTS(40, now -> now.module().ports().dlmsCode()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            ModuleSettings module = now.module();
            return ofInt(number).flatMap(module.ports()::withDlmsCode).map(ports -> now.with(module.withPorts(ports)));
        }
    },
    POWER_THRESHOLD_WATTS(41, now -> now.demand().thresholdWatts()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return inside(DemandSettings.isThreshold(number))
                    .map(_ -> now.with(now.demand().withThresholdWatts((int) number)));
        }
    },
    NEUTRAL_VOLTS(42, now -> now.supply().neutralVolts()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return ofInt(number)
                    .filter(SupplySettings::isNeutral)
                    .map(volts -> now.withSupply(now.supply().withNeutralVolts(volts)));
        }
    },
    NEUTRAL_HIGH_VOLTS(43, now -> now.supply().neutralHighVolts()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return ofInt(number)
                    .filter(SupplySettings::isHigh)
                    .map(volts -> now.withSupply(now.supply().withNeutralHighVolts(volts)));
        }
    },
    NEUTRAL_SECONDS(44, now -> now.supply().neutralSeconds()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return ofInt(number)
                    .filter(SupplySettings::isSeconds)
                    .map(seconds -> now.withSupply(now.supply().withNeutralSeconds(seconds)));
        }
    },
    HIGH_VOLTS(45, now -> now.supply().highVolts()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return ofInt(number)
                    .filter(SupplySettings::isHigh)
                    .map(volts -> now.withSupply(now.supply().withHighVolts(volts)));
        }
    },
    LOW_VOLTS(46, now -> now.supply().lowVolts()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return ofInt(number)
                    .filter(SupplySettings::isLow)
                    .map(volts -> now.withSupply(now.supply().withLowVolts(volts)));
        }
    },
    LIMIT_SECONDS(47, now -> now.supply().limitSeconds()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return ofInt(number)
                    .filter(SupplySettings::isSeconds)
                    .map(seconds -> now.withSupply(now.supply().withLimitSeconds(seconds)));
        }
    },
    POWER_FAULT_SECONDS(48, now -> now.supply().powerFaultSeconds()) {
        @Override
        Optional<FunctionSettings> with(FunctionSettings now, long number) {
            return ofInt(number)
                    .filter(SupplySettings::isSeconds)
                    .map(seconds -> now.withSupply(now.supply().withPowerFaultSeconds(seconds)));
        }
    };

    private static final long UNSIGNED_32_MAX = 0xFFFF_FFFFL;

    private final int tag;
    private final ToLongFunction<FunctionSettings> read;

    FunctionField(int tag, ToLongFunction<FunctionSettings> read) {
        this.tag = tag;
        this.read = read;
    }

    int tag() {
        return tag;
    }

    long in(FunctionSettings settings) {
        return read.applyAsLong(settings);
    }

    /// The settings with this number in them; empty when no meter can have it.
    abstract Optional<FunctionSettings> with(FunctionSettings now, long number);

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
