package trefas.cosem;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Bcd;
import trefas.cosem.CosemData.BitString;
import trefas.cosem.CosemData.CompactArray;
import trefas.cosem.CosemData.Date;
import trefas.cosem.CosemData.DontCare;
import trefas.cosem.CosemData.DoubleLong;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.Int16;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.Long64;
import trefas.cosem.CosemData.Long64Unsigned;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemData.Time;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.CosemData.Utf8String;
import trefas.cosem.CosemData.VisibleString;
import trefas.cosem.Decoded.Complete;

/// The type the Blue Book gives an attribute or a parameter, so that a value can be held against it. Written in a
/// short notation, see [#of].
public sealed interface AttributeType {

    /// How a value stands to a type.
    enum Fit {
        FITS,
        /// Another type, or another number of elements.
        WRONG_TYPE,
        /// The type is right, the value is not one this attribute can have.
        OUT_OF_RANGE
    }

    /// Any type without parts: the CHOICE most values are declared as.
    record Simple() implements AttributeType {}

    /// Any value at all.
    record Anything() implements AttributeType {}

    /// A type known by its tag alone: null-data, boolean, floating point.
    record Tagged(int tag) implements AttributeType {}

    /// A whole number with its bounds, both inclusive.
    record Whole(int tag, long min, long max) implements AttributeType {}

    /// An enumeration and what its numbers mean; no words means every number is allowed.
    record Words(Map<Integer, String> words) implements AttributeType {
        public Words {
            words = Map.copyOf(words);
        }
    }

    /// A string of octets, characters or bits, with bounds for its length, both inclusive.
    record Text(int tag, int lengthMin, int lengthMax) implements AttributeType {}

    /// A date-time, date or time, as an octet-string or under its own tag.
    record Moment(Kind kind) implements AttributeType {
        /// What a moment names.
        public enum Kind {
            DATE_TIME(12),
            DATE(5),
            TIME(4);

            private final int octets;

            Kind(int octets) {
                this.octets = octets;
            }

            public int octets() {
                return octets;
            }
        }
    }

    record ArrayOf(AttributeType element) implements AttributeType {}

    record StructureOf(List<Field> fields) implements AttributeType {
        public StructureOf {
            fields = List.copyOf(fields);
        }
    }

    record Choice(List<AttributeType> of) implements AttributeType {
        public Choice {
            of = List.copyOf(of);
        }
    }

    /// An element of a structure.
    ///
    /// @param name the Blue Book's, or empty
    record Field(String name, AttributeType type) {}

    /// Compiles the notation of our class tables. A typo is our bug, so it throws.
    ///
    /// | notation                  | type                                                        |
    /// |---------------------------|-------------------------------------------------------------|
    /// | `u8 u16 u32 u64 i8 i16 i32 i64` | whole numbers; `i16(-900..900)` narrows them          |
    /// | `en`, `en(0=off,1=on)`    | enum                                                        |
    /// | `os vs utf8 bs`           | strings; `os(8)`, `os(1..16)` bound octets, `bs(24)` bits   |
    /// | `LN`                      | octet-string of 6                                           |
    /// | `dt da ti`                | date-time, date, time                                       |
    /// | `bo null f32 f64 bcd`     | as they say                                                 |
    /// | `*`, `?`                  | any type without parts, anything                            |
    /// | `A[T]`, `S{name:T,T}`     | array, structure with names where wanted                    |
    /// | `T\|T`                    | one of these                                                |
    /// | `scal_unit` ...           | names of [AttributeNotation#NAMES]                          |
    static AttributeType of(String notation) {
        return new AttributeNotation(notation).compile();
    }

    /// Holds a value against this type.
    default Fit fit(CosemData data) {
        return switch (this) {
            case Anything _ -> Fit.FITS;
            case Simple _ -> isSimple(data) ? Fit.FITS : Fit.WRONG_TYPE;
            case Tagged(int tag) -> tagFits(tag, data);
            case Whole(int tag, long min, long max) ->
                tagFits(tag, data) == Fit.FITS ? within(data, min, max) : Fit.WRONG_TYPE;
            case Words(var words) -> fitWords(words, data);
            case Text(int tag, int min, int max) -> fitText(tag, min, max, data);
            case Moment(var kind) -> fitMoment(kind, data);
            case ArrayOf(var element) -> fitArray(element, data);
            case StructureOf(var fields) -> fitStructure(fields, data);
            case Choice(var types) -> fitChoice(types, data);
        };
    }

    /// The number a value is, if it is a whole one.
    static Optional<Long> number(CosemData data) {
        return switch (data) {
            case Int8(int value) -> Optional.of((long) value);
            case Int16(int value) -> Optional.of((long) value);
            case DoubleLong(int value) -> Optional.of((long) value);
            case Long64(long value) -> Optional.of(value);
            case Unsigned(int value) -> Optional.of((long) value);
            case LongUnsigned(int value) -> Optional.of((long) value);
            case DoubleLongUnsigned(long value) -> Optional.of(value);
            case Long64Unsigned(long value) -> Optional.of(value);
            case Enumerated(int value) -> Optional.of((long) value);
            case Bcd(int value) -> Optional.of((long) value);
            case CosemData _ -> Optional.empty();
        };
    }

    private static boolean isSimple(CosemData data) {
        return !(data instanceof Array
                || data instanceof Structure
                || data instanceof CompactArray
                || data instanceof DontCare);
    }

    private static Fit tagFits(int tag, CosemData data) {
        return Axdr.tag(data) == tag ? Fit.FITS : Fit.WRONG_TYPE;
    }

    private static Fit within(CosemData data, long min, long max) {
        long value = number(data).orElse(0L);
        return value >= min && value <= max ? Fit.FITS : Fit.OUT_OF_RANGE;
    }

    private static Fit fitWords(Map<Integer, String> words, CosemData data) {
        if (!(data instanceof Enumerated(int value))) {
            return Fit.WRONG_TYPE;
        }
        return words.isEmpty() || words.containsKey(value) ? Fit.FITS : Fit.OUT_OF_RANGE;
    }

    private static Fit fitText(int tag, int min, int max, CosemData data) {
        if (Axdr.tag(data) != tag) {
            return Fit.WRONG_TYPE;
        }
        int length = switch (data) {
            case OctetString(var octets) -> octets.length();
            case BitString(int bits, var _) -> bits;
            case VisibleString(String text) -> text.length();
            case Utf8String(String text) -> text.length();
            case CosemData _ -> 0;
        };
        return length >= min && length <= max ? Fit.FITS : Fit.OUT_OF_RANGE;
    }

    private static Fit fitMoment(Moment.Kind kind, CosemData data) {
        return switch (kind) {
            case DATE_TIME ->
                switch (CosemDateTime.of(data)) {
                    case Complete<CosemDateTime>(CosemDateTime time, int _) ->
                        isInCalendar(time.year(), time.month(), time.day()) ? Fit.FITS : Fit.OUT_OF_RANGE;
                    case Decoded<CosemDateTime> _ -> mayBe(kind, data) ? Fit.OUT_OF_RANGE : Fit.WRONG_TYPE;
                };
            case DATE ->
                CosemDate.of(data)
                        .map(date -> isInCalendar(date.year(), date.month(), date.day()) ? Fit.FITS : Fit.OUT_OF_RANGE)
                        .orElse(mayBe(kind, data) ? Fit.OUT_OF_RANGE : Fit.WRONG_TYPE);
            case TIME ->
                CosemTime.of(data).isPresent() ? Fit.FITS : mayBe(kind, data) ? Fit.OUT_OF_RANGE : Fit.WRONG_TYPE;
        };
    }

    /// True when the octets are as many as this moment has, whatever they say.
    private static boolean mayBe(Moment.Kind kind, CosemData data) {
        return switch (data) {
            case OctetString(var octets) -> octets.length() == kind.octets();
            case CosemData.DateTime _ -> kind == Moment.Kind.DATE_TIME;
            case Date _ -> kind == Moment.Kind.DATE;
            case Time _ -> kind == Moment.Kind.TIME;
            case CosemData _ -> false;
        };
    }

    /// False for a day its month does not have, such as 31 February.
    private static boolean isInCalendar(int year, int month, int day) {
        if (month > 12 || day > 31) {
            return true;
        }
        int inYear = year == CosemDateTime.YEAR_NOT_SPECIFIED ? 2000 : year;
        return day <= YearMonth.of(inYear, month).lengthOfMonth();
    }

    private static Fit fitArray(AttributeType element, CosemData data) {
        return switch (data) {
            case Array(var elements) -> all(elements, element);
            case CompactArray(var _, var elements) -> all(elements, element);
            case CosemData _ -> Fit.WRONG_TYPE;
        };
    }

    private static Fit all(List<CosemData> elements, AttributeType type) {
        Fit worst = Fit.FITS;
        for (CosemData each : elements) {
            Fit fit = type.fit(each);
            if (fit == Fit.WRONG_TYPE) {
                return fit;
            }
            worst = fit == Fit.OUT_OF_RANGE ? fit : worst;
        }
        return worst;
    }

    private static Fit fitStructure(List<Field> fields, CosemData data) {
        if (!(data instanceof Structure(var elements)) || elements.size() != fields.size()) {
            return Fit.WRONG_TYPE;
        }
        Fit worst = Fit.FITS;
        for (int i = 0; i < fields.size(); i++) {
            Fit fit = fields.get(i).type().fit(elements.get(i));
            if (fit == Fit.WRONG_TYPE) {
                return fit;
            }
            worst = fit == Fit.OUT_OF_RANGE ? fit : worst;
        }
        return worst;
    }

    private static Fit fitChoice(List<AttributeType> types, CosemData data) {
        Fit best = Fit.WRONG_TYPE;
        for (AttributeType type : types) {
            Fit fit = type.fit(data);
            if (fit == Fit.FITS) {
                return fit;
            }
            best = fit == Fit.OUT_OF_RANGE ? fit : best;
        }
        return best;
    }
}
