package kz.paysandbox.certs.x509;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.RC2Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBEOutputEncryptorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;

/**
 * PFX containers with one key and its certificate, as Annex 2's {@code openssl pkcs12 -export} makes them: DER all
 * through, since strict readers (Go) know no indefinite lengths.
 */
public final class Pfx {
    private Pfx() {}

    /**
     * The container's bytes.
     *
     * @param alias the friendly name of its entry; empty for none, as Annex 2's command leaves it: Java then calls the
     *     entry {@code 1}
     * @param password ASCII: the JDK opens no other
     * @throws BadMaterialException where the password has other characters
     */
    public static byte[] write(
            PfxFormat format, Optional<String> alias, HeldCertificate held, char[] password, SecureRandom random) {
        Passwords.requireAscii(password);
        try {
            X509Certificate certificate = held.certificate();
            SubjectKeyIdentifier id =
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(certificate.getPublicKey());
            PKCS12SafeBag certificateBag = label(new JcaPKCS12SafeBagBuilder(certificate), alias, id);
            PKCS12SafeBag keyBag =
                    label(new JcaPKCS12SafeBagBuilder(held.key(), keyEncryptor(format, password, random)), alias, id);
            PKCS12PfxPdu parts = new PKCS12PfxPduBuilder()
                    .addEncryptedData(certificateEncryptor(format, password, random), certificateBag)
                    .addData(keyBag)
                    .build(null, new char[0]);
            return DerPfx.of(parts, mac(format), password);
        } catch (IOException | PKCSException | OperatorCreationException | NoSuchAlgorithmException e) {
            throw new BadMaterialException("PFX container cannot be made: " + e.getMessage(), e);
        }
    }

    private static PKCS12SafeBag label(PKCS12SafeBagBuilder builder, Optional<String> alias, SubjectKeyIdentifier id) {
        alias.ifPresent(
                name -> builder.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(name)));
        return builder.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, id)
                .build();
    }

    private static OutputEncryptor keyEncryptor(PfxFormat format, char[] password, SecureRandom random)
            throws OperatorCreationException {
        return switch (format) {
            case MODERN -> Passwords.modern(password, random);
            case LEGACY ->
                new BcPKCS12PBEOutputEncryptorBuilder(
                                PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
                                CBCBlockCipher.newInstance(new DESedeEngine()))
                        .setIterationCount(Passwords.ITERATIONS)
                        .build(password);
        };
    }

    private static OutputEncryptor certificateEncryptor(PfxFormat format, char[] password, SecureRandom random)
            throws OperatorCreationException {
        return switch (format) {
            case MODERN -> Passwords.modern(password, random);
            case LEGACY ->
                new BcPKCS12PBEOutputEncryptorBuilder(
                                PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC,
                                CBCBlockCipher.newInstance(new RC2Engine()))
                        .setIterationCount(Passwords.ITERATIONS)
                        .build(password);
        };
    }

    private static PKCS12MacCalculatorBuilder mac(PfxFormat format) {
        BcPKCS12MacCalculatorBuilder builder = switch (format) {
            case MODERN ->
                new BcPKCS12MacCalculatorBuilder(
                        new SHA256Digest(), new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE));
            case LEGACY ->
                new BcPKCS12MacCalculatorBuilder(
                        new SHA1Digest(), new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1, DERNull.INSTANCE));
        };
        return builder.setIterationCount(Passwords.ITERATIONS);
    }
}
