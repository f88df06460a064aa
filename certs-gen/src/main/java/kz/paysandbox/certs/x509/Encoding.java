package kz.paysandbox.certs.x509;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;

/** What a file is meant to hold, so that DER, which has no label of its own, can be read as PEM is. */
public enum Encoding {
    CERTIFICATE,
    PRIVATE_KEY,
    REQUEST;

    private static final int SEQUENCE = 0x30;

    /** EF BB BF, as ISO 8859-1 reads it. */
    private static final String UTF8_BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    /**
     * PEM text: the file's own, byte by byte, since what surrounds the blocks must not make reading fail; or DER in PEM
     * armour.
     *
     * @throws BadMaterialException where it begins as DER and is not
     */
    public String pem(byte[] content) {
        return content.length > 0 && content[0] == SEQUENCE
                ? Pem.armour(label(content), content)
                : new String(content, ISO_8859_1).replaceFirst("^" + UTF8_BYTE_ORDER_MARK, "");
    }

    private String label(byte[] der) {
        return switch (this) {
            case CERTIFICATE -> "CERTIFICATE";
            case REQUEST -> "CERTIFICATE REQUEST";
            case PRIVATE_KEY -> keyLabel(der);
        };
    }

    /** The four forms begin differently: RFC 5958, RFC 8017 appendix A.1.2, RFC 5915. */
    private static String keyLabel(byte[] der) {
        try {
            ASN1Sequence parts = ASN1Sequence.getInstance(der);
            ASN1Encodable first = parts.getObjectAt(0);
            ASN1Encodable second = parts.getObjectAt(1);
            if (first instanceof ASN1Sequence) {
                return "ENCRYPTED PRIVATE KEY";
            }
            if (first instanceof ASN1Integer && second instanceof ASN1Integer) {
                return "RSA PRIVATE KEY";
            }
            return second instanceof ASN1OctetString ? "EC PRIVATE KEY" : "PRIVATE KEY";
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new BadMaterialException("not a private key in DER", e);
        }
    }
}
