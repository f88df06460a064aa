package kz.paysandbox.emulator.epay.callbacks;

import java.util.concurrent.CompletionStage;
import kz.paysandbox.emulator.core.data.Bytes;

/** A sender of messages to merchants. */
public interface Sender extends AutoCloseable {

    /**
     * What came of it.
     *
     * @param status HTTP status; 0 where nothing was answered
     * @param error one phrase; empty where something was answered
     * @param sent whether it went out at all
     * @param location where the answer redirects to, which nobody follows; empty where it does not
     * @param answer beginning of the answer's body
     */
    record Receipt(int status, String error, boolean sent, String location, String answer) {

        public Receipt(int status, String error) {
            this(status, error, true, "", "");
        }

        /** The merchant answered. */
        public static Receipt answered(int status, String location, String answer) {
            return new Receipt(status, "", true, location, answer);
        }

        public static Receipt failed(String error) {
            return new Receipt(0, error);
        }

        /** The sender itself has too much to do. */
        public static Receipt unsent(String error) {
            return new Receipt(0, error, false, "", "");
        }
    }

    /** Posts JSON and returns at once; the stage always ends with a receipt, never with an exception. */
    CompletionStage<Receipt> post(String url, Bytes body);

    /** Gives connections and threads back; what is posted afterwards fails. */
    @Override
    default void close() {}
}
