package kz.paysandbox.emulator.blackbox.tls;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoCertificateTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @ParameterizedTest
    @ValueSource(strings = {"r2", "r3"})
    void without_a_certificate_the_answer_is_a_status_code_and_the_journal_says_why(String scheme) {
        TestWorld main = SANDBOX.main();
        main.control().delete("/requests").expect(204);

        Answer answer = main.uncertified(scheme).get("health/ping");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("""
                {"Message":"Отсутствует сертификат клиента","StatusCode":-10000}""");
        assertThat(main.control().notes()).containsExactly("the client sent no certificate");
    }
}
