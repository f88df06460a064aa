package kz.paysandbox.emulator.memory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.TestWorlds;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.journal.JournalMemory;
import kz.paysandbox.emulator.core.memory.ServerMemory;
import kz.paysandbox.emulator.epay.callbacks.Callback;
import kz.paysandbox.emulator.epay.callbacks.CallbackPolicy;
import kz.paysandbox.emulator.epay.callbacks.Callbacks;
import kz.paysandbox.emulator.epay.callbacks.DeliveryListener;
import kz.paysandbox.emulator.epay.callbacks.Sender;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.Fixtures;
import kz.paysandbox.emulator.epay.rules.ProtocolRules;
import kz.paysandbox.emulator.kaspi.call.KaspiWorld;
import kz.paysandbox.emulator.kaspi.domain.KaspiRules;
import kz.paysandbox.emulator.kaspi.domain.ReturnCodeRules;

/** Worlds without a server that have both banks' parts, bounded in bytes alone. */
final class FilledWorlds {

    private static final int MANY = 1_000_000;

    private static final DeliveryListener NOBODY = new DeliveryListener() {
        @Override
        public void sent(Callback callback) {}

        @Override
        public void acknowledged(Callback callback) {}

        @Override
        public void withheld(Callback callback) {}

        @Override
        public void missed(Callback before, Callback.Attempt attempt) {}
    };

    private FilledWorlds() {}

    static World empty(ServerMemory memory) {
        KaspiRules kaspi = new KaspiRules(
                Money.tenge(1_000_000), Duration.ofHours(24), 50, 10, ReturnCodeRules.CAREFUL, MANY, MANY);
        Slot<EpayBank> epay = new Slot<>(
                EpayBank.class,
                world -> new EpayBank(
                        world.ids(),
                        "0a1b2c3d",
                        Fixtures.rules(MANY),
                        List.of(Fixtures.shop(1)),
                        world.memory(),
                        world::now));
        Slot<Callbacks> callbacks = new Slot<>(
                Callbacks.class,
                world -> new Callbacks(
                        world,
                        CallbackPolicy.polite(List.of()),
                        status -> status == 200,
                        MANY,
                        (url, body) -> CompletableFuture.completedFuture(Sender.Receipt.answered(200, "", "")),
                        NOBODY));
        return TestWorlds.standing(
                GrowingPart.START,
                new WorldLimits(MANY, MANY, MANY, MANY, JournalMemory.unbounded(), memory),
                Map.of(),
                KaspiWorld.slot(kaspi, List.of()),
                epay,
                ProtocolRules.slot(false),
                callbacks);
    }

    /** Returns how many were taken in. */
    static long fill(World world, GrowingPart part, long first, int many) {
        long taken = 0;
        for (long number = first; number < first + many; number++) {
            taken += part.add(world, number) ? 1 : 0;
        }
        return taken;
    }
}
