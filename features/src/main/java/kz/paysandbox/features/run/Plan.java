package kz.paysandbox.features.run;

import java.util.List;

/**
 * What to run.
 *
 * @param paths features or folders of them, on disk or {@code classpath:features/…}
 * @param tags a tag expression; empty for all
 * @param reports Cucumber's plugins, such as {@code html:report.html}
 * @param seed of the random order
 */
public record Plan(
        Participants participants, List<String> paths, String tags, List<String> reports, int threads, long seed) {

    public Plan {
        paths = List.copyOf(paths);
        reports = List.copyOf(reports);
    }

    /** Everything, in an order that the seed decides, without reports. */
    public static Plan of(Participants participants, long seed) {
        return new Plan(participants, participants.banks().features(), "", List.of(), 4, seed);
    }

    public Plan tagged(String expression) {
        return new Plan(participants, paths, expression, reports, threads, seed);
    }

    public Plan reporting(List<String> plugins) {
        return new Plan(participants, paths, tags, plugins, threads, seed);
    }

    /** The same in another order. */
    public Plan ordered(long otherSeed) {
        return new Plan(participants, paths, tags, reports, threads, otherSeed);
    }
}
