package trefas.device.analysis;

/// Total harmonic distortion of one second, when whoever measures knows it (dossier 3.10).
public interface Distortion {

    /// Nobody knows it.
    Distortion UNKNOWN = new Distortion() {
        @Override
        public boolean isKnown() {
            return false;
        }

        @Override
        public int ofVoltage(int phase) {
            return 0;
        }

        @Override
        public int ofCurrent(int phase) {
            return 0;
        }
    };

    /// Whether this second has values.
    boolean isKnown();

    /// In hundredths of a percent, not negative.
    int ofVoltage(int phase);

    /// In hundredths of a percent, not negative.
    int ofCurrent(int phase);
}
