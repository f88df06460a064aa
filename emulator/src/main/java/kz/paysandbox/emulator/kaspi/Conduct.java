package kz.paysandbox.emulator.kaspi;

import java.util.List;
import java.util.Locale;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.fields.Deviation;
import kz.paysandbox.emulator.core.journal.Finding.Severity;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Visit;
import kz.paysandbox.emulator.kaspi.domain.Reason;
import kz.paysandbox.emulator.kaspi.domain.Refusal;

/**
 * Holds a caller to the document's rules as closely as the level says: nothing, a finding, or a refusal. Clients in
 * production break each of these rules and are answered.
 */
public final class Conduct {

    private final Level level;
    private final Visit visit;

    Conduct(Level level, Visit visit) {
        this.level = level;
        this.visit = visit;
    }

    /** Headers and path, the same for every call (2.1). */
    Outcome<Boolean, Refusal> judgeHeaders() {
        Call call = visit.call();
        Outcome<Boolean, Refusal> verdict = Outcome.ok(true);
        if (call.header("X-Request-ID").filter(id -> !id.isBlank()).isEmpty()) {
            verdict = verdict.then(ok -> deviates(
                    "kaspi.request-id.missing",
                    "2.1: every request carries the header X-Request-ID with a unique value",
                    "no X-Request-ID"));
        }
        boolean json = call.header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/json"))
                .isPresent();
        if (call.method().equals("POST") && !json) {
            verdict = verdict.then(ok -> deviates(
                    "kaspi.content-type",
                    "2.1: data is passed as JSON (Content-Type: application/json)",
                    "Content-Type: " + call.header("Content-Type").orElse("absent")));
        }
        if (call.path().endsWith("/")) {
            verdict = verdict.then(ok -> deviates(
                    "kaspi.path.trailing-slash", "2.2-5: no address ends with a slash", "the path ends with a slash"));
        }
        return verdict;
    }

    /** Fields written otherwise than the document's tables write them. */
    Outcome<Boolean, Refusal> judge(List<Deviation> deviations) {
        Outcome<Boolean, Refusal> verdict = Outcome.ok(true);
        for (Deviation deviation : deviations) {
            verdict = verdict.then(
                    ok -> deviates(rule(deviation.kind()), clause(deviation.kind()), deviation.evidence()));
        }
        return verdict;
    }

    /** A rule of the document is broken in a way that can still be answered. */
    Outcome<Boolean, Refusal> deviates(String rule, String clause, String evidence) {
        switch (level) {
            case LENIENT -> {
                return Outcome.ok(true);
            }
            case DOCUMENTED -> {
                visit.finding(rule, clause, Severity.NOTE, evidence);
                return Outcome.ok(true);
            }
            case STRICT -> {
                visit.finding(rule, clause, Severity.ERROR, evidence);
                return Refusal.refuse(Reason.MALFORMED, rule + ": " + evidence);
            }
        }
        throw new IllegalStateException("level " + level);
    }

    /** Records what cannot be refused at its place. */
    void finding(String rule, String clause, String evidence) {
        if (level != Level.LENIENT) {
            visit.finding(rule, clause, Severity.WARNING, evidence);
        }
    }

    private static String rule(Deviation.Kind kind) {
        return switch (kind) {
            case SPELLING -> "kaspi.key.spelling";
            case TYPE -> "kaspi.value.type";
        };
    }

    private static String clause(Deviation.Kind kind) {
        return switch (kind) {
            case SPELLING -> "2.2-4.6: names of parameters as in the method's table";
            case TYPE -> "2.2-4.6: types of parameters as in the method's table";
        };
    }
}
