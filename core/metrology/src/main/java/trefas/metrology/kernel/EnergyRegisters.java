package trefas.metrology.kernel;

/// The registers of one phase or of the total, and which of them a power counts in.
public final class EnergyRegisters {

    /// Millionths of a watt-second in a watt-hour.
    public static final double MICROWATT_SECONDS_PER_WATT_HOUR = 3.6e9;

    private final ExactEnergy activeImport = new ExactEnergy();
    private final ExactEnergy activeExport = new ExactEnergy();
    private final ExactEnergy reactiveI = new ExactEnergy();
    private final ExactEnergy reactiveII = new ExactEnergy();
    private final ExactEnergy reactiveIII = new ExactEnergy();
    private final ExactEnergy reactiveIV = new ExactEnergy();
    private final ExactEnergy apparentImport = new ExactEnergy();
    private final ExactEnergy apparentExport = new ExactEnergy();

    EnergyRegisters() {}

    /// Counts a power over a time, by its quadrant; zero counts as positive.
    void count(double watts, double vars, double seconds) {
        double apparent = Math.sqrt(watts * watts + vars * vars);
        if (watts >= 0) {
            activeImport.add(watts, seconds);
            apparentImport.add(apparent, seconds);
        } else {
            activeExport.add(-watts, seconds);
            apparentExport.add(apparent, seconds);
        }
        if (vars >= 0) {
            (watts >= 0 ? reactiveI : reactiveII).add(vars, seconds);
        } else {
            (watts >= 0 ? reactiveIV : reactiveIII).add(-vars, seconds);
        }
    }

    /// The reading of a register in millionths of a watt-second (var-second, volt-ampere-second).
    public long microwattSeconds(EnergyRegister register) {
        return switch (register) {
            case ACTIVE_IMPORT -> activeImport.microwattSeconds();
            case ACTIVE_EXPORT -> activeExport.microwattSeconds();
            case REACTIVE_POSITIVE -> reactiveI.microwattSeconds() + reactiveII.microwattSeconds();
            case REACTIVE_NEGATIVE -> reactiveIII.microwattSeconds() + reactiveIV.microwattSeconds();
            case REACTIVE_I -> reactiveI.microwattSeconds();
            case REACTIVE_II -> reactiveII.microwattSeconds();
            case REACTIVE_III -> reactiveIII.microwattSeconds();
            case REACTIVE_IV -> reactiveIV.microwattSeconds();
            case APPARENT_IMPORT -> apparentImport.microwattSeconds();
            case APPARENT_EXPORT -> apparentExport.microwattSeconds();
        };
    }

    /// The reading of a register in Wh (varh, VAh).
    public double wattHours(EnergyRegister register) {
        return microwattSeconds(register) / MICROWATT_SECONDS_PER_WATT_HOUR;
    }
}
