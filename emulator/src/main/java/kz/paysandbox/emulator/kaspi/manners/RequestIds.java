package kz.paysandbox.emulator.kaspi.manners;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.Recent;

/** 2.1: X-Request-ID is unique. The same operation sent again under its id is no other operation. */
final class RequestIds implements Rule {

    private record Use(String row, String operation, long request) {}

    private final Recent<String, Use> seen = new Recent<>(10_000);

    @Override
    public void look(Observed call) {
        Optional<String> id =
                call.visit().call().header("X-Request-ID").filter(text -> !text.isBlank() && text.length() <= 200);
        if (id.isEmpty()) {
            return;
        }
        String operation =
                call.visit().call().target() + " " + call.visit().call().body().hashCode();
        seen.put(id.get(), new Use(call.row(), operation, call.number()))
                .filter(before -> !before.operation().equals(operation))
                .ifPresent(before -> call.finding(
                        KaspiClause.REQUEST_ID_REUSED,
                        "the X-Request-ID of " + before.row() + " came again with another operation, " + call.row(),
                        List.of(before.request())));
    }
}
