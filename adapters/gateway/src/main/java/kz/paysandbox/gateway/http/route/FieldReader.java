package kz.paysandbox.gateway.http.route;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.Refusal.FieldError;
import kz.paysandbox.gateway.payment.Result;

/**
 * Reads the fields of one call and gathers all that is wrong with them. What a field holds is never said back. Empty
 * text is as if it were not there.
 */
public final class FieldReader {
    /** The field, of a request or a path, that names a shop. */
    public static final String SHOP = "shop_id";

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{0,20})?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("([0-9]{1,18})(\\.0{0,10})?");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()\\-]{10,25}");
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_DEVICE = 256;

    private final Fields fields;
    private final List<FieldError> errors;

    FieldReader(Fields fields) {
        this.fields = fields;
        this.errors = new ArrayList<>(fields.faults());
    }

    /** Demands fields, of whatever kind. */
    public FieldReader required(String... names) {
        for (String name : names) {
            if (scalar(name).isEmpty()
                    && errors.stream().noneMatch(error -> error.field().equals(name))) {
                wrong(name, "is missing");
            }
        }
        return this;
    }

    /** Adds what a handler finds wrong. */
    public void wrong(String field, String detail) {
        errors.add(new FieldError(field, detail));
    }

    /** The next step, where nothing is wrong. */
    public <T> Result<T> then(Supplier<Result<T>> next) {
        return errors.isEmpty() ? next.get() : Result.refused(Refusal.invalid(errors));
    }

    /** One line of text or a number's characters. */
    public Optional<String> text(String name, int longest) {
        return scalar(name).flatMap(given -> {
            if (given.length() > longest) {
                wrong(name, "has more than " + longest + " characters");
            } else if (given.codePoints().anyMatch(FieldReader::unprintable)) {
                wrong(name, "has control characters");
            } else {
                return Optional.of(given);
            }
            return Optional.empty();
        });
    }

    private static boolean unprintable(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    /** Tenge above zero, at most two decimals; a number or text, exactly as it was written. */
    public Optional<Tenge> tenge(String name) {
        return parsed(name, "is no amount of tenge above 0 with at most two decimals", given -> {
            Tenge amount = DECIMAL.matcher(given).matches() ? Tenge.parse(given) : Tenge.ZERO;
            return amount.positive() ? Optional.of(amount) : Optional.empty();
        });
    }

    /** A whole number from 1, of at most 18 digits. */
    public Optional<Long> number(String name) {
        return parsed(name, "is no whole number from 1 of at most 18 digits", given -> {
            var whole = WHOLE.matcher(given);
            return whole.matches()
                    ? Optional.of(Long.parseLong(whole.group(1))).filter(value -> value > 0)
                    : Optional.empty();
        });
    }

    /** An instant with its offset; a plus sign that a query has made a space is one. */
    public Optional<Instant> instant(String name) {
        return parsed(name, "is no instant with offset, such as 2027-01-15T00:00:00+05:00", given -> {
            try {
                return Optional.of(OffsetDateTime.parse(given.replace(' ', '+')).toInstant());
            } catch (DateTimeException notOne) {
                return Optional.empty();
            }
        });
    }

    /** A shop, as tables have it: the decimal text of a whole number. */
    public Optional<String> shop(String name) {
        return number(name).map(String::valueOf);
    }

    /** True or false; text of a form too. */
    public Optional<Boolean> flag(String name) {
        return parsed(name, "is neither true nor false", given -> switch (given) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A BIN. */
    public Optional<Bin> bin(String name) {
        return parsed(
                name,
                "is no BIN of 12 digits",
                given -> given.matches("[0-9]{12}") ? Optional.of(Bin.of(given)) : Optional.empty());
    }

    /** A customer's phone, in any of the usual spellings. */
    public Optional<Phone> phone(String name) {
        return parsed(
                name,
                "is no mobile number of Kazakhstan: 8, 7 or +7 and ten digits, the first of them 7",
                given -> PHONE.matcher(given).matches()
                        ? Optional.of(Phone.parse(given))
                                .filter(phone -> phone.value().startsWith("87"))
                        : Optional.empty());
    }

    /** A till's token. */
    public Optional<DeviceToken> device(String name) {
        return text(name, LONGEST_DEVICE).map(DeviceToken::of);
    }

    private <T> Optional<T> parsed(String name, String wrong, Function<String, Optional<T>> parse) {
        return scalar(name).flatMap(given -> {
            Optional<T> value = given.length() > LONGEST_NUMBER ? Optional.empty() : attempt(given, parse);
            if (value.isEmpty()) {
                wrong(name, wrong);
            }
            return value;
        });
    }

    private static <T> Optional<T> attempt(String given, Function<String, Optional<T>> parse) {
        try {
            return parse.apply(given);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private Optional<String> scalar(String name) {
        Optional<Field> field = fields.find(name);
        if (field.filter(given -> given.type() == Field.Type.NESTED).isPresent()) {
            if (errors.stream().noneMatch(error -> error.field().equals(name))) {
                wrong(name, "is an object or a list, not a value");
            }
            return Optional.empty();
        }
        return field.map(given -> given.text().strip()).filter(text -> !text.isEmpty());
    }
}
