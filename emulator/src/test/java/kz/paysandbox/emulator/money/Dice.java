package kz.paysandbox.emulator.money;

import java.util.List;

/** Choices that follow from one number alone, so that what was thrown can be shrunk and thrown again. */
final class Dice {

    private long rest;

    Dice(long number) {
        this.rest = number;
    }

    /** From 0, below {@code sides}. */
    int below(int sides) {
        int side = (int) (rest % sides);
        rest /= sides;
        return side;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** One time in {@code times}. */
    boolean once(int times) {
        return below(times) == 0;
    }
}
