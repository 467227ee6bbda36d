package trefas.metrology.accuracy;

/// The angles between voltage and current that a meter is tested at. The current lags by [#degrees].
public enum LoadAngle {
    /// PF 1.
    UNITY("PF 1", "1", 0),
    /// PF 0.5 inductive.
    HALF_INDUCTIVE("PF 0.5 ind", "0.5 ind", 60),
    /// PF 0.8 capacitive.
    EIGHT_TENTHS_CAPACITIVE("PF 0.8 cap", "0.8 cap", -Math.toDegrees(Math.acos(0.8))),
    /// sin phi 1, inductive: reactive energy only.
    SINE_ONE_INDUCTIVE("sin 1 ind", "sin 1 ind", 90),
    /// sin phi 1, capacitive.
    SINE_ONE_CAPACITIVE("sin 1 cap", "sin 1 cap", -90),
    /// sin phi 0.5, inductive.
    SINE_HALF_INDUCTIVE("sin 0.5 ind", "sin 0.5 ind", 30),
    /// sin phi 0.5, capacitive.
    SINE_HALF_CAPACITIVE("sin 0.5 cap", "sin 0.5 cap", -30),
    /// sin phi 0.25, inductive.
    SINE_QUARTER_INDUCTIVE("sin 0.25 ind", "sin 0.25 ind", Math.toDegrees(Math.asin(0.25))),
    /// sin phi 0.25, capacitive.
    SINE_QUARTER_CAPACITIVE("sin 0.25 cap", "sin 0.25 cap", -Math.toDegrees(Math.asin(0.25)));

    private final String title;
    private final String shortTitle;
    private final double degrees;

    LoadAngle(String title, String shortTitle, double degrees) {
        this.title = title;
        this.shortTitle = shortTitle;
        this.degrees = degrees;
    }

    /// As a diagram names it.
    public String title() {
        return title;
    }

    /// As a column of power factors names it.
    public String shortTitle() {
        return shortTitle;
    }

    /// How far the current lags behind the voltage; negative when it leads.
    public double degrees() {
        return degrees;
    }
}
