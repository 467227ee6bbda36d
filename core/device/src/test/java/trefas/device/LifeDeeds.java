package trefas.device;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import trefas.device.clock.MeterClock;
import trefas.device.debiting.DebitingInterval;
import trefas.device.load.LoadRelay;
import trefas.device.load.RelayMode;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LogInterval;
import trefas.device.module.PortSetup;
import trefas.device.register.OperationState;
import trefas.device.register.Quantity;
import trefas.device.settings.FunctionSettings;
import trefas.device.status.StatusInput;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.SamplePlans;
import trefas.device.tariff.TariffSource;
import trefas.device.tariff.WorkCalendar;

/// What people do to a meter in a long life, drawn from a seed: they set its clock, end debiting periods, write tariffs
/// and relays, hold magnets to it, send pulses, choose other functions. A deed can be done to several meters alike.
final class LifeDeeds {

    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;
    private static final int MILLI = 1_000;

    /// A quartz of 5 ppm, and a plan with four tariffs.
    static final FunctionSettings FUNCTIONS = FunctionSettings.DEFAULT
            .with(FunctionSettings.DEFAULT.clock().withDriftPartsPerBillion(5_000))
            .with(FunctionSettings.DEFAULT
                    .tariff()
                    .withSource(TariffSource.PLAN)
                    .withPlans(new PlanSet(List.of(SamplePlans.WINTER_SUMMER), WorkCalendar.DEFAULT)));

    private final RandomGenerator random;

    LifeDeeds(RandomGenerator random) {
        this.random = random;
    }

    /// Often just around the threshold of registration, else anything up to a size, both ways.
    int power(int size) {
        return random.nextInt(3) == 0 ? random.nextInt(-4_000, 4_001) : random.nextInt(-size / 2, size);
    }

    /// What is done in the second that begins, if anything.
    ///
    /// @param meter under supply
    /// @param at the world's time
    Optional<BiConsumer<Meter, Consumer<Effect>>> next(Meter meter, long at) {
        if (!meter.parts().clock().isValid() && random.nextInt(HOUR) == 0) {
            return Optional.of((each, effects) -> each.setClock(at, effects));
        }
        if (meter.parts().ports().settings().ports() != PortSetup.UNUSED && random.nextInt(30) == 0) {
            int port = 1 + random.nextInt(2);
            boolean isHigh = random.nextBoolean();
            long atMillis = at * MILLI + random.nextInt(MILLI);
            return Optional.of(
                    (each, effects) -> each.step(new MeterInput.PortChanged(atMillis, port, isHigh), effects));
        }
        return random.nextInt(1_000) == 0 ? Optional.of(rare(meter, at)) : Optional.empty();
    }

    private BiConsumer<Meter, Consumer<Effect>> rare(Meter meter, long at) {
        return switch (random.nextInt(16)) {
            case 0, 1 -> status(at);
            case 2 -> temperature(at);
            case 3 -> (each, effects) -> each.leftButtonPressed(at);
            case 4, 5 -> tariff(meter);
            case 6 -> relay(meter);
            case 7 -> operationState(meter);
            case 8 -> {
                Quantity quantity = Quantity.ALL.get(random.nextInt(Quantity.ALL.size()));
                yield (each, effects) -> each.controls().resetTrip(quantity, effects);
            }
            case 9 -> (each, effects) -> each.controls().clearEvents(effects);
            case 10 -> (each, effects) -> each.controls().releaseTamper(effects);
            default -> random.nextInt(10) == 0 ? seldom(meter) : (each, effects) -> {};
        };
    }

    private BiConsumer<Meter, Consumer<Effect>> seldom(Meter meter) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> clock(meter.now() + random.nextInt(-60, 61));
            case 3 -> clock(meter.now() + random.nextInt(-2 * DAY, 2 * DAY));
            case 4, 5, 6 -> (each, effects) -> each.controls().stopDebiting(effects);
            case 7 -> {
                CapturePeriod period = any(CapturePeriod.values());
                yield (each, effects) -> each.setCapturePeriod(period, effects);
            }
            case 8 -> {
                boolean isKept = random.nextBoolean();
                yield (each, effects) -> each.setDaylightSaving(isKept, effects);
            }
            case 9 -> Meter::clearLoadProfile;
            default -> {
                FunctionSettings other = functions(meter.settings().functions());
                yield (each, effects) -> each.setFunctions(other, effects);
            }
        };
    }

    @SafeVarargs
    private <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static BiConsumer<Meter, Consumer<Effect>> clock(long time) {
        return MeterClock.isSettable(time) ? (each, effects) -> each.setClock(time, effects) : (each, effects) -> {};
    }

    private FunctionSettings functions(FunctionSettings now) {
        return switch (random.nextInt(4)) {
            case 0 ->
                now.with(now.tariff().withSource(any(TariffSource.values())).withDefaultTariff(random.nextInt(1, 9)));
            case 1 ->
                now.with(now.debiting()
                        .withInterval(
                                DebitingInterval.ofCode(random.nextInt(1, 5)).orElseThrow())
                        .withDay(random.nextInt(1, 29))
                        .withSecondInterval(any(LogInterval.values())));
            case 2 -> {
                // As ModulPortIOCfg is written.
                PortSetup ports = now.module().ports();
                yield now.with(now.module()
                        .withPorts(ports.withDlmsCode(random.nextInt(20)).orElse(ports)));
            }
            default ->
                now.with(now.load()
                        .withDelaySeconds(random.nextInt(600))
                        .withRelay(
                                any(LoadRelay.values()),
                                now.load()
                                        .relay1()
                                        .withTariffMask(random.nextInt(256))
                                        .withMode(any(RelayMode.values()))));
        };
    }

    private BiConsumer<Meter, Consumer<Effect>> status(long at) {
        StatusInput input = random.nextBoolean() ? StatusInput.MAGNET : StatusInput.COVER_OPEN;
        boolean isThere = random.nextBoolean();
        return (each, effects) -> each.step(new MeterInput.StatusChanged(at, input, isThere), effects);
    }

    private BiConsumer<Meter, Consumer<Effect>> temperature(long at) {
        int tenths = random.nextInt(-200, 600);
        return (each, effects) -> each.step(new MeterInput.Temperature(at, tenths), effects);
    }

    private BiConsumer<Meter, Consumer<Effect>> tariff(Meter meter) {
        int tariff = random.nextInt(1, 9);
        int seconds = random.nextInt(1, 2 * HOUR);
        if (meter.parts().tariffs().isWritable()) {
            return (each, effects) -> each.controls().writeTariff(tariff, effects);
        }
        return meter.parts().tariffs().isDemandable()
                ? (each, effects) -> each.controls().demandTariff(tariff, seconds, effects)
                : (each, effects) -> {};
    }

    private BiConsumer<Meter, Consumer<Effect>> relay(Meter meter) {
        LoadRelay relay = any(LoadRelay.values());
        boolean isActive = random.nextBoolean();
        return meter.parts().load().isWritable(relay)
                ? (each, effects) -> each.controls().writeRelay(relay, isActive, effects)
                : (each, effects) -> {};
    }

    private BiConsumer<Meter, Consumer<Effect>> operationState(Meter meter) {
        OperationState state = any(OperationState.values());
        return meter.parts().registers().verification().isPossible(state)
                ? (each, effects) -> each.controls().operationState(state, effects)
                : (each, effects) -> {};
    }
}
