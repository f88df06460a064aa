package kz.paysandbox.certs.csr;

/** What a finding means for the request. */
public enum Severity {
    /** Breaks what Annex 2 demands: the request is not signed. */
    ERROR,
    /** Differs from the document's example, or is ignored: the request is signed. */
    WARNING
}
