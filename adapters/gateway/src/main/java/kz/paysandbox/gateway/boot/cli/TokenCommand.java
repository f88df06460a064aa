package kz.paysandbox.gateway.boot.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.gateway.boot.DatabaseSetup;
import kz.paysandbox.gateway.boot.GatewaySurroundings;
import kz.paysandbox.gateway.http.access.AccessTokens;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.TokenTable.TokenRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Access tokens: made, listed and removed in the database. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description =
                "Makes, lists and removes access tokens. An H2 file that a running gateway has open is its own: call"
                        + " its /admin/shops/{shop_id}/tokens instead.")
final class TokenCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: token add, list or remove");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Makes a token and prints it, once.")
    int add(
            @Mixin SettingOptions settings,
            @Option(names = "--role", required = true, paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
                    TokenRole role,
            @Option(names = "--shop", paramLabel = "ID", description = "Whose; an admin's token is of no shop.")
                    Optional<String> shop,
            @Option(names = "--allow", paramLabel = "LIST", description = "Addresses and ranges that may use it.")
                    Optional<String> allowed,
            @Option(names = "--expires-at", paramLabel = "TIME", description = "Such as 2027-12-31T00:00:00Z.")
                    Optional<Instant> expiresAt) {
        if (shop.isPresent() == (role == TokenRole.ADMIN)) {
            throw new ParameterException(
                    spec.commandLine(),
                    role == TokenRole.ADMIN ? "an admin's token is of no shop" : "--shop ID is missing");
        }
        try (GatewayDatabase database = open(settings)) {
            AccessTokens.NewToken made = new AccessTokens(
                            database, GatewaySurroundings.system().random())
                    .make(new AccessTokens.Terms(
                            shop, role.role(), allowed.map(AccessTokens.AllowedAddresses::new), expiresAt));
            out().println(made.token());
            out().flush();
        }
        return ExitCode.OK;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists tokens; of admins, without --shop.")
    int list(
            @Mixin SettingOptions settings,
            @Option(names = "--shop", paramLabel = "ID", description = "Whose.") Optional<String> shop) {
        try (GatewayDatabase database = open(settings)) {
            List<TokenRow> rows =
                    database.transaction(sql -> database.tables().tokens().of(sql, shop));
            out().printf("%-16s %-8s %-25s %-25s %s%n", "PREFIX", "ROLE", "EXPIRES", "LAST USED", "FROM");
            rows.forEach(row -> out().printf(
                            "%-16s %-8s %-25s %-25s %s%n",
                            row.prefix(),
                            row.role(),
                            shown(row.expiresAt()),
                            shown(row.lastUsedAt()),
                            row.allowedAddresses().orElse("anywhere")));
            out().flush();
        }
        return ExitCode.OK;
    }

    private static String shown(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("never");
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a token; it ends at once.")
    int remove(
            @Mixin SettingOptions settings,
            @Parameters(paramLabel = "PREFIX", description = "As token list shows it.") String prefix,
            @Option(names = "--shop", paramLabel = "ID", description = "Whose; an admin's without it.")
                    Optional<String> shop) {
        try (GatewayDatabase database = open(settings)) {
            boolean removed =
                    database.transaction(sql -> database.tables().tokens().remove(sql, shop, prefix));
            if (!removed) {
                spec.commandLine().getErr().println("gateway: there is no such token");
                spec.commandLine().getErr().flush();
            }
            return removed ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private static GatewayDatabase open(SettingOptions settings) {
        return DatabaseSetup.open(settings.read(), GatewaySurroundings.system());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** The roles that a token may have. */
    enum TokenRole {
        /** All shops, and /admin. */
        ADMIN(Role.ADMIN),
        /** Also refund, withdraw and charge. */
        OWNER(Role.OWNER),
        /** Open payments and ask for their state. */
        CASHIER(Role.CASHIER);

        private final Role role;

        TokenRole(Role role) {
            this.role = role;
        }

        Role role() {
            return role;
        }
    }
}
