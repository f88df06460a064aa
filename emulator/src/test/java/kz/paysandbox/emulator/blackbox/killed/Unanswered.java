package kz.paysandbox.emulator.blackbox.killed;

import java.io.IOException;

/** A call got no answer, or none that was whole: nobody knows whether it was applied. */
final class Unanswered extends Exception {

    private static final long serialVersionUID = 1;

    Unanswered(String call, IOException cause) {
        super(call, cause);
    }
}
