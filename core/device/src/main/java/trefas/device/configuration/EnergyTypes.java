package trefas.device.configuration;

import trefas.device.log.LoadProfileContent;

/// The energies a meter is ordered to count: X9 of the type number.
public enum EnergyTypes {
    ACTIVE_IMPORT('1', "A+"),
    ACTIVE('2', "A+ A-"),
    FOUR_QUADRANT('4', "A+ A- R+ R-");

    private final char code;
    private final String title;

    EnergyTypes(char code, String title) {
        this.code = code;
        this.title = title;
    }

    /// The character at X9.
    public char code() {
        return code;
    }

    public String title() {
        return title;
    }

    /// Whether A- is counted.
    public boolean hasExport() {
        return this != ACTIVE_IMPORT;
    }

    /// Whether R+, R- and R1 to R4 are counted.
    public boolean hasReactive() {
        return this == FOUR_QUADRANT;
    }

    /// Whether every column of a load profile is counted.
    public boolean covers(LoadProfileContent content) {
        return switch (content) {
            case ACTIVE_IMPORT -> true;
            case ACTIVE -> hasExport();
            case FOUR_QUADRANT, ACTIVE_AND_QUADRANTS, ALL -> hasReactive();
        };
    }

    /// The fullest load profile without single quadrants: what the meter is made with (Z29, our choice).
    public LoadProfileContent usualContent() {
        return switch (this) {
            case ACTIVE_IMPORT -> LoadProfileContent.ACTIVE_IMPORT;
            case ACTIVE -> LoadProfileContent.ACTIVE;
            case FOUR_QUADRANT -> LoadProfileContent.FOUR_QUADRANT;
        };
    }
}
