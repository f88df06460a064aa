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
    void takes_secrets_out_of_json_within_json() {
        assertThat(redaction.text("""
                {"body":"{\\"secret\\":\\"a\\\\\\"b\\",\\"api.key\\":12}","x":"\\\\\\"secret\\\\\\":\\\\\\"c\\\\\\"\"}""")).isEqualTo("""
                {"body":"{\\"secret\\":\\"***\\",\\"api.key\\":\\"***\\"}","x":"\\\\\\"secret\\\\\\":\\\\\\"***\\\\\\"\"}""");
    }

    @Test
    void takes_secrets_out_of_html_forms_headers_and_tokens() {
        assertThat(redaction.text("<input type=\"hidden\" name=\"secret\" value=\"abc\">"))
                .isEqualTo("<input type=\"hidden\" name=\"secret\" value=\"***\">");
        assertThat(redaction.text("Api.Key: abc\nAccept: x")).isEqualTo("Api.Key: ***\nAccept: x");
        assertThat(redaction.text("Authorization: Bearer a.b-c_d")).isEqualTo("Authorization: Bearer ***");
    }

    @Test
    void a_secret_is_hidden_wherever_else_it_stands() {
        assertThat(redaction.text("secret of {\"secret\":\"abcdefgh\"}: expected 12345678, but was abcdefgh"))
                .isEqualTo("secret of {\"secret\":\"***\"}: expected 12345678, but was ***");
        assertThat(redaction.text("{\"secret\":123,\"amount\":123}")).isEqualTo("{\"secret\":\"***\",\"amount\":123}");
    }

    @Test
    void takes_card_numbers_out_and_leaves_other_numbers() {
        assertThat(redaction.text("4405639704015096, 4405 6397 0401 5096, 4405639704015097, 1234567890123456"))
                .isEqualTo("***, ***, 4405639704015097, 1234567890123456");
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
