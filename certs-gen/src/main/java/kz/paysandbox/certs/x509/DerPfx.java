package kz.paysandbox.certs.x509;

import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.PKCS12PfxPdu;

/** The outer layers of a container (RFC 7292, section 4) in DER; the library writes them with indefinite lengths. */
final class DerPfx {
    private DerPfx() {}

    /**
     * A container of the same contents with a MAC of its own.
     *
     * @param parts without a MAC
     */
    static byte[] of(PKCS12PfxPdu parts, PKCS12MacCalculatorBuilder builder, char[] password)
            throws IOException, OperatorCreationException {
        byte[] safe = authenticatedSafe(parts);
        org.bouncycastle.asn1.pkcs.Pfx container = new org.bouncycastle.asn1.pkcs.Pfx(
                new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(safe)), mac(safe, builder, password));
        return container.getEncoded(ASN1Encoding.DER);
    }

    private static byte[] authenticatedSafe(PKCS12PfxPdu parts) throws IOException {
        ASN1EncodableVector contents = new ASN1EncodableVector();
        for (ContentInfo content : parts.getContentInfos()) {
            contents.add(content.getContentType().equals(PKCSObjectIdentifiers.data) ? plain(content) : content);
        }
        return new DERSequence(contents).getEncoded(ASN1Encoding.DER);
    }

    /** The bags of unencrypted contents are bytes within an octet string: encoding the outside does not reach them. */
    private static ASN1Encodable plain(ContentInfo content) throws IOException {
        byte[] bags = ASN1OctetString.getInstance(content.getContent()).getOctets();
        return new ContentInfo(
                PKCSObjectIdentifiers.data,
                new DEROctetString(ASN1Sequence.getInstance(bags).getEncoded(ASN1Encoding.DER)));
    }

    private static MacData mac(byte[] safe, PKCS12MacCalculatorBuilder builder, char[] password)
            throws IOException, OperatorCreationException {
        MacCalculator calculator = builder.build(password);
        try (OutputStream out = calculator.getOutputStream()) {
            out.write(safe);
        }
        PKCS12PBEParams salted =
                PKCS12PBEParams.getInstance(calculator.getAlgorithmIdentifier().getParameters());
        return new MacData(
                new DigestInfo(builder.getDigestAlgorithmIdentifier(), calculator.getMac()),
                salted.getIV(),
                salted.getIterations().intValueExact());
    }
}
