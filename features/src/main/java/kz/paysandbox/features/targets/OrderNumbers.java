package kz.paysandbox.features.targets;

/** Numbers of a world's orders, the same in each run. */
final class OrderNumbers {

    private static final int FIRST = 205_218_074;

    private int given;

    String next() {
        return String.valueOf(FIRST + given++);
    }

    void restart() {
        given = 0;
    }
}
