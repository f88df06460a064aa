package kz.paysandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.EnumSource;

/** Each of the 42 checks of the contract has tests, named {@code check_07_…}, on the databases that it is for. */
class AcceptanceTest {
    private static final int CHECKS = 42;
    private static final Path SOURCES = Path.of("src", "test", "java");
    private static final Pattern CHECK = Pattern.compile("check_(\\d\\d)_\\w+");

    /** Checks that speak of one database: several nodes need PostgreSQL, and a first start without settings makes H2. */
    private static final Map<Integer, Set<TestDatabase>> OF_ONE =
            Map.of(20, EnumSet.of(TestDatabase.POSTGRES), 41, EnumSet.of(TestDatabase.H2));

    @Test
    void each_check_has_a_test_on_its_databases() throws Exception {
        Map<Integer, Set<TestDatabase>> shown = shown();
        assertThat(shown.keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, CHECKS).boxed().toList());
        assertThat(shown)
                .allSatisfy((check, databases) -> assertThat(databases)
                        .as("check " + check)
                        .containsAll(OF_ONE.getOrDefault(check, EnumSet.allOf(TestDatabase.class))));
    }

    private static Map<Integer, Set<TestDatabase>> shown() throws IOException, ClassNotFoundException {
        Map<Integer, Set<TestDatabase>> shown = new TreeMap<>();
        for (String name : classes()) {
            Class<?> tests = Class.forName(name, false, AcceptanceTest.class.getClassLoader());
            for (Method method : methods(tests)) {
                Matcher check = CHECK.matcher(method.getName());
                if (check.matches()) {
                    shown.computeIfAbsent(Integer.valueOf(check.group(1)), number -> EnumSet.noneOf(TestDatabase.class))
                            .addAll(databases(tests, method));
                }
            }
        }
        return shown;
    }

    /** Also those of a class that it is one of several forms of. */
    private static List<Method> methods(Class<?> tests) {
        List<Method> methods = new ArrayList<>();
        for (Class<?> owner = tests; owner != null; owner = owner.getSuperclass()) {
            methods.addAll(List.of(owner.getDeclaredMethods()));
        }
        return methods;
    }

    private static Set<TestDatabase> databases(Class<?> tests, Method method) {
        On one = method.isAnnotationPresent(On.class) ? method.getAnnotation(On.class) : tests.getAnnotation(On.class);
        if (one != null) {
            return EnumSet.of(one.value());
        }
        EnumSource each = method.getAnnotation(EnumSource.class);
        if (each == null || !List.of(method.getParameterTypes()).contains(TestDatabase.class)) {
            return EnumSet.noneOf(TestDatabase.class);
        }
        return each.names().length == 0
                ? EnumSet.allOf(TestDatabase.class)
                : EnumSet.copyOf(
                        Arrays.stream(each.names()).map(TestDatabase::valueOf).toList());
    }

    private static List<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.map(SOURCES::relativize)
                    .map(Path::toString)
                    .filter(file -> file.endsWith("IT.java") || file.endsWith("Test.java"))
                    .map(file -> file.replace(".java", "").replace('/', '.').replace('\\', '.'))
                    .toList();
        }
    }
}
