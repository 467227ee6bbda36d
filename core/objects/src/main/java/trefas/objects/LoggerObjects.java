package trefas.objects;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.device.Meter;
import trefas.device.analysis.AnalysisLog;
import trefas.device.analysis.AnalysisSettings;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.debiting.DebitingLog;
import trefas.device.debiting.DebitingProfile;
import trefas.device.debiting.SecondDebitingLog;
import trefas.device.log.CapturePeriod;
import trefas.device.log.CutOffLog;
import trefas.device.log.DataLogger;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.LoadProfileEventLog;
import trefas.device.log.LogRing;
import trefas.device.log.LoggedRegister;
import trefas.device.log.LoggerLayout;
import trefas.device.log.UploadAuditLog;
import trefas.device.quality.OccurrenceLog;
import trefas.device.quality.SupplyWatch;
import trefas.device.quality.VoltageQualityLog;
import trefas.device.rtc.RealTimeClock;
import trefas.device.settings.FunctionSettings;
import trefas.device.status.MeterStatus;

/// The loggers the meter feeds, each a profile (dossier 10, 11). Only the load profile and the analysis logger have a
/// period that can be set; the others capture at an event or by the calendar, and their capture_period is 0.
final class LoggerObjects {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final Attribute NO_PERIOD = Attribute.whole((_, out) -> out.doubleLongUnsigned(0));

    private LoggerObjects() {}

    static List<MeterObject> of(MeterConfiguration configuration) {
        return List.of(
                loadProfile(configuration),
                analysis(configuration.settings().functions().analysis().settings()),
                debiting(),
                secondDebiting(configuration.settings().functions().debiting().secondProfile()),
                events(
                        DataLogger.STATUS,
                        MeterStatus.LOG_CAPACITY,
                        meter -> meter.parts().status().log()),
                events(
                        DataLogger.RTC,
                        RealTimeClock.LOG_CAPACITY,
                        meter -> meter.parts().clock().log()),
                // Nothing works the breaker yet, so there is no row.
                events(
                        DataLogger.CUT_OFF,
                        CutOffLog.CAPACITY,
                        meter -> meter.parts().cutOff()),
                events(
                        DataLogger.LOAD_PROFILE_EVENT,
                        LoadProfileEventLog.CAPACITY,
                        meter -> meter.parts().profileEvents().ring()),
                events(
                        DataLogger.NEUTRAL_FAULT,
                        SupplyWatch.LOG_CAPACITY,
                        meter -> meter.parts().supply().log()),
                audit(DataLogger.AUDIT_SUCCESS, meter -> meter.parts().uploads().succeeded()),
                audit(DataLogger.AUDIT_FAIL, meter -> meter.parts().uploads().failed()),
                events(
                        DataLogger.VOLTAGE_QUALITY,
                        VoltageQualityLog.LOG_CAPACITY,
                        meter -> meter.parts().voltageQuality().log()),
                events(
                        DataLogger.OCCURRENCES,
                        OccurrenceLog.LOG_CAPACITY,
                        meter -> meter.parts().occurrences().log()));
    }

    /// Reset empties it; rows are taken on the grid only, so there is nothing to capture by hand.
    private static MeterObject loadProfile(MeterConfiguration configuration) {
        LoadProfileContent content = configuration.loadProfileContent();
        ProfileColumns columns = ProfileColumns.of(LoggerLayout.ofLoadProfile(content));
        Attribute period = Attribute.whole((meter, out) ->
                        out.doubleLongUnsigned(meter.settings().capturePeriod().seconds()))
                .writable(LoggerObjects::setLoadProfilePeriod);
        Method reset = Method.plain(
                question -> question.meter().clearLoadProfile(question.device().effects()));
        return new ProfileObject(
                        DataLogger.LOAD_PROFILE,
                        content.capacity(),
                        _ -> columns,
                        meter -> LogIds.of(meter.loadProfile()),
                        configuration.profileValues())
                .with(period, List.of(reset));
    }

    /// Reset empties it. The management client chooses its columns.
    ///
    /// @param usual how most meters of the configuration are set up
    private static MeterObject analysis(AnalysisSettings usual) {
        Attribute period = Attribute.whole((meter, out) -> out.doubleLongUnsigned(
                        meter.parts().analysis().settings().interval().seconds()))
                .writable(LoggerObjects::setAnalysisPeriod);
        var profile = new ProfileObject(
                DataLogger.ANALYSIS,
                AnalysisLog.CAPACITY,
                columns(
                        DataLogger.ANALYSIS,
                        usual.registers(),
                        meter -> meter.parts().analysis().settings().registers()),
                meter -> LogIds.of(meter.parts().analysis().ring()));
        return profile.with(
                profile.captured().writableByManagement(ColumnSetting::set),
                period,
                List.of(reset(meter -> meter.parts().analysis().ring())));
    }

    /// Capture ends the debiting period, as the command 1-1:0.1.5*128 does (dossier 11).
    private static MeterObject debiting() {
        List<LoggedRegister> registers = DebitingProfile.FIRST.registers();
        return new ProfileObject(
                        DataLogger.DEBITING_1,
                        DebitingLog.CAPACITY,
                        columns(DataLogger.DEBITING_1, registers, _ -> registers),
                        meter -> LogIds.of(meter.parts().debiting().ring()))
                .with(NO_PERIOD, List.of(Method.NONE, LoggerObjects::stopDebiting));
    }

    /// @param usual how most meters of the configuration are set up
    private static MeterObject secondDebiting(DebitingProfile usual) {
        return new ProfileObject(
                        DataLogger.DEBITING_2,
                        SecondDebitingLog.CAPACITY,
                        columns(
                                DataLogger.DEBITING_2,
                                usual.registers(),
                                meter ->
                                        meter.parts().secondDebiting().profile().registers()),
                        meter -> LogIds.of(meter.parts().secondDebiting().ring()))
                .with(NO_PERIOD, List.of());
    }

    /// What happened to the meter or its supply. Reset empties it, but whoever tampers must not wipe out what tells of
    /// it: only the management client may (decision 0050).
    private static MeterObject events(DataLogger logger, int capacity, Function<Meter, LogRing> ring) {
        return rowsOfEvents(logger, capacity, ring).with(NO_PERIOD, List.of(Method.ofManagement(reset(ring))));
    }

    /// What was uploaded stays traceable, so nobody empties these (decision 0052).
    private static MeterObject audit(DataLogger logger, Function<Meter, LogRing> ring) {
        return rowsOfEvents(logger, UploadAuditLog.CAPACITY, ring).with(NO_PERIOD, List.of());
    }

    private static ProfileObject rowsOfEvents(DataLogger logger, int capacity, Function<Meter, LogRing> ring) {
        ProfileColumns columns = ProfileColumns.of(LoggerLayout.ofEvents(logger));
        return new ProfileObject(logger, capacity, _ -> columns, meter -> LogIds.of(ring.apply(meter)));
    }

    private static Method reset(Function<Meter, LogRing> ring) {
        return Method.plain(question -> question.meter()
                .controls()
                .clearLogger(ring.apply(question.meter()), question.device().effects()));
    }

    /// The columns of a meter's own choice; those of the usual one are made once.
    private static Function<Meter, ProfileColumns> columns(
            DataLogger logger, List<LoggedRegister> usual, Function<Meter, List<LoggedRegister>> chosen) {
        ProfileColumns ofUsual = ProfileColumns.of(LoggerLayout.ofRegisters(logger, usual));
        return meter -> {
            List<LoggedRegister> registers = chosen.apply(meter);
            return registers.equals(usual) ? ofUsual : ProfileColumns.of(LoggerLayout.ofRegisters(logger, registers));
        };
    }

    private static ActionResult stopDebiting(Question question, Optional<CosemData> parameters) {
        if (!Method.isPlain(parameters)) {
            return ActionResult.TYPE_UNMATCHED;
        }
        // A period of no second does not end: what was asked for has just been done.
        boolean hasStopped =
                question.meter().controls().stopDebiting(question.device().effects());
        return hasStopped ? ActionResult.SUCCESS : ActionResult.TEMPORARY_FAILURE;
    }

    private static DataAccessResult setLoadProfilePeriod(Question question, CosemData value) {
        return setPeriod(
                value,
                period -> question.meter()
                        .setCapturePeriod(period, question.device().effects()));
    }

    private static DataAccessResult setAnalysisPeriod(Question question, CosemData value) {
        return setPeriod(value, period -> {
            FunctionSettings functions = question.meter().settings().functions();
            question.meter()
                    .setFunctions(
                            functions.with(functions.analysis().settings().withInterval(period)),
                            question.device().effects());
        });
    }

    private static DataAccessResult setPeriod(CosemData value, Consumer<CapturePeriod> setter) {
        if (!(value instanceof CosemData.DoubleLongUnsigned(long seconds))) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        Optional<CapturePeriod> period =
                seconds % SECONDS_PER_MINUTE == 0 && seconds <= CapturePeriod.MINUTES_60.seconds()
                        ? CapturePeriod.ofMinutes((int) (seconds / SECONDS_PER_MINUTE))
                        : Optional.empty();
        if (period.isEmpty()) {
            return DataAccessResult.OTHER_REASON;
        }
        setter.accept(period.get());
        return DataAccessResult.SUCCESS;
    }
}
