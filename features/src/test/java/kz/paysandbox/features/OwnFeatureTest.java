package kz.paysandbox.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import kz.paysandbox.features.driver.Driver;
import kz.paysandbox.features.merchant.ShopServer;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.run.Participants;
import kz.paysandbox.features.run.Plan;
import kz.paysandbox.features.run.Report;
import kz.paysandbox.features.run.Result;
import kz.paysandbox.features.run.Suite;
import kz.paysandbox.features.targets.Target;
import kz.paysandbox.features.targets.Targets;
import kz.paysandbox.features.wire.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFeatureTest {

    @TempDir
    private Path folder;

    @Test
    void says_at_which_sentence_it_stopped_and_which_one_was_meant() throws IOException {
        Path own = Files.writeString(folder.resolve("own.feature"), """
                # language: ru
                Функция: Наш магазин
                  Сценарий: неизвестное предложение
                    Допустим интернет-магазин, который списывает деньги сразу!
                  Сценарий: неверное ожидание
                    Допустим интернет-магазин, который списывает деньги сразу
                    И 200 тенге оплачены хорошей картой
                    Тогда платёж отменён
                """);
        Randomness random = Randomness.of(new Random(1));
        try (ShopServer shops = ShopServer.local();
                Target emulator = new Targets(Banks.all(), random).emulator(Path.of("target", "sandbox-home"))) {
            Participants participants =
                    Participants.of(Banks.all(), emulator, Driver.raw(Banks.all(), random), shops, random);
            Report report = Suite.run(new Plan(participants, List.of(own.toString()), "", List.of(), 1, 1));
            assertThat(report.failures().get(1).details().exchanges())
                    .extracting(Exchange::target)
                    .contains("/payment/cryptopay")
                    .anyMatch(target -> target.startsWith("/check-status/"));
            assertThat(report.failures().get(1).details().exchanges().toString())
                    .contains("client_secret=")
                    .doesNotContain("eyJ", "4405639704015096");
            assertThat(report.failures())
                    .extracting(Result::reason)
                    .containsExactly(
                            "there is no sentence \"интернет-магазин, который списывает деньги сразу!\";"
                                    + " the nearest is: интернет-магазин, который списывает деньги сразу",
                            "at \"платёж отменён\": the payment: expected CANCEL, but was CHARGE");
        }
    }

    @Test
    void a_scenario_that_tries_nothing_does_not_hold() throws IOException {
        Path own = Files.writeString(folder.resolve("empty.feature"), """
                # language: ru
                Функция: Наш магазин
                  Сценарий: ни одного предложения
                """);
        Path prepared = Files.writeString(folder.resolve("prepared.feature"), """
                # language: ru
                Функция: Наш магазин
                  Предыстория:
                    Допустим интернет-магазин, который списывает деньги сразу
                  Сценарий: только предыстория
                  Сценарий: оплата
                    Когда 200 тенге оплачены хорошей картой
                  Структура сценария: суммы
                    Когда <сумма> тенге оплачены хорошей картой
                    Примеры:
                      | сумма |
                      | 200   |
                """);
        Randomness random = Randomness.of(new Random(1));
        try (ShopServer shops = ShopServer.local();
                Target emulator = new Targets(Banks.all(), random).emulator(Path.of("target", "sandbox-home"))) {
            Participants participants =
                    Participants.of(Banks.all(), emulator, Driver.raw(Banks.all(), random), shops, random);
            Report report = Suite.run(
                    new Plan(participants, List.of(own.toString(), prepared.toString()), "", List.of(), 1, 1));
            assertThat(report.results())
                    .extracting(Result::name, Result::failed)
                    .containsExactly(
                            tuple("ни одного предложения", true),
                            tuple("только предыстория", true),
                            tuple("оплата", false),
                            tuple("суммы", false));
            assertThat(report.failures())
                    .extracting(Result::reason)
                    .containsOnly("the scenario has no step of its own, so nothing was tried");
        }
    }
}
