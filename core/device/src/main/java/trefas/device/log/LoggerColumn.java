package trefas.device.log;

import java.nio.ByteBuffer;
import trefas.quantity.Obis;

/// One column of a logger: what it is captured from, how it goes over the wire and where a row keeps it.
///
/// @param classId interface class of the captured object
/// @param obis its name
/// @param attribute as the signed octet it is sent as: 2 value, 5 capture time, -1 logger status, -2 data quality
public record LoggerColumn(int classId, Obis obis, int attribute, WireType type, Source source) {

    private static final int OCTETS = 16;

    /// Where a row keeps the value of a column.
    public sealed interface Source {

        /// The row's time stamp.
        record CaptureTime() implements Source {}

        /// Bits of [LoggerStatus].
        record Status() implements Source {}

        /// Bits of [DataQuality].
        record Quality() implements Source {}

        /// The same number in every row.
        record Constant(long number) implements Source {}

        /// Where its readings begin.
        ///
        /// @param index of the row's reading, the first of several when the type takes several
        record Reading(int index) implements Source {}
    }

    /// The number in this column of a row; a time in seconds since 1970, 0 when there is none. Not for
    /// [WireType#OCTETS_16].
    public long number(ProfileEntry entry) {
        return switch (source) {
            case Source.CaptureTime() -> entry.capturedAt();
            case Source.Status() -> entry.loggerStatus();
            case Source.Quality() -> entry.dataQuality();
            case Source.Constant(long number) -> number;
            case Source.Reading(int index) -> entry.reading(index);
        };
    }

    /// The octets in this column of a row, for [WireType#OCTETS_16].
    public byte[] octets(ProfileEntry entry) {
        if (type != WireType.OCTETS_16 || !(source instanceof Source.Reading(int index))) {
            throw new IllegalStateException(obis + " is a number");
        }
        ByteBuffer octets = ByteBuffer.allocate(OCTETS);
        for (int reading = 0; reading < type.readings(); reading++) {
            octets.putInt((int) entry.reading(index + reading));
        }
        return octets.array();
    }
}
