// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Title and identity of a run. */
final class HeadBuilder {

    private static final int MOST_DATASETS = 3;

    private HeadBuilder() {}

    static Head build(Scope scope, Answer answer) {
        RunRecord run = scope.run().run();
        String title =
                run.spec().title().isBlank() ? "run-matrix report" : run.spec().title();
        return new Head(
                title,
                pageTitle(scope, answer),
                subtitle(scope),
                run.id(),
                slug(title),
                facts(scope),
                origin(scope.run().run()),
                Text.of("run-matrix " + run.toolVersion() + ", schema " + run.schema()
                                + ". Rendered from the stored run ")
                        .code(run.id())
                        .plain(" alone: the same data gives the same bytes."));
    }

    private static String pageTitle(Scope scope, Answer answer) {
        String id = "run-matrix " + scope.run().run().id();
        return scope.run().cells().stream()
                .filter(c -> c.name().equals(answer.recommended()))
                .findFirst()
                .map(c -> id + ": " + c.name() + ", "
                        + Units.secondsWithUnit(c.ranked().shown().wallSeconds()) + ", "
                        + scope.memory().withUnit(c.rankedRssBytes()))
                .orElse(id);
    }

    private static Text subtitle(Scope scope) {
        RunRecord run = scope.run().run();
        int cells = run.plan().cells().size();
        int others = (int) scope.run().cells().stream()
                .filter(c -> scope.run().command(c).isPresent())
                .count();
        String measured = Units.counted(cells - others, "configuration", "configurations") + " of the aggregator";
        String outside = Units.counted(others, "configuration", "configurations") + " of other programs";
        Text text = Text.of(others == 0 ? measured : others == cells ? outside : measured + " and " + outside);
        List<DatasetFacts> inputs = scope.run().mainFacts().stream().toList();
        if (!inputs.isEmpty()) {
            DatasetFacts input = inputs.get(0);
            text = text.plain(", " + Units.counted(input.podRows(), "row", "rows") + " in "
                    + Units.counted(input.files(), "file", "files"));
        }
        text = text.plain(".");
        String question = run.spec().question();
        return question.isBlank() ? text : text.plain(" Question asked: " + question);
    }

    private static List<KeyValue> facts(Scope scope) {
        RunRecord run = scope.run().run();
        Environment machine = run.environment();
        List<KeyValue> facts = new ArrayList<>();
        facts.add(new KeyValue("Run", Text.empty().code(run.id())));
        scope.run()
                .mainFacts()
                .ifPresent(d -> facts.add(new KeyValue(
                        "Input", Text.empty().code(d.name()).plain(", digest ").code(Units.shortDigest(d.digest())))));
        facts.add(new KeyValue(
                "Machine",
                Text.of(machine.cpuModel() + ", " + cores(machine) + ", "
                        + Units.trimmed(machine.grantedMemoryBytes() / 1e9, 1) + Units.SPACE + "GB")));
        if (!scope.commandsOnly()) {
            facts.add(new KeyValue("JVM", Text.of(machine.jdk())));
        }
        facts.add(new KeyValue(
                "Started",
                Text.of(Units.instant(run.startedAt())
                                + run.spec().profile().map(p -> ", profile ").orElse(""))
                        .plus(run.spec()
                                .profile()
                                .map(p -> Text.empty().code(p))
                                .orElse(Text.empty()))));
        return facts;
    }

    private static List<KeyValue> origin(RunRecord run) {
        Environment machine = run.environment();
        List<KeyValue> origin = new ArrayList<>();
        origin.add(new KeyValue(
                "Machine class",
                Text.empty()
                        .code(machine.machineClass())
                        .plain(" (")
                        .code(machine.machineClassHash())
                        .plain(")")));
        origin.add(new KeyValue("Build", MethodBuilder.build(machine)));
        List<DatasetFacts> data = run.datasets();
        if (!data.isEmpty()) {
            origin.add(new KeyValue("Data", data(data)));
        }
        return origin;
    }

    private static Text data(List<DatasetFacts> data) {
        Text text = Text.empty();
        for (DatasetFacts facts : data.subList(0, Math.min(MOST_DATASETS, data.size()))) {
            text = text.plain(text.isEmpty() ? "" : ", ")
                    .code(facts.name())
                    .plain(" ")
                    .code(Units.shortDigest(facts.digest()));
        }
        int more = data.size() - MOST_DATASETS;
        return more > 0 ? text.plain(" and " + Units.count(more) + " more") : text;
    }

    static String cores(Environment machine) {
        return Units.grantedCores(machine.grantedCores()) + " granted "
                + (machine.grantedCores() == 1 ? "core" : "cores");
    }

    /** Lower-case letters, digits and hyphens: safe inside an HTML comment. */
    private static String slug(String title) {
        String slug =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String whole = slug.isEmpty() ? "matrix" : slug;
        return whole.length() > 60 ? whole.substring(0, 60).replaceAll("-$", "") : whole;
    }
}
