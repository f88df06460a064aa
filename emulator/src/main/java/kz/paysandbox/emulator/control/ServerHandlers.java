package kz.paysandbox.emulator.control;

import java.util.Set;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.call.Version;
import kz.paysandbox.emulator.control.view.ServerView;
import kz.paysandbox.emulator.control.view.ServerView.Assumption;
import kz.paysandbox.emulator.control.view.ServerView.Health;
import kz.paysandbox.emulator.control.view.SettingsSchema;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.settings.Evidence;
import kz.paysandbox.emulator.http.Reply;

/** Handlers about the server: what runs, how it is set, and what it assumes. */
final class ServerHandlers {

    private final ControlContext context;

    ServerHandlers(ControlContext context) {
        this.context = context;
    }

    Reply health(ControlCall call) {
        boolean up = context.listening().get().isPresent();
        return context.json().reply(up ? 200 : 503, new Health(up ? "UP" : "STARTING"));
    }

    Reply listeners(ControlCall call) {
        return context.listening()
                .get()
                .map(known -> context.json().reply(200, new ServerView.Listeners(known.ports(), known.authorities())))
                .orElseGet(() -> context.json().problem(503, "starting", "not every listener can answer yet"));
    }

    Reply version(ControlCall call) {
        return context.json()
                .reply(
                        200,
                        new ServerView.Version(
                                "kzpay-sandbox",
                                Version.current(),
                                Runtime.version().toString(),
                                context.facts().stream().map(Bank::contract).toList()));
    }

    /** Settings that are credentials of the default world have their names; who only reads is not told them. */
    Reply config(ControlCall call) {
        Set<String> credentials = call.visitor().readsCredentials()
                ? Set.of()
                : context.worlds().main().credentials().values().keySet();
        return context.json().reply(200, ServerView.values(context.settings(), key -> !credentials.contains(key)));
    }

    Reply schema(ControlCall call) {
        return context.json().reply(200, SettingsSchema.of(context.settings()));
    }

    Reply assumptions(ControlCall call) {
        return context.json()
                .reply(
                        200,
                        context.settings().all().stream()
                                .filter(value -> value.setting().evidence() != Evidence.OURS)
                                .map(Assumption::of)
                                .toList());
    }
}
