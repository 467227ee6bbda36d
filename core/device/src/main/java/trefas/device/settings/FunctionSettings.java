package trefas.device.settings;

import trefas.device.analysis.AnalysisPlan;
import trefas.device.analysis.AnalysisSettings;
import trefas.device.debiting.DebitingSettings;
import trefas.device.demand.DemandSettings;
import trefas.device.load.LoadSettings;
import trefas.device.module.ModuleSettings;
import trefas.device.quality.SupplySettings;
import trefas.device.rtc.ClockSettings;
import trefas.device.status.AlarmSettings;
import trefas.device.status.TamperHand;
import trefas.device.tariff.TariffSettings;

/// How the functions of a meter are set up, each by a record of its own. One instance serves all meters of a
/// configuration until somebody sets something.
///
/// @param clock drift and what of it is logged
/// @param demand integration period and power threshold
/// @param tariff Z13 and Z20
/// @param load Z14
/// @param module Z3, Z8 and Z12
/// @param debiting Z6, Z7 and Z25
/// @param analysis Z10, with all that follows from the choice of columns
/// @param alarms Z26
/// @param tamperHand how long the tamper hand is shown
/// @param supply what is judged of the supply
public record FunctionSettings(
        ClockSettings clock,
        DemandSettings demand,
        TariffSettings tariff,
        LoadSettings load,
        ModuleSettings module,
        DebitingSettings debiting,
        AnalysisPlan analysis,
        AlarmSettings alarms,
        TamperHand tamperHand,
        SupplySettings supply) {

    /// Everything as a meter leaves the factory of which nothing was ordered.
    public static final FunctionSettings DEFAULT = new FunctionSettings(
            ClockSettings.DEFAULT,
            DemandSettings.DEFAULT,
            TariffSettings.DEFAULT,
            LoadSettings.DEFAULT,
            ModuleSettings.DEFAULT,
            DebitingSettings.DEFAULT,
            new AnalysisPlan(AnalysisSettings.DEFAULT),
            AlarmSettings.DEFAULT,
            TamperHand.TEMPORARY,
            SupplySettings.DEFAULT);

    public FunctionSettings with(ClockSettings other) {
        return new FunctionSettings(
                other, demand, tariff, load, module, debiting, analysis, alarms, tamperHand, supply);
    }

    public FunctionSettings with(DemandSettings other) {
        return new FunctionSettings(clock, other, tariff, load, module, debiting, analysis, alarms, tamperHand, supply);
    }

    public FunctionSettings with(TariffSettings other) {
        return new FunctionSettings(clock, demand, other, load, module, debiting, analysis, alarms, tamperHand, supply);
    }

    public FunctionSettings with(LoadSettings other) {
        return new FunctionSettings(
                clock, demand, tariff, other, module, debiting, analysis, alarms, tamperHand, supply);
    }

    public FunctionSettings with(ModuleSettings other) {
        return new FunctionSettings(clock, demand, tariff, load, other, debiting, analysis, alarms, tamperHand, supply);
    }

    public FunctionSettings with(DebitingSettings other) {
        return new FunctionSettings(clock, demand, tariff, load, module, other, analysis, alarms, tamperHand, supply);
    }

    public FunctionSettings with(AnalysisSettings other) {
        return new FunctionSettings(
                clock, demand, tariff, load, module, debiting, new AnalysisPlan(other), alarms, tamperHand, supply);
    }

    public FunctionSettings with(AlarmSettings other) {
        return new FunctionSettings(clock, demand, tariff, load, module, debiting, analysis, other, tamperHand, supply);
    }

    public FunctionSettings with(TamperHand other) {
        return new FunctionSettings(clock, demand, tariff, load, module, debiting, analysis, alarms, other, supply);
    }

    public FunctionSettings with(SupplySettings other) {
        return new FunctionSettings(clock, demand, tariff, load, module, debiting, analysis, alarms, tamperHand, other);
    }
}
