package trefas.device.supervision;

import trefas.device.quality.SupplySettings;
import trefas.device.status.AlarmSettings;
import trefas.device.status.TamperHand;

/// The settings of these parts.
record SupervisionSettings(AlarmSettings alarms, SupplySettings supply, TamperHand hand) {

    /// As the meter leaves the factory.
    public static final SupervisionSettings DEFAULT =
            new SupervisionSettings(AlarmSettings.DEFAULT, SupplySettings.DEFAULT, TamperHand.TEMPORARY);

    public SupervisionSettings withAlarms(AlarmSettings other) {
        return new SupervisionSettings(other, supply, hand);
    }

    public SupervisionSettings withSupply(SupplySettings other) {
        return new SupervisionSettings(alarms, other, hand);
    }

    public SupervisionSettings withHand(TamperHand other) {
        return new SupervisionSettings(alarms, supply, other);
    }
}
