package kz.paysandbox.emulator.epay.rows;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.call.EpayConfig;
import kz.paysandbox.emulator.epay.call.EpayWire;
import kz.paysandbox.emulator.epay.callbacks.Callbacks;
import kz.paysandbox.emulator.epay.callbacks.Event;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.PaymentStatus;
import kz.paysandbox.emulator.http.Reply;

/** The announcements to merchants of what became of payments (payment page: postLink and failurePostLink). */
public final class Announcements {

    private static final String TOLD = "epay.3ds.told";

    private final EpayConfig config;
    private final EpayWire wire;
    private final World world;
    private final List<Long> requests;

    /**
     * @param requests journal numbers of the calls that lead to it
     */
    public Announcements(EpayConfig config, EpayWire wire, World world, List<Long> requests) {
        this.requests = List.copyOf(requests);
        this.config = config;
        this.wire = wire;
        this.world = world;
    }

    /** Makes known to a world what merchants and customers are in for by themselves. */
    public static void register(World world, EpayConfig config, EpayWire wire) {
        world.timeline()
                .action(
                        TOLD,
                        (id, requests) ->
                                new Announcements(config, wire, world, JournalNumbers.read(requests)).lapsed(id));
        AutomaticCustomer.register(world, config, wire);
    }

    public static Announcements of(EpayCall call) {
        return new Announcements(
                call.services().config(),
                call.wire(),
                call.worldCall().world(),
                List.of(call.worldCall().number()));
    }

    /** The reply, or the same later where the world's policy has the merchant told before it. */
    public static Reply after(CompletionStage<?> told, Reply reply) {
        return told.toCompletableFuture().isDone() ? reply : Reply.later(told.thenApply(done -> reply));
    }

    /** Tells of a payment that was just decided; one that is challenged is told of when its time is up, at the latest. */
    public CompletionStage<?> tell(Payment payment, Instant now) {
        PaymentStatus status = payment.at(now);
        if (status == PaymentStatus.THREE_D) {
            if (!payment.order().links().failurePost().isEmpty()) {
                world.timeline().at(payment.deadline(), TOLD, payment.id(), JournalNumbers.text(requests));
            }
            return nothing();
        }
        String url = status.isGranted()
                ? payment.order().links().postLink()
                : payment.order().links().failurePost();
        if (url.isEmpty()) {
            return nothing();
        }
        PaymentViews view = new PaymentViews(config, wire, world.ids(), payment, now);
        return world.part(Callbacks.class)
                .announce(
                        new Event(payment.order().invoiceId(), payment.id(), requests),
                        url,
                        wire.bytes(view.postLink()));
    }

    private CompletionStage<?> lapsed(String id) {
        Instant now = world.now();
        return world.part(EpayBank.class)
                .payments()
                .find(id)
                .filter(payment -> payment.at(now) == PaymentStatus.FAILED
                        && payment.verdict().isEmpty())
                .<CompletionStage<?>>map(payment -> tell(payment, now))
                .orElseGet(Announcements::nothing);
    }

    private static CompletionStage<?> nothing() {
        return CompletableFuture.completedFuture("");
    }
}
