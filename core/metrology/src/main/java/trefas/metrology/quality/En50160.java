package trefas.metrology.quality;

/// The tables of EN 50160 as text, low voltage (dossier metrology 4).
final class En50160 {

    /// Interconnected supply. The dossier has the limits of flicker, unbalance, harmonics and distortion from a printed
    /// source, those of frequency and voltage from working knowledge.
    static final String EDITION_2010 = """
            edition = EN 50160:2010
            voltage.low = -10
            voltage.high = 10
            voltage.share = 95
            voltage.always.low = -15
            voltage.always.high = 10
            frequency.low = -1
            frequency.high = 1
            frequency.share = 99.5
            frequency.always.low = -6
            frequency.always.high = 4
            flicker = 1
            flicker.share = 95
            unbalance = 2
            unbalance.share = 95
            thd = 8
            thd.share = 95
            harmonic.share = 95
            harmonic.2 = 2.0
            harmonic.3 = 5.0
            harmonic.4 = 1.0
            harmonic.5 = 6.0
            harmonic.6 = 0.5
            harmonic.7 = 5.0
            harmonic.8 = 0.5
            harmonic.9 = 1.5
            harmonic.10 = 0.5
            harmonic.11 = 3.5
            harmonic.12 = 0.5
            harmonic.13 = 3.0
            harmonic.14 = 0.5
            harmonic.15 = 0.5
            harmonic.16 = 0.5
            harmonic.17 = 2.0
            harmonic.18 = 0.5
            harmonic.19 = 1.5
            harmonic.20 = 0.5
            harmonic.21 = 0.5
            harmonic.22 = 0.5
            harmonic.23 = 1.5
            harmonic.24 = 0.5
            harmonic.25 = 1.5
            """;

    /// What is said to be different in the later edition.
    static final String EDITION_2022 = """
            edition = EN 50160:2022 (unverified)
            harmonic.15 = 1.0
            harmonic.21 = 0.75
            """;

    private En50160() {}
}
