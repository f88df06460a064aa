package kz.paysandbox.emulator.http.bank;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.http.Method;

/**
 * A row of the control surface that concerns one bank alone.
 *
 * @param path with parameters in braces, without the prefix of the control surface
 * @param takesBody whether a JSON object may be sent
 */
public record BankRow(
        Method method, String path, boolean takesBody, Function<Request, Outcome<Answer, Conflict>> handler) {

    /**
     * A call of the row.
     *
     * @param path the parameters in the path, by name
     * @param body the JSON object that was sent; empty where there was none
     */
    public record Request(World world, Map<String, String> path, Map<String, Object> body) {}

    /** What is answered with 200, to be written as JSON. */
    public sealed interface Answer {

        /** An object. */
        record OneRecord(Record view) implements Answer {}

        /** A list of objects. */
        record ManyRecords(List<? extends Record> views) implements Answer {}

        /** An object, or a refusal, that is known once something has ended. */
        record LaterRecord(CompletionStage<? extends Outcome<? extends Record, Conflict>> view) implements Answer {}
    }

    /** A row that reads a list, and cannot fail. */
    public static BankRow list(String path, Function<World, List<? extends Record>> views) {
        return new BankRow(
                Method.GET, path, false, request -> Outcome.ok(new Answer.ManyRecords(views.apply(request.world()))));
    }

    /** A row that reads an object, and cannot fail. */
    public static BankRow get(String path, Function<World, ? extends Record> view) {
        return new BankRow(
                Method.GET, path, false, request -> Outcome.ok(new Answer.OneRecord(view.apply(request.world()))));
    }
}
