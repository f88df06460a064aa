package kz.paysandbox.emulator.epay.rows;

import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.call.EpayHandler;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.http.Reply;

/** Rows that the sandbox leaves out: refused plainly, with HTTP 501, instead of being guessed. */
public final class NotEmulated {

    /**
     * Says that something is left out.
     *
     * @param what it is, in a few words
     */
    public record NotEmulatedHandler(String what) implements EpayHandler {
        @Override
        public Outcome<Reply, Refusal> handle(EpayCall call) {
            return Outcome.refused(NotEmulated.refusal(what));
        }
    }

    private NotEmulated() {}

    /** Why a call for it is refused. */
    public static Refusal refusal(String what) {
        return new Refusal(Reason.NOT_EMULATED, what);
    }

    public static EpayHandler leftOut(String what) {
        return new NotEmulatedHandler(what);
    }
}
