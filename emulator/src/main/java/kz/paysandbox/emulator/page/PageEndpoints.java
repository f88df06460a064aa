package kz.paysandbox.emulator.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.WorldCall;
import org.jspecify.annotations.Nullable;

/**
 * The table of the page: the whole page, the customer's phone alone, and the files that they load. Nothing behind it is
 * loaded before the first of these calls.
 */
public final class PageEndpoints {

    private final Function<Call, Optional<String>> gate;
    private @Nullable PageFiles files;

    private PageEndpoints(Function<Call, Optional<String>> gate) {
        this.gate = gate;
    }

    /**
     * All rows.
     *
     * @param gate why a call may not pass, in words; empty where it may
     */
    // spotless:off
    public static List<Endpoint> table(Function<Call, Optional<String>> gate) {
        Function<WorldCall, Reply> handler = new PageEndpoints(gate)::answer;
        return Stream.of(
                        "/",
                        "/phone",
                        "/phone/{paymentId}",
                        "/assets/<path>")
                .map(path -> new Endpoint("page " + path, "", Method.GET, path, handler, Endpoint.Traits.WITHOUT_WORLDS))
                .toList();
    }
    // spotless:on

    private Reply answer(WorldCall worldCall) {
        return gate.apply(worldCall.call())
                .map(reason -> Reply.problem(403, "not-allowed", Complaint.of(reason)))
                .orElseGet(() -> files().answer(worldCall.call()));
    }

    private synchronized PageFiles files() {
        PageFiles known = files;
        if (known == null) {
            known = new PageFiles();
            files = known;
        }
        return known;
    }
}
