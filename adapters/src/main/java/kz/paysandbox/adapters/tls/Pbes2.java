package kz.paysandbox.adapters.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A decoder of a PKCS#8 key encrypted by PBES2 (RFC 8018). Own reading, because Java 17 cannot: the command of the
 * bank's Annex 2 encrypts with 3DES under OpenSSL 1.1 and 3.0, and the JDK knows PBES2 with AES only.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; lives as long as one reading
record Pbes2(String prf, byte[] salt, int iterations, String cipher, int keyBytes, byte[] iv, byte[] content) {
    private static final String PBES2 = "2a864886f70d01050d";
    private static final String DES_EDE3 = "2a864886f70d0307";
    private static final int MOST_ITERATIONS = 10_000_000;

    /** Empty when the key is encrypted by another scheme. */
    static Optional<Pbes2> parse(byte[] der) throws NoSuchAlgorithmException {
        Der info = new Der(der).sequence();
        Der algorithm = info.sequence();
        if (!oid(algorithm).equals(PBES2)) {
            return Optional.empty();
        }
        Der parameters = algorithm.sequence();
        Der derivation = parameters.sequence();
        derivation.value(Der.OID);
        Der pbkdf2 = derivation.sequence();
        byte[] salt = pbkdf2.value(Der.OCTETS);
        BigInteger iterations = new BigInteger(1, pbkdf2.value(Der.INTEGER));
        if (iterations.bitLength() > 31 || iterations.intValue() > MOST_ITERATIONS || iterations.signum() == 0) {
            throw new IllegalArgumentException("iteration count " + iterations);
        }
        if (pbkdf2.next(Der.INTEGER)) {
            pbkdf2.value(Der.INTEGER);
        }
        String prf = pbkdf2.more() ? prf(oid(pbkdf2.sequence())) : "PBKDF2WithHmacSHA1";
        Der scheme = parameters.sequence();
        String cipher = oid(scheme);
        int keyBytes = keyBytes(cipher);
        return Optional.of(new Pbes2(
                prf,
                salt,
                iterations.intValue(),
                cipher.equals(DES_EDE3) ? "DESede" : "AES",
                keyBytes,
                scheme.value(Der.OCTETS),
                info.value(Der.OCTETS)));
    }

    byte[] open(char[] password) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, keyBytes * 8);
        byte[] key = SecretKeyFactory.getInstance(prf).generateSecret(spec).getEncoded();
        try {
            Cipher opener = Cipher.getInstance(cipher + "/CBC/PKCS5Padding");
            opener.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, cipher), new IvParameterSpec(iv));
            return opener.doFinal(content);
        } finally {
            spec.clearPassword();
            Arrays.fill(key, (byte) 0);
        }
    }

    private static String oid(Der at) {
        return HexFormat.of().formatHex(at.value(Der.OID));
    }

    private static String prf(String oid) throws NoSuchAlgorithmException {
        return switch (oid) {
            case "2a864886f70d0207" -> "PBKDF2WithHmacSHA1";
            case "2a864886f70d0209" -> "PBKDF2WithHmacSHA256";
            case "2a864886f70d020a" -> "PBKDF2WithHmacSHA384";
            case "2a864886f70d020b" -> "PBKDF2WithHmacSHA512";
            default -> throw new NoSuchAlgorithmException("key derivation " + oid);
        };
    }

    private static int keyBytes(String oid) throws NoSuchAlgorithmException {
        return switch (oid) {
            case DES_EDE3, "608648016503040116" -> 24;
            case "60864801650304012a" -> 32;
            case "608648016503040102" -> 16;
            default -> throw new NoSuchAlgorithmException("cipher " + oid);
        };
    }

    @Override
    public String toString() {
        return "Pbes2[" + cipher + ", " + prf + "]";
    }
}
