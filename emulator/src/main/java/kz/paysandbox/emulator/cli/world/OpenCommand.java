package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.emulator.cli.terminal.Browser;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import kz.paysandbox.emulator.client.ControlClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the page. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Open the sandbox in a browser: payments, exchanges, faults, the clock. Prints the address too.",
        footer = {
            "",
            "Examples:",
            "  ./sandbox open",
            "  ./sandbox open --phone 13500411233 --print",
        })
public final class OpenCommand extends SandboxClientCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "PAYMENT", description = "With this payment on the phone")
    private @Nullable String payment;

    @Option(names = "--phone", description = "The customer's phone alone, as for a real phone in the same network")
    private boolean phone;

    @Option(names = "--print", description = "Print the address, and open nothing")
    private boolean print;

    @Override
    public Integer call() {
        ControlClient client = sandbox().client();
        Optional<String> known = Optional.ofNullable(payment);
        client.get(known.map(id -> "/payments/" + encoded(id)).orElse("/clock"));
        String address = client.page(known.map(id -> "/phone/" + encoded(id)).orElse(phone ? "/phone" : "/"));
        answers().said(address, JsonNodeFactory.instance.objectNode().put("url", address));
        out().flush();
        if (!print && !isJson()) {
            open(client.hasToken(), address);
        }
        return ExitCode.OK;
    }

    private void open(boolean secret, String address) {
        Browser browser = Browser.ofThisMachine();
        if (!secret) {
            browser.open(address);
            return;
        }
        Optional<Path> home = sandbox().home();
        if (home.isEmpty()) {
            err().println(language()
                    .text("open the address yourself: it holds the token, which a browser's command line would show to"
                            + " every user of this machine"));
            return;
        }
        try {
            browser.open(AddressFile.leadingTo(address, home.get()).toString());
        } catch (IOException unwritable) {
            err().println(language()
                    .text("the browser is not opened, for no page can be written to " + home.get() + ": "
                            + FileProblems.of(unwritable)));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
