// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The picture in ARCHITECTURE.md as rules. */
@AnalyzeClasses(
        packages = "dev.runmatrix",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NotGenerated.class})
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("dev.runmatrix.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheForkTouchesTheAggregator =
            only("dev.runmatrix.aggregator..", "dev.runmatrix.harness.fork..", "dev.runmatrix.cli..");

    @ArchTest
    static final ArchRule onlyTrialAndForkKnowJmh =
            only("org.openjdk.jmh..", "dev.runmatrix.harness.trial..", "dev.runmatrix.harness.fork..");

    @ArchTest
    static final ArchRule onlyResourceKnowsOshi = only("oshi..", "dev.runmatrix.harness.resource..");

    @ArchTest
    static final ArchRule onlyRenderKnowsFreemarker = only("freemarker..", "dev.runmatrix.reports.render..");

    @ArchTest
    static final ArchRule onlyItsOwnPackageKnowsThePostgresDriver =
            only("org.postgresql..", "dev.runmatrix.aggregator.postgres..");

    @ArchTest
    static final ArchRule onlyItsOwnPackageKnowsTheClientOfS3 =
            only("software.amazon..", "dev.runmatrix.aggregator.s3..");

    /** The command line, which composes the modules, lets datasets look into buckets. */
    @ArchTest
    static final ArchRule onlyStoragesAndTheCommandLineKnowThatThereIsS3 =
            only("dev.runmatrix.aggregator.s3..", "dev.runmatrix.aggregator", "dev.runmatrix.cli");

    @ArchTest
    static final ArchRule onlyTheLoaderKnowsDatabases = only("java.sql..", "dev.runmatrix.aggregator.postgres..");

    @ArchTest
    static final ArchRule howASummaryIsMadeIsNoneOfTheLoadersBusiness = noClasses()
            .that()
            .resideInAPackage("dev.runmatrix.aggregator.postgres..")
            .should()
            .dependOnClassesThat(are(resideInAnyPackage("dev.runmatrix.."))
                    .and(resideOutsideOfPackages(
                            "dev.runmatrix.aggregator.postgres..",
                            "dev.runmatrix.aggregator.write..",
                            "dev.runmatrix.aggregator.summary..")));

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = only("picocli..", "dev.runmatrix.cli..");

    @ArchTest
    static final ArchRule reportsSeeTheStoredRunAndNothingElseOfTheHarness = noClasses()
            .that()
            .resideInAPackage("dev.runmatrix.reports..")
            .should()
            .dependOnClassesThat(are(resideInAnyPackage("dev.runmatrix.harness..", "dev.runmatrix.datasets.."))
                    .and(resideOutsideOfPackages(
                            "dev.runmatrix.harness.matrix..",
                            "dev.runmatrix.harness.result..",
                            "dev.runmatrix.harness.statistics..")));

    @ArchTest
    static final ArchRule datasetsStandAlone = noClasses()
            .that()
            .resideInAPackage("dev.runmatrix.datasets..")
            .should()
            .dependOnClassesThat(are(resideInAnyPackage("dev.runmatrix.."))
                    .and(resideOutsideOfPackages("dev.runmatrix.datasets..")));

    @ArchTest
    static final ArchRule theAggregatorStandsAlone = noClasses()
            .that()
            .resideInAPackage("dev.runmatrix.aggregator..")
            .should()
            .dependOnClassesThat(are(resideInAnyPackage("dev.runmatrix.."))
                    .and(resideOutsideOfPackages("dev.runmatrix.aggregator..")));

    @ArchTest
    static final ArchRule matrixAndStatisticsArePure = noClasses()
            .that()
            .resideInAnyPackage("dev.runmatrix.harness.matrix..", "dev.runmatrix.harness.statistics..")
            .should()
            .dependOnClassesThat(are(resideInAnyPackage("dev.runmatrix.."))
                    .and(resideOutsideOfPackages(
                            "dev.runmatrix.harness.matrix..", "dev.runmatrix.harness.statistics..")));

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveNameMatching(
                    ".*(Utils|Helper|Helpers|Manager|Common|Impl)$|.*\\.Abstract[A-Z][^.]*$|.*\\.I[A-Z][a-z][^.]*able$");

    @ArchTest
    static final ArchRule noPackageIsADrawer =
            noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..misc..");

    @ArchTest
    static void everyPackageSaysWhatItIsForAndThatItHasNoNulls(JavaClasses all) {
        ArchCondition<JavaClass> liveInADocumentedPackage = new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                JavaPackage home = type.getPackage();
                if (!home.tryGetPackageInfo().isPresent() || !home.isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, home.getName() + " has no package-info.java with @NullMarked"));
                }
            }
        };
        classes().should(liveInADocumentedPackage).check(all);
    }

    private static ArchRule only(String known, String... owners) {
        String[] exempt = Stream.concat(Stream.of(known), Stream.of(owners)).toArray(String[]::new);
        return noClasses()
                .that(resideOutsideOfPackages(exempt))
                .should()
                .dependOnClassesThat(resideInAnyPackage(known))
                .because("only " + String.join(" and ", owners) + " may know " + known);
    }

    /** What the benchmark generator writes is not ours to arrange. */
    static final class NotGenerated implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("jmh_generated");
        }
    }
}
