package kz.paysandbox.emulator.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaBuildTest {

    @ParameterizedTest
    @CsvSource({
        "17.0.15, 17.0.15+6-Debian-1deb12u1, Debian, 17, 17.0.15+6-Debian-1deb12u1-Debian",
        "25.0.3, 25.0.3+9-LTS, Eclipse Adoptium, 25, 25.0.3+9-LTS-Eclipse",
        "21, 21+35, N/A, 21, 21+35-N",
        "17.0.1, 17.0.1/../../x, ../x, 17, 17.0.1"
    })
    void its_name_is_a_part_of_a_file_s_name(String version, String runtime, String maker, int feature, String name) {
        assertThat(JavaBuild.of(List.of(
                        "IMPLEMENTOR=\"" + maker + "\"",
                        "JAVA_RUNTIME_VERSION=\"" + runtime + "\"",
                        "JAVA_VERSION=\"" + version + "\"",
                        "MODULES=\"java.base java.xml\"")))
                .contains(new JavaBuild(feature, name));
    }

    @Test
    void a_linked_runtime_says_its_version_alone() {
        assertThat(JavaBuild.of(List.of("JAVA_VERSION=\"17.0.15\""))).contains(new JavaBuild(17, "17.0.15"));
    }

    @Test
    void a_folder_that_says_nothing_is_of_no_build() {
        assertThat(JavaBuild.of(List.of("MODULES=\"java.base\""))).isEmpty();
        assertThat(JavaBuild.of(List.of("JAVA_VERSION=\"internal\""))).isEmpty();
    }

    @Test
    void a_cache_takes_the_archive_s_place_from_25_on() {
        assertThat(new JavaBuild(24, "24").using(Path.of("a"))).contains("-XX:SharedArchiveFile=a");
        assertThat(new JavaBuild(25, "25").using(Path.of("a"))).contains("-XX:AOTCache=a");
    }
}
