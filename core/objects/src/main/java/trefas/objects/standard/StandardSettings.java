package trefas.objects.standard;

import trefas.cosem.DeviationSign;

/// What differs between the companion profiles a standard model can follow.
///
/// @param associationVersion of Association LN: 0 to 3; head-ends of the field expect 1
/// @param deviationSign which way a date-time's deviation counts
/// @param deviceNamePrefix three letters before the serial number in the logical device name
/// @param ports how the ports are made
public record StandardSettings(
        int associationVersion, DeviationSign deviationSign, String deviceNamePrefix, PortsAsMade ports) {

    /// Association LN 1, the Blue Book's sign, our own letters (decision 0007).
    public static final StandardSettings DEFAULT =
            new StandardSettings(1, DeviationSign.UTC_MINUS_LOCAL, "TRF", PortsAsMade.DEFAULT);

    public StandardSettings {
        if (associationVersion < 0 || associationVersion > 3) {
            throw new IllegalArgumentException("Association LN has versions 0 to 3, not " + associationVersion);
        }
    }

    public StandardSettings with(PortsAsMade other) {
        return new StandardSettings(associationVersion, deviationSign, deviceNamePrefix, other);
    }
}
