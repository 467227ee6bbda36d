package trefas.recording;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// The configuration of a COMTRADE recording, IEEE C37.111-1991, -1999 and -2013 (IEC 60255-24): what the `.cfg` file
/// or the CFG section of a `.cff` file says.
///
/// @param station name of the station, may be empty
/// @param device name of the recorder, may be empty
/// @param revision 1991, 1999 or 2013
/// @param channels analogue channels in the order of the data
/// @param statusChannels status (digital) channels
/// @param lineHertz nominal frequency, 0 when not stated
/// @param rates sampling rates in the order of the data; none when the time stamps carry them (`nrates` 0)
/// @param declaredSamples samples the recording should have, 0 when not stated
/// @param start time of the first sample, on the recorder's clock; empty when missing or impossible
/// @param trigger time of the trigger
/// @param format of the data
/// @param secondsPerTick of the time stamps: micro- or nanoseconds times `timemult`
public record ComtradeConfiguration(
        String station,
        String device,
        int revision,
        List<ComtradeChannel> channels,
        int statusChannels,
        double lineHertz,
        List<SampleRateSpan> rates,
        long declaredSamples,
        Optional<LocalDateTime> start,
        Optional<LocalDateTime> trigger,
        ComtradeDataFormat format,
        double secondsPerTick) {

    /// Analogue channels read at most.
    public static final int CHANNELS_MAX = 4_096;

    /// Status channels read at most.
    public static final int STATUS_CHANNELS_MAX = 65_536;

    /// Sampling rates read at most.
    public static final int RATES_MAX = 1_024;

    /// Octets of a configuration read at most.
    public static final int OCTETS_MAX = 16 << 20;

    private static final int STATUS_BITS_PER_WORD = 16;
    private static final int NUMBER_AND_TIME_OCTETS = 8;

    public ComtradeConfiguration {
        channels = List.copyOf(channels);
        rates = List.copyOf(rates);
    }

    /// Reads a configuration.
    ///
    /// @param octets the whole file or section
    /// @throws UnusableRecordingException when it can't be one
    public static ComtradeConfiguration parse(byte[] octets) throws UnusableRecordingException {
        return new ComtradeConfigurationParser(octets).parse();
    }

    /// Whether only the time stamps tell the sampling rate.
    public boolean isTimedByStamps() {
        return rates.isEmpty();
    }

    /// The analogue channels as a mapping sees them.
    public List<RecordedChannel> recordedChannels() {
        return channels.stream().map(ComtradeChannel::recorded).toList();
    }

    /// Octets of a sample row, for binary formats.
    int rowOctets() {
        int words = (statusChannels + STATUS_BITS_PER_WORD - 1) / STATUS_BITS_PER_WORD;
        return NUMBER_AND_TIME_OCTETS + (channels.size() * format.octetsPerSample()) + (words * Short.BYTES);
    }

    /// The same recording with its data written otherwise, as the DAT separator of a `.cff` file may say.
    ComtradeConfiguration with(ComtradeDataFormat other) {
        return new ComtradeConfiguration(
                station,
                device,
                revision,
                channels,
                statusChannels,
                lineHertz,
                rates,
                declaredSamples,
                start,
                trigger,
                other,
                secondsPerTick);
    }
}
