package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Http;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MetricsTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();

    /** What no fault can meet is answered before servlets; a fault's own answers come through them. */
    @Test
    void both_ways_of_a_request_are_counted() {
        double direct = value("r1 qr create", "200", "0");
        double faulty = value("r1 qr create", "200", "-999");
        world.bank("r1").qr(1);
        world.bank("r1").qr(2);
        world.control()
                .post(
                        "/faults",
                        "{\"when\":{\"endpoint\":\"r1 qr create\"},\"then\":{\"statusCode\":-999},\"times\":1}")
                .expect(201);
        assertThat(world.bank("r1").create(Bank.DEVICE, 3).code()).isEqualTo(-999);
        world.bank("r1").qr(4);

        assertThat(value("r1 qr create", "200", "0") - direct).isEqualTo(3);
        assertThat(value("r1 qr create", "200", "-999") - faulty).isEqualTo(1);
    }

    @Test
    void paths_that_no_row_has_are_one_series() {
        Http epay = Http.tls(SANDBOX.port("epay"), SANDBOX.anonymous());
        for (String path : List.of("/a", "/b", "/c?d=e")) {
            epay.send("GET", path, Map.of(), Optional.empty());
        }

        assertThat(lines("kzpay_sandbox_requests_total").stream()
                        .filter(line -> line.contains("listener=\"epay\"") && line.contains("row=\"\"")))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("http=\"404\"").endsWith(" 3.0"));
    }

    @Test
    void the_server_says_how_it_does() {
        assertThat(lines("process_start_time_seconds")).hasSize(1);
        assertThat(lines("kzpay_sandbox_worlds").get(0)).matches(".* [1-9]\\d*\\.0");
        assertThat(lines("kzpay_sandbox_callbacks_owed")).containsExactly("kzpay_sandbox_callbacks_owed 0.0");
        assertThat(lines("kzpay_sandbox_memory_bytes")).hasSize(5);
        assertThat(lines("kzpay_sandbox_journal_bytes")).hasSize(1);
    }

    private static double value(String row, String http, String code) {
        String labels = "{code=\"" + code + "\",http=\"" + http + "\",listener=\"kaspi-r1\",row=\"" + row + "\"} ";
        return lines("kzpay_sandbox_requests_total").stream()
                .filter(line -> line.contains(labels))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static List<String> lines(String name) {
        Answer answer = Http.plain(SANDBOX.port("control"))
                .send("GET", "/metrics", Map.of(), Optional.empty())
                .expect(200);
        assertThat(answer.contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        return answer.body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .toList();
    }
}
