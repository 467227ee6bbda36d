package trefas.device.tariff;

/// The kinds of days a season tells apart (dossier 8).
public enum DayType {
    WORKING,
    NON_WORKING,
    /// An exception day, whatever weekday it is.
    HOLIDAY
}
