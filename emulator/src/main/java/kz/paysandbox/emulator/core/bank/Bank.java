package kz.paysandbox.emulator.core.bank;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.core.settings.Settings;

/** The facts about a bank that are known without a running server. */
public interface Bank {

    /** As on the control surface and at the beginning of its settings' keys and clauses' rules. */
    String name();

    /** For people. */
    String title();

    /** The document that is emulated, with its version. */
    String contract();

    /** In the order in which they are shown. */
    List<BankListener> listeners();

    /** Its switches and assumptions, in the order in which they are shown. */
    List<Setting> settings();

    /** What is wrong with values that are of the right kind and yet cannot be used. */
    default Optional<String> problem(Settings settings) {
        return Optional.empty();
    }

    /** The ids of its rows, in the order of its document. */
    List<String> rows();

    /** What a fault can be about: the names of its listeners, then the ids of its rows. */
    default List<String> endpoints() {
        return Stream.concat(listeners().stream().map(BankListener::name), rows().stream())
                .toList();
    }

    /** The written rules that its callers can be seen to break, in the document's order. */
    List<Clause> clauses();

    /** Every status that one of its payments can have. */
    List<String> statuses();

    /** The schemes by which a merchant can ask for a payment, as {@code r1}; none where there is only one way. */
    default List<String> schemes() {
        return List.of();
    }

    /** What an integration can use of it: its schemes, or the bank itself where there is only one way. */
    default List<String> products() {
        return schemes().isEmpty() ? List.of(name()) : schemes();
    }

    /** The codes of its own that a fault can make this bank answer, beside an HTTP status. */
    default List<AnswerCode> answerCodes() {
        return List.of();
    }

    /**
     * The names of fields that a call of a row can have, in its body, query or form.
     *
     * @return empty where anything can stand there, as in the calls of a page
     */
    default Optional<Set<String>> requestNames(String row) {
        return Optional.empty();
    }

    /**
     * The names of members that a JSON answer of a row can have, at any depth.
     *
     * @return empty where they are not known, as of a page
     */
    default Optional<Set<String>> answerNames(String row) {
        return Optional.empty();
    }

    /** Names of the files that it needs in the folder of certificates and keys. */
    default List<String> keyFiles() {
        return List.of();
    }

    /** The organisations that a world's own client certificate acts for. */
    default List<String> certificateBins() {
        return List.of();
    }

    /** BINs of the organisations that every world has. */
    default List<String> bins(Settings settings) {
        return certificateBins();
    }

    /** The variables of an application under test, for the default world, in the order in which they are printed. */
    Map<String, String> environment(Site site);

    /** What the banner says of its listeners. */
    List<BannerSection> banner(Site site);

    /** What callers on other machines must know, one line each. */
    default List<String> remoteNotes(Settings settings) {
        return List.of();
    }
}
