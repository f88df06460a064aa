package kz.paysandbox.junit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A start that does not come to its end, with a program that waits for the end of its input in place of Java. */
@DisabledOnOs(OS.WINDOWS)
class SandboxProcessTest {

    @TempDir
    private Path folder;

    @Test
    void an_interrupted_start_leaves_no_process() throws Exception {
        SandboxProcess process = SandboxProcess.of(choices("read line"), Map.of());
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(process::start)
                    .isInstanceOf(SandboxException.class)
                    .hasMessage("interrupted while the sandbox was started");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        for (ProcessHandle child : children()) {
            child.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_program_that_ends_during_the_start_is_shown_with_what_it_printed() throws Exception {
        SandboxProcess process = SandboxProcess.of(choices("echo no such setting"), Map.of());
        assertThatThrownBy(process::start).hasMessage("the sandbox did not start: no such setting");
    }

    @Test
    void what_it_printed_is_shown_in_any_encoding_and_only_its_end() throws Exception {
        SandboxProcess process =
                SandboxProcess.of(choices("printf '%05000d' 0; printf '\\377 no such folder'"), Map.of());
        assertThatThrownBy(process::start)
                .hasMessageStartingWith("the sandbox did not start: 000")
                .hasMessageEndingWith(" no such folder")
                .message()
                .hasSizeLessThan(2_100);
    }

    private List<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }

    private Choices choices(String command) throws Exception {
        Path java = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        Path cache = Files.createDirectory(
                folder.resolve("cache"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Map<String, String> chosen = Map.of(
                "sandbox.java", java.toString(), "sandbox.jar", java.toString(), "sandbox.cache", cache.toString());
        return Choices.over(name -> Optional.ofNullable(chosen.get(name)));
    }
}
