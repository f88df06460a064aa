package kz.paysandbox.gateway.http.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.merchant.LogEntry;
import kz.paysandbox.adapters.merchant.PaymentLog;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.pay.Banks;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.GatewayDatabase;

/** The audit: the lines of {@code payment_log} and the operations of both banks, of a shop, a BIN or a payment. */
public final class LogRows {
    private static final int MOST = 1000;
    private static final Duration USUAL = Duration.ofDays(1);

    private final GatewayDatabase database;
    private final Banks banks;
    private final Clock clock;

    /** Over both journals. */
    public LogRows(GatewayDatabase database, Banks banks, Clock clock) {
        this.database = database;
        this.banks = banks;
        this.clock = clock;
    }

    private PaymentLog log() {
        return banks.merchant().log();
    }

    /** The rows. */
    public List<Route> rows() {
        return List.of(Route.plain(Method.GET, "/admin/log", Role.ADMIN, Family.ADMIN, this::read));
    }

    /** What is asked for. */
    private record Question(
            Optional<String> shop, Optional<Long> externalId, Optional<Bin> bin, Instant from, Instant until) {
        boolean fits(LogEntry entry) {
            return shop.map(entry.shop()::equals).orElse(true)
                    && bin.map(entry.bin()::equals).orElse(true)
                    && within(entry.startedAt());
        }

        boolean within(Instant when) {
            return !when.isBefore(from) && when.isBefore(until);
        }

        boolean fits(Payment payment) {
            return shop.map(payment.shop()::equals).orElse(true)
                    && bin.map(given -> payment.bank().organizationBin().equals(Optional.of(given.value())))
                            .orElse(true);
        }
    }

    private Result<Answer> read(Call call) {
        FieldReader read = call.read();
        Optional<String> shop = read.shop(FieldReader.SHOP);
        Optional<Long> externalId = read.number("external_id");
        Optional<Bin> bin = read.bin("organization_bin");
        Optional<Instant> from = read.instant("from");
        Optional<Instant> to = read.instant("to");
        if (shop.isEmpty() && externalId.isEmpty() && bin.isEmpty()) {
            read.wrong(FieldReader.SHOP, "is missing, and so are external_id and organization_bin");
        }
        return read.then(() -> {
            Instant until = to.orElseGet(() -> clock.instant().plusMillis(1));
            Instant begin = from.orElseGet(() -> externalId.isPresent() ? Instant.EPOCH : until.minus(USUAL));
            return Result.of(answer(new Question(shop, externalId, bin, begin, until)));
        });
    }

    private Answer answer(Question question) {
        List<LogEntry> lines = lines(question);
        List<Operation> operations = operations(question);
        ObjectNode body = AdminJson.object();
        AdminJson.add(body, "entries", lines.stream().limit(MOST).toList(), LogRows::line);
        AdminJson.add(body, "operations", operations.stream().limit(MOST).toList(), LogRows::operation);
        return Answer.ok(body.put("truncated", lines.size() > MOST || operations.size() > MOST));
    }

    private List<LogEntry> lines(Question question) {
        if (question.externalId().isEmpty()) {
            return log().within(question.shop(), question.bin(), question.from(), question.until(), MOST + 1);
        }
        return payment(question)
                .map(payment ->
                        log().ofPayment(payment.shop(), question.externalId().get()))
                .orElse(List.of())
                .stream()
                .filter(question::fits)
                .toList();
    }

    private Optional<Payment> payment(Question question) {
        return database.transaction(sql -> database.tables()
                        .payments()
                        .ofExternalId(sql, question.externalId().orElseThrow()))
                .filter(question::fits);
    }

    private List<Operation> operations(Question question) {
        if (question.externalId().isPresent()) {
            return payment(question)
                    .map(payment -> database.transaction(
                            sql -> database.tables().operations().of(sql, payment.id())))
                    .orElse(List.of())
                    .stream()
                    .filter(operation -> question.within(operation.createdAt()))
                    .toList();
        }
        return database.transaction(sql -> database.tables()
                .operations()
                .within(
                        sql,
                        question.shop(),
                        question.bin().map(Bin::value),
                        question.from(),
                        question.until(),
                        MOST + 1));
    }

    private static ObjectNode line(LogEntry entry) {
        ObjectNode body = AdminJson.object().put("id", entry.id());
        AdminJson.shop(body, Optional.of(entry.shop()))
                .put("config_id", entry.configId())
                .put("organization_bin", entry.bin().value())
                .put("operation", entry.operation().name().toLowerCase(Locale.ROOT));
        AdminJson.text(body, "kind", entry.kind());
        AdminJson.text(body, "external_id", entry.paymentId().map(String::valueOf));
        AdminJson.text(body, "key", entry.externalId());
        entry.amount().ifPresent(amount -> body.put("amount", amount.amount()));
        entry.refundableBefore().ifPresent(amount -> body.put("refundable_before", amount.amount()));
        body.put("status", entry.state().word());
        AdminJson.text(body, "bank_status", entry.bankStatus());
        AdminJson.text(body, "error", entry.error());
        AdminJson.text(body, "return_operation_id", entry.returnOperationId().map(String::valueOf));
        AdminJson.instant(body, "started_at", Optional.of(entry.startedAt()));
        return AdminJson.instant(body, "ended_at", entry.endedAt());
    }

    private static ObjectNode operation(Operation operation) {
        ObjectNode body = AdminJson.object()
                .put("id", operation.id())
                .put("payment_id", operation.paymentId())
                .put("operation", operation.kind().word())
                .put("amount", operation.amount().amount())
                .put("status", operation.state().word());
        AdminJson.text(body, "bank_operation_id", operation.outcome().bankOperationId());
        AdminJson.text(
                body,
                "refusal",
                operation.outcome().refusal().map(refusal -> refusal.code().word()));
        operation
                .outcome()
                .refusal()
                .flatMap(refusal -> refusal.bankCode())
                .ifPresent(code -> body.put("bank_code", code));
        body.put("finding", operation.outcome().finding());
        AdminJson.instant(body, "created_at", Optional.of(operation.createdAt()));
        return AdminJson.instant(body, "updated_at", Optional.of(operation.updatedAt()));
    }
}
