package kz.paysandbox.emulator.control;

import java.util.Optional;
import kz.paysandbox.emulator.control.access.NamedToken;
import kz.paysandbox.emulator.control.access.WorldQuotas;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.desk.ArchiveDesk;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.Scalar;
import kz.paysandbox.emulator.input.Table;

/** Worlds as files. */
final class ArchiveHandlers {

    /** Bytes of a file at most; a larger world goes with the folder that it is kept in. */
    static final int MOST_BYTES = 8 << 20;

    private static final String KEY = "X-Sandbox-Key";
    private static final int LONGEST_NAME = 1_000;

    private final ControlContext context;
    private final WorldHandlers worlds;

    ArchiveHandlers(ControlContext context, WorldHandlers worlds) {
        this.context = context;
        this.worlds = worlds;
    }

    Table query() {
        return new Table()
                .optional("as", Scalar.text(LONGEST_NAME), "Its name here; that which it had otherwise")
                .optional(
                        "replace",
                        Scalar.flag(),
                        "Whether a world of that name begins again with it and keeps its credentials");
    }

    Reply export(ControlCall call) {
        return context.worlds()
                .named(call.path("name"))
                .map(world -> context.archive()
                        .exported(world, call.call().header(KEY))
                        .fold(this::file, this::refused))
                .orElseGet(() -> context.json().problem(404, "unknown-world", context.unknownWorld(call.path("name"))));
    }

    private Reply file(Bytes file) {
        return file.size() > MOST_BYTES
                ? context.json()
                        .problem(
                                409,
                                "conflict",
                                "the file would have more than 8 MB, which cannot be imported: stop the sandbox and"
                                        + " copy the folder worlds of its home")
                : Reply.bytes(200, "application/octet-stream", file);
    }

    /** With a token that has limits one at a time, as worlds are made. */
    Reply restore(ControlCall call) {
        Optional<NamedToken> limited =
                call.visitor().token().filter(token -> !token.quota().isNone());
        if (limited.isEmpty()) {
            return restored(call);
        }
        WorldQuotas quotas = context.operations().access().quotas();
        synchronized (quotas) {
            return quotas.refusalOf(limited.get())
                    .map(reason -> context.json().problem(409, "quota", reason))
                    .orElseGet(() -> restored(call));
        }
    }

    private Reply restored(ControlCall call) {
        ArchiveDesk.Import how = new ArchiveDesk.Import(
                call.query().text("as"),
                call.query().flag("replace").orElse(false),
                call.visitor().token().map(NamedToken::name));
        return context.archive()
                .imported(call.call().body(), how, call.call().header(KEY))
                .fold(world -> context.json().reply(201, worlds.view(world, call.visitor())), this::refused);
    }

    private Reply refused(Conflict conflict) {
        int status = conflict.kind() == Conflict.Kind.INVALID ? 400 : 409;
        return context.json().problem(status, status == 400 ? "invalid" : "conflict", conflict.complaint());
    }
}
