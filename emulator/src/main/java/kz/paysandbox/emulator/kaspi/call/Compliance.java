package kz.paysandbox.emulator.kaspi.call;

import java.util.List;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.fields.Deviation;
import kz.paysandbox.emulator.core.journal.Finding.Severity;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Strictness;
import kz.paysandbox.emulator.http.WorldCall;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.rules.KaspiClause;
import kz.paysandbox.emulator.kaspi.rules.RequestIds;

/**
 * The judgement of one caller by the document's rules, as closely as the level says: nothing, a finding, or a refusal.
 * Clients in production break each of these rules and are answered.
 */
public final class Compliance {

    private static final String JSON = "application/json";

    private final Strictness strictness;
    private final WorldCall worldCall;

    public Compliance(Level level, WorldCall worldCall) {
        this.strictness = new Strictness(level, worldCall);
        this.worldCall = worldCall;
    }

    /** 2.1: X-Request-ID is unique; what reuses one for another call may be taken for the first one's answer. */
    public Outcome<Boolean, Refusal> judgeRequestId(String row, RequestIds seen) {
        return seen.use(row, worldCall)
                .map(reuse -> deviates(
                        KaspiClause.REQUEST_ID_REUSED,
                        reuse.equal() ? Severity.NOTE : Severity.WARNING,
                        reuse.evidence(),
                        List.of(reuse.request())))
                .orElseGet(() -> Outcome.ok(true));
    }

    /** Headers and path, the same for every call (2.1). */
    public Outcome<Boolean, Refusal> judgeHeaders() {
        Call call = worldCall.call();
        Outcome<Boolean, Refusal> verdict = Outcome.ok(true);
        if (call.header("X-Request-ID").filter(id -> !id.isBlank()).isEmpty()) {
            verdict = verdict.flatMap(ok -> deviates(KaspiClause.REQUEST_ID_MISSING, "no X-Request-ID"));
        }
        if (call.hasSeveral("X-Request-ID")) {
            verdict = verdict.flatMap(ok -> deviates(KaspiClause.KEY_REPEATED, "X-Request-ID was sent twice"));
        }
        boolean json = call.header("Content-Type")
                .filter(type -> type.regionMatches(true, 0, JSON, 0, JSON.length()))
                .isPresent();
        if (call.method().equals("POST") && !json) {
            verdict = verdict.flatMap(ok -> deviates(
                    KaspiClause.CONTENT_TYPE,
                    "Content-Type: " + call.header("Content-Type").orElse("absent")));
        }
        if (call.path().endsWith("/")) {
            verdict = verdict.flatMap(ok -> deviates(KaspiClause.TRAILING_SLASH, "the path ends with a slash"));
        }
        return verdict;
    }

    /** Fields written otherwise than the document's tables write them. */
    public Outcome<Boolean, Refusal> judge(List<Deviation> deviations) {
        Outcome<Boolean, Refusal> verdict = Outcome.ok(true);
        for (Deviation deviation : deviations) {
            verdict = verdict.flatMap(ok -> deviates(clause(deviation.kind()), deviation.evidence()));
        }
        return verdict;
    }

    /** A rule of the document is broken in a way that can still be answered. */
    public Outcome<Boolean, Refusal> deviates(KaspiClause clause, String evidence) {
        return deviates(clause, clause.severity(), evidence, List.of());
    }

    private Outcome<Boolean, Refusal> deviates(
            KaspiClause clause, Severity severity, String evidence, List<Long> earlier) {
        return strictness
                .refusal(clause, severity, evidence, earlier)
                .<Outcome<Boolean, Refusal>>map(why -> Refusal.refuse(Reason.MALFORMED, why, why))
                .orElseGet(() -> Outcome.ok(true));
    }

    /** Records what cannot be refused at its place. */
    public void finding(KaspiClause clause, String evidence) {
        strictness.finding(clause, evidence);
    }

    private static KaspiClause clause(Deviation.Kind kind) {
        return switch (kind) {
            case SPELLING -> KaspiClause.KEY_SPELLING;
            case UNKNOWN -> KaspiClause.KEY_UNKNOWN;
            case TYPE -> KaspiClause.VALUE_TYPE;
            case NOTATION, BLANKS -> KaspiClause.VALUE_NOTATION;
            case REPEATED -> KaspiClause.KEY_REPEATED;
        };
    }
}
