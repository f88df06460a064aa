package kz.paysandbox.emulator;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The picture of the rooms in the README is what the code does. */
class RoomsPictureTest {

    private static final String ROOT = "kz.paysandbox.emulator";
    private static final String TOP = "top";
    private static final String ARROW = "->";

    @Test
    void every_arrow_of_the_picture_is_in_the_code_and_no_other() throws IOException {
        assertThat(code()).isEqualTo(picture());
    }

    private static Map<String, Set<String>> picture() throws IOException {
        Map<String, Set<String>> rooms = new TreeMap<>();
        Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.matches("[a-z]+ +->.*"))
                .forEach(line -> rooms.put(
                        line.substring(0, line.indexOf(' ')),
                        Arrays.stream(line.substring(line.indexOf(ARROW) + ARROW.length())
                                        .split(" "))
                                .filter(name -> !name.isEmpty())
                                .collect(toCollection(TreeSet::new))));
        return rooms;
    }

    private static Map<String, Set<String>> code() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
        Map<String, Set<String>> rooms = new TreeMap<>();
        for (JavaClass origin : classes) {
            Set<String> used = rooms.computeIfAbsent(room(origin), room -> new TreeSet<>());
            origin.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .map(RoomsPictureTest::room)
                    .filter(room -> !room.equals(room(origin)))
                    .forEach(used::add);
        }
        return rooms;
    }

    private static String room(JavaClass of) {
        String name = of.getPackageName().substring(ROOT.length());
        return name.isEmpty() ? TOP : name.substring(1).replaceAll("\\..*", "");
    }
}
