package kz.paysandbox.gateway.payment;

import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;

/**
 * What the bank's books say of a payment.
 *
 * @param status the service's state that the bank's word stands for; empty for a word that nobody knows, which changes
 *     nothing and ends nothing
 * @param word the bank's word
 * @param authorized whether money is held
 * @param money whether the books show the money as taken, so that even an ended payment is completed
 */
public record BankReading(Optional<ServiceStatus> status, String word, boolean authorized, boolean money) {
    /** Whether the word of a payment, as it was last read, is one that is known. */
    public static boolean known(Payment payment) {
        return payment.state()
                .bankWord()
                .map(word -> payment.kind().provider() == Provider.KASPI
                        ? of(payment.kind(), PaymentStatus.of(word))
                        : of(TransactionState.of(word)))
                .map(reading -> reading.status().isPresent())
                .orElse(true);
    }

    /** What a bank says of an invoice that was withdrawn, or of a hold that was released. */
    public static BankReading cancelled(PaymentKind kind) {
        return switch (kind.provider()) {
            case KASPI -> of(kind, PaymentStatus.of("RemotePaymentCanceled"));
            case EPAY -> of(TransactionState.of("CANCEL"));
        };
    }

    /** What ePay says of a hold that was charged. */
    public static BankReading charged() {
        return of(TransactionState.of("CHARGE"));
    }

    /** Kaspi's word about a payment of this kind (Annex 4, 4.6; what a link is called differs between sources). */
    public static BankReading of(PaymentKind kind, PaymentStatus read) {
        Optional<ServiceStatus> status = switch (read.kind()) {
            case CREATED -> Optional.of(ServiceStatus.PENDING);
            case REMOTE_CREATED ->
                Optional.of(kind == PaymentKind.LINK ? ServiceStatus.PROCESSING : ServiceStatus.PENDING);
            case WAIT -> Optional.of(ServiceStatus.PROCESSING);
            case PROCESSED -> Optional.of(ServiceStatus.COMPLETED);
            case ERROR -> Optional.of(ServiceStatus.FAILED);
            case REMOTE_CANCELED -> Optional.of(ServiceStatus.CANCELLED);
            case UNKNOWN -> Optional.empty();
        };
        return new BankReading(status, read.raw(), false, read.paid());
    }

    /** Halyk's word about a transaction ({@code statusName}). */
    public static BankReading of(TransactionState read) {
        Optional<ServiceStatus> status = switch (read.kind()) {
            case NEW, THREE_D, FINGERPRINT, AUTH -> Optional.of(ServiceStatus.PROCESSING);
            case CHARGE, VERIFIED -> Optional.of(ServiceStatus.COMPLETED);
            case REJECT, FAILED -> Optional.of(ServiceStatus.FAILED);
            case CANCEL, CANCEL_OLD -> Optional.of(ServiceStatus.CANCELLED);
            case REFUND -> Optional.of(ServiceStatus.REFUNDED);
            case UNKNOWN -> Optional.empty();
        };
        boolean money = status.filter(known -> known == ServiceStatus.COMPLETED || known == ServiceStatus.REFUNDED)
                .isPresent();
        return new BankReading(status, read.raw(), read.kind() == TransactionState.Kind.AUTH, money);
    }
}
