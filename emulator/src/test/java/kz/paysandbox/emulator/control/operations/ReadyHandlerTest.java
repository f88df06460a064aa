package kz.paysandbox.emulator.control.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.control.call.ControlJson;
import kz.paysandbox.emulator.core.health.ReadyCheck;
import kz.paysandbox.emulator.http.Reply;
import org.junit.jupiter.api.Test;

class ReadyHandlerTest {

    private final List<String> silent = new ArrayList<>(List.of("epay"));
    private final ReadyHandler handler = new ReadyHandler(
            List.of(
                    new ReadyCheck("listeners", () -> silent.stream().findFirst()),
                    new ReadyCheck("store", Optional::empty)),
            new ControlJson());

    @Test
    void what_is_missing_is_named_and_asked_for_anew_each_time() {
        Reply down = handler.answer();
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.body().text())
                .isEqualTo("{\"status\":\"DOWN\",\"missing\":[{\"check\":\"listeners\",\"detail\":\"epay\"}]}");

        silent.clear();

        Reply up = handler.answer();
        assertThat(up.status()).isEqualTo(200);
        assertThat(up.body().text()).isEqualTo("{\"status\":\"UP\"}");
    }
}
