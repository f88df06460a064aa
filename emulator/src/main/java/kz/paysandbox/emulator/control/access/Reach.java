package kz.paysandbox.emulator.control.access;

/** What a row of the control surface is about, as far as it matters who may call it. */
public enum Reach {
    /** Says whether the server is up, and no more: open to everybody. */
    OPEN,
    /** What holds nothing of any world, as a list of cards: open to every token. */
    DOCUMENT,
    /** The server as a whole, or several worlds. */
    SERVER,
    /** Numbers of the server as a whole, from which nothing of a world follows. */
    METRICS,
    /** Who may do what, and who did: for those alone who may do everything. */
    TOKENS,
    /** The selected world. */
    WORLD,
    /** The world that its path names. */
    NAMED_WORLD,
    /** Credentials of the world that its path names. */
    CREDENTIALS;

    /** Whether an answer tells of worlds: what it tells must then be kept before. */
    public boolean tellsOfWorlds() {
        return this != OPEN && this != DOCUMENT && this != METRICS;
    }
}
