package kz.paysandbox.gateway.http.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.pay.Attention;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.AttentionTable.Item;

/** What a person must look into, and that person's word. */
public final class AttentionRows {
    private static final String PATH = "/admin/attention";
    private static final int LONGEST_NOTE = 500;

    private final Attention attention;

    /** Over the use case. */
    public AttentionRows(Attention attention) {
        this.attention = attention;
    }

    /** The rows. */
    public List<Route> rows() {
        return List.of(
                Route.plain(Method.GET, PATH, Role.ADMIN, Family.ADMIN, this::list),
                Route.plain(Method.POST, PATH + "/{id}/resolve", Role.ADMIN, Family.ADMIN, this::resolve));
    }

    private Result<Answer> list(Call call) {
        return Result.of(AdminJson.list("items", attention.open(), AttentionRows::json));
    }

    private Result<Answer> resolve(Call call) {
        FieldReader read = call.read().required("note");
        Optional<Boolean> applied = read.text("outcome", LONGEST_NOTE).flatMap(word -> switch (word) {
            case "applied" -> Optional.of(true);
            case "not_applied" -> Optional.of(false);
            default -> {
                read.wrong("outcome", "is neither applied nor not_applied");
                yield Optional.<Boolean>empty();
            }
        });
        Optional<Long> externalId = read.number("external_id");
        Optional<String> note = read.text("note", LONGEST_NOTE);
        String id = call.fields().ofPath("id");
        return read.then(() -> id.matches("[0-9]{1,18}")
                        ? attention.resolve(
                                Long.parseLong(id), new Attention.Word(applied, externalId, note.orElseThrow()))
                        : Result.refused(RefusalCode.NO_SUCH_ITEM, "there is no open row of this number"))
                .map(item -> Answer.ok(json(item)));
    }

    private static ObjectNode json(Item item) {
        ObjectNode body = AdminJson.object()
                .put("id", item.id())
                .put("kind", item.subject().kind().word())
                .put("ref", item.subject().ref());
        AdminJson.shop(body, item.shop());
        AdminJson.text(body, "payment_id", item.paymentId());
        body.put("what", item.what());
        AdminJson.text(body, "resolution", item.resolution());
        return AdminJson.instant(body, "created_at", Optional.of(item.createdAt()));
    }
}
