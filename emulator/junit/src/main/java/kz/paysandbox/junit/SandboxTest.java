package kz.paysandbox.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;

/**
 * A {@code @SpringBootTest} of Spring Boot 3 or 4 against a world of the test class's own: the application finds
 * {@link SandboxWorld#properties()} in its environment, before all others, and the world is a bean and a parameter of test
 * methods. All tests of the class share it, as they share the application; nested classes do too.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ExtendWith(SandboxTestExtension.class)
public @interface SandboxTest {

    /** As {@link SpringBootTest#classes()}. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
    Class<?>[] classes() default {};

    /** As {@link SpringBootTest#properties()}. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};

    /** As {@link SpringBootTest#webEnvironment()}. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "webEnvironment")
    WebEnvironment webEnvironment() default WebEnvironment.MOCK;

    /** As {@link Sandbox#failOnFindings()}, for the class as a whole. */
    boolean failOnFindings() default false;

    /** As {@link Sandbox#accept()}. */
    String[] accept() default {"epay.callback.unreachable"};

    /** As {@link Sandbox#failOnUnmatched()}, for the class as a whole. */
    boolean failOnUnmatched() default false;

    /** As {@link Sandbox#scenario()}. */
    String scenario() default "";

    /** As {@link Sandbox#clock()}. */
    String clock() default "";

    /** As {@link Sandbox#seed()}; derived from the class's name where it is 0. */
    long seed() default 0;

    /** As {@link Sandbox#level()}. */
    String level() default "";

    /** As {@link Sandbox#settings()}. */
    String[] settings() default {};
}
