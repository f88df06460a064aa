package kz.paysandbox.emulator.epay.wire;

import static java.util.Map.entry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.emulator.core.fields.MemberNames;

/** The names of members in each method's JSON answers, refusals included. */
public final class AnswerNames {

    private static final Map<String, Class<?>> BY_ROW = Map.ofEntries(
            entry("epay oauth2 token", Answers.Token.class),
            entry("epay payment cryptopay", Answers.PaymentAnswer.class),
            entry("epay payments cards auth", Answers.PaymentAnswer.class),
            entry("epay cards", Answers.SavedCard.class),
            entry("epay card deactivate", Answers.Deactivated.class),
            entry("epay operation charge", Answers.CodeMessage.class),
            entry("epay operation cancel", Answers.CodeMessage.class),
            entry("epay operation refund", Answers.CodeMessage.class),
            entry("epay check-status payment transaction", Answers.Status.class),
            entry("epay check-status payment transactionId", Answers.Status.class),
            entry("epay operation", Answers.OldStatus.class),
            entry("epay invoice", Answers.Invoice.class));

    private AnswerNames() {}

    /** Those of a row that a merchant calls; empty for pages, and for what is left out. */
    public static Optional<Set<String>> of(String row) {
        return Optional.ofNullable(BY_ROW.get(row))
                .map(answer -> MemberNames.of(
                        AnswerNames::spelling, answer, Answers.CodeMessage.class, Answers.OAuthError.class));
    }

    private static String spelling(RecordComponent component) {
        JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null ? component.getName() : given.value();
    }
}
