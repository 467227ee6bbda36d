package trefas.device.tariff;

/// How a meter's tariff is chosen.
///
/// @param source 1-1:96.52.21
/// @param defaultTariff 1-1:96.52.22: the tariff when the source gives none
/// @param activePlan 1-1:96.52.24, from 1: the plan that is followed when the source is [TariffSource#PLAN]
/// @param plans plans of tariffs
public record TariffSettings(TariffSource source, int defaultTariff, int activePlan, PlanSet plans) {

    public static final int TARIFF_MIN = 1;
    public static final int TARIFF_MAX = 8;

    /// Z13 000.
    public static final TariffSettings DEFAULT = new TariffSettings(TariffSource.DISABLED, 1, 1, PlanSet.NONE);

    public TariffSettings {
        if (!isTariff(defaultTariff) || !PlanSet.isNumber(activePlan) || !plans.holds(PlanValue.TARIFF)) {
            throw new IllegalArgumentException(
                    "default tariff " + defaultTariff + ", plan " + activePlan + " of " + plans);
        }
    }

    /// Whether a number is that of a tariff.
    public static boolean isTariff(long tariff) {
        return tariff >= TARIFF_MIN && tariff <= TARIFF_MAX;
    }

    /// Whether this plan can be made the active one: it must be there.
    public boolean hasPlan(int number) {
        return plans.plan(number).isPresent();
    }

    public TariffSettings withSource(TariffSource other) {
        return new TariffSettings(other, defaultTariff, activePlan, plans);
    }

    public TariffSettings withDefaultTariff(int other) {
        return new TariffSettings(source, other, activePlan, plans);
    }

    public TariffSettings withActivePlan(int other) {
        return new TariffSettings(source, defaultTariff, other, plans);
    }

    public TariffSettings withPlans(PlanSet other) {
        return new TariffSettings(source, defaultTariff, activePlan, other);
    }
}
