package kz.paysandbox.emulator.kaspi.rules;

import java.util.concurrent.atomic.AtomicBoolean;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.kaspi.domain.Scheme;

/** Counts the situations that one call alone shows; those that several make are counted by the rules that remember them. */
final class CallSituations implements Rule {

    private final AtomicBoolean knowsAnId = new AtomicBoolean();

    @Override
    public void look(AnsweredCall answered) {
        Call call = answered.worldCall().call();
        answered.exercises(KaspiSituation.CALL);
        if (call.peer().certificate().isPresent()) {
            answered.exercises(KaspiSituation.CERTIFICATE);
        }
        if (call.header("X-Request-ID").filter(id -> !id.isBlank()).isPresent() && knowsAnId.getAndSet(true)) {
            answered.exercises(KaspiSituation.SECOND_ID);
        }
        if (call.method().equals("POST") && !answered.fields().names().isEmpty()) {
            answered.exercises(KaspiSituation.POST);
        }
        if (answered.text("DeviceToken")
                .flatMap(answered.bank().devices()::find)
                .isPresent()) {
            answered.exercises(KaspiSituation.DEVICE);
        }
        if (answered.is(Operation.DELETE_DEVICE) && answered.scheme() == Scheme.R3) {
            answered.exercises(KaspiSituation.DELETED_DEVICE);
        }
        if (answered.is(Operation.CLIENT_INFO)) {
            answered.exercises(KaspiSituation.LOOKUP);
        }
        if (answered.is(Operation.CREATE_INVOICE) && answered.refused().isEmpty() && answered.answerDelivered()) {
            answered.exercises(KaspiSituation.INVOICE);
        }
    }
}
