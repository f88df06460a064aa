package kz.paysandbox.emulator.core.desk;

import java.math.BigDecimal;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.bank.Bank;

/** One bank as the control surface sees it. */
public interface BankDesk {

    /** What is known of the bank itself. */
    Bank facts();

    /** The bank's name. */
    default String bank() {
        return facts().name();
    }

    /** What an application needs to call this bank in the world: credentials and what they open; written as JSON. */
    Record describe(World world);

    /** Keys of the credentials that whoever makes a world may choose, as {@code apiKey}. */
    default List<String> choosableCredentials() {
        return List.of();
    }

    /**
     * What a world's maker chose, as the world's credentials; the rest is made fresh.
     *
     * @param chosen by the keys of {@link #choosableCredentials()}
     */
    default Outcome<Map<String, String>, Conflict> credentials(Map<String, Object> chosen) {
        return Outcome.ok(Map.of());
    }

    /** The BINs of the organisations that calls of the world can be about; none where calls name no organisation. */
    default List<String> organizations(World world) {
        return List.of();
    }

    /** Values in the data that mean something to the sandbox, with what they mean. */
    default Map<String, String> magicValues() {
        return Map.of();
    }

    /** Newest first; a view is made only when it is taken. */
    Stream<PaymentView> payments(World world);

    Optional<PaymentView> payment(World world, String id);

    /**
     * The customer acts.
     *
     * @param phone of the customer; decides what a confirmation leads to
     */
    Outcome<PaymentView, Conflict> act(World world, String id, CustomerAct act, Optional<String> phone);

    /** The cashier gives money back in the bank's own app. */
    Outcome<PaymentView, Conflict> refund(World world, String id, BigDecimal amount);

    /** Switches of its merchants; empty where it has none. */
    default Optional<MerchantDesk> merchants() {
        return Optional.empty();
    }

    /** Deliveries of its callbacks; empty where it has none. */
    default Optional<CallbackDesk> callbacks() {
        return Optional.empty();
    }

    /**
     * Tells the id of each payment that is made or changed by an act, on the thread that does it; what time alone does is
     * not told.
     *
     * @return ends it
     */
    default Runnable watchPayments(World world, Consumer<String> watcher) {
        return () -> {};
    }

    /** The codes by which customers ask for their money back, newest first, to be written as JSON; none where it has none. */
    default Stream<? extends Record> returns(World world) {
        return Stream.empty();
    }

    /** One of {@link #returns}. */
    default Optional<? extends Record> returnOf(World world, String id) {
        return Optional.empty();
    }

    /**
     * Tells the id of each of {@link #returns} that is made or changed by an act, as {@link #watchPayments} does.
     *
     * @return ends it
     */
    default Runnable watchReturns(World world, Consumer<String> watcher) {
        return () -> {};
    }

    /** Where its calls are described for programs, by OpenAPI; empty where they are not. */
    default Optional<URL> openApi() {
        return Optional.empty();
    }

    /** What the QR code of a payment or return holds, where it has one. */
    Optional<String> qrContent(World world, String id);
}
