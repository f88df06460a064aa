package kz.paysandbox.emulator.http;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.journal.Finding.Severity;

/** The strictness with which one call is held to a bank's written rules: by nothing, by findings, or by refusals. */
public record Strictness(Level level, WorldCall worldCall) {

    /**
     * A rule is broken in a way that can still be answered.
     *
     * @param severity of the finding; a refusal's is an error
     * @param earlier numbers of the requests before this one that show it too
     * @return why the call is refused, where it is
     */
    public Optional<String> refusal(Clause clause, Severity severity, String evidence, List<Long> earlier) {
        switch (level) {
            case LENIENT -> {
                return Optional.empty();
            }
            case DOCUMENTED -> {
                worldCall.finding(clause, severity, evidence, earlier);
                return Optional.empty();
            }
            case STRICT -> {
                worldCall.finding(clause, Severity.ERROR, evidence, earlier);
                return Optional.of(clause.rule() + ": " + evidence);
            }
        }
        throw new IllegalStateException("level " + level);
    }

    /** Records what is refused anyhow, or cannot be refused at its place. */
    public void finding(Clause clause, String evidence) {
        if (level != Level.LENIENT) {
            worldCall.finding(clause, evidence);
        }
    }
}
