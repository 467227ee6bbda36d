package trefas.cosem;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

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

    /// compact-array: elements of one type, sent without their tags.
    record CompactArray(TypeDescription description, List<CosemData> elements) implements CosemData {
        public CompactArray {
            elements = List.copyOf(elements);
            for (CosemData element : elements) {
                if (!description.describes(element)) {
                    throw new IllegalArgumentException("an element of a compact-array is not of its type: " + element);
                }
            }
        }
    }

    /// A difference to a value sent before (tags 28 to 33).
    record Delta(DeltaKind kind, long value) implements CosemData {}

    /// dont-care (tag 255): a value the receiver is not to look at.
    record DontCare() implements CosemData {}

    /// The widths in which a difference is sent. The number is the tag.
    enum DeltaKind {
        INTEGER(0x1C, 1),
        LONG(0x1D, 2),
        DOUBLE_LONG(0x1E, 4),
        UNSIGNED(0x1F, 1),
        LONG_UNSIGNED(0x20, 2),
        DOUBLE_LONG_UNSIGNED(0x21, 4);

        private final int tag;
        private final int octets;

        DeltaKind(int tag, int octets) {
            this.tag = tag;
            this.octets = octets;
        }

        public int tag() {
            return tag;
        }

        /// Octets of the value.
        public int octets() {
            return octets;
        }

        public boolean isSigned() {
            return this == INTEGER || this == LONG || this == DOUBLE_LONG;
        }
    }

    /// The type of the elements of a compact-array (TypeDescription, IEC 62056-5-3).
    sealed interface TypeDescription {

        /// A type without parts.
        ///
        /// @param tag its A-XDR tag
        record Simple(int tag) implements TypeDescription {}

        /// An array that has the same number of elements every time.
        ///
        /// @param count 0 to 65 535
        record ArrayOf(int count, TypeDescription element) implements TypeDescription {}

        record StructureOf(List<TypeDescription> elements) implements TypeDescription {
            public StructureOf {
                elements = List.copyOf(elements);
            }
        }

        default boolean describes(CosemData data) {
            return switch (this) {
                case Simple(int tag) ->
                    Axdr.tag(data) == tag
                            && !(data instanceof Array || data instanceof Structure || data instanceof CompactArray);
                case ArrayOf(int count, TypeDescription element) ->
                    data instanceof Array(var parts)
                            && parts.size() == count
                            && parts.stream().allMatch(element::describes);
                case StructureOf(var types) ->
                    data instanceof Structure(var parts)
                            && parts.size() == types.size()
                            && IntStream.range(0, types.size())
                                    .allMatch(i -> types.get(i).describes(parts.get(i)));
            };
        }
    }

    /// An unchangeable run of octets that knows equality; records can't hold arrays honestly.
    final class Octets {

        private final byte[] octets;

        private Octets(byte[] octets) {
            this.octets = octets;
        }

        public static Octets of(byte[] octets) {
            return new Octets(octets.clone());
        }

        /// A part of a longer run, copied.
        public static Octets of(byte[] octets, int offset, int count) {
            return new Octets(Arrays.copyOfRange(octets, offset, offset + count));
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
