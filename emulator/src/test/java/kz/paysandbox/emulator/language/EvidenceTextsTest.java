package kz.paysandbox.emulator.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.language.SourceTexts.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was seen of a breach can be told in Russian. */
class EvidenceTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/kz/paysandbox/emulator");

    /** Where it goes to. */
    private static final SourceTexts TEXTS = new SourceTexts(Set.of("finding", "deviates", "Deviation", "add"));

    /** What is tried below, for it is put together of words. */
    private static final Pattern COMPOSED =
            Pattern.compile("(.* payment )?nullnull.*|null had been answered .*|the token of null .*");

    @ParameterizedTest
    @ValueSource(strings = {"kaspi/call", "kaspi/rules", "epay/call", "epay/rules", "epay/rows", "core/fields", "http"})
    void every_evidence_has_a_translation(String room) throws IOException {
        List<Found> texts = TEXTS.in(SOURCES.resolve(room)).stream()
                .filter(found -> found.text().replace("null", "").matches(".*[a-z]{2,} [a-z].*"))
                .filter(found -> !COMPOSED.matcher(found.text()).matches())
                .toList();
        assertThat(texts)
                .isNotEmpty()
                .allSatisfy(found -> assertThat(Language.RU.translation(found.text()))
                        .as(found + " in language/ru/evidence.po")
                        .isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "payment 7 had been answered with a final status ¦ о платеже 7 уже был дан окончательный статус",
                "the token of return 7 had ended at 2027-01-15T05:00:00Z ¦ токен возврата 7 истёк 2027-01-15T05:00:00Z",
                "an invoice of the same amount to the same phone was created again, and its status was not asked for in"
                        + " between ¦ счёт на ту же сумму и тот же телефон выставлен снова, между ними статус не запрошен",
                "the same amount of payment 7 was returned again without asking for its details in between"
                        + " ¦ та же сумма платежа 7 возвращена снова, между ними детали не запрошены",
                "payment 7 was returned without having asked for return/operations of return 8 and payment/details of it"
                        + " ¦ по платежу 7 сделан возврат без запроса return/operations возврата 8 и payment/details платежа",
                "3 tokens were asked for for one invoice, and none of them was used"
                        + " ¦ запрошено токенов на один инвойс: 3, и ни один не использован",
                "Amuont in the body is not read; did you mean Amount?"
                        + " ¦ Amuont в теле не читается; возможно, имелось в виду Amount",
                "the path has a doubled slash; r2 has no payment/return, which is r3's (4.5)"
                        + " ¦ в пути двойная косая черта; в r2 нет payment/return, он есть в r3 (4.5)",
            })
    void composed_evidence_has_one_too(String english, String russian) {
        assertThat(Language.RU.text(english)).isEqualTo(russian);
    }
}
