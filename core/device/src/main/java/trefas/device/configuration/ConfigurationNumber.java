package trefas.device.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import trefas.device.log.LoadProfileContent;

/// The numbers Z1 to Z30 that say how a meter is set up, one row each (data sheet, software configuration; dossier
/// 26). What a meter is made with where nobody orders anything is our choice (decision 0031).
public enum ConfigurationNumber {
    Z1("decimals of energy", 1, PublishedCodes.z1(), 3),
    Z2("LED", 1, PublishedCodes.z2(), 1),
    Z3("module ports", 2, PublishedCodes.z3(), 0),
    Z4("integration and load profile period", 1, PublishedCodes.z4(), 2),
    Z5("display", PublishedCodes.z5(), "display lists", 1),
    Z6("debiting day", 2, PublishedCodes.z6(), 1),
    Z7("debiting interval", 2, PublishedCodes.z7(), 1),
    Z8("pulse length and alarm input", 1, PublishedCodes.z8(), 1),
    Z9("disconnect set-up", PublishedCodes.z9(), "disconnect set-up", 2),
    Z10("analysis logger", 3, PublishedCodes.z10(), 0),
    Z11("time zone", 2, PublishedCodes.z11(), 1),
    Z12("unit of the pulse input", 2, PublishedCodes.z12(), 0),
    Z13("tariffs", PublishedCodes.z13(), "tariff plan", 3),
    Z14("load control", PublishedCodes.z14(), "load control plan", 2),
    Z15("summer time", 3, PublishedCodes.z15(), 1),
    Z16("radio frequency", 3, PublishedCodes.z16(), 0),
    Z17("push button 2", PublishedCodes.z17(), "functions of push button 2", 1),
    Z18("IEC 62056-21 read-out", 3, PublishedCodes.z18(), 0),
    Z19("breaker at delivery", 1, PublishedCodes.z19(), 1),
    Z20("calendar", PublishedCodes.z20(), "exception days", 1),
    Z21("transformer ratio", 3, List.of(), 0),
    Z22("lock of the transformer ratio", 1, List.of(), 0),
    Z23("load profile of primary or secondary values", 1, List.of(), 0),
    Z24("module pulses of primary or secondary values", 1, List.of(), 0),
    Z25("interval of debiting logger 2", 1, PublishedCodes.z25(), 1),
    Z26("alarms", 3, PublishedCodes.z26(), 0),
    Z27("load profile over DLMS", 1, PublishedCodes.z27(), 1),
    Z28("encryption of the local interfaces", 1, PublishedCodes.z28(), 2),
    Z29("load profile content", 1, PublishedCodes.z29(), 3),
    Z30("content of debiting logger 2", 1, PublishedCodes.z30(), 1);

    /// The last number of an order form.
    public static final int ORDER_FORM_MAX = 999;

    private static final int ORDER_FORM_DIGITS = 3;
    private static final int NO_ORDER_FORM = ORDER_FORM_MAX + 1;

    /// So many codes are told with their meaning when another one stands there; of more only the codes.
    private static final int TOLD_WITH_MEANING = 5;

    private final String subject;
    private final int digits;
    private final List<ConfigurationCode> codes;
    private final int made;
    private final String orderedBy;
    private final int firstOrderForm;

    ConfigurationNumber(String subject, int digits, List<ConfigurationCode> codes, int made) {
        this(subject, digits, codes, made, "", NO_ORDER_FORM);
    }

    /// A number with an order form.
    ConfigurationNumber(String subject, List<ConfigurationCode> codes, String orderedBy, int firstOrderForm) {
        this(subject, ORDER_FORM_DIGITS, codes, 0, orderedBy, firstOrderForm);
    }

    ConfigurationNumber(
            String subject, int digits, List<ConfigurationCode> codes, int made, String orderedBy, int firstOrderForm) {
        this.subject = subject;
        this.digits = digits;
        this.codes = List.copyOf(codes);
        this.made = made;
        this.orderedBy = orderedBy;
        this.firstOrderForm = firstOrderForm;
    }

    /// For a name such as `Z13`.
    public static Optional<ConfigurationNumber> parse(String name) {
        for (ConfigurationNumber number : values()) {
            if (number.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    public String subject() {
        return subject;
    }

    /// How many digits a code is written with.
    public int digits() {
        return digits;
    }

    /// What the data sheet prints, those included that this meter can't have.
    public List<ConfigurationCode> codes() {
        return codes;
    }

    /// Whether a meter of this kind has the number at all: Z21 to Z24 are those of transformer meters.
    public boolean isOfThisMeter() {
        return !codes.isEmpty();
    }

    /// Whether this code is the number of an order form.
    public boolean isOrderForm(int code) {
        return code >= firstOrderForm && code <= ORDER_FORM_MAX;
    }

    /// What a meter of this type is made with when nothing else is ordered.
    public int made(TypeNumber typeNumber) {
        return this == Z29 ? LoadProfileContent.usual(typeNumber.measured()).code() : made;
    }

    /// A code as it is printed, with leading zeros.
    public String text(int code) {
        String plain = String.valueOf(code);
        return "0".repeat(Math.max(0, digits - plain.length())) + plain;
    }

    /// What a code says; empty when this meter can't have it.
    public Optional<String> meaning(int code) {
        if (isOrderForm(code)) {
            return Optional.of(orderedBy + " of order form " + text(code));
        }
        return code(code).filter(ConfigurationCode::isTaken).map(ConfigurationCode::meaning);
    }

    private Optional<ConfigurationCode> code(int code) {
        return codes.stream().filter(known -> known.code() == code).findFirst();
    }

    /// Reads a code somebody wrote; leading zeros may be missing.
    Optional<Integer> code(String written) {
        return written.matches("[0-9]{1," + digits + "}")
                ? Optional.of(Integer.parseInt(written))
                        .filter(code -> meaning(code).isPresent())
                : Optional.empty();
    }

    /// What is wrong with something written that is none of its codes, in one sentence without its end.
    public String complaint(String written) {
        if (!isOfThisMeter()) {
            return name() + " " + subject + ": belongs to meters on current transformers; this meter is connected"
                    + " directly and has no " + name();
        }
        Optional<ConfigurationCode> known =
                written.matches("[0-9]{1," + digits + "}") ? code(Integer.parseInt(written)) : Optional.empty();
        return name() + " " + subject + ": \"" + written + "\" "
                + known.map(code -> "is " + code.meaning() + ", which " + code.refusal())
                        .orElse("is no code")
                + "; possible " + possible();
    }

    /// The codes this meter takes, in words.
    private String possible() {
        List<ConfigurationCode> taken =
                codes.stream().filter(ConfigurationCode::isTaken).toList();
        var words = new ArrayList<String>();
        if (taken.size() <= TOLD_WITH_MEANING) {
            taken.forEach(code -> words.add(text(code.code()) + " (" + code.meaning() + ")"));
        } else {
            words.addAll(ranges(taken));
        }
        if (firstOrderForm != NO_ORDER_FORM) {
            words.add("an order form's " + text(firstOrderForm) + " to " + ORDER_FORM_MAX);
        }
        if (words.size() == 1) {
            return (taken.size() == 1 ? "is " : "are ") + words.getFirst();
        }
        return "are " + words.stream().limit(words.size() - 1L).collect(Collectors.joining(", ")) + " and "
                + words.getLast();
    }

    /// `00 to 23` for neighbours, and what stands alone.
    private List<String> ranges(List<ConfigurationCode> taken) {
        var ranges = new ArrayList<String>();
        int from = 0;
        for (int i = 1; i <= taken.size(); i++) {
            boolean goesOn =
                    i < taken.size() && taken.get(i).code() == taken.get(i - 1).code() + 1;
            if (!goesOn) {
                String first = text(taken.get(from).code());
                ranges.add(
                        from == i - 1
                                ? first
                                : first + " to " + text(taken.get(i - 1).code()));
                from = i;
            }
        }
        return ranges;
    }
}
