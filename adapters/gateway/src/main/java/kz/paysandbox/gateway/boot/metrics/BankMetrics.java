package kz.paysandbox.gateway.boot.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.RateLimited;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.transport.CallListener;

/**
 * How long the banks take, how often they are asked for states, and how their tokens are had. Labels are the names of the
 * adapters' operations and kinds of failures: few, and none of a customer.
 *
 * @param registry where the meters are
 */
record BankMetrics(MeterRegistry registry) implements CallListener {
    @Override
    public void ended(Call call) {
        String outcome = call.failure().map(BankMetrics::word).orElse("success");
        Timer.builder("gateway.bank.call")
                .description("Requests to the banks")
                .tag("operation", call.operation())
                .tag("outcome", outcome)
                .register(registry)
                .record(call.took());
        if (call.operation().endsWith("payment status") || call.operation().contains("check-status")) {
            Counter.builder("gateway.status.checks")
                    .description("Questions for a payment's state")
                    .tag("bank", bank(call))
                    .register(registry)
                    .increment();
        }
        if (call.operation().contains("token")) {
            Counter.builder("gateway.bank.tokens")
                    .description("Requests for ePay's access token")
                    .tag("outcome", outcome)
                    .register(registry)
                    .increment();
        }
    }

    private static String bank(Call call) {
        return call.operation().toLowerCase(Locale.ROOT).startsWith("epay") ? "epay" : "kaspi";
    }

    private static String word(PaymentException failure) {
        if (failure instanceof Rejected) {
            return "refused";
        }
        if (failure instanceof ConnectionFailed) {
            return "not_sent";
        }
        if (failure instanceof OutcomeUnknown) {
            return "unknown";
        }
        if (failure instanceof AuthenticationFailed) {
            return "credentials";
        }
        if (failure instanceof RateLimited) {
            return "rate_limited";
        }
        return failure instanceof ProtocolViolation ? "protocol" : "other";
    }
}
