package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher for Windows, which cannot be run here, against the one that is: what both know is the same. */
class WindowsLauncherTest {

    private String posix = "";
    private String windows = "";

    @BeforeEach
    void both() throws IOException {
        posix = text("sandbox") + text("emulator/dist/src/bin/jvm.sh");
        windows = text("sandbox.cmd") + text("emulator/dist/src/bin/jvm.cmd");
    }

    private static String text(String file) throws IOException {
        return Files.readString(ReadmeFile.top().resolve(file));
    }

    /** What they do themselves, beside handing over. */
    @Test
    void commands_are_those_of_the_other() {
        Set<String> known = all(windows, "\"%(?:~1|COMMAND%)\"==\"([a-z]+)\"");
        assertThat(known).contains("verify", "dist");
        assertThat(posix)
                .satisfies(text -> assertThat(known)
                        .allSatisfy(command -> assertThat(text).containsPattern("[ {]" + command + "[) \\]]")));
    }

    /** Each jar, and the folders whose files make it old. */
    @Test
    void jars_are_as_old_as_the_other_takes_them_for() {
        List<MatchResult> jars = Pattern.compile(" ([a-z*]+)\\) module=(\\S+) jar=\\$here/(\\S+) parts=\"([^\"]+)\"")
                .matcher(posix)
                .results()
                .toList();
        assertThat(jars).hasSize(3).allSatisfy(jar -> {
            String condition = jar.group(1).equals("*") ? "" : "if \"%COMMAND%\"==\"" + jar.group(1) + "\" ";
            assertThat(windows.lines())
                    .contains(
                            condition + "set \"MODULE=" + jar.group(2) + "\"",
                            condition + "set \"PARTS=" + jar.group(4) + "\"",
                            condition + "set \"JAR=%HERE%" + jar.group(3).replace('/', '\\') + "\"");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "src/main",
                "emulator/dist",
                "-Pdist",
                " -am package -Dmaven.test.skip=true -Dspotless.skip=true ",
                "-XX:+UseSerialGC",
                "-Xms16m -Xmx384m -XX:MaxHeapFreeRatio=40",
                "-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000",
                "-XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000",
                "VerifySharedSpaces",
                "kzpay.sandbox.archive=",
                "SharedArchiveFile=",
                "AOTCache=",
                "-Xlog:aot*=off,cds*=off",
                " (once, and after changes) ...",
                "Building the archives ...",
                "must be built, and Maven is not installed; install Maven 3.8 or newer",
                "sandbox: the build failed; the lines above say why",
                "sandbox: no java found; install a JDK 17 or newer, or set JAVA_HOME",
            })
    void both_say_and_demand_the_same(String text) {
        assertThat(posix).contains(text);
        assertThat(windows).contains(text);
    }

    /** As the shell of Windows needs it. */
    @Test
    void lines_end_as_on_windows_and_labels_exist() {
        assertThat(windows.replace("\r\n", "")).doesNotContain("\n").isASCII();
        Set<String> labels = all(windows, "(?m)^:([a-z]+)");
        assertThat(all(windows, "(?:goto |call :)([a-z]+)")).isNotEmpty().isEqualTo(labels);
    }

    private static Set<String> all(String text, String pattern) {
        Set<String> found = new TreeSet<>();
        for (MatchResult match :
                Pattern.compile(pattern).matcher(text).results().toList()) {
            found.add(match.group(1));
        }
        return found;
    }
}
