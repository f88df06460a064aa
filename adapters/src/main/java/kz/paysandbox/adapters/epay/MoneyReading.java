package kz.paysandbox.adapters.epay;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.CardPayment.Stage;
import kz.paysandbox.adapters.epay.payment.Challenge;
import kz.paysandbox.adapters.epay.payment.InvoiceLink;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.epay.wire.Answers;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ApiResponse;
import org.jspecify.annotations.Nullable;

/**
 * The checks of answers to money calls: an HTTP 200 whose code, status, amount, currency or invoice do not fit what
 * was asked is no success. It is unreadable, so that the books are looked at.
 */
final class MoneyReading {
    private static final Set<String> SUCCESS_WORDS = Set.of("OK", "SUCCESS", "SUCCESSFULLY", "УСПЕШНО");

    private MoneyReading() {}

    /** What an operation asked for, to be compared with what its answer shows. */
    record ExpectedEffect(
            TransactionRef ref,
            Optional<Tenge> amount,
            Optional<String> externalId,
            Set<TransactionState.Kind> states) {}

    /** The answer to a card payment; of a challenge no sums are believed, because nothing has moved. */
    static CardPayment payment(ApiResponse response, CardOrder order) {
        Answers.Payment answer = succeeded(response, Answers.Payment.class);
        succeeded(response, answer.code(), answer.status());
        Answers.Secure3d asked = answer.secure3D();
        Optional<Challenge> challenge =
                asked == null || asked.action() == null ? Optional.empty() : Optional.of(challenge(response, asked));
        equal(response, "invoiceID", answer.invoiceId(), order.invoiceId().value(), challenge.isPresent());
        equal(response, "currency", answer.currency(), order.currency(), challenge.isPresent());
        equal(response, "amount", answer.amount(), order.amount(), challenge.isPresent());
        Stage stage = stage(response, answer.status(), challenge.isPresent());
        if (stage == Stage.VERIFIED && order.amount().positive()) {
            throw unfit(response, "the card was verified, and no money was taken");
        }
        return new CardPayment(
                new TransactionRef(EpayReading.id(response, answer.id()), order.invoiceId()),
                stage,
                challenge,
                Optional.ofNullable(answer.reference()),
                Optional.ofNullable(answer.cardMask()),
                Optional.ofNullable(answer.cardId()));
    }

    private static Stage stage(ApiResponse response, @Nullable String word, boolean challenged) {
        TransactionState.Kind kind = word == null
                ? TransactionState.Kind.UNKNOWN
                : TransactionState.of(word).kind();
        Stage stage = switch (kind) {
            case AUTH -> Stage.AUTHORISED;
            case CHARGE -> Stage.CHARGED;
            case VERIFIED -> Stage.VERIFIED;
            case THREE_D -> Stage.CHALLENGE;
            case UNKNOWN -> {
                if (word != null && !SUCCESS_WORDS.contains(word.toUpperCase(java.util.Locale.ROOT))) {
                    throw unfit(response, "status is " + word);
                }
                yield challenged ? Stage.CHALLENGE : Stage.TAKEN;
            }
            case NEW, FINGERPRINT, REJECT, FAILED, CANCEL, CANCEL_OLD, REFUND ->
                throw unfit(response, "status is " + word);
        };
        if ((stage == Stage.CHALLENGE) != challenged) {
            throw unfit(response, "status is " + word + (challenged ? " with" : " without") + " a challenge");
        }
        return stage;
    }

    private static Challenge challenge(ApiResponse response, Answers.Secure3d asked) {
        return new Challenge(
                EpayReading.link(response, asked.action(), "action"),
                EpayReading.required(response, asked.paReq(), "paReq"),
                EpayReading.required(response, asked.md(), "md"));
    }

    /** Operations answer 200 with a body that no page documents: nothing, or JSON in which nothing contradicts. */
    static boolean operation(ApiResponse response, ExpectedEffect asked) {
        if (response.status() == 200 && response.text().isBlank()) {
            return true;
        }
        Answers.Operation answer = succeeded(response, Answers.Operation.class);
        for (String word : new String[] {answer.status(), answer.statusName()}) {
            if (word != null) {
                uncontradicted(
                        response,
                        answer,
                        asked.states().contains(TransactionState.of(word).kind()));
            }
        }
        for (String word : new String[] {answer.status(), answer.statusName()}) {
            succeeded(response, answer.code(), word);
            if (word != null
                    && !SUCCESS_WORDS.contains(word.toUpperCase(java.util.Locale.ROOT))
                    && !asked.states().contains(TransactionState.of(word).kind())) {
                throw unfit(response, "status is " + word);
            }
        }
        if (answer.id() != null && !answer.id().equalsIgnoreCase(asked.ref().id())) {
            throw unfit(response, "id is another transaction's");
        }
        equal(response, "invoiceID", answer.invoiceId(), asked.ref().invoiceId().value(), true);
        asked.amount().ifPresent(amount -> equal(response, "amount", answer.amount(), amount, true));
        asked.externalId().ifPresent(id -> equal(response, "externalID", answer.externalId(), id, true));
        return true;
    }

    /** A code beside the state that was asked for: neither says that this call was carried out, or was not. */
    private static void uncontradicted(ApiResponse response, Answers.Operation answer, boolean asAsked) {
        Long code = answer.code();
        if (code != null && code != 0 && asAsked) {
            throw Rejected.unexplained(response.requestId(), code, "the state beside it is the one that was asked for");
        }
    }

    /** A 200 whose code, if it has one, is 0. */
    static boolean nothing(ApiResponse response) {
        if (response.status() == 200 && response.text().isBlank()) {
            return true;
        }
        Answers.Operation answer = succeeded(response, Answers.Operation.class);
        succeeded(response, answer.code(), answer.status());
        return true;
    }

    static InvoiceLink link(ApiResponse response, CardOrder order) {
        Answers.InvoiceLink answer = succeeded(response, Answers.InvoiceLink.class);
        succeeded(response, answer.code(), answer.status());
        equal(response, "invoice_id", answer.invoiceId(), order.invoiceId().value(), true);
        equal(response, "amount", answer.amount(), order.amount(), true);
        URI url = EpayReading.link(response, answer.invoiceUrl(), "invoice_url");
        return new InvoiceLink(EpayReading.required(response, answer.id(), "id"), url);
    }

    private static <T> T succeeded(ApiResponse response, Class<T> type) {
        if (!response.successful()) {
            throw EpayReading.refusal(response);
        }
        if (response.status() != 200) {
            throw unfit(response, "HTTP " + response.status() + " is no documented success");
        }
        return EpayReading.parsed(response, type);
    }

    /** A code other than 0 is a refusal, unless the state beside it says otherwise. */
    private static void succeeded(ApiResponse response, @Nullable Long code, @Nullable String status) {
        if (code == null || code == 0) {
            return;
        }
        TransactionState state = TransactionState.of(status == null ? "" : status);
        if (state.successful() || state.kind() == TransactionState.Kind.THREE_D) {
            throw unfit(response, "code " + code + " with status " + state.raw());
        }
        throw EpayReading.refusal(response);
    }

    private static void equal(
            ApiResponse response, String field, @Nullable String answered, String asked, boolean optional) {
        if (answered == null ? !optional : !answered.equals(asked)) {
            throw unfit(response, field + (answered == null ? " is missing" : " is not the one that was sent"));
        }
    }

    private static void equal(
            ApiResponse response, String field, @Nullable BigDecimal answered, Tenge asked, boolean optional) {
        if (answered == null ? !optional : answered.compareTo(asked.amount()) != 0) {
            throw unfit(response, field + " is " + (answered == null ? "missing" : answered) + ", asked was " + asked);
        }
    }

    private static ProtocolViolation unfit(ApiResponse response, String what) {
        return ProtocolViolation.unreadable(response.requestId(), "the answer does not fit: " + what, null);
    }
}
