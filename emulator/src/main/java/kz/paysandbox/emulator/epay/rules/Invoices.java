package kz.paysandbox.emulator.epay.rules;

import java.util.Optional;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;

/** Payment page: invoiceId is unique. */
final class Invoices implements Rule {

    private final LruCache<String, Long> paidBy;

    Invoices(WorldMemory memory) {
        this.paidBy = new LruCache<>(10_000, memory, MemoryKind.RULES, 24);
    }

    @Override
    public void look(AnsweredCall call) {
        if (!call.isPayment()) {
            return;
        }
        Optional<String> invoiceId = call.text("invoiceId");
        if (call.isRefused()) {
            invoiceId
                    .flatMap(call::ofInvoice)
                    .filter(payment -> !payment.at(call.now()).isFailure())
                    .ifPresent(payment -> call.finding(
                            EpayClause.INVOICE_REPEATED,
                            "the invoice has a transaction in status "
                                    + payment.at(call.now()).wire(),
                            paidBy(payment.order().shop(), payment.order().invoiceId()).stream()
                                    .toList()));
        } else {
            call.token()
                    .ifPresent(token -> invoiceId.ifPresent(id -> paidBy.put(key(token.shop(), id), call.number())));
        }
    }

    /** The request that paid an invoice of a shop, where it is still remembered. */
    Optional<Long> paidBy(Shop shop, String invoiceId) {
        return paidBy.find(key(shop, invoiceId));
    }

    private static String key(Shop shop, String invoiceId) {
        return shop.clientId() + "\n" + invoiceId;
    }
}
