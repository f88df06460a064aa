package kz.paysandbox.emulator.blackbox.killed;

/** Somebody who uses one world, and knows what they were told. */
interface Party {

    /** Does something, as chance has it. */
    void act() throws Unanswered;

    /** After a restart: compares the sandbox's books with what this one was told. */
    void check() throws Unanswered;
}
