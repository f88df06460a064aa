package kz.paysandbox.emulator.epay;

import kz.paysandbox.emulator.epay.wire.Answers;

/** What the sandbox leaves out: said plainly, with HTTP 501, instead of being guessed. */
final class Limits {

    private Limits() {}

    static EpayHandler leftOut(String what) {
        return call -> {
            call.visit().note("not emulated: " + what);
            return call.wire()
                    .json(
                            501,
                            new Answers.CodeMessage(
                                    501, "the sandbox does not emulate " + what + "; see its list of limitations"));
        };
    }
}
