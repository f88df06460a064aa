package kz.paysandbox.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.gateway.TestClock;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneProcessTest {
    @TempDir
    Path folder;

    /** Holds a file of H2 open until its input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws Exception {
            try (GatewayDatabase held =
                    GatewayDatabase.open(file(Path.of(args[0])), Optional.empty(), TestClock.usual())) {
                System.out.println(held.reachable());
                System.in.read();
            }
        }
    }

    private static GatewayDatabase.Address file(Path file) {
        return new GatewayDatabase.Address("jdbc:h2:file:" + file, Optional.empty(), Optional.empty(), 2);
    }

    @Test
    void a_second_process_is_told_that_the_file_is_in_use() throws Exception {
        Path file = folder.resolve("data");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process first = new ProcessBuilder(List.of(
                        java, "-cp", System.getProperty("java.class.path"), Holder.class.getName(), file.toString()))
                .redirectError(new File(folder.toFile(), "log"))
                .start();
        try {
            assertThat(first.inputReader().readLine()).isEqualTo("true");
            assertThatThrownBy(() -> GatewayDatabase.open(file(file), Optional.empty(), TestClock.usual()))
                    .isInstanceOf(DatabaseInUse.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("PostgreSQL");
        } finally {
            first.outputWriter().close();
            assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        try (GatewayDatabase after = GatewayDatabase.open(file(file), Optional.empty(), TestClock.usual())) {
            assertThat(after.reachable()).isTrue();
        }
    }

    @Test
    void a_database_that_is_not_there_is_another_failure() {
        GatewayDatabase.Address nowhere = new GatewayDatabase.Address(
                "jdbc:h2:file:" + folder.resolve("none") + ";IFEXISTS=TRUE", Optional.empty(), Optional.empty(), 2);
        assertThatThrownBy(() -> GatewayDatabase.open(nowhere, Optional.empty(), TestClock.usual()))
                .isNotInstanceOf(DatabaseInUse.class);
        assertThat(nowhere.file()).isTrue();
        assertThat(TestDatabase.POSTGRES.address().file()).isFalse();
    }
}
