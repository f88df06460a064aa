package kz.paysandbox.emulator.epay.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.OpenApi;
import kz.paysandbox.emulator.epay.wire.Answers;
import kz.paysandbox.emulator.epay.wire.PostLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas of answers and callbacks have the members that the sandbox can write, and no others. */
class EpayAnswerNamesTest {

    private final OpenApi api = new OpenApi("epay/openapi.yaml");

    @ParameterizedTest
    @CsvSource({
        "Token, Token",
        "OAuthError, OAuthError",
        "CodeMessage, CodeMessage",
        "Secure3D, Secure3D",
        "Payment, PaymentAnswer",
        "Status, Status",
        "Transaction, Transaction",
        "OldStatus, OldStatus",
        "SavedCard, SavedCard",
        "Deactivated, Deactivated",
        "Invoice, Invoice",
        "PageAnswer, Page"
    })
    void answers(String schema, String record) {
        Class<?> written = Arrays.stream(Answers.class.getDeclaredClasses())
                .filter(answer -> answer.getSimpleName().equals(record))
                .findFirst()
                .orElseThrow();
        assertThat(described(schema)).isEqualTo(new TreeSet<>(written(written).toList()));
    }

    @Test
    void callbacks() {
        Set<String> described = described("PostLink");
        described.addAll(described("FailurePostLink"));
        assertThat(described).isEqualTo(new TreeSet<>(written(PostLink.class).toList()));
    }

    private Set<String> described(String schema) {
        Set<String> names = new TreeSet<>();
        api.tree()
                .at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static Stream<String> written(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).flatMap(component -> {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                return written(component.getType());
            }
            JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
            return Stream.of(given == null ? component.getName() : given.value());
        });
    }
}
