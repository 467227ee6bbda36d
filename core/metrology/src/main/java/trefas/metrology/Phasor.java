package trefas.metrology;

/// A sine of one frequency as a complex rms value: `sqrt(2) * magnitude * sin(w t + angle)`, so a zero angle is a
/// rising zero crossing at the reference instant. Unit of the quantity it stands for (V, A).
///
/// @param real rms part in step with the reference
/// @param imaginary rms part a quarter period ahead of it
public record Phasor(double real, double imaginary) {

    /// Nothing.
    public static final Phasor ZERO = new Phasor(0, 0);

    /// From rms magnitude and angle.
    public static Phasor polar(double magnitude, double degrees) {
        double radians = Math.toRadians(degrees);
        return new Phasor(magnitude * Math.cos(radians), magnitude * Math.sin(radians));
    }

    /// The rms value.
    public double magnitude() {
        return Math.sqrt(real * real + imaginary * imaginary);
    }

    /// Angle in radians, above -pi to pi; 0 for nothing.
    public double radians() {
        return Math.atan2(imaginary, real);
    }

    /// Angle in degrees, above -180 to 180; 0 for nothing.
    public double degrees() {
        return Math.toDegrees(radians());
    }

    public Phasor plus(Phasor other) {
        return new Phasor(real + other.real, imaginary + other.imaginary);
    }

    public Phasor minus(Phasor other) {
        return new Phasor(real - other.real, imaginary - other.imaginary);
    }

    public Phasor times(Phasor other) {
        return new Phasor(
                real * other.real - imaginary * other.imaginary, real * other.imaginary + imaginary * other.real);
    }

    public Phasor scaled(double factor) {
        return new Phasor(real * factor, imaginary * factor);
    }

    /// The same magnitude, turned forward.
    public Phasor turned(double radians) {
        double cosine = Math.cos(radians);
        double sine = Math.sin(radians);
        return new Phasor(real * cosine - imaginary * sine, real * sine + imaginary * cosine);
    }

    /// The same real part, the opposite imaginary part.
    public Phasor conjugate() {
        return new Phasor(real, -imaginary);
    }

    /// Active power of this voltage and a current, W.
    public double activePower(Phasor current) {
        return real * current.real + imaginary * current.imaginary;
    }

    /// Reactive power of this voltage and a current, var; positive when the current lags (inductive, quadrant I).
    public double reactivePower(Phasor current) {
        return imaginary * current.real - real * current.imaginary;
    }
}
