package kz.paysandbox.emulator.kaspi.rules;

/** A rule about callers: looks at each call once, remembers a bounded amount, records findings. */
@FunctionalInterface
interface Rule {

    void look(AnsweredCall call);
}
