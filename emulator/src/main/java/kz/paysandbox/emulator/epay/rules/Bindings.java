package kz.paysandbox.emulator.epay.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;
import kz.paysandbox.emulator.epay.domain.tokens.Binding;

/** Payment and status pages: what is asked for is what the token was asked for, by the terminal's own client. */
final class Bindings implements Rule {

    @Override
    public void look(AnsweredCall call) {
        call.token().ifPresent(token -> {
            if (call.isPayment()) {
                payment(call, token);
            } else if (call.isCheckStatus()) {
                status(call, token);
            }
        });
    }

    private static void payment(AnsweredCall call, AccessToken token) {
        Binding asked = token.binding();
        List<String> differing = new ArrayList<>();
        if (!asked.invoiceId().isEmpty()
                && call.text("invoiceId")
                        .filter(sent -> !sent.equals(asked.invoiceId()))
                        .isPresent()) {
            differing.add("invoiceId");
        }
        if (asked.amount().isPresent()
                && call.text("amount")
                        .flatMap(AnsweredCall::money)
                        .filter(sent -> !asked.amount().get().equals(sent))
                        .isPresent()) {
            differing.add("amount");
        }
        if (!asked.currency().isEmpty()
                && call.text("currency")
                        .filter(sent -> !sent.equals(asked.currency()))
                        .isPresent()) {
            differing.add("currency");
        }
        if (!differing.isEmpty()) {
            call.finding(
                    EpayClause.TOKEN_MISMATCH, "not what the token was asked for: " + String.join(", ", differing));
        }
        String own = token.shop().terminal();
        call.text("terminalId")
                .or(() -> call.text("terminal"))
                .filter(sent -> !sent.equalsIgnoreCase(own))
                .or(() -> Optional.of(token.binding().terminal()).filter(bound -> isForeign(token)))
                .ifPresent(terminal ->
                        call.finding(EpayClause.TERMINAL_FOREIGN, "a payment with " + owned(call, terminal)));
    }

    /** A terminal may be another client's, or nobody's at all. */
    private static String owned(AnsweredCall call, String terminal) {
        return call.bank().shopOfTerminal(terminal).isPresent()
                ? "another client's terminal"
                : "a terminal that no client has";
    }

    private static void status(AnsweredCall call, AccessToken token) {
        if (token.binding().terminal().isEmpty()) {
            call.finding(EpayClause.STATUS_WITHOUT_TERMINAL, "the token was asked for without terminal");
        } else if (isForeign(token)) {
            call.finding(
                    EpayClause.TERMINAL_FOREIGN,
                    "a status with a token for " + owned(call, token.binding().terminal()));
        }
    }

    private static boolean isForeign(AccessToken token) {
        String terminal = token.binding().terminal();
        return !terminal.isEmpty() && !terminal.equalsIgnoreCase(token.shop().terminal());
    }
}
