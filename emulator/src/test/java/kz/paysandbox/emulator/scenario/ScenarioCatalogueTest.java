package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.emulator.language.Language;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioCatalogueTest {

    private static final Path FOLDER = Path.of("src/main/resources/kz/paysandbox/emulator/scenario");

    static Stream<ScenarioText> catalogue() {
        return OwnBanks.CATALOGUE.all().stream();
    }

    @Test
    void there_are_at_least_25() {
        assertThat(OwnBanks.CATALOGUE.all()).hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void every_file_is_in_the_index_under_its_own_name() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml") && !name.equals("template.yaml"))
                            .map(name -> name.replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            catalogue().map(text -> text.scenario().name()).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void each_tells_an_editor_its_schema_and_a_developer_what_to_do(ScenarioText text) {
        assertThat(text.text()).startsWith("# yaml-language-server: $schema=");
        assertThat(text.scenario().correct()).endsWith(".");
        assertThat(Language.RU.translation(text.scenario().correct()))
                .as(text.scenario().correct() + " in language/ru/scenarios.po")
                .isPresent();
        assertThat(text.scenario().opening().size()
                        + text.scenario().timeline().size()
                        + text.scenario().start().ahead().toSeconds())
                .isPositive();
    }

    /** {@link Played} sees to it that each of these plays the scenario that it is named after. */
    @Test
    void each_has_a_test_of_its_name_that_proves_both_halves() {
        List<Class<?>> proofs = List.of(
                CustomerScenariosTest.class,
                LostAnswersTest.class,
                RefundScenariosTest.class,
                MerchantScenariosTest.class,
                CallbackScenariosTest.class,
                CardScenariosTest.class);
        assertThat(proofs).allSatisfy(proof -> assertThat(proof).hasAnnotation(ProvesScenarios.class));
        assertThat(proofs.stream()
                        .flatMap(proof -> Arrays.stream(proof.getDeclaredMethods()))
                        .filter(method ->
                                method.isAnnotationPresent(Test.class) && !method.isAnnotationPresent(Disabled.class))
                        .map(method -> method.getName().replace('_', '-')))
                .containsExactlyInAnyOrderElementsOf(
                        catalogue().map(text -> text.scenario().name()).toList());
    }

    @Test
    void the_template_is_a_good_scenario() {
        assertThat(ScenarioReader.read(ScenarioCatalogue.template(), OwnBanks.RULES)
                        .refusal())
                .isEmpty();
        assertThat(ScenarioCatalogue.template()).startsWith("# yaml-language-server: $schema=");
    }
}
