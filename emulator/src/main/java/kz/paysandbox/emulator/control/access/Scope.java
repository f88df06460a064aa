package kz.paysandbox.emulator.control.access;

import java.util.Optional;
import kz.paysandbox.emulator.core.Worlds;

/**
 * What a token opens.
 *
 * @param world its name; empty where the scope is not one of one world
 */
public record Scope(Kind kind, String world) {

    /** The kinds of scopes. */
    public enum Kind {
        /** Everything. */
        ALL,
        /** Everything of one world, nothing of the server or of other worlds. */
        WORLD,
        /** What can be read, without credentials. */
        READ
    }

    public static final Scope ALL = new Scope(Kind.ALL, "");
    public static final Scope READ = new Scope(Kind.READ, "");

    /** How scopes are written. */
    public static final String FORM = "all|read|world:" + Worlds.NAME_FORM;

    private static final String PREFIX = "world:";

    /** As it is written; empty where the text is none. */
    public static Optional<Scope> parse(String text) {
        if (!text.matches(FORM)) {
            return Optional.empty();
        }
        return Optional.of(
                text.startsWith(PREFIX)
                        ? new Scope(Kind.WORLD, text.substring(PREFIX.length()))
                        : text.equals("all") ? ALL : READ);
    }

    /**
     * The scopes that a call needs, in words; empty where this one covers it.
     *
     * @param reads whether the call only reads
     * @param named the world that the call is about
     */
    public Optional<String> lacks(Reach reach, boolean reads, String named) {
        return covers(reach, reads, named) ? Optional.empty() : Optional.of(needed(reach, reads, named));
    }

    private boolean covers(Reach reach, boolean reads, String named) {
        return switch (kind) {
            case ALL -> true;
            case READ -> reads && (isOpen(reach) || isOfServer(reach) || reach == Reach.WORLD);
            case WORLD -> isOpen(reach) ? reads : isOfOneWorld(reach) && named.equals(world);
        };
    }

    private static boolean isOpen(Reach reach) {
        return reach == Reach.OPEN || reach == Reach.DOCUMENT;
    }

    private static boolean isOfServer(Reach reach) {
        return reach == Reach.SERVER || reach == Reach.METRICS;
    }

    private static boolean isOfOneWorld(Reach reach) {
        return reach == Reach.WORLD || reach == Reach.NAMED_WORLD || reach == Reach.CREDENTIALS;
    }

    private static String needed(Reach reach, boolean reads, String named) {
        if (isOfOneWorld(reach)) {
            return PREFIX + named + " or all";
        }
        return reads && isOfServer(reach) ? "read or all" : "all";
    }

    /** As it is written. */
    @Override
    public String toString() {
        return switch (kind) {
            case ALL -> "all";
            case READ -> "read";
            case WORLD -> PREFIX + world;
        };
    }
}
