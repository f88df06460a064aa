package kz.paysandbox.emulator.core.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A search for card numbers in text: 14 to 19 digits of an issuer's range whose check digit is right (ISO/IEC 7812-1),
 * whole or in groups with up to three characters between them that are neither letters nor digits.
 */
public final class CardNumbers {

    /** Digits of the shortest number that is looked for. */
    public static final int SHORTEST = 14;

    private static final int LONGEST = 19;
    private static final int USUAL = 16;
    private static final int LONGEST_GROUP = 6;
    private static final int WIDEST_GAP = 3;

    /** American Express, Diners Club, Visa, Mastercard, Mir, JCB, UnionPay, Maestro, Discover; Uzcard and Humo. */
    private static final Pattern ISSUED = Pattern.compile("3[47]\\d{13}|3(?:0[0-5]|[68]\\d)\\d{11}|4(?:\\d{15}|\\d{18})"
            + "|5[1-5]\\d{14}|(?:222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12}|220[0-4]\\d{12,15}"
            + "|35\\d{14}|(?:5[06-9]|6\\d)\\d{14,17}|(?:8600|9860)\\d{12}");

    private record Group(int start, int end) {

        boolean isPair() {
            return end - start == 2;
        }
    }

    private CardNumbers() {}

    /** Whether the digits are the whole of a card number. */
    public static boolean isCard(String digits) {
        return ISSUED.matcher(digits).matches() && hasCheckDigit(digits);
    }

    /** Whether there is any card number in a text. */
    public static boolean in(String text) {
        return hasEnoughDigits(text) && !masked(text).equals(text);
    }

    /** Whether anywhere as many digits stand close together as a card number has. */
    private static boolean hasEnoughDigits(String text) {
        int digits = 0;
        int gap = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (isDigit(letter)) {
                gap = 0;
                if (++digits == SHORTEST) {
                    return true;
                }
            } else if (digits > 0 && (++gap > WIDEST_GAP || Character.isLetterOrDigit(letter))) {
                digits = 0;
                gap = 0;
            }
        }
        return false;
    }

    /** The text with the middle of each card number left out. */
    public static String masked(String text) {
        if (!hasEnoughDigits(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int copied = 0;
        int at = 0;
        while (at < text.length()) {
            if (!isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int few = endOfFew(text, at);
            if (few > at) {
                at = few;
                continue;
            }
            List<Group> groups = groups(text, at);
            at = groups.get(groups.size() - 1).end();
            for (int first = 0; first < groups.size(); first++) {
                int last = lastOfCard(text, groups, first);
                if (last >= first) {
                    out.append(text, copied, groups.get(first).start()).append(face(digits(text, groups, first, last)));
                    copied = groups.get(last).end();
                    first = last;
                }
            }
        }
        return copied == 0 ? text : out.append(text, copied, text.length()).toString();
    }

    /** First and last four digits. */
    static String face(String digits) {
        return digits.substring(0, 4) + "..." + digits.substring(digits.length() - 4);
    }

    /** Where the groups of digits that begin here end; 0 where they are long enough for a card number. */
    private static int endOfFew(String text, int from) {
        int digits = 0;
        int end = from;
        for (int at = from; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (isDigit(letter)) {
                end = at + 1;
                if (++digits == SHORTEST) {
                    return 0;
                }
            } else if (at - end == WIDEST_GAP || Character.isLetterOrDigit(letter)) {
                return end;
            }
        }
        return end;
    }

    /** Groups of digits that stand close enough to each other to be one number. */
    private static List<Group> groups(String text, int from) {
        List<Group> groups = new ArrayList<>();
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            groups.add(new Group(at, end));
            at = end;
            while (at < text.length() && at - end < WIDEST_GAP && !Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
        }
        return groups;
    }

    /** The last group of the longest card number that begins with a group; -1 where none does. */
    private static int lastOfCard(String text, List<Group> groups, int first) {
        int found = -1;
        int digits = 0;
        for (int last = first; last < groups.size(); last++) {
            digits += groups.get(last).end() - groups.get(last).start();
            if (digits > LONGEST) {
                break;
            }
            List<Group> taken = groups.subList(first, last + 1);
            if (digits >= SHORTEST
                    && isPlausible(taken, digits)
                    && !isTime(text, taken)
                    && isCard(digits(text, groups, first, last))) {
                found = last;
            }
        }
        return found;
    }

    /** Numbers of other lengths than 16 are written whole or in short groups; what is not, is a number beside another. */
    private static boolean isPlausible(List<Group> groups, int digits) {
        return digits == USUAL
                || groups.size() == 1
                || groups.stream().allMatch(group -> group.end() - group.start() <= LONGEST_GROUP);
    }

    /** A time of day, with or without a fraction of a second, stands among the groups or begins before them. */
    private static boolean isTime(String text, List<Group> groups) {
        if (groups.stream().allMatch(Group::isPair)) {
            return false;
        }
        Group first = groups.get(0);
        boolean seconds = first.isPair()
                && first.start() > 0
                && text.charAt(first.start() - 1) == ':'
                && text.charAt(first.end()) == '.';
        for (int at = 1; at < groups.size() && !seconds; at++) {
            Group before = groups.get(at - 1);
            boolean colon = groups.get(at).start() - before.end() == 1 && text.charAt(before.end()) == ':';
            seconds = colon && before.isPair() && groups.get(at).isPair();
        }
        return seconds;
    }

    private static String digits(String text, List<Group> groups, int first, int last) {
        StringBuilder digits = new StringBuilder(LONGEST);
        groups.subList(first, last + 1).forEach(group -> digits.append(text, group.start(), group.end()));
        return digits.toString();
    }

    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int weighed = place % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
