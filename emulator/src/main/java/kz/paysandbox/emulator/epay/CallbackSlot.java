package kz.paysandbox.emulator.epay;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.IntPredicate;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.net.OwnListeners;
import kz.paysandbox.emulator.epay.call.EpayConfig;
import kz.paysandbox.emulator.epay.callbacks.CallbackPolicy;
import kz.paysandbox.emulator.epay.callbacks.Callbacks;
import kz.paysandbox.emulator.epay.callbacks.HttpSender;
import kz.paysandbox.emulator.epay.callbacks.MerchantTrust;
import kz.paysandbox.emulator.epay.callbacks.Sender;
import kz.paysandbox.emulator.epay.rules.ProtocolRules;

/** The slot of deliveries to merchants in every world; one sender serves them all. */
final class CallbackSlot {

    private CallbackSlot() {}

    public static Slot<Callbacks> of(EpayConfig.CallbackTerms terms, Sender sender) {
        IntPredicate acknowledges = terms.only200() ? status -> status == 200 : status -> status >= 200 && status < 300;
        return new Slot<>(
                Callbacks.class,
                world -> new Callbacks(
                        world,
                        CallbackPolicy.polite(terms.retries()),
                        acknowledges,
                        terms.most(),
                        sender,
                        world.part(ProtocolRules.class)));
    }

    /** Sends over HTTP, but never to the sandbox itself; believes the authorities of a PEM file beside the system's. */
    public static Sender sender(
            EpayConfig.CallbackTerms terms, Path authorities, SecureRandom random, OwnListeners own) {
        return new HttpSender(terms.timeout(), () -> MerchantTrust.context(authorities, random), own);
    }
}
