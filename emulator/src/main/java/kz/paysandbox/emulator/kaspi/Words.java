package kz.paysandbox.emulator.kaspi;

import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.fields.Malformed;

/** Says in Russian what is wrong with a request. */
final class Words {

    private Words() {}

    static String of(Malformed malformed) {
        return malformed.problems().stream().map(Words::of).collect(Collectors.joining("; "));
    }

    private static String of(Malformed.Problem problem) {
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
