package kz.paysandbox.features.driver;

import java.util.function.Supplier;
import kz.paysandbox.features.driver.Answer.Outcome;
import kz.paysandbox.features.wire.Fields;
import kz.paysandbox.features.wire.Response;

/** What a raw driver of any bank makes of a response. */
public final class RawAnswers {

    private RawAnswers() {}

    /** What the bank says, where there is a whole answer; else how far the call got. */
    public static <T> Answer<T> of(Response response, Supplier<Answer<T>> whole) {
        return switch (response.kind()) {
            case NOT_CONNECTED -> Answer.failed(Outcome.NOT_CONNECTED, response.body());
            case LOST -> Answer.failed(Outcome.UNKNOWN, response.body());
            case ANSWERED -> whole.get();
        };
    }

    /** An agreement, unless a field is absent or of another type. */
    public static <T> Answer<T> agreed(Response response, Supplier<T> reading) {
        try {
            return Answer.agreed(reading.get());
        } catch (Fields.Missing missing) {
            return Answer.failed(Outcome.NOT_UNDERSTOOD, missing.getMessage() + " in " + seen(response));
        }
    }

    /** An answer that is none of the bank's. */
    public static <T> Answer<T> notUnderstood(Response response) {
        return Answer.failed(Outcome.NOT_UNDERSTOOD, seen(response));
    }

    /** Status and body, for whoever reads a failure. */
    public static String seen(Response response) {
        return "HTTP " + response.status() + " " + response.body();
    }
}
