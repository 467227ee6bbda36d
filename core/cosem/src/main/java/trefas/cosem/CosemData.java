package trefas.cosem;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// One value of COSEM data (IEC 62056-5-3, Data). A tree: arrays and structures hold further values.
public sealed interface CosemData {

    record NullData() implements CosemData {}

    record Array(List<CosemData> elements) implements CosemData {
        public Array {
            elements = List.copyOf(elements);
        }
    }

    record Structure(List<CosemData> elements) implements CosemData {
        public Structure {
            elements = List.copyOf(elements);
        }
    }

    record Bool(boolean value) implements CosemData {}

    /// bit-string.
    ///
    /// @param length bits that count; the first one is the highest bit of the first octet
    record BitString(int length, Octets octets) implements CosemData {}

    /// double-long, signed 32 bit.
    record DoubleLong(int value) implements CosemData {}

    /// double-long-unsigned, 0 to 4 294 967 295.
    record DoubleLongUnsigned(long value) implements CosemData {}

    record OctetString(Octets octets) implements CosemData {}

    /// ASCII as sent; other octets are shown as U+FFFD.
    record VisibleString(String text) implements CosemData {}

    record Utf8String(String text) implements CosemData {}

    /// Two decimal digits in one octet, as sent.
    record Bcd(int value) implements CosemData {}

    /// integer, signed 8 bit.
    record Int8(int value) implements CosemData {}

    /// long, signed 16 bit.
    record Int16(int value) implements CosemData {}

    /// unsigned, 8 bit.
    record Unsigned(int value) implements CosemData {}

    /// long-unsigned, 16 bit.
    record LongUnsigned(int value) implements CosemData {}

    /// long64, signed 64 bit.
    record Long64(long value) implements CosemData {}

    /// long64-unsigned; values above 2^63-1 appear negative, as in Java.
    record Long64Unsigned(long value) implements CosemData {}

    record Enumerated(int value) implements CosemData {}

    record Float32(float value) implements CosemData {}

    record Float64(double value) implements CosemData {}

    /// date-time, 12 octets without a length (tag 25). Attributes usually carry the same octets as an octet-string.
    record DateTime(Octets octets) implements CosemData {}

    /// date, 5 octets (tag 26).
    record Date(Octets octets) implements CosemData {}

    /// time, 4 octets (tag 27).
    record Time(Octets octets) implements CosemData {}

    /// An unchangeable run of octets that knows equality; records can't hold arrays honestly.
    final class Octets {

        private final byte[] octets;

        private Octets(byte[] octets) {
            this.octets = octets;
        }

        public static Octets of(byte[] octets) {
            return new Octets(octets.clone());
        }

        public static Octets ofHex(String hex) {
            return new Octets(HexFormat.of().parseHex(hex.replace(" ", "")));
        }

        public int length() {
            return octets.length;
        }

        public int octet(int index) {
            return Byte.toUnsignedInt(octets[index]);
        }

        public byte[] toArray() {
            return octets.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Octets that && Arrays.equals(octets, that.octets);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(octets);
        }

        /// Upper-case hexadecimal.
        @Override
        public String toString() {
            return HexFormat.of().withUpperCase().formatHex(octets);
        }
    }
}
