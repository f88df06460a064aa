package kz.paysandbox.emulator.core.fields;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.fields.Deviation.Kind;

/**
 * Reads one request's fields by the names of the document. What cannot be used is collected, so that the caller hears of
 * every problem at once; what can be used but is written otherwise is a {@link Deviation}. One per request.
 */
public final class FieldReader {

    private static final int LONGEST_TEXT = 1_000;

    private final Fields fields;
    private final Set<String> alsoPrinted;
    private final List<String> problems = new ArrayList<>();
    private final List<Deviation> deviations = new ArrayList<>();

    /**
     * @param alsoPrinted spellings that the document itself prints beside its tables' ones
     */
    public FieldReader(Fields fields, Set<String> alsoPrinted) {
        this.fields = fields;
        this.alsoPrinted = alsoPrinted;
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
        return require(name).flatMap(given -> whole(given, name)).orElse(0L);
    }

    /** A 64-bit whole number that may be absent. */
    public Optional<Long> optionalWholeNumber(String name) {
        return given(name).flatMap(given -> whole(given, name));
    }

    /** A required decimal number, exactly as sent. */
    public BigDecimal decimal(String name) {
        return require(name).flatMap(given -> number(given, name)).orElse(BigDecimal.ZERO);
    }

    /** Says what is wrong with a value that was read. */
    public void problem(String problem) {
        problems.add(problem);
    }

    /** The message, or all that stood in its way. */
    public <T> Outcome<T, Malformed> finish(Supplier<T> message) {
        return problems.isEmpty() ? Outcome.ok(message.get()) : Outcome.refused(new Malformed(problems));
    }

    public List<Deviation> deviations() {
        return List.copyOf(deviations);
    }

    private Optional<Fields.Given> given(String name) {
        return fields.find(name)
                .filter(given -> given.value().type() != Scalar.Type.NULL)
                .filter(given -> !given.value().text().isBlank());
    }

    private Optional<Fields.Given> require(String name) {
        Optional<Fields.Given> given = given(name);
        if (given.isEmpty()) {
            problem("field " + name + " is missing");
        }
        return given;
    }

    private String read(Fields.Given given, String name, Scalar.Type expected) {
        Scalar.Type type = given.value().type();
        String text = given.value().text();
        if (type == Scalar.Type.NESTED || type == Scalar.Type.BOOLEAN) {
            problem("field " + name + " must be " + words(expected));
            return "";
        }
        if (text.length() > LONGEST_TEXT) {
            problem("field " + name + " is longer than " + LONGEST_TEXT + " characters");
            return "";
        }
        if (!given.name().equals(name) && !alsoPrinted.contains(given.name())) {
            deviations.add(new Deviation(Kind.SPELLING, name + " was sent as " + given.name()));
        }
        if (type != expected && type != Scalar.Type.PARAMETER) {
            deviations.add(new Deviation(Kind.TYPE, name + " was sent as " + words(type)));
        }
        return text;
    }

    private Optional<Long> whole(Fields.Given given, String name) {
        return number(given, name).flatMap(number -> {
            boolean small = Math.abs((long) number.scale()) < 40 && number.precision() < 40;
            if (small && number.stripTrailingZeros().scale() <= 0 && inLong(number)) {
                return Optional.of(number.longValueExact());
            }
            problem("field " + name + " must be a whole number of 64 bits");
            return Optional.empty();
        });
    }

    private static boolean inLong(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                && number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0;
    }

    private Optional<BigDecimal> number(Fields.Given given, String name) {
        String text = read(given, name, Scalar.Type.NUMBER);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException notANumber) {
            problem("field " + name + " must be a number");
            return Optional.empty();
        }
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
