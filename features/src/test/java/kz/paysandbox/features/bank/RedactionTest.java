package kz.paysandbox.features.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.paysandbox.features.Banks;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private final Redaction redaction = new Redaction(List.of("secret", "api.key"));

    @Test
    void takes_secrets_out_of_json_of_any_depth_and_spelling() {
        assertThat(redaction.text("""
                {"a":{"secret" : "x\\"y","Secret":12,"api.key":null},"b":"secret"}""")).isEqualTo("""
                {"a":{"secret" : "***","Secret":"***","api.key":"***"},"b":"secret"}""");
    }

    @Test
    void takes_secrets_out_of_forms_and_queries() {
        assertThat(redaction.text("/pay?secret=abc&mysecret=1&amount=2 and secret=z"))
                .isEqualTo("/pay?secret=***&mysecret=1&amount=2 and secret=***");
    }

    @Test
    void a_text_that_was_cut_within_a_secret_shows_nothing_of_it() {
        assertThat(redaction.text("{\"secret\":\"abc")).isEqualTo("{\"secret\":\"***\"");
    }

    @Test
    void other_texts_stay() {
        assertThat(redaction.text("a $1 \\ secret, \"apixkey\":1")).isEqualTo("a $1 \\ secret, \"apixkey\":1");
    }

    @Test
    void each_bank_names_its_secrets() {
        assertThat(Banks.all().redaction().text("client_secret=abc&x=1 {\"access_token\":\"t\",\"DeviceToken\":\"d\"}"))
                .isEqualTo("client_secret=***&x=1 {\"access_token\":\"***\",\"DeviceToken\":\"***\"}");
    }
}
