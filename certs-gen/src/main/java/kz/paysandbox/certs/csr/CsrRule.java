package kz.paysandbox.certs.csr;

/** What Annex 2 says of a certificate request; each rule quotes the line or sentence it comes from. */
public enum CsrRule {
    READABLE("csr.readable", "Annex 2, command: openssl req … -out certrequest.csr"),
    PUBLIC_ONLY("csr.public-only", "Annex 2: the request holds the partner's public key only"),
    POSSESSION("csr.signature", "Annex 2, command: openssl req signs the request with the new key"),
    KEY("csr.key", "Annex 2, command: -newkey rsa:2048"),
    DIGEST("csr.digest", "Annex 2, command: openssl's own digest (SHA-256)"),
    KEY_USAGE(
            "csr.key-usage",
            "Annex 2, command: -addext 'keyUsage = digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment'"),
    EXTENDED_KEY_USAGE("csr.extended-key-usage", "Annex 2, command: -addext 'extendedKeyUsage = clientAuth'"),
    EXTENSIONS("csr.extensions", "Annex 2, command: -addext asks for keyUsage and extendedKeyUsage only"),
    COUNTRY("csr.country", "Annex 2, line 15: Country Name (2 letter code): KZ"),
    STATE("csr.state", "Annex 2, line 16: State or Province Name, e.g. Almaty Province"),
    LOCALITY("csr.locality", "Annex 2, line 17: Locality Name, e.g. Almaty"),
    ORGANISATION("csr.organisation", "Annex 2, line 18: Organization Name in English or Latin letters"),
    UNIT("csr.unit", "Annex 2, line 19: Organizational Unit Name stays empty"),
    COMMON_NAME("csr.common-name", "Annex 2, line 20: Common Name, the host (IP address or DNS name)"),
    EMAIL("csr.email", "Annex 2, line 21: Email Address of the contact person"),
    CHALLENGE("csr.challenge-password", "Annex 2, line 25: A challenge password stays empty"),
    COMPANY("csr.company-name", "Annex 2, line 26: An optional company name stays empty");

    private final String id;
    private final String clause;

    CsrRule(String id, String clause) {
        this.id = id;
        this.clause = clause;
    }

    /** Stable name, for example {@code csr.key-usage}. */
    public String id() {
        return id;
    }

    /** Where the document says so. */
    public String clause() {
        return clause;
    }
}
