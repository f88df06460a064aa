package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.input.Mistake;
import kz.paysandbox.emulator.input.Place;
import kz.paysandbox.emulator.language.Language;

/**
 * A problem document (RFC 9457).
 *
 * @param type stable name of the problem, as a URN
 * @param detail says what to do
 * @param detailRu the same in Russian
 * @param members of this type of problem alone
 */
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        @JsonProperty("detail_ru") Optional<String> detailRu,
        @JsonUnwrapped Record members) {

    /** The known name that a mistyped one was most likely meant to be. */
    public record Hint(Optional<String> suggestion) {}

    /** The state that a thing is in, which does not allow what was asked. */
    public record State(String state) {}

    /** All that is wrong with a text, and where. */
    public record InputProblems(List<InputProblem> problems) {

        /** From 1 each. */
        public record InputProblem(
                int line,
                int column,
                String message,
                @JsonProperty("message_ru") Optional<String> messageRu) {

            static InputProblem of(int line, int column, String message) {
                return new InputProblem(line, column, message, Language.RU.translation(message));
            }
        }

        public static InputProblems of(List<Mistake> mistakes) {
            return new InputProblems(mistakes.stream().map(InputProblems::wrong).toList());
        }

        private static InputProblem wrong(Mistake mistake) {
            return mistake.place() instanceof Place.InText place
                    ? InputProblem.of(place.line(), place.column(), mistake.message())
                    : InputProblem.of(1, 1, mistake.toString());
        }
    }

    /**
     * A problem with members of its own.
     *
     * @param type as {@code unknown-world}
     */
    public static ProblemView of(int status, String type, String detail, Record members) {
        return new ProblemView(
                "urn:kzpay-sandbox:" + type,
                type.replace('-', ' '),
                status,
                detail,
                Language.RU.translation(detail),
                members);
    }

    /** A problem with the complaint's suggestion, where it has one. */
    public static ProblemView of(int status, String type, Complaint complaint) {
        return of(status, type, complaint.detail(), new Hint(complaint.suggestion()));
    }
}
