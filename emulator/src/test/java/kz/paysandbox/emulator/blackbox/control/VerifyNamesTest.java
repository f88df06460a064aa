package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Control;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A verification that could only pass or only fail is refused; an upper bound alone can do both. */
class VerifyNamesTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();
    private final Control control = world.control();
    private final Bank bank = world.bank("r1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"endpoint\":\"r1 qr create\",\"body\":{\"Amuont\":100}} | Amount",
                "{\"body\":{\"DeviceTokn\":\"x\"}} | DeviceToken",
                "{\"endpoint\":\"epay oauth2 token\",\"body\":{\"client_di\":\"x\"}} | client_id",
                "{\"endpoint\":\"r1 *\",\"answer\":{\"StatusCod\":\"0\"}} | StatusCode",
                "{\"endpoint\":\"r1 payment status\",\"answer\":{\"Data\":{\"Statu\":\"x\"}}} | Status"
            })
    void a_misspelled_name_is_refused_with_the_suggestion(String where, String suggestion) {
        Answer answer = verify(where, "{\"max\":0}").expect(400);

        assertThat(answer.json().path("suggestion").asText()).isEqualTo(suggestion);
    }

    @Test
    void that_a_name_is_never_sent_can_be_asked_of_any_name() {
        verify("""
                {"endpoint":"r1 qr create","body":{"Kassa":"7"}}""", "{\"max\":0}").expect(200);
        verify("""
                {"endpoint":"epay payment cryptopay","body":{"data.statement":"x"}}""", "{\"min\":1}").expect(422);
    }

    @Test
    void a_name_of_the_callers_own_is_known_once_it_was_sent() {
        String where = """
                {"endpoint":"r1 qr create","body":{"Kassa":"7"}}""";
        verify(where, "{\"min\":1}").expect(400);

        bank.post("qr/create", "{\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":100,\"Kassa\":7}");

        verify(where, "{\"min\":1,\"max\":1}").expect(200);
    }

    @Test
    void an_upper_bound_alone_passes_and_fails() {
        String where = """
                {"endpoint":"r1 qr create","body":{"Amount":100}}""";
        verify(where, "{\"max\":0}").expect(200);

        bank.qr(100);

        assertThat(verify(where, "{\"max\":0}")
                        .expect(422)
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("1 requests match, wanted are exactly 0");
        verify(where, "{\"max\":1}").expect(200);
        verify(where, "{\"min\":0}").expect(400);
    }

    @Test
    void an_upper_bound_alone_waits_to_the_end() {
        String where = "\"where\":{\"endpoint\":\"r1 health ping\"},\"count\":{\"max\":0}";
        control.post("/requests/verify", "{" + where + ",\"within\":\"PT0.05S\"}")
                .expect(200);

        bank.get("health/ping");

        control.post("/requests/verify", "{" + where + ",\"within\":\"PT50S\"}").expect(422);
    }

    @Test
    void a_member_is_meant_by_its_path() {
        bank.get("partner/tradepoints").expect(200);

        verify("""
                {"answer":{"Data.TradePointId":"1","StatusCode":0}}""", "{\"min\":1}").expect(200);
        verify("""
                {"answer":{"Data":{"TradePointId":1}}}""", "{\"min\":1}").expect(200);
        verify("""
                {"answer":{"Data.StatusCode":"0"}}""", "{\"min\":1}").expect(422);
        verify("{\"answer\":{\"StatusCode\":[0]}}", "{\"min\":1}").expect(400);
    }

    private Answer verify(String where, String count) {
        return control.post("/requests/verify", "{\"where\":" + where + ",\"count\":" + count + "}");
    }
}
