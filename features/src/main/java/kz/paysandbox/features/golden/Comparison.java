package kz.paysandbox.features.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Holds an answer against a printed one: the same names, the same shape of each value, and the same values where they
 * are the contract.
 */
record Comparison(Notation notation, List<String> same, List<String> deviations) {

    void compare(String path, JsonNode printed, JsonNode seen) {
        if (printed.isObject()) {
            object(path, printed, seen);
        } else if (printed.isArray()) {
            array(path, printed, seen);
        } else {
            leaf(path, printed, seen);
        }
    }

    private void object(String path, JsonNode printed, JsonNode seen) {
        if (!seen.isObject()) {
            deviations.add(path + " is no object");
            return;
        }
        printed.fieldNames().forEachRemaining(name -> {
            String inner = path.isEmpty() ? name : path + "." + name;
            if (seen.has(name)) {
                compare(inner, printed.get(name), seen.get(name));
            } else if (!notation.mayBeAbsent().contains(name)) {
                deviations.add(inner + " is missing");
            }
        });
        seen.fieldNames().forEachRemaining(name -> {
            if (!printed.has(name)) {
                deviations.add((path.isEmpty() ? name : path + "." + name) + " is not in the document");
            }
        });
    }

    private void array(String path, JsonNode printed, JsonNode seen) {
        if (!seen.isArray() || seen.isEmpty()) {
            deviations.add(path + " is no list of anything");
            return;
        }
        if (same.contains(path) && !printed.equals(seen)) {
            deviations.add(path + " is " + seen + ", printed " + printed);
        }
        seen.forEach(element -> compare(path + "[]", printed.get(0), element));
    }

    private void leaf(String path, JsonNode printed, JsonNode seen) {
        Shape shape = notation.shape(printed);
        if (!shape.fits(seen)) {
            deviations.add(path + " is " + seen + ", no " + shape);
        } else if (same.contains(path) && !equal(printed, seen)) {
            deviations.add(path + " is " + seen + ", printed " + printed);
        }
    }

    private static boolean equal(JsonNode printed, JsonNode seen) {
        boolean numbers = printed.isNumber() && seen.isNumber();
        return numbers ? printed.decimalValue().compareTo(seen.decimalValue()) == 0 : printed.equals(seen);
    }
}
