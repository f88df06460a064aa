package kz.paysandbox.certs.x509;

/** How a PFX container protects what is in it. */
public enum PfxFormat {
    /** AES-256 with PBKDF2 and a SHA-256 MAC: what OpenSSL 3 and Java 17 write. */
    MODERN,
    /** RC2-40 for the certificate, 3DES for the key, SHA-1 MAC: all that older Windows, .NET and Java read. */
    LEGACY
}
