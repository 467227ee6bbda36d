package trefas.device.load;

import trefas.device.tariff.PlanSet;
import trefas.device.tariff.PlanValue;

/// How the two load relays of a meter are controlled.
///
/// @param delaySeconds LoadDelay 1-1:96.52.5: a relay becomes active after a random time up to this
/// @param plans plans of relay positions; each relay follows one of them
public record LoadSettings(RelaySettings relay1, RelaySettings relay2, int delaySeconds, PlanSet plans) {

    public static final int DELAY_SECONDS_MAX = 10_800;
    public static final int DELAY_SECONDS = 3_600;

    /// Z14 000.
    public static final LoadSettings DEFAULT =
            new LoadSettings(RelaySettings.DEFAULT, RelaySettings.DEFAULT, DELAY_SECONDS, PlanSet.NONE);

    public LoadSettings {
        if (!isDelay(delaySeconds) || !plans.holds(PlanValue.RELAY_POSITION)) {
            throw new IllegalArgumentException("a delay of " + delaySeconds + " s, plans " + plans);
        }
    }

    public static boolean isDelay(long seconds) {
        return seconds >= 0 && seconds <= DELAY_SECONDS_MAX;
    }

    /// Whether a relay can follow this plan: it must be there.
    public boolean hasPlan(int number) {
        return plans.plan(number).isPresent();
    }

    public RelaySettings relay(LoadRelay relay) {
        return switch (relay) {
            case LOAD_1 -> relay1;
            case LOAD_2 -> relay2;
        };
    }

    public LoadSettings withRelay(LoadRelay relay, RelaySettings other) {
        return switch (relay) {
            case LOAD_1 -> new LoadSettings(other, relay2, delaySeconds, plans);
            case LOAD_2 -> new LoadSettings(relay1, other, delaySeconds, plans);
        };
    }

    public LoadSettings withDelaySeconds(int other) {
        return new LoadSettings(relay1, relay2, other, plans);
    }

    public LoadSettings withPlans(PlanSet other) {
        return new LoadSettings(relay1, relay2, delaySeconds, other);
    }
}
