package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SecretFileException;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Finding;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.doctor.Salvage;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.log.GateState;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;

/// Databases of every earlier version open, with everything in them.
class OlderDatabaseTest {

  private static final FeedId ANN = SomeFeed.of("ann").id();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"v001", "v002", "v003", "v004", "v005", "v006"})
  void nothingIsLostByTheUpgrade(String version) throws Exception {
    unpack(version);
    assertNothingIsLost(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v001", "v002", "v003", "v004", "v005", "v006"})
  void nothingIsLostByASalvageBeforeTheUpgrade(String version) throws Exception {
    unpack(version);
    // Beside what became of the file: it lies elsewhere than it was written, as a copy does.
    assertThat(new Salvage(folder.resolve("data")).run())
        .hasSize(3)
        .first()
        .asString()
        .contains("none is known to be missing");
    assertNothingIsLost(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v001", "v002", "v003", "v004", "v005", "v006"})
  void nothingIsLostWhereOnlyAnIndexOfTheFileIsDamaged(String version) throws Exception {
    unpack(version);
    lose("SELECT rootpage FROM sqlite_schema WHERE name = 'messages_by_type'");
    assertThat(repaired()).contains(new Finding.BrokenFile());
    assertNothingIsLost(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v001", "v002", "v003", "v004", "v005", "v006"})
  void messagesOfADamagedFileAreWaitedFor(String version) throws Exception {
    unpack(version);
    lose("SELECT rootpage FROM sqlite_schema WHERE name = 'messages'");
    assertThat(repaired()).hasAtLeastOneElementOfType(Finding.BrokenFeeds.class);
    try (TempFeeds temp = new TempFeeds(folder)) {
      assertThat(temp.feeds().drafts().load("new post")).contains("half a thought");
      assertThat(temp.feeds().gate().state()).isInstanceOf(GateState.Held.class);
    }
  }

  /// Zeroes the page that this question names.
  private void lose(String question) throws IOException {
    Path file = folder.resolve("data").resolve(Database.FILE);
    record Place(long page, int size) {}
    Place place =
        Database.inspect(
            file,
            tx ->
                new Place(
                    tx.one(question, row -> row.number(1)).orElseThrow(),
                    tx.one("PRAGMA page_size", row -> row.integer(1)).orElseThrow()));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(place.size), (place.page - 1) * place.size);
    }
  }

  private List<Finding> repaired() {
    FeedsSettings settings = FeedsSettings.of(folder.resolve("data"), folder.resolve("state"));
    return new ClosedFeeds(settings, new FakeClock(), new SecureRandom())
        .repair(Depth.MESSAGES, Progress.IGNORED)
        .damage();
  }

  private void assertNothingIsLost(String version) {
    try (TempFeeds temp = new TempFeeds(folder)) {
      Feeds feeds = temp.feeds();
      assertThat(feeds.log().heads())
          .isEqualTo(Map.of(ANN, new Sequence(2), feeds.identity().id(), new Sequence(2)));
      ThreadSummary thread =
          feeds.timeline().home(TimelineFilter.FOLLOWING, TimelineKey.TOP, 10).getFirst();
      assertThat(thread.opening().orElseThrow().by().name()).isEqualTo("Ann");
      assertThat(thread.counts()).isEqualTo(new ThreadSummary.Counts(1, 0));
      assertThat(feeds.log().originOf(thread.root()))
          .as("who brought it was not kept before the eighth")
          .isEqualTo(
              version.compareTo("v008") >= 0 ? Optional.of(TempFeeds.IMPORT) : Optional.empty());
      assertThat(feeds.graph().wants(ANN)).isTrue();
      assertThat(feeds.drafts().load("new post")).contains("half a thought");
      assertThat(feeds.peerMemory().peers()).singleElement().matches(p -> p.peer().equals(ANN));
      assertThat(feeds.peerMemory().clockOf(ANN)).as("forgotten, as of a copy").isEmpty();
      assertThat(feeds.gate().release(new Sequence(2))).as("it was released already").isTrue();
      if (version.compareTo("v004") >= 0) {
        assertThat(feeds.hiddenWords().all()).containsExactly("politics");
        assertThat(feeds.invites().find(ANN)).contains(StoredDatabase.INVITE);
      }
    }
  }

  private void unpack(String version) throws IOException, SecretFileException {
    Path data = Files.createDirectories(folder.resolve("data"));
    SecretFile.create(data.resolve("secret"), StoredDatabase.OWNER);
    try (InputStream in =
        new GZIPInputStream(
            Objects.requireNonNull(
                getClass().getResourceAsStream("/databases/" + version + ".sqlite.gz")))) {
      Files.copy(in, data.resolve(Database.FILE));
    }
  }
}
