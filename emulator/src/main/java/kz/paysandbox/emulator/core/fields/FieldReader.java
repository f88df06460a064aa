package kz.paysandbox.emulator.core.fields;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.Excerpt;
import kz.paysandbox.emulator.core.fields.Deviation.Kind;

/**
 * A reader of one request's fields by the names of the document. What cannot be used is collected, so that the caller
 * hears of every problem at once; what can be used but is written otherwise is a {@link Deviation}; names are judged
 * by {@link KnownNames}. One per request.
 */
public final class FieldReader {

    private static final int LONGEST_TEXT = 1_000;

    /** How JSON writes a number (RFC 8259, section 6). */
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /** How it writes a whole one that never was a float. */
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");

    private final Fields fields;
    private final List<Malformed.Problem> problems = new ArrayList<>();
    private final List<Deviation> deviations = new ArrayList<>();

    public FieldReader(Fields fields) {
        this.fields = fields;
        fields.repeated()
                .forEach(name -> deviations.add(new Deviation(Kind.REPEATED, shown(name) + " was sent twice")));
    }

    /** A required string; a number is taken as its characters. */
    public String text(String name) {
        return require(name).map(given -> read(given, name, Scalar.Type.STRING)).orElse("");
    }

    /** A string that may be absent or empty. */
    public Optional<String> optionalText(String name) {
        return given(name).map(given -> read(given, name, Scalar.Type.STRING));
    }

    /** A required id that the document calls a number in one place and a string in another: both are right. */
    public String token(String name) {
        return require(name)
                .map(given -> read(given, name, given.value().type()))
                .orElse("");
    }

    /** A required 64-bit whole number; a string that holds one is taken. */
    public long wholeNumber(String name) {
        return require(name)
                .flatMap(given -> whole(given, name, Scalar.Type.NUMBER))
                .orElse(0L);
    }

    /** A required 64-bit whole number, as a number or as a string that holds one: both are right. */
    public long wholeNumberAsToken(String name) {
        return require(name)
                .flatMap(given -> whole(given, name, given.value().type()))
                .orElse(0L);
    }

    /** A 64-bit whole number that may be absent. */
    public Optional<Long> optionalWholeNumber(String name) {
        return given(name).flatMap(given -> whole(given, name, Scalar.Type.NUMBER));
    }

    /** A required decimal number, exactly as sent. */
    public BigDecimal decimal(String name) {
        return require(name)
                .flatMap(given -> number(given, name, Scalar.Type.NUMBER, DECIMAL))
                .orElse(BigDecimal.ZERO);
    }

    /** Says that a value which was read cannot be used. */
    public void problem(Malformed.Kind kind, String name) {
        problems.add(new Malformed.Problem(kind, name));
    }

    /** The message, or all that stood in its way. */
    public <T> Outcome<T, Malformed> finish(Supplier<T> message) {
        return problems.isEmpty() ? Outcome.ok(message.get()) : Outcome.refused(new Malformed(problems));
    }

    /** Whether anything read so far cannot be used. */
    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** A field's text before it is read: nothing is judged. */
    public Optional<String> peek(String name) {
        return fields.find(name).map(given -> given.value().text());
    }

    public List<Deviation> deviations() {
        return List.copyOf(deviations);
    }

    private Optional<Fields.NamedScalar> given(String name) {
        return fields.find(name)
                .filter(given -> given.value().type() != Scalar.Type.NULL)
                .filter(given -> !given.value().text().isBlank());
    }

    private Optional<Fields.NamedScalar> require(String name) {
        Optional<Fields.NamedScalar> given = given(name);
        if (given.isEmpty()) {
            problem(Malformed.Kind.MISSING, name);
        }
        return given;
    }

    private String read(Fields.NamedScalar given, String name, Scalar.Type expected) {
        Scalar.Type type = given.value().type();
        String text = given.value().text();
        if (type == Scalar.Type.NESTED || type == Scalar.Type.BOOLEAN) {
            problem(expected == Scalar.Type.NUMBER ? Malformed.Kind.NOT_A_NUMBER : Malformed.Kind.NOT_A_STRING, name);
            return "";
        }
        if (text.length() > LONGEST_TEXT && type != Scalar.Type.NUMBER) {
            problem(Malformed.Kind.TOO_LONG, name);
            return "";
        }
        if (type != expected && type != Scalar.Type.PARAMETER) {
            deviations.add(new Deviation(Kind.TYPE, name + " was sent as " + words(type)));
        }
        return text;
    }

    private Optional<Long> whole(Fields.NamedScalar given, String name, Scalar.Type expected) {
        return number(given, name, expected, WHOLE).flatMap(number -> {
            boolean small = Math.abs((long) number.scale()) < 40 && number.precision() < 40;
            if (small && number.stripTrailingZeros().scale() <= 0 && inLong(number)) {
                return Optional.of(number.longValueExact());
            }
            problem(Malformed.Kind.NOT_WHOLE, name);
            return Optional.empty();
        });
    }

    private static boolean inLong(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                && number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0;
    }

    private Optional<BigDecimal> number(Fields.NamedScalar given, String name, Scalar.Type expected, Pattern notation) {
        String text = read(given, name, expected);
        try {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            BigDecimal number = new BigDecimal(text.strip());
            if (!notation.matcher(text).matches()) {
                deviations.add(new Deviation(Kind.NOTATION, name + " was written " + oddity(text, notation)));
            }
            return Optional.of(number);
        } catch (NumberFormatException notANumber) {
            problem(Malformed.Kind.NOT_A_NUMBER, name);
            return Optional.empty();
        }
    }

    private static String oddity(String text, Pattern notation) {
        if (!text.strip().equals(text)) {
            return "with blanks around it";
        }
        if (text.chars().anyMatch(letter -> letter > '~')) {
            return "with digits that are not ASCII";
        }
        if (text.startsWith("+")) {
            return "with a plus sign";
        }
        if (text.matches("-?0\\d.*")) {
            return "with leading zeros";
        }
        return notation == WHOLE
                ? "with a fraction or an exponent, as a float is"
                : "otherwise than JSON writes numbers";
    }

    /** A name may be anything a caller makes up; only its beginning is told on. */
    private static String shown(String name) {
        return Excerpt.of(name, 64);
    }

    private static String words(Scalar.Type type) {
        return switch (type) {
            case STRING, PARAMETER -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case NESTED -> "an object";
        };
    }
}
