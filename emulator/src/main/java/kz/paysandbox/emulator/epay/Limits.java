package kz.paysandbox.emulator.epay;

import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.Reason;
import kz.paysandbox.emulator.epay.domain.Refusal;
import kz.paysandbox.emulator.http.Reply;

/** What the sandbox leaves out: said plainly, with HTTP 501, instead of being guessed. */
final class Limits {

    /**
     * Says that something is left out.
     *
     * @param what it is, in a few words
     */
    record LeftOut(String what) implements EpayHandler {
        @Override
        public Outcome<Reply, Refusal> handle(EpayCall call) {
            return Outcome.refused(Limits.refusal(what));
        }
    }

    private Limits() {}

    /** Why a call for it is refused. */
    static Refusal refusal(String what) {
        return new Refusal(Reason.NOT_EMULATED, what);
    }

    static EpayHandler leftOut(String what) {
        return new LeftOut(what);
    }
}
