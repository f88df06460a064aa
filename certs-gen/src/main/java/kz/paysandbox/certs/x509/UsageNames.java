package kz.paysandbox.certs.x509;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Key usages in the spelling of OpenSSL's configuration files, which is the document's too. */
final class UsageNames {
    private static final Map<KeyPurposeId, String> PURPOSES = Map.of(
            KeyPurposeId.id_kp_clientAuth, "clientAuth",
            KeyPurposeId.id_kp_serverAuth, "serverAuth",
            KeyPurposeId.id_kp_codeSigning, "codeSigning",
            KeyPurposeId.id_kp_emailProtection, "emailProtection",
            KeyPurposeId.anyExtendedKeyUsage, "anyExtendedKeyUsage");

    private UsageNames() {}

    static Set<String> of(KeyUsage usage) {
        Map<String, Integer> bits = new LinkedHashMap<>();
        bits.put("digitalSignature", KeyUsage.digitalSignature);
        bits.put("nonRepudiation", KeyUsage.nonRepudiation);
        bits.put("keyEncipherment", KeyUsage.keyEncipherment);
        bits.put("dataEncipherment", KeyUsage.dataEncipherment);
        bits.put("keyAgreement", KeyUsage.keyAgreement);
        bits.put("keyCertSign", KeyUsage.keyCertSign);
        bits.put("cRLSign", KeyUsage.cRLSign);
        bits.put("encipherOnly", KeyUsage.encipherOnly);
        bits.put("decipherOnly", KeyUsage.decipherOnly);
        return bits.entrySet().stream()
                .filter(bit -> usage.hasUsages(bit.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Set<String> of(ExtendedKeyUsage usage) {
        return Arrays.stream(usage.getUsages())
                .map(purpose -> PURPOSES.getOrDefault(purpose, purpose.getId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
