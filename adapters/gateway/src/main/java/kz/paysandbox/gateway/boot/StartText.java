package kz.paysandbox.gateway.boot;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What a start prints: where the gateway is, the token once, and lines to try. */
final class StartText {
    private StartText() {}

    static String of(FirstStart first) {
        URI base = first.gateway().address();
        List<String> lines = new ArrayList<>();
        lines.add("Gateway on " + base + ", books in " + first.gateway().databaseName() + "; "
                + first.gateway().bankNames() + ".");
        first.newToken().ifPresent(token -> {
            lines.add("");
            lines.add("Admin token, shown once: " + token);
            lines.add("It is kept in " + first.tokenFile() + ", for you alone to read.");
        });
        if (!first.tills().isEmpty()) {
            lines.add("");
            lines.add("Shop " + FirstStart.SHOP + " was given tills of the sandbox:");
            first.tills().forEach(till -> lines.add("  " + till));
        }
        if (first.newToken().isPresent()) {
            lines.add("");
            lines.addAll(examples(first, base));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> examples(FirstStart first, URI base) {
        String token = "TOKEN=$(cat '" + first.tokenFile().toAbsolutePath() + "')";
        if (first.tills().isEmpty()) {
            return List.of(
                    "Register a shop's first till:",
                    "  " + token,
                    "  curl -sS -H \"Authorization: Bearer $TOKEN\" '" + base
                            + "/admin/shops/5/tradepoints?organization_bin=YOUR_BIN'",
                    "  curl -sS -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' " + base
                            + "/admin/shops/5/devices \\",
                    "    -d '{\"organization_bin\":\"YOUR_BIN\",\"trade_point_id\":1,\"device_id\":\"TILL-1\"}'");
        }
        return List.of(
                "An invoice of 100 tenge:",
                "  " + token,
                "  curl -sS -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' " + base
                        + "/payments/kaspi/create \\",
                "    -d '{\"shop_id\":" + FirstStart.SHOP
                        + ",\"amount\":100,\"phone\":\"87010000001\",\"message\":\"Order 1\"}'",
                "The customer pays it; EXTERNAL_ID is in the answer:",
                "  ./sandbox pay EXTERNAL_ID",
                "Its state:",
                "  curl -sS -H \"Authorization: Bearer $TOKEN\" " + base + "/payments/kaspi/status/EXTERNAL_ID");
    }
}
