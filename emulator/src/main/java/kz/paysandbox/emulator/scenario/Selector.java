package kz.paysandbox.emulator.scenario;

import java.util.List;
import kz.paysandbox.emulator.core.Outcome;

/** A name for one of several things in the order of their making: first, last, a number from 1, or its own id. */
final class Selector {

    private Selector() {}

    static Outcome<String, String> of(List<String> oldestFirst, String selector, String what) {
        if (oldestFirst.isEmpty()) {
            return Outcome.refused("there was no " + what + " yet");
        }
        if (selector.equals("last")) {
            return Outcome.ok(oldestFirst.get(oldestFirst.size() - 1));
        }
        if (selector.equals("first")) {
            return Outcome.ok(oldestFirst.get(0));
        }
        if (oldestFirst.contains(selector)) {
            return Outcome.ok(selector);
        }
        if (selector.matches("\\d{1,7}") && Integer.parseInt(selector) <= oldestFirst.size()) {
            return Outcome.ok(oldestFirst.get(Integer.parseInt(selector) - 1));
        }
        return Outcome.refused("no " + what + " " + selector + "; there were " + oldestFirst.size());
    }
}
