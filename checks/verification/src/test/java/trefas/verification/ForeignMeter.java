package trefas.verification;

import java.io.IOException;
import java.time.LocalDateTime;

/// A meter nobody here wrote: a clock, a register, a number that may be written and a profile of some hundred rows,
/// served to client 1 on the TCP wrapper. Whoever serves them, they have these names and values.
interface ForeignMeter extends AutoCloseable {

    String PASSWORD = "Gurux";
    int CLIENT = 1;
    int SERVER = 1;

    String CLOCK = "0-0:1.0.0*255";
    String ENERGY = "1-0:1.8.0*255";
    String NUMBER = "0-0:96.1.0*255";
    String PROFILE = "1-0:99.1.0*255";

    /// In steps of 10 Wh.
    long ENERGY_VALUE = 4_711;

    int ENERGY_SCALER = 1;

    long NUMBER_AT_FIRST = 1;

    int ROWS = 300;

    /// The time of the first row, UTC.
    LocalDateTime BEGIN = LocalDateTime.of(2026, 11, 1, 0, 0);

    int MINUTES_PER_ROW = 15;

    int port();

    @Override
    void close() throws IOException;

    /// `0-0:1.0.0*255` as `0.0.1.0.0.255`, which is how both peers write it.
    static String dotted(String name) {
        return name.replaceAll("[-:*]", ".");
    }
}
