package trefas.simulation;

/// Solar modules lying flat, under a sky with clouds. The clear sky is Haurwitz's (1945): 1098 W/m² times the sine of
/// the elevation times exp(-0.057 / that sine).
final class SolarPlant {

    private static final double CLEAR_SKY_WATTS = 1_098;
    private static final double TURBIDITY = 0.057;
    private static final double RATED_IRRADIANCE = 1_000;

    /// What module temperature, wiring and inverter leave of the rated power.
    private static final double PERFORMANCE = 0.86;

    /// Under the thickest cloud diffuse light is left.
    private static final double CLOUDED_PART = 0.15;

    private static final int WEATHER_SECONDS = 6 * 3_600;
    private static final int CLOUD_SECONDS = 420;

    private static final int WEATHER = 200;
    private static final int CLOUD = 201;

    private final int wattsPeak;
    private final Sun sun;
    private final Wander weather;
    private final Wander clouds;

    SolarPlant(long seed, int wattsPeak, Sun sun) {
        this.wattsPeak = wattsPeak;
        this.sun = sun;
        this.weather = new Wander(Noise.key(seed, WEATHER), WEATHER_SECONDS);
        this.clouds = new Wander(Noise.key(seed, CLOUD), CLOUD_SECONDS);
    }

    /// Power at the inverter's terminals, W.
    double watts(long epochSecond) {
        if (wattsPeak == 0) {
            return 0;
        }
        double elevation = sun.sineOfElevation(epochSecond);
        if (elevation <= 0) {
            return 0;
        }
        double irradiance = CLEAR_SKY_WATTS * elevation * StrictMath.exp(-TURBIDITY / elevation);
        return wattsPeak * PERFORMANCE * irradiance / RATED_IRRADIANCE * sky(epochSecond);
    }

    /// 1 for a clear sky. The weather says how much of the sky is covered, a cloud is over the roof or it is not, and
    /// its edge passes within a minute or two.
    private double sky(long epochSecond) {
        double cover = weather.at(epochSecond);
        double cloud = clouds.at(epochSecond);
        double shade = Math.clamp((cover + cloud) * 2, 0.0, 1.0);
        return 1 - (shade * (1 - CLOUDED_PART));
    }
}
