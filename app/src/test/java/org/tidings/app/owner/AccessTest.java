package org.tidings.app.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.Examined;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.folder.Instance;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.feed.Bounds;
import org.tidings.feed.ClosedFeeds;
import org.tidings.feed.FeedsSettings;
import org.tidings.feed.Restoration;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.local.LogQuery;

/// Who gets to a data folder, and how, while others use it.
class AccessTest {
  private static final Start.Reach SHORT = new Start.Reach.Offline(false);
  private static final Start.Reach RUNNING = new Start.Reach.Offline(true);
  private static final JsonObject POST =
      JsonObject.builder().put("type", "post").put("text", "hello").build();

  @TempDir private Path temp;
  private DataFolder folder;

  @BeforeEach
  void makeFolder() throws Exception {
    folder = DataFolder.at(temp.resolve("data"), temp.resolve("state"));
  }

  @Test
  void theFirstOwnsAndTheNextAttaches() throws Exception {
    try (Access first = access(RUNNING);
        Access second = access(RUNNING)) {
      assertThat(first).isInstanceOf(Access.Owned.class);
      assertThat(second).isInstanceOf(Access.Attached.class);

      second.node().publish(POST);

      assertThat(first.node().status().number("messages")).hasValue(1);
      assertThat(second.node().status()).isEqualTo(first.node().status());
    }
  }

  @Test
  void whereThePortIsTakenNothingRunsTwice() throws Exception {
    long before = running("ebt-clock");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Access access =
            access(new Start.Reach.Peer("127.0.0.1", taken.getLocalPort(), false, false))) {
      assertThat(access.node().status().string("address")).isPresent();
      assertThat(running("ebt-clock") - before).isEqualTo(1);
    }
  }

  /// How many threads of that name there are, virtual ones too.
  private long running(String name) throws IOException {
    Path dump = Files.createTempDirectory(temp, "threads").resolve("dump");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
    return Files.readAllLines(dump).stream()
        .filter(line -> line.contains('"' + name + '"'))
        .count();
  }

  @Test
  void whenTheOwnerEndsTheNextOneOwnsEverything() throws Exception {
    try (Access first = access(RUNNING)) {
      first.node().publish(POST);
    }
    assertThat(Instance.read(folder)).isEmpty();

    try (Access next = access(SHORT)) {
      assertThat(next).isInstanceOf(Access.Owned.class);
      assertThat(next.node().status().number("messages")).hasValue(1);
    }
  }

  @Test
  void aCommandThatIsSoonDoneIsWaitedFor() throws Exception {
    Access first = access(SHORT);
    CompletableFuture<Access> next =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return access(SHORT);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    assertThat(next).isNotCompleted();
    first.close();

    try (Access second = next.get(30, TimeUnit.SECONDS)) {
      assertThat(second).isInstanceOf(Access.Owned.class);
    }
  }

  @Test
  void aFirstStartThatIsNotFinishedIsToldAsSuch() throws Exception {
    try (FolderLock open = FolderLock.tryAcquire(folder).orElseThrow()) {
      assertThat(open).isNotNull();

      assertThatThrownBy(() -> new Door(folder, Duration.ofMillis(80)).enter())
          .isInstanceOf(FolderException.class)
          .hasMessageContaining("no identity")
          .hasMessageContaining("finish the first start");
    }
  }

  @Test
  void anOwnerThatDoesNotAnswerIsNamed() throws Exception {
    access(SHORT).close();
    try (FolderLock silent = FolderLock.tryAcquire(folder).orElseThrow()) {
      assertThat(silent).isNotNull();
      new Instance(4711, 1, "", "", "").write(folder);

      assertThatThrownBy(() -> new Door(folder, Duration.ofMillis(80)).enter())
          .isInstanceOf(FolderException.class)
          .hasMessageContaining("in use")
          .hasMessageContaining("4711");
    }
  }

  @Test
  @Timeout(30)
  void whereDoctorIsAtWorkThatIsSaidAndNotWaitedForLong() throws Exception {
    access(SHORT).close();
    try (FolderLock lock = FolderLock.tryAcquire(folder).orElseThrow();
        Examined examined = Examined.begin(folder)) {
      assertThat(lock).isNotNull();
      assertThat(examined).isNotNull();

      assertThatThrownBy(() -> access(SHORT))
          .isInstanceOf(FolderException.class)
          .hasMessageContaining("doctor is looking for damage")
          .hasMessageContaining("when it is done");
    }
  }

  @Test
  void whatAKilledDoctorLeftBehindMisleadsNobody() throws Exception {
    access(SHORT).close();
    Files.writeString(folder.path().resolve("doctor.pid"), Long.toString(Long.MAX_VALUE));
    try (FolderLock silent = FolderLock.tryAcquire(folder).orElseThrow()) {
      assertThat(silent).isNotNull();

      assertThatThrownBy(() -> new Door(folder, Duration.ofMillis(80)).enter())
          .hasMessageContaining("does not answer");
    }
  }

  @Test
  void whileDoctorLooksAtFeedsOthersAreAnswered() throws Exception {
    access(SHORT).close();
    ClosedFeeds feeds =
        new ClosedFeeds(
            FeedsSettings.of(folder.path(), folder.state()),
            InstantSource.system(),
            new SecureRandom());
    List<Access> answered = new ArrayList<>();
    try (FolderLock lock = FolderLock.tryAcquire(folder).orElseThrow();
        Examined examined = Examined.begin(folder)) {
      assertThat(examined).isNotNull();
      feeds.examine(
          Depth.MESSAGES,
          (done, total) -> answered.add(visit()),
          open -> Owner.answering(folder, lock, start(RUNNING), open)::close);
    }
    assertThat(answered).isNotEmpty().hasOnlyElementsOfType(Access.Attached.class);
    assertThat(Instance.read(folder)).isEmpty();
  }

  private Access visit() {
    try (Access visit = access(SHORT)) {
      assertThat(visit.node().status().string("id")).contains(visit.id().toString());
      return visit;
    } catch (Exception refused) {
      throw new AssertionError(refused);
    }
  }

  @Test
  void whatADeadOwnerLeftBehindMisleadsNobody() throws Exception {
    new Instance(4711, 1, "", "", "").write(folder);

    try (Access access = access(RUNNING)) {
      assertThat(access).isInstanceOf(Access.Owned.class);
      assertThat(Instance.read(folder).orElseThrow().pid())
          .isEqualTo(ProcessHandle.current().pid());
    }
  }

  @Test
  void aFolderThatCannotBeOpenedIsFreeAgain() throws Exception {
    Files.writeString(folder.secret(), "rubbish");

    assertThatThrownBy(() -> access(SHORT)).hasMessageContaining("secret");
    assertThatThrownBy(() -> access(SHORT)).hasMessageContaining("secret");
    assertThat(folder.secret()).hasContent("rubbish");
  }

  @Test
  void theLogOfTheOwnerCanBeReadWhileItRuns() throws Exception {
    try (Access owner = access(RUNNING);
        Access reader = access(SHORT)) {
      owner.node().publish(POST);
      StringBuilder log = new StringBuilder();

      reader.node().log(LogQuery.EXPORT, message -> log.append(message.length).append('\n'));

      assertThat(log.toString().lines()).hasSize(1);
    }
  }

  @Test
  void thePeersThatCameAlongWithTheIdentityAreKnownFromTheFirstStartOn() throws Exception {
    Path brought =
        Files.writeString(
            folder.path().resolve(Restoration.PEERS),
            "{\"net:pub.example:8008~shs:A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=\":{}}");
    try (Access access = access(new Start.Reach.OneCall())) {
      assertThat(((Access.Owned) access).owner().feeds().peerMemory().peers()).hasSize(1);
    }
    assertThat(brought).doesNotExist();
  }

  private Access access(Start.Reach reach) throws Exception {
    return Access.to(folder, start(reach));
  }

  private static Start start(Start.Reach reach) {
    return new Start(NetworkKey.MAIN, reach, Bounds.USUAL);
  }
}
