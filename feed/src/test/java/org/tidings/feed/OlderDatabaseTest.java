package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SecretFileException;
import org.tidings.feed.doctor.Salvage;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
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
      assertThat(feeds.peerMemory().clockOf(ANN)).isEqualTo(Map.of(ANN, 4L));
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
