package kz.paysandbox.features.kaspi.driver;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.features.driver.Answer;

/** Everything that a shop can ask of the bank in some scheme; a driver refuses what its scheme does not have. */
public interface Kaspi {

    Answer<Boolean> ping();

    Answer<List<TradePointEntry>> tradePoints(String bin);

    Answer<String> register(String bin, String deviceId, long tradePoint);

    Answer<Boolean> delete(String bin, String device);

    Answer<Sale> qr(String bin, String device, BigDecimal amount);

    Answer<Sale> link(String bin, String device, BigDecimal amount);

    Answer<String> status(long payment);

    Answer<ExtendedStatus> overview(long payment);

    default Answer<PurchaseDetails> details(long payment, String device) {
        return absent();
    }

    default Answer<Long> returnCode(String device) {
        return absent();
    }

    default Answer<String> returnStatus(long returnId) {
        return absent();
    }

    /** The customer's purchases, newest first. */
    default Answer<List<Long>> purchases(String device, long returnId, int most) {
        return absent();
    }

    default Answer<Boolean> refund(
            String bin, String device, long payment, Optional<Long> returnId, BigDecimal amount) {
        return absent();
    }

    default Answer<String> clientName(String phone, String device) {
        return absent();
    }

    default Answer<Long> invoice(String bin, String device, String phone, BigDecimal amount) {
        return absent();
    }

    default Answer<String> cancel(String bin, String device, long payment) {
        return absent();
    }

    Answer<Boolean> play(TestHook hook, long payment);

    private static <T> Answer<T> absent() {
        return Answer.failed(Answer.Outcome.NOT_CONNECTED, "this scheme has no such call");
    }
}
