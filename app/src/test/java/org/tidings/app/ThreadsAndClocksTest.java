package org.tidings.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/// Where threads begin, and who may look at a clock. Whoever needs a new place adds it here, and
/// says with it when that thread ends.
@AnalyzeClasses(
    packages = "org.tidings",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ThreadsAndClocksTest {

  private static final DescribedPredicate<JavaClass> STARTS_THREADS =
      among(
          "app.desktop.DesktopBus",
          "app.owner.Lifecycle",
          // As long as one command is at work.
          "app.command.ProgressLine",
          "app.window.Session",
          "ui.shell.TidingsWindow",
          // One each for as long as the folder is open.
          "feed.GateClock",
          "feed.event.FeedEvents",
          "feed.log.Pipeline",
          "feed.store.Database",
          "feed.upkeep.Upkeep",
          // While it opens.
          "feed.Meanwhile",
          // As long as the network is up.
          "replication.Replication",
          "replication.blob.Blobs",
          "replication.ebt.Ebt",
          "replication.lan.Lan",
          "replication.lan.LanListener",
          "replication.transport.Listener",
          // As long as one connection, one of its calls, or the attempt to make one.
          "replication.Connections",
          "replication.OwnKeyWatch",
          "replication.Switchboard",
          "replication.ebt.EbtSession",
          "replication.blob.Fetches",
          "replication.early.EarlyProtocol",
          "replication.history.HistoryPull",
          "replication.local.OwnerNode",
          "replication.muxrpc.InboundCalls",
          "replication.muxrpc.RpcConnection",
          "replication.peer.Volley",
          "replication.room.Room",
          "replication.room.RoomProtocol",
          "replication.transport.Deadline",
          "replication.transport.NameLookup",
          "replication.transport.Ways");

  @ArchTest
  static final ArchRule threadsStartInFewPlaces =
      noClasses()
          .that(DescribedPredicate.not(STARTS_THREADS))
          .should()
          .callMethod(Thread.class, "ofVirtual")
          .orShould()
          .callMethod(Thread.class, "ofPlatform")
          .orShould()
          .callMethod(Thread.class, "startVirtualThread", Runnable.class)
          .orShould()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .callConstructor(Thread.class, Runnable.class, String.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Executors.class, Timer.class);

  @ArchTest
  static final ArchRule nothingRunsOnTheCommonPool =
      noClasses()
          .should()
          .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
          .orShould()
          .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(ForkJoinPool.class);

  @ArchTest
  static final ArchRule timeAndChanceAreArguments =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.tidings.app..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(InstantSource.class, "system")
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callConstructor(SecureRandom.class);

  /// What is only waited for goes by [org.tidings.replication.transport.Patience].
  @ArchTest
  static final ArchRule fewLookAtTheClockThatNobodySets =
      noClasses()
          .that(
              DescribedPredicate.not(
                  among(
                      "feed.Clocks",
                      "feed.log.Ingest",
                      "replication.Ticker",
                      "replication.blob.BlobExchange",
                      "replication.early.EarlyProtocol",
                      "replication.ebt.Ebt",
                      "replication.muxrpc.FrameReader",
                      "replication.muxrpc.RpcConnection",
                      "replication.muxrpc.RpcStream",
                      "replication.transport.Patience")))
          .should()
          .callMethod(System.class, "nanoTime");

  /// These classes, with those inside them.
  private static DescribedPredicate<JavaClass> among(String... names) {
    return describe(
        "are among " + String.join(", ", names),
        type ->
            Arrays.stream(names)
                .map("org.tidings."::concat)
                .anyMatch(
                    name ->
                        type.getFullName().equals(name)
                            || type.getFullName().startsWith(name + "$")));
  }
}
