package kz.paysandbox.emulator.control.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kz.paysandbox.emulator.control.events.EventView.ExchangeEvent;
import kz.paysandbox.emulator.control.events.EventView.FaultEvent;
import kz.paysandbox.emulator.control.events.EventView.Head;
import kz.paysandbox.emulator.control.events.EventView.RemovedFault;
import kz.paysandbox.emulator.control.view.ClockView;
import kz.paysandbox.emulator.control.view.FaultView;
import kz.paysandbox.emulator.control.view.FindingView;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.desk.CallbackDesk;
import kz.paysandbox.emulator.core.faults.FaultChange;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.journal.Finding;

/** What a world tells, led to its events: one place for each kind of thing that changes. */
final class WorldSubscription {

    private static final int MOST_COUNTED = 10_000;

    /** Bytes of an exchange that may be held until it is written down; thousands may be. */
    private static final long MOST_HELD = 8_000;

    private record Thing(String kind, String id) {}

    private final World world;
    private final WorldEvents events;
    private final LruCache<Long, Integer> findings = new LruCache<>(MOST_COUNTED);
    private final AtomicLong moves = new AtomicLong();
    private final List<Runnable> ends = new ArrayList<>();

    WorldSubscription(World world, WorldEvents events, List<BankDesk> banks) {
        this.world = world;
        this.events = events;
        Consumer<Exchange> exchanges = this::exchange;
        if (world.journal().watch(exchanges)) {
            ends.add(() -> world.journal().unwatch(exchanges));
        }
        watch(world.findings().changes(), this::finding);
        watch(world.faults().changes(), this::fault);
        watch(world.timeline().moves(), this::clock);
        for (BankDesk bank : banks) {
            ends.add(bank.watchPayments(
                    world, id -> events.note(new Thing(bank.bank(), id), "payment", () -> bank.payment(world, id))));
            ends.add(bank.watchReturns(
                    world, id -> events.note(new Thing("return", id), "return", () -> bank.returnOf(world, id))));
            bank.callbacks().ifPresent(this::callbacks);
        }
    }

    private <T> void watch(Watchers<T> changes, Consumer<T> watcher) {
        if (changes.watch(watcher)) {
            ends.add(() -> changes.unwatch(watcher));
        }
    }

    private void callbacks(CallbackDesk desk) {
        ends.add(desk.watch(
                world, id -> events.note(new Thing("callback", id), "callback", () -> desk.callback(world, id))));
    }

    private void exchange(Exchange exchange) {
        long number = exchange.number();
        Supplier<Head> head = headOf(exchange);
        events.note(
                number,
                "exchange",
                () -> Optional.of(
                        new ExchangeEvent(head.get(), findings.find(number).orElse(0))));
    }

    /** Redacted when it is written down, off the caller's thread; a large one at once, so that it is not held. */
    private Supplier<Head> headOf(Exchange exchange) {
        if (exchange.bytes() <= MOST_HELD) {
            return () -> Head.of(world, exchange);
        }
        Head head = Head.of(world, exchange);
        return () -> head;
    }

    /** Its last request is the one in which it was seen now. */
    private void finding(Finding finding) {
        List<Long> requests = finding.requests();
        if (!requests.isEmpty()) {
            var unused = findings.update(requests.get(requests.size() - 1), 0, count -> count + 1);
        }
        events.note(
                new Thing("finding " + finding.rule(), finding.cause()),
                "finding",
                () -> Optional.of(FindingView.of(world, finding)));
    }

    private void fault(FaultChange change) {
        String word = FaultEvent.word(change.kind());
        events.note(
                new Thing("fault", change.id()),
                "fault",
                () -> Optional.of(world.faults().entries().stream()
                        .filter(entry -> entry.fault().id().equals(change.id()))
                        .findFirst()
                        .<Record>map(entry -> new FaultEvent(FaultView.of(entry), word))
                        .orElseGet(() -> new RemovedFault(change.id(), FaultEvent.word(FaultChange.Kind.REMOVED)))));
    }

    private void clock(List<DueEvent> fired) {
        events.note(
                new Thing("clock", String.valueOf(moves.incrementAndGet())),
                "clock",
                () -> Optional.of(ClockView.of(world, fired)));
    }

    /** Nothing more is told. */
    void end() {
        ends.forEach(Runnable::run);
    }
}
