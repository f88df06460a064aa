package kz.paysandbox.emulator.kaspi.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;

/** What the bank should know, told again in the simplest way: one mutable entry a payment, amounts in tiyn. */
final class Ledger {

    static final class Entry {
        final boolean invoice;
        final String bin;
        final long tradePoint;
        final long amount;
        Instant deadline;
        String state;
        long refunded;

        Entry(boolean invoice, Device device, long amount, Instant deadline) {
            this.invoice = invoice;
            this.bin = device.bin();
            this.tradePoint = device.tradePointId();
            this.amount = amount;
            this.deadline = deadline;
            this.state = invoice ? "RemotePaymentCreated" : "QrTokenCreated";
        }

        boolean isFinal() {
            return state.equals("Processed") || state.equals("Error") || state.equals("RemotePaymentCanceled");
        }

        boolean canBeDecided() {
            return state.equals("Wait") || state.equals("RemotePaymentCreated");
        }

        long available() {
            return state.equals("Processed") ? amount - refunded : 0;
        }

        boolean allows(long refund) {
            return refund > 0 && refund <= available();
        }
    }

    final Map<Long, Entry> entries = new LinkedHashMap<>();

    Entry entry(long id) {
        return Optional.ofNullable(entries.get(id)).orElseThrow();
    }

    /** Time passes: whatever waits beyond its deadline is over for ever. */
    void passed(Instant now) {
        entries.values().stream()
                .filter(entry -> !entry.isFinal() && !now.isBefore(entry.deadline))
                .forEach(entry -> entry.state = "Error");
    }
}
