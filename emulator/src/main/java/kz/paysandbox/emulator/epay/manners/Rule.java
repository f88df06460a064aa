package kz.paysandbox.emulator.epay.manners;

/** A rule about callers: looks at each call once, remembers a bounded amount, records findings. */
@FunctionalInterface
interface Rule {

    void look(Observed call);
}
