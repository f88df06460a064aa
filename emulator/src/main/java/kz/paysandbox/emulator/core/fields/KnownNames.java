package kz.paysandbox.emulator.core.fields;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.fields.Deviation.Kind;
import kz.paysandbox.emulator.core.settings.Suggestion;

/**
 * The names that a request may carry in one place, and what is to be said of others: a value under a name that nobody
 * reads is silently lost. A name within an object is written {@code cardId.id}.
 *
 * @param listed as the document spells them, in its order
 * @param alsoPrinted other spellings of theirs that the document prints
 * @param alsoSent what clients in production are known to send beside them, in whatever case
 * @param open objects of which any content is taken
 * @param anyCase whether a name is read in whatever case
 */
public record KnownNames(
        List<String> listed, Set<String> alsoPrinted, Set<String> alsoSent, Set<String> open, boolean anyCase) {

    /** More of one request says nothing new. */
    private static final int MOST_TOLD = 5;

    /** What is longer is hardly a name, and may be a value in its place. */
    private static final int LONGEST_NAME = 40;

    private static final int FEW = 4;
    private static final int LEAST_CONTAINED = 4;

    private static final KnownNames NONE = new KnownNames(List.of(), Set.of(), Set.of(), Set.of(), true);

    public KnownNames {
        listed = List.copyOf(listed);
        alsoPrinted = Set.copyOf(alsoPrinted);
        alsoSent = Set.copyOf(alsoSent);
        open = Set.copyOf(open);
    }

    /** Where no name is read. */
    public static KnownNames none() {
        return NONE;
    }

    /** Every name that is known here, those of the document first. */
    public Set<String> all() {
        Set<String> all = new LinkedHashSet<>(listed);
        all.addAll(alsoPrinted);
        all.addAll(alsoSent);
        all.addAll(open);
        return all;
    }

    /**
     * Looks at the names of one request.
     *
     * @param given as they were sent
     * @param place where they stood, as {@code the body}
     */
    public List<Deviation> judge(Collection<String> given, String place) {
        return listed.containsAll(given) ? List.of() : judgeClosely(given, place);
    }

    private List<Deviation> judgeClosely(Collection<String> given, String place) {
        List<Deviation> deviations = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : given) {
            if (listed.contains(name)) {
                continue;
            }
            Optional<String> meant = find(name, listed);
            if (meant.isPresent()) {
                if (!alsoPrinted.contains(name)) {
                    deviations.add(new Deviation(Kind.SPELLING, meant.get() + " was sent as " + name));
                }
            } else if (find(name, alsoSent).isEmpty() && !isWithin(name, open) && !isWithin(name, unknown)) {
                unknown.add(name);
            }
        }
        unknown.stream()
                .limit(MOST_TOLD)
                .map(name -> new Deviation(Kind.UNKNOWN, shown(name) + " in " + place + suggestion(name)))
                .forEach(deviations::add);
        return List.copyOf(deviations);
    }

    private String suggestion(String name) {
        String bare = bare(name);
        Optional<String> meant = listed.stream()
                .filter(known -> bare(known).equals(bare))
                .findFirst()
                .or(() -> Suggestion.of(name, listed))
                .or(() -> listed.stream()
                        .filter(known -> bare(known).length() >= LEAST_CONTAINED && bare.contains(bare(known)))
                        .findFirst());
        if (meant.isPresent()) {
            return " is not read; did you mean " + meant.get() + "?";
        }
        if (listed.isEmpty()) {
            return " is not read; this call has no fields there";
        }
        return listed.size() <= FEW
                ? " is not read; this call has " + String.join(", ", listed) + " there"
                : " is not read";
    }

    private Optional<String> find(String name, Collection<String> names) {
        return anyCase
                ? names.stream().filter(known -> known.equalsIgnoreCase(name)).findFirst()
                : Optional.of(name).filter(names::contains);
    }

    private static boolean isWithin(String name, Collection<String> objects) {
        return objects.stream()
                .anyMatch(object -> name.toLowerCase(Locale.ROOT).startsWith(object.toLowerCase(Locale.ROOT) + "."));
    }

    /** Without what naming conventions differ in. */
    private static String bare(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** A name may be anything that a caller makes up, a secret in a wrong place too. */
    private static String shown(String name) {
        boolean wordLike =
                name.length() <= LONGEST_NAME && name.matches("[\\p{L}_.\\[\\]-]+\\d{0,3}[\\p{L}_.\\[\\]-]*");
        return wordLike ? name : "a name of " + name.length() + " characters";
    }
}
