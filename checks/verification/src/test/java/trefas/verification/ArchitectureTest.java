package trefas.verification;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.Timer;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules of ARCHITECTURE.md, held by a test: which modules may know which, and what the core must not touch.
@AnalyzeClasses(packages = "trefas", importOptions = ArchitectureTest.ProductOnly.class)
class ArchitectureTest {

    /// Module to the modules it may know. `app` may know all; nobody may know `app`.
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("quantity", Set.of()),
            Map.entry("metrology", Set.of("quantity")),
            Map.entry("recording", Set.of("quantity", "metrology")),
            Map.entry("device", Set.of("quantity", "metrology")),
            Map.entry("security", Set.of()),
            Map.entry("cosem", Set.of("quantity")),
            Map.entry("dlms", Set.of("cosem", "quantity", "security")),
            Map.entry("objects", Set.of("device", "cosem", "quantity", "metrology", "security")),
            Map.entry("readout", Set.of("device", "cosem", "dlms", "quantity", "metrology", "security")),
            Map.entry("simulation", Set.of("quantity", "metrology", "device")),
            Map.entry("storage", Set.of("device", "quantity", "metrology")),
            Map.entry("transport", Set.of("dlms", "readout", "cosem", "quantity", "security")),
            Map.entry("web", Set.of("device", "objects", "quantity", "metrology")),
            Map.entry(
                    "app",
                    Set.of(
                            "quantity",
                            "metrology",
                            "device",
                            "cosem",
                            "dlms",
                            "objects",
                            "readout",
                            "recording",
                            "security",
                            "simulation",
                            "storage",
                            "transport",
                            "web")));

    private static final String[] CORE = {
        "trefas.quantity..",
        "trefas.metrology..",
        "trefas.recording..",
        "trefas.device..",
        "trefas.security..",
        "trefas.cosem..",
        "trefas.dlms..",
        "trefas.objects..",
        "trefas.readout..",
        "trefas.simulation.."
    };

    private static final String CERTIFICATE = "trefas.security.CosemCertificate";

    private static final List<String> EMPTY_NAMES = List.of("Manager", "Helper", "Util", "Utils", "Impl", "Info");

    /// What ships: not the tests of the modules, and not this module.
    static final class ProductOnly implements ImportOption {
        ProductOnly() {}

        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("/verification/");
        }
    }

    @ArchTest
    static void everyModuleKnowsOnlyTheModulesBelowIt(JavaClasses product) {
        ARROWS.forEach((module, allowed) -> {
            String[] refused = ARROWS.keySet().stream()
                    .filter(other -> !other.equals(module) && !allowed.contains(other))
                    .map(other -> "trefas." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("trefas." + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(refused)
                    .allowEmptyShould(true)
                    .because("module " + module + " may know only " + new TreeSet<>(allowed))
                    .check(product);
        });
    }

    @ArchTest
    static void theListOfArrowsIsTheListOfModules(JavaClasses product) {
        Set<String> found = product.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("trefas."))
                .map(name -> name.replaceFirst("^trefas[.](\\w+).*", "$1"))
                .collect(Collectors.toSet());

        assertEquals(new TreeSet<>(ARROWS.keySet()), new TreeSet<>(found));
    }

    @ArchTest
    static final ArchRule modulesFormNoCycle =
            slices().matching("trefas.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheDeviceFormNoCycle =
            slices().matching("trefas.device.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfDlmsFormNoCycle =
            slices().matching("trefas.dlms.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coreUsesOnlyTheLanguage = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(
                            "trefas..",
                            "org.jspecify.annotations..",
                            "java.io..",
                            "java.lang..",
                            "java.math..",
                            "java.nio",
                            "java.nio.charset..",
                            "java.time..",
                            "java.util..")
                    .or(resideInAnyPackage("java.security..", "javax.crypto..", "javax.security.auth.x500"))
                    .or(resideInAPackage("jdk.incubator.vector"))))
            .because("the core stands on java.base alone, and on the Vector API where there is one");

    @ArchTest
    static final ArchRule onlySecurityUsesThePrimitives = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .and()
            .resideOutsideOfPackage("trefas.security..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.security..", "javax.crypto..", "javax.security..")
                    .and(not(named(MessageDigest.class, SecureRandom.class))))
            .because("there is one place that ciphers and signs");

    @ArchTest
    static final ArchRule coreMakesNoChanceOfItsOwn = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "new SecureRandom", call -> call.getTargetOwner().isEquivalentTo(SecureRandom.class)))
            .orShould()
            .callMethod(SecureRandom.class, "getInstanceStrong")
            .because("keys and challenges take their chance from the shell");

    @ArchTest
    static final ArchRule coreHasNoThreads = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.concurrent..", "java.util.logging..", "java.util.prefs..", "java.lang.foreign..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Timer.class)
            .because("a meter is confined to one writer, and the shell says which");

    @ArchTest
    static final ArchRule coreTouchesNoFileAndNoStream = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .and()
            // The platform reads certificates from a stream only; this one gives it octets.
            .doNotHaveFullyQualifiedName(CERTIFICATE)
            .should()
            .dependOnClassesThat(resideInAPackage("java.io..")
                    .and(not(
                            named(IOException.class, UncheckedIOException.class, Closeable.class, Serializable.class))))
            .because("octets and lines come in as arguments and go out as results");

    @ArchTest
    static final ArchRule coreHasNoTimeOfItsOwn = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethodWhere(DescribedPredicate.describe(
                    "now() of java.time",
                    call -> call.getTarget().getName().equals("now")
                            && call.getTarget().getOwner().getPackageName().startsWith("java.time")))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Calendar.class)
            .because("time is part of what happens, so the same inputs always give the same meter");

    // The platform tells the validity of a certificate as a Date; it is compared with a time that was given.
    @ArchTest
    static final ArchRule coreUsesNoDate = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .and()
            .doNotHaveFullyQualifiedName(CERTIFICATE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Date.class);

    @ArchTest
    static final ArchRule coreAsksTheMachineForNothing = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "System, except arraycopy and lineSeparator", ArchitectureTest::asksTheMachine))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Runtime.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ProcessHandle.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(TimeZone.class, "getDefault")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .because("a meter is the same on every machine");

    @ArchTest
    static final ArchRule coreDrawsNoLotsOfItsOwn = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SplittableRandom.class)
            .orShould()
            .dependOnClassesThat(named(ThreadLocalRandom.class))
            .orShould()
            .callMethodWhere(DescribedPredicate.describe(
                    "a generator made without a seed",
                    call -> call.getTarget().getOwner().getFullName().startsWith("java.util.random.RandomGenerator")
                            && Set.of("getDefault", "of", "create")
                                    .contains(call.getTarget().getName())
                            && call.getTarget().getRawParameterTypes().stream().noneMatch(JavaClass::isPrimitive)
                            && !isFactoryByName(call)))
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Collections.class, "shuffle", List.class)
            .because("chance comes from a seed that was given, so a life can be repeated");

    @ArchTest
    static final ArchRule onlyTheirOwnersUseSocketsAndFiles = noClasses()
            .that()
            .resideOutsideOfPackages("trefas.transport..", "trefas.web..", "trefas.storage..", "trefas.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net..", "java.nio.channels..", "java.nio.file..", "com.sun.net..", "org.rocksdb..");

    @ArchTest
    static final ArchRule oneDatabaseBehindOneDoor = noClasses()
            .that()
            .resideOutsideOfPackage("trefas.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.rocksdb..")
            .because("permanent memory is behind one small interface");

    @ArchTest
    static final ArchRule whatShipsUsesNoForeignDlms = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gurux..")
            .because("that client is GPL and reads our meter in tests only");

    @ArchTest
    static final ArchRule namesSaySomething = classes()
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "have a name without one of " + EMPTY_NAMES,
                    type -> EMPTY_NAMES.stream().noneMatch(type.getSimpleName()::endsWith))));

    /// The launcher puts every jar of this folder on the class path, so what is not in it does not ship.
    @ArchTest
    static void noForeignDlmsLiesBesideTheProgram(JavaClasses product) throws IOException {
        Path lib = TrefasProgram.ROOT.resolve("app/target/lib");
        try (Stream<Path> jars = Files.list(lib)) {
            List<String> names =
                    jars.map(jar -> String.valueOf(jar.getFileName())).toList();

            assertEquals(
                    List.of(),
                    names.stream().filter(name -> name.contains("gurux")).toList());
            assertEquals(
                    1,
                    names.stream()
                            .filter(name -> name.startsWith("trefas-dlms-"))
                            .count(),
                    "control: our own");
        }
    }

    private static DescribedPredicate<JavaClass> named(Class<?>... types) {
        return DescribedPredicate.describe(
                "one of " + List.of(types),
                type -> Stream.of(types).anyMatch(one -> one.getName().equals(type.getFullName())));
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(System.class)
                && !Set.of("arraycopy", "lineSeparator", "identityHashCode").contains(access.getName());
    }

    /// `RandomGeneratorFactory.of(name)` draws nothing; its `create()` does, unless it is given a seed.
    private static boolean isFactoryByName(JavaMethodCall call) {
        return call.getTargetOwner().getSimpleName().equals("RandomGeneratorFactory")
                && call.getName().equals("of");
    }
}
