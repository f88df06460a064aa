package kz.paysandbox.emulator.kaspi.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Peer;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import org.junit.jupiter.api.Test;

class CallFieldsTest {

    @Test
    void a_body_is_read_once_for_faults_and_for_the_row() {
        Call call = call("POST", "{\"Amount\":1}");
        Outcome<Fields, Refusal> first = CallFields.of(call);
        assertThat(first.value().orElseThrow().names()).containsExactly("Amount", "id");
        assertThat(CallFields.of(call)).isSameAs(first);
    }

    @Test
    void what_is_no_object_is_refused_each_time() {
        Call call = call("POST", "[");
        assertThat(CallFields.of(call).refusal()).isPresent();
        assertThat(CallFields.of(call)).isSameAs(CallFields.of(call));
    }

    @Test
    void a_get_has_its_query_and_its_path() {
        assertThat(CallFields.of(call("GET", "")).value().orElseThrow().names()).containsExactly("DeviceToken", "id");
    }

    private static Call call(String method, String body) {
        return new Call(
                new Call.Line(method, "/r1", "/r1?DeviceToken=7"),
                new Call.Parameters(Map.of("id", "1"), Map.of("DeviceToken", "7")),
                List.of(),
                new Call.Body(Bytes.utf8(body), false),
                new Peer("127.0.0.1", "", "", Optional.empty()));
    }
}
