package kz.paysandbox.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives every test of a class, or one test, a world of its own, as a parameter of type {@link SandboxWorld}. On a method it
 * replaces that of the class; nested classes have that of the class around them.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandboxExtension.class)
public @interface Sandbox {

    /** Whether a test fails where the application left the bank's written rules. Default: no. */
    boolean failOnFindings() default false;

    /**
     * Rules whose findings fail no test. Default: that no bank could call a server on this machine, which every test's own
     * server is.
     */
    String[] accept() default {"epay.callback.unreachable"};

    /** Whether a test fails where the application called a path that the bank does not have. Default: no. */
    boolean failOnUnmatched() default false;

    /** A scenario of the catalogue to begin with, or a scenario file. Default: none. */
    String scenario() default "";

    /**
     * The instant at which the world's clock stands, as {@code 2026-01-15T10:00:00+05:00}; {@code now} for the present.
     * Default: real time.
     */
    String clock() default "";

    /** What ids, tokens and faults follow. Default: 0, derived from the test's id, so the same in each run. */
    long seed() default 0;

    /** {@code lenient}, {@code documented} or {@code strict}. Default: that of {@link #settings()}, else documented. */
    String level() default "";

    /** Settings of the sandbox as {@code key=value}; tests with the same settings share a process. Default: none. */
    String[] settings() default {};
}
