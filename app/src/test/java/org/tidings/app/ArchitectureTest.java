package org.tidings.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javafx.application.Platform;
import javafx.scene.control.Labeled;

/// Who may know whom: what the modules' poms cannot say.
@AnalyzeClasses(
    packages = "org.tidings",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule modulesKnowOnlyThoseBelow =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("app")
          .definedBy("org.tidings.app..")
          .layer("ui")
          .definedBy("org.tidings.ui..")
          .layer("replication")
          .definedBy("org.tidings.replication..")
          .layer("feed")
          .definedBy("org.tidings.feed..")
          .layer("crypto")
          .definedBy("org.tidings.crypto..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ui")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("replication")
          .mayOnlyBeAccessedByLayers("app", "ui")
          .whereLayer("feed")
          .mayOnlyBeAccessedByLayers("app", "ui", "replication")
          .whereLayer("crypto")
          .mayOnlyBeAccessedByLayers("app", "replication", "feed");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("org.tidings.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyUiAndAppKnowJavaFx =
      onlyIn("javafx", resideInAnyPackage("javafx.."), "org.tidings.ui..", "org.tidings.app..");

  @ArchTest
  static final ArchRule onlyTheStoreSpeaksSql =
      onlyIn(
          "SQL",
          resideInAnyPackage("java.sql..", "javax.sql.."),
          "org.tidings.feed.store..",
          "org.tidings.feed.index..",
          "org.tidings.feed.local..");

  @ArchTest
  static final ArchRule nothingBelowReplicationOpensSockets =
      noClasses()
          .that()
          .resideInAnyPackage("org.tidings.crypto..", "org.tidings.feed..")
          .should()
          .dependOnClassesThat(
              describe(
                  "are sockets",
                  type ->
                      type.getFullName().matches("java\\.net\\.(Server|Datagram|Multicast)?Socket")
                          || type.getFullName()
                              .matches("java\\.nio\\.channels\\..*(Socket|Datagram).*")));

  /// Whoever calls others asks [org.tidings.replication.transport.Routes] whether and how, so that
  /// nobody is called past a proxy or outside the local network; our own commands call loopback.
  @ArchTest
  static final ArchRule onlyThoseWhoAskForTheWayCallOthers =
      noClasses()
          .that()
          .haveNameNotMatching(
              "org\\.tidings\\.replication\\."
                  + "(transport\\.(Dialer|SocksProxy)|room\\.(RoomWeb|WebQuestion)|local\\.LocalClient)")
          .should()
          .callConstructorWhere(target(owner(assignableTo(Socket.class))))
          .orShould()
          .dependOnClassesThat(
              describe(
                  "call others by themselves",
                  type ->
                      type.getFullName().matches("java\\.net\\.(http\\..*|.*URLConnection)")
                          || type.getFullName()
                              .matches("java\\.nio\\.channels\\.(Asynchronous)?SocketChannel")));

  /// Names are looked up by [org.tidings.replication.transport.NameLookup], which asks nobody
  /// beyond the local network where only that is used. At which name we listen, and which a proxy
  /// has, a person here has said.
  @ArchTest
  static final ArchRule namesAreLookedUpInOnePlace =
      noClasses()
          .that()
          .haveNameNotMatching(
              "org\\.tidings\\.replication\\."
                  + "(Replication|OwnHost|transport\\.(NameLookup|SocksProxy))")
          .should()
          .accessTargetWhere(
              describe(
                  "look names up",
                  (JavaAccess<?> access) ->
                      access.getTargetOwner().isAssignableTo(InetAddress.class)
                          && access.getName().matches("get(All)?ByName|getLocalHost")))
          .orShould()
          .callConstructor(InetSocketAddress.class, String.class, int.class);

  @ArchTest
  static final ArchRule viewModelsKnowNoScene =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx.scene..")
          .allowEmptyShould(true);

  /// A wrapped label may throw out of the layout pass where its words are shaped; words over
  /// several lines are a [org.tidings.ui.text.FlowText].
  @ArchTest
  static final ArchRule noLabelWraps =
      noClasses()
          .should()
          .callMethodWhere(
              target(owner(assignableTo(Labeled.class))).and(target(name("setWrapText"))));

  @ArchTest
  static final ArchRule onlyFxThreadSwitchesToTheJavaFxThread =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.tidings.ui.common.FxThread")
          .should()
          .callMethod(Platform.class, "runLater", Runnable.class);

  @ArchTest
  static final ArchRule cryptoIsTheHomeOfItsLibraries =
      onlyIn(
          "Bouncy Castle, Tuweni",
          resideInAnyPackage("org.bouncycastle..", "org.apache.tuweni..", "jnr.."),
          "org.tidings.crypto..");

  @ArchTest
  static final ArchRule feedStoreIsTheHomeOfSqlite =
      onlyIn("SQLite", resideInAnyPackage("org.sqlite.."), "org.tidings.feed.store..");

  @ArchTest
  static final ArchRule theSecretFileIsReadWithJackson =
      onlyIn("Jackson", resideInAnyPackage("com.fasterxml.."), "org.tidings.crypto.key..");

  @ArchTest
  static final ArchRule uiIsTheHomeOfItsLibraries =
      onlyIn(
          "AtlantaFX, Ikonli, ZXing",
          resideInAnyPackage("atlantafx..", "org.kordamp..", "com.google.zxing.."),
          "org.tidings.ui..");

  @ArchTest
  static final ArchRule uiSpellingIsTheHomeOfLucene =
      onlyIn("Lucene", resideInAnyPackage("org.apache.lucene.."), "org.tidings.ui.spelling..");

  /// Mentions are found, and texts shown, by the same reading of Markdown.
  @ArchTest
  static final ArchRule contentAndUiReadMarkdown =
      onlyIn(
          "commonmark",
          resideInAnyPackage("org.commonmark.."),
          "org.tidings.feed.content..",
          "org.tidings.ui..");

  @ArchTest
  static final ArchRule appCommandIsTheHomeOfPicocli =
      onlyIn("picocli", resideInAnyPackage("picocli.."), "org.tidings.app.command..");

  @ArchTest
  static final ArchRule appDesktopIsTheHomeOfDBus =
      onlyIn("D-Bus", resideInAnyPackage("org.freedesktop.."), "org.tidings.app.desktop..");

  @ArchTest
  static final ArchRule everybodyLogsThroughSlf4j =
      onlyIn(
          "java.util.logging",
          resideInAnyPackage("java.util.logging.."),
          "org.tidings.app.folder..");

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      classes()
          .should()
          .haveNameNotMatching(".*(Impl|Util|Utils|Manager|Helper)")
          .andShould()
          .haveNameNotMatching(".*\\.Abstract\\w*")
          .because("a class is a noun for what it is");

  private static ArchRule onlyIn(
      String what, DescribedPredicate<JavaClass> library, String... homes) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat(library)
        .as("only " + String.join(", ", homes) + " should know " + what);
  }
}
