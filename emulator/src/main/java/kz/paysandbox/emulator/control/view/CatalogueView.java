package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.language.Language;

/**
 * All that can be asked for by name.
 *
 * @param faults of the header {@code X-Sandbox-Fault}, with what they do
 * @param banks by the bank's name: values in its data that mean something to the sandbox, with what they mean
 * @param findings the written rules whose breaches are found
 * @param endpoints the ids of all rows of the banks, as faults and the journal name them
 */
@JsonPropertyOrder({"faults", "banks", "findings", "endpoints"})
public record CatalogueView(
        Map<String, String> faults,
        @JsonAnyGetter Map<String, Map<String, String>> banks,
        List<Rule> findings,
        List<String> endpoints) {

    /**
     * A written rule.
     *
     * @param clause where it is written and what it says
     * @param correctRu the clause in Russian
     * @param seen what is taken for a breach
     * @param seenRu the same in Russian
     */
    public record Rule(
            String rule,
            String severity,
            String clause,
            @JsonProperty("correct_ru") Optional<String> correctRu,
            String seen,
            @JsonProperty("seen_ru") Optional<String> seenRu) {

        public static Rule of(Clause clause) {
            return new Rule(
                    clause.rule(),
                    clause.severity().name().toLowerCase(Locale.ROOT),
                    clause.text(),
                    Language.RU.translation(clause.text()),
                    clause.seen(),
                    Language.RU.translation(clause.seen()));
        }
    }
}
