package kz.paysandbox.adapters.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.callback.CallbackVerifier;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiTestHooks;
import kz.paysandbox.adapters.kaspi.payment.FollowedPayment;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.MerchantTill;
import kz.paysandbox.adapters.merchant.PaymentLog;
import kz.paysandbox.adapters.merchant.ShopConfigs;
import kz.paysandbox.adapters.merchant.callback.CallbackInbox;
import kz.paysandbox.adapters.merchant.callback.JdbcCallbackStore;
import kz.paysandbox.adapters.merchant.refund.EpayRefunds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A public operation that nothing in this package calls is one that nobody has seen working. */
class EveryOperationPlayedTest {
    private static final Set<String> PLAYED = new ClassFileImporter()
            .importPackagesOf(EveryOperationPlayedTest.class).stream()
                    .filter(EveryOperationPlayedTest::plays)
                    .flatMap(test -> Stream.<JavaCodeUnitAccess<?>>concat(
                            test.getMethodCallsFromSelf().stream(), test.getMethodReferencesFromSelf().stream()))
                    .map(access -> access.getTargetOwner().getName() + "." + access.getName())
                    .collect(Collectors.toUnmodifiableSet());

    private static boolean plays(JavaClass candidate) {
        return candidate.getPackageName().equals(EveryOperationPlayedTest.class.getPackageName());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                KaspiR1.class,
                KaspiR2.class,
                KaspiR3.class,
                KaspiTestHooks.class,
                FollowedPayment.class,
                EpayClient.class,
                CallbackVerifier.class,
                MerchantKaspi.class,
                MerchantTill.class,
                ShopConfigs.class,
                PaymentLog.class,
                CallbackInbox.class,
                JdbcCallbackStore.class,
                EpayRefunds.class
            })
    void every_public_operation_is_played_against_the_sandbox(Class<?> client) {
        Set<String> operations = Arrays.stream(client.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !(client.isRecord() && inherited(method)))
                .map(method -> client.getName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(operations).isNotEmpty().isSubsetOf(PLAYED);
    }

    @Test
    void and_the_check_can_fail() {
        assertThat(PLAYED)
                .contains(EpayClient.class.getName() + ".refund")
                .doesNotContain(EpayClient.class.getName() + ".somethingNew");
    }

    private static boolean inherited(Method method) {
        return Set.of("equals", "hashCode", "toString").contains(method.getName());
    }
}
