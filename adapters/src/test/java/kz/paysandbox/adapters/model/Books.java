package kz.paysandbox.adapters.model;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import kz.paysandbox.adapters.transport.ApiRequest;

/** One bank's books. Every method is called under the bank's lock. */
interface Books {
    /** What a request about money does when it arrives: changes the books, marks the attempt, answers. */
    interface Effect {
        Reply apply(Attempt attempt);
    }

    /** The effect of a request about money; empty for a question. */
    Optional<Effect> effect(ApiRequest request);

    /** The answer to a question. */
    Reply read(ApiRequest request);

    /** Answers that prove nothing, whatever was done. */
    List<Reply> vague(ApiRequest request);

    /** Somebody else works on the same payments: another till, the cashier's app, a page, the customer. */
    void meddle(Random random);
}
