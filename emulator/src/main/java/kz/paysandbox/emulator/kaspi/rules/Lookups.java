package kz.paysandbox.emulator.kaspi.rules;

import kz.paysandbox.emulator.kaspi.domain.codes.Reason;

/** 4.6.1: at most 50 lookups a minute from one device. */
final class Lookups implements Rule {

    @Override
    public void look(AnsweredCall call) {
        call.refused()
                .filter(reason -> reason == Reason.TOO_MANY_LOOKUPS)
                .ifPresent(reason -> call.finding(
                        KaspiClause.LOOKUPS,
                        "more than " + call.bank().rules().lookupsPerMinute() + " lookups of one device in a minute"));
    }
}
