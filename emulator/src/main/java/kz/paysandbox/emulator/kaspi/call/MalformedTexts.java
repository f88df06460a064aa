package kz.paysandbox.emulator.kaspi.call;

import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.fields.Malformed;

/** The texts about malformed requests: in Russian for Message, in English for the developer. */
final class MalformedTexts {

    private MalformedTexts() {}

    static String russian(Malformed malformed) {
        return malformed.problems().stream().map(MalformedTexts::russian).collect(Collectors.joining("; "));
    }

    static String english(Malformed malformed) {
        return malformed.problems().stream().map(MalformedTexts::english).collect(Collectors.joining("; "));
    }

    private static String english(Malformed.Problem problem) {
        String field = problem.field();
        return switch (problem.kind()) {
            case MISSING -> field + " is missing";
            case NOT_A_STRING -> field + " must be a string";
            case NOT_A_NUMBER -> field + " must be a number";
            case NOT_WHOLE -> field + " must be a whole number (Int64)";
            case TOO_LONG -> field + " is too long";
            case NOT_ALLOWED -> field + " holds characters that are not allowed";
        };
    }

    private static String russian(Malformed.Problem problem) {
        String field = problem.field();
        return switch (problem.kind()) {
            case MISSING -> "отсутствует поле " + field;
            case NOT_A_STRING -> "поле " + field + " должно быть строкой";
            case NOT_A_NUMBER -> "поле " + field + " должно быть числом";
            case NOT_WHOLE -> "поле " + field + " должно быть целым числом (Int64)";
            case TOO_LONG -> "поле " + field + " слишком длинное";
            case NOT_ALLOWED -> "поле " + field + " содержит недопустимые символы";
        };
    }
}
