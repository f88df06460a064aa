package kz.paysandbox.emulator.epay;

import kz.paysandbox.emulator.http.Reply;

/** Answers one endpoint. */
@FunctionalInterface
public interface EpayHandler {

    Reply handle(EpayCall call);
}
