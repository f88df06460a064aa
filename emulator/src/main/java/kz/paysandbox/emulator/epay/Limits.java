package kz.paysandbox.emulator.epay;

import kz.paysandbox.emulator.epay.wire.Answers;
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
        public Reply handle(EpayCall call) {
            return call.wire()
                    .json(
                            501,
                            new Answers.CodeMessage(
                                    501, "the sandbox does not emulate " + what + "; see its list of limitations"))
                    .because("not emulated: " + what);
        }
    }

    private Limits() {}

    static EpayHandler leftOut(String what) {
        return new LeftOut(what);
    }
}
