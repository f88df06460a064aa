package kz.paysandbox.certs.csr;

/**
 * One deviation of a request from Annex 2.
 *
 * @param found what the request says; never a password in it
 * @param advice what to do
 */
public record CsrFinding(CsrRule rule, Severity severity, String found, String advice) {
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line: severity, rule, what was found, the clause, what to do. */
    @Override
    public String toString() {
        return (isError() ? "error   " : "warning ") + rule.id() + ": " + found + " [" + rule.clause() + "]: " + advice;
    }
}
