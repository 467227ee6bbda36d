package trefas.device.load;

import trefas.device.tariff.PlanSet;
import trefas.device.tariff.TariffSettings;

/// How one load relay is controlled.
///
/// @param mode 1-1:96.52.31 or .41
/// @param tariffMask 1-1:96.52.2 or .4: bit n-1 makes the relay active in tariff n (decision 0038)
/// @param isActiveByDefault 1-1:96.52.32 or .42: the position when what it follows gives none
/// @param activePlan 1-1:96.52.34 or .44, from 1: the plan that is followed in mode [RelayMode#PLAN]
public record RelaySettings(RelayMode mode, int tariffMask, boolean isActiveByDefault, int activePlan) {

    public static final int TARIFF_MASK_MAX = 0xFF;

    /// Z14 000.
    public static final RelaySettings DEFAULT = new RelaySettings(RelayMode.DISABLED, 0, false, 1);

    public RelaySettings {
        if (!isTariffMask(tariffMask) || !PlanSet.isNumber(activePlan)) {
            throw new IllegalArgumentException("tariff mask " + tariffMask + ", plan " + activePlan);
        }
    }

    public static boolean isTariffMask(long mask) {
        return mask >= 0 && mask <= TARIFF_MASK_MAX;
    }

    /// The mask that makes a relay active in these tariffs alone.
    public static int tariffMask(Iterable<Integer> tariffs) {
        int mask = 0;
        for (int tariff : tariffs) {
            mask |= 1 << (tariff - TariffSettings.TARIFF_MIN);
        }
        return mask;
    }

    /// Whether the mask makes the relay active in a tariff, 1 to 8.
    public boolean isActiveIn(int tariff) {
        return (tariffMask & (1 << (tariff - TariffSettings.TARIFF_MIN))) != 0;
    }

    public RelaySettings withMode(RelayMode other) {
        return new RelaySettings(other, tariffMask, isActiveByDefault, activePlan);
    }

    public RelaySettings withTariffMask(int other) {
        return new RelaySettings(mode, other, isActiveByDefault, activePlan);
    }

    public RelaySettings withActiveByDefault(boolean other) {
        return new RelaySettings(mode, tariffMask, other, activePlan);
    }

    public RelaySettings withActivePlan(int other) {
        return new RelaySettings(mode, tariffMask, isActiveByDefault, other);
    }
}
