package trefas.device.log;

import java.util.ArrayList;
import java.util.List;
import trefas.device.log.LoggerColumn.Source;
import trefas.device.register.EnergyRegister;
import trefas.quantity.Obis;

/// The columns of a logger as its profile object captures them (dossier 10.1 to 10.5, 11, 14): time, logger status,
/// with
/// data loggers also data quality and a reserved column, then what the logger is about.
///
/// @param name logical name of the profile
/// @param columns in order
public record LoggerLayout(Obis name, List<LoggerColumn> columns) {

    /// Attributes 255 and 254 of the profile itself, as the signed octets they are sent as.
    public static final int STATUS_ATTRIBUTE = -1;

    public static final int QUALITY_ATTRIBUTE = -2;

    private static final int CLASS_DATA = 1;
    private static final int CLASS_REGISTER = 3;
    private static final int CLASS_PROFILE = 7;
    private static final int CLASS_CLOCK = 8;
    private static final int VALUE_ATTRIBUTE = 2;
    private static final Obis CLOCK = Obis.of("0-1:1.0.0*255");
    private static final Obis RESERVED = Obis.of("1-1:134.0.1*255");
    private static final long RESERVED_NUMBER = 1;

    /// RTCState, "always 1" (dossier 10.5).
    private static final long RTC_STATE = 1;

    private static final int OCCURRENCE_COUNTERS = 23;

    public LoggerLayout {
        columns = List.copyOf(columns);
    }

    public static LoggerLayout ofLoadProfile(LoadProfileContent content) {
        Builder layout = data(DataLogger.LOAD_PROFILE);
        for (EnergyRegister register : content.registers()) {
            layout.reading(CLASS_REGISTER, register.obis(), VALUE_ATTRIBUTE, WireType.UNSIGNED_32);
        }
        return layout.build();
    }

    /// The layout of a debiting or analysis logger.
    public static LoggerLayout ofRegisters(DataLogger logger, List<LoggedRegister> registers) {
        Builder layout = data(logger);
        for (LoggedRegister register : registers) {
            layout.reading(register.classId(), register.obis(), register.attribute(), register.type());
        }
        return layout.build();
    }

    /// The layout of a logger of events. The data loggers have contents to choose; theirs is the bare head.
    public static LoggerLayout ofEvents(DataLogger logger) {
        return switch (logger) {
            case LOAD_PROFILE, ANALYSIS, DEBITING_1, DEBITING_2 -> data(logger).build();
            case STATUS -> events(logger).unsigned8("1-1:97.97.0").build();
            case RTC ->
                events(logger)
                        .reading(CLASS_CLOCK, Obis.of("0-1:1.0.1"), VALUE_ATTRIBUTE, WireType.DATE_TIME)
                        .column(
                                CLASS_DATA,
                                Obis.of("0-1:96.10.3"),
                                VALUE_ATTRIBUTE,
                                WireType.UNSIGNED_8,
                                new Source.Constant(RTC_STATE))
                        .build();
            case CUT_OFF ->
                events(logger)
                        .unsigned8("1-1:128.0.0")
                        .unsigned8("1-1:128.0.18")
                        .build();
            case LOAD_PROFILE_EVENT -> events(logger).unsigned8("1-1:96.5.3").build();
            case NEUTRAL_FAULT -> events(logger).unsigned8("1-1:132.0.6").build();
            case AUDIT_SUCCESS, AUDIT_FAIL -> uploadAudit(events(logger));
            case VOLTAGE_QUALITY -> voltageQuality(events(logger));
            case OCCURRENCES -> occurrences(events(logger));
        };
    }

    /// Logical name of a logger's profile.
    public static Obis nameOf(DataLogger logger) {
        return switch (logger) {
            case LOAD_PROFILE -> Obis.of("1-1:99.1.0");
            case ANALYSIS -> Obis.of("1-1:99.1.1");
            case DEBITING_1 -> Obis.of("1-1:98.1.0");
            case DEBITING_2 -> Obis.of("1-1:98.2.0");
            case STATUS -> Obis.of("1-1:99.98.2");
            case RTC -> Obis.of("1-1:99.98.3");
            case CUT_OFF -> Obis.of("1-1:99.98.5");
            case LOAD_PROFILE_EVENT -> Obis.of("1-1:99.98.10");
            case NEUTRAL_FAULT -> Obis.of("1-1:99.98.12");
            case AUDIT_SUCCESS -> Obis.of("1-1:99.98.13");
            case AUDIT_FAIL -> Obis.of("1-1:99.98.14");
            case VOLTAGE_QUALITY -> Obis.of("1-1:99.98.16");
            case OCCURRENCES -> Obis.of("1-1:99.98.17");
        };
    }

    /// Readings a row of this logger has.
    public int readings() {
        int readings = 0;
        for (LoggerColumn column : columns) {
            readings +=
                    column.source() instanceof Source.Reading ? column.type().readings() : 0;
        }
        return readings;
    }

    /// Part, old revision, originator, party, interface (dossier 10.5).
    private static LoggerLayout uploadAudit(Builder layout) {
        return layout.unsigned8("1-1:96.54.2")
                .reading(CLASS_DATA, Obis.of("1-1:96.54.3"), VALUE_ATTRIBUTE, WireType.UNSIGNED_32)
                .reading(CLASS_DATA, Obis.of("1-1:96.54.4"), VALUE_ATTRIBUTE, WireType.OCTETS_16)
                .reading(CLASS_DATA, Obis.of("1-1:96.54.5"), VALUE_ATTRIBUTE, WireType.UNSIGNED_32)
                .unsigned8("1-1:96.54.6")
                .build();
    }

    /// Phase, event, mean, maximum, minimum (dossier 14.2). The papers give no codes; these stand before that of the
    /// neutral fault (our choice).
    private static LoggerLayout voltageQuality(Builder layout) {
        return layout.unsigned8("1-1:132.0.1")
                .unsigned8("1-1:132.0.2")
                .unsigned16("1-1:132.0.3")
                .unsigned16("1-1:132.0.4")
                .unsigned16("1-1:132.0.5")
                .build();
    }

    private static LoggerLayout occurrences(Builder layout) {
        for (int counter = 1; counter <= OCCURRENCE_COUNTERS; counter++) {
            layout.unsigned16("1-1:133.0." + counter);
        }
        return layout.build();
    }

    private static Builder data(DataLogger logger) {
        Builder layout = events(logger);
        return layout.column(CLASS_PROFILE, layout.name, QUALITY_ATTRIBUTE, WireType.UNSIGNED_32, new Source.Quality())
                .column(
                        CLASS_DATA,
                        RESERVED,
                        VALUE_ATTRIBUTE,
                        WireType.INTEGER_8,
                        new Source.Constant(RESERVED_NUMBER));
    }

    private static Builder events(DataLogger logger) {
        var layout = new Builder(nameOf(logger));
        return layout.column(CLASS_CLOCK, CLOCK, VALUE_ATTRIBUTE, WireType.DATE_TIME, new Source.CaptureTime())
                .column(CLASS_PROFILE, layout.name, STATUS_ATTRIBUTE, WireType.UNSIGNED_16, new Source.Status());
    }

    /// Columns from left to right, each reading behind the one before.
    private static final class Builder {

        private final Obis name;
        private final List<LoggerColumn> columns = new ArrayList<>();
        private int readings;

        Builder(Obis name) {
            this.name = name;
        }

        Builder column(int classId, Obis obis, int attribute, WireType type, Source source) {
            columns.add(new LoggerColumn(classId, obis, attribute, type, source));
            return this;
        }

        Builder reading(int classId, Obis obis, int attribute, WireType type) {
            int index = readings;
            readings += type.readings();
            return column(classId, obis, attribute, type, new Source.Reading(index));
        }

        Builder unsigned8(String obis) {
            return reading(CLASS_DATA, Obis.of(obis), VALUE_ATTRIBUTE, WireType.UNSIGNED_8);
        }

        Builder unsigned16(String obis) {
            return reading(CLASS_DATA, Obis.of(obis), VALUE_ATTRIBUTE, WireType.UNSIGNED_16);
        }

        LoggerLayout build() {
            return new LoggerLayout(name, columns);
        }
    }
}
