package kz.paysandbox.emulator.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kz.paysandbox.emulator.epay.domain.ResultCode;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.language.SourceTexts.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the journal tells the developer beside an answer can be told in Russian. */
class NoteTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/kz/paysandbox/emulator");

    /** Where the reasons of refusals go to, and other notes. */
    private static final SourceTexts GIVEN = new SourceTexts(Set.of(
            "note",
            "noteOnce",
            "because",
            "silently",
            "refuse",
            "refused",
            "refusal",
            "leftOut",
            "Refusal",
            "of",
            "malformed",
            "unauthorized",
            "problem",
            "Problem",
            "full",
            "KnownMessage"));

    /** In files whose texts are parts of notes. */
    private static final SourceTexts COMPOSED = new SourceTexts(Set.of("return", "=", "of", "orElse", "orElseGet"));

    private static final Set<String> JAVA = Set.of(
            "plaintext connection",
            "is not enabled or supported",
            "no cipher suites in common",
            "Empty client certificate chain",
            "Insufficient buffer remaining for AEAD",
            "Tag mismatch",
            "Broken pipe",
            "Connection reset");

    @ParameterizedTest
    @ValueSource(strings = {"epay/call", "epay/domain", "epay/page", "epay/rows", "kaspi/domain", "http"})
    void every_reason_of_a_refusal_has_a_translation(String room) throws IOException {
        assertThat(GIVEN.in(SOURCES.resolve(room)).stream()
                        .filter(NoteTextsTest::isSentence)
                        .filter(found -> !found.file().matches(".*(Settings|OrganizationReader|Names)\\.java"))
                        .toList())
                .isNotEmpty()
                .allSatisfy(NoteTextsTest::assertTranslated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "epay/EpayEdge",
                "epay/EpayEndpoints",
                "epay/call/BodyReader",
                "epay/call/CryptogramMistake",
                "epay/call/EpayCall",
                "epay/domain/PaymentProcess",
                "epay/domain/cards/CardCheck",
                "epay/rows/TokenHandlers",
                "http/JsonMistake",
                "http/server/NearestRow",
                "http/server/OwnRequest",
                "http/tls/ClientTrust",
                "http/tls/HandshakeFailure",
                "kaspi/Access",
                "kaspi/ActingBins",
                "kaspi/KaspiEdge",
                "kaspi/RouteAdvice",
                "kaspi/call/MalformedTexts",
            })
    void what_notes_are_composed_of_has_one_too(String file) throws IOException {
        Path source = SOURCES.resolve(file + ".java");
        assertThat(Stream.concat(COMPOSED.in(source).stream(), GIVEN.in(source).stream())
                        .filter(NoteTextsTest::isSentence)
                        .toList())
                .isNotEmpty()
                .allSatisfy(NoteTextsTest::assertTranslated);
    }

    @Test
    void every_meaning_of_a_refusal_has_one() {
        List<String> meanings = Stream.of(
                        Arrays.stream(kz.paysandbox.emulator.kaspi.domain.codes.Reason.values())
                                .map(kz.paysandbox.emulator.kaspi.domain.codes.Reason::about),
                        Arrays.stream(Reason.values())
                                .filter(reason -> reason != Reason.NOT_EMULATED)
                                .map(reason -> reason.isAssumed()
                                        ? reason.about()
                                        : reason.name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                        Arrays.stream(ResultCode.values()).map(ResultCode::message))
                .flatMap(texts -> texts)
                .toList();
        assertThat(meanings).allSatisfy(text -> assertTranslated(new Found("enums", text)));
    }

    /** As they are composed of parts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "handshake failed: the client spoke plain HTTP to a TLS port; use https://"
                        + " ¦ рукопожатие TLS не удалось: клиент обратился к порту TLS по HTTP без шифрования; нужен адрес"
                        + " https://",
                "handshake failed: client certificate refused: revoked on 2027-01-01T00:00:00Z; it is of CN=a,SERIALNUMBER=b"
                        + " ¦ рукопожатие TLS не удалось: сертификат клиента отвергнут: отозван 2027-01-01T00:00:00Z; это"
                        + " сертификат CN=a,SERIALNUMBER=b",
                "fault f-1 (timeout) happened to this call ¦ с этим вызовом случился сбой f-1 (timeout)",
                "DeviceToken is missing; Amount must be a number ¦ не хватает DeviceToken; Amount: требуется число",
                "kaspi.request-id.missing: no X-Request-ID ¦ kaspi.request-id.missing: нет X-Request-ID",
                "no row takes this call; did you mean POST /r1/v01/qr/create (r1 qr create)?"
                        + " ¦ такого метода нет; возможно, имелось в виду POST /r1/v01/qr/create (r1 qr create)",
                "no world is named mian, did you mean main? ¦ мира с именем mian нет; возможно, имелось в виду main",
                "the sandbox holds 5 payments and none of the oldest is final; raise limits.payments or the heap, or reset"
                        + " the world ¦ в песочнице платежей: 5, и самые старые не завершены; увеличьте limits.payments или"
                        + " кучу либо сбросьте мир",
                "not emulated: payments with paymentType qr ¦ не эмулируется: платежи с paymentType qr",
                "the cryptogram holds no JSON object: it is no JSON at line 1, column 4"
                        + " ¦ в криптограмме нет объекта JSON: это не JSON, строка 1, столбец 4",
                "r3 does not allow calls from 10.0.0.1; allowed: 127.0.0.1, ::1 (setting kaspi.r3.allow, or"
                        + " allowedAddresses of the organisation) ¦ r3 не принимает вызовы с адреса 10.0.0.1; разрешены:"
                        + " 127.0.0.1, ::1 (настройка kaspi.r3.allow или allowedAddresses организации)",
                "the transaction's status is AUTH ¦ статус транзакции — AUTH",
            })
    void a_note_is_translated_whole(String english, String russian) {
        assertThat(Language.RU.text(english)).isEqualTo(russian);
    }

    /** Not a name, nor a pattern, nor what the bank says in Russian, nor a message of Java that is looked for. */
    private static boolean isSentence(Found found) {
        String text = found.text().replace("null", "");
        return text.matches("(?s).*[a-z]{2,}'?,? [a-z(].*")
                && !text.matches("(?s).*([а-я]|\\(\\?|\\\\|\\[\\^).*")
                && !JAVA.contains(text)
                && !text.equals("a control character");
    }

    /** A part of a note as a note of its own: what is joined to it may be absent, and what it is about has a name. */
    private static String whole(String part) {
        return part.replaceAll("(null)+", "null")
                .replaceAll("null(?=[a-z])|(?<=\\))null", "")
                .replaceFirst("^null (?=happened|met)", "fault null ")
                .replaceFirst("^; |; $", "")
                .replaceFirst("^ ", "null ")
                .replaceFirst(": $", ": null");
    }

    private static void assertTranslated(Found found) {
        assertThat(Language.RU.translation(whole(found.text())).orElse(""))
                .as(found + " in language/ru/notes.po")
                .containsPattern("[А-я]")
                .doesNotContainPattern("([a-z]{2,} ){4}");
    }
}
