package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.log.PublishingHeld;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.search.SearchQuery;
import org.tidings.feed.store.StoreException;

/// A folder in which nothing can be written is read as it is, and stays as it is.
class OnlyReadingTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");

  @BeforeEach
  void fill() throws PublishRefused {
    ann.post("apples and pears");
    store(ann);
    feeds.publisher().publish(Post.root("released").toJson());
    feeds.gate().release(new Sequence(1));
    feeds.publisher().publish(Post.root("never left").toJson());
    feeds.drafts().save("post", "half a thought");
    temp.settled();
  }

  @Test
  void afterACleanEnd() throws IOException {
    temp.close();
    assertCanBeRead(temp.folder());
  }

  @Test
  void afterACrashWithWhatTheWriteAheadLogHolds() throws IOException {
    Path copy = Files.createDirectory(temp.folder().resolveSibling("copy"));
    for (String file : List.of("secret", "tidings.sqlite", "tidings.sqlite-wal")) {
      Files.copy(temp.folder().resolve(file), copy.resolve(file));
    }
    assertThat(copy.resolve("tidings.sqlite-wal")).isNotEmptyFile();
    assertCanBeRead(copy);
  }

  /// What a first start leaves that found the disk full.
  @Test
  void whereNobodyHasBegunThatIsSaid() throws IOException {
    Path folder = Files.createDirectory(temp.folder().resolveSibling("begun"));
    Files.createFile(folder.resolve("tidings.sqlite"));
    FeedsSettings settings = FeedsSettings.of(folder, folder.resolveSibling("no state"));
    assertThatThrownBy(() -> Feeds.openToRead(settings, new FakeClock(), new SecureRandom()))
        .isInstanceOfSatisfying(
            StoreException.class,
            failure -> assertThat(failure.sentence()).startsWith("Nothing is kept in this data"));
  }

  /// Whoever is known, but neither in reach nor blocked, is nobody to note anything of.
  @Test
  void whereSomebodyWeFollowBlocksOthers() throws PublishRefused {
    follow(ann.id());
    ann.block(SomeFeed.of("bob").id());
    ann.unfollow(SomeFeed.of("cleo").id());
    store(ann);
    temp.close();
    FeedsSettings settings = FeedsSettings.of(temp.folder(), temp.folder().resolve("no state"));
    try (Feeds reading = Feeds.openToRead(settings, new FakeClock(), new SecureRandom())) {
      assertThat(reading.log().count()).isEqualTo(6);
    }
  }

  /// What the settings say was changed where nothing of it can be noted.
  @Test
  void whereHopsAreCountedLessFarThanBefore() throws PublishRefused {
    follow(ann.id());
    ann.follow(SomeFeed.of("bob").id());
    store(ann);
    temp.close();
    FeedsSettings settings =
        FeedsSettings.of(temp.folder(), temp.folder().resolve("no state")).withHops(1);
    try (Feeds reading = Feeds.openToRead(settings, new FakeClock(), new SecureRandom())) {
      assertThat(reading.log().count()).isEqualTo(5);
    }
  }

  private void assertCanBeRead(Path folder) throws IOException {
    Map<Path, String> before = contents(folder);
    FeedsSettings settings = FeedsSettings.of(folder, folder.resolveSibling("no state"));
    try (Feeds reading = Feeds.openToRead(settings, new FakeClock(), new SecureRandom())) {
      assertThat(reading.log().count()).isEqualTo(3);
      assertThat(reading.timeline().home(TimelineFilter.IN_REACH, TimelineKey.TOP, 10)).hasSize(2);
      assertThat(reading.search().posts(SearchQuery.parse("pears"), Optional.empty(), 5).hits())
          .hasSize(1);
      assertThat(reading.drafts().load("post")).contains("half a thought");
      assertThat(reading.gate().state()).isEqualTo(new Held(Reason.READ_ONLY));
      assertThat(reading.gate().release(new Sequence(1))).isTrue();
      assertThat(reading.gate().release(new Sequence(2))).isFalse();
      assertThatThrownBy(() -> reading.publisher().publish(Post.root("more").toJson()))
          .isInstanceOf(PublishingHeld.class);
      assertThatThrownBy(() -> reading.drafts().save("post", "more"))
          .isInstanceOfSatisfying(
              StoreException.class,
              failure -> assertThat(failure.kind()).isEqualTo(StoreException.Kind.READ_ONLY));
    }
    assertThat(contents(folder)).isEqualTo(before);
  }

  private static Map<Path, String> contents(Path folder) throws IOException {
    Map<Path, String> contents = new HashMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }
}
