package org.tidings.ui.completion;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tidings.feed.Feeds;
import org.tidings.feed.index.Mentionable;
import org.tidings.feed.index.Profiles;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.text.EmojiIndex;
import org.tidings.ui.workspace.Workspace;

/// Finds what somebody may mean by a word under way. Thread-safe; asks the database, so never on
/// the JavaFX thread.
final class Offers {
  private static final int MOST = 8;
  private static final Duration LATELY = Duration.ofDays(60);

  private final Workspace workspace;

  Offers(Workspace workspace) {
    this.workspace = workspace;
  }

  /// @param here who is in the thread that is answered
  /// @param taken those who are not offered
  List<Choice> of(Word word, List<FeedId> here, Set<FeedId> taken) {
    Feeds feeds = workspace.feeds();
    String beginning = word.beginning();
    return switch (word.kind()) {
      case PERSON ->
          people(feeds.profiles(), beginning, here, MOST + taken.size())
              .filter(who -> !taken.contains(who.by().id()))
              .limit(MOST)
              .<Choice>map(Choice.Person::new)
              .toList();
      case CHANNEL ->
          feeds.channels().beginning(beginning, since(), MOST).stream()
              .<Choice>map(Choice.Channel::new)
              .toList();
      case EMOJI ->
          EmojiIndex.get().whoseNamesBegin(beginning, Texts.language(), MOST).stream()
              .<Choice>map(Choice.Emoji::new)
              .toList();
    };
  }

  /// By their names, or somebody by their id.
  private static Stream<Mentionable> people(
      Profiles profiles, String beginning, List<FeedId> here, int most) {
    return FeedId.parse(beginning.startsWith("@") ? beginning : "@" + beginning)
        .map(id -> Stream.of(profiles.mentionable(id)))
        .orElseGet(() -> profiles.mentionable(beginning, here, most).stream());
  }

  private long since() {
    return workspace.environment().clock().instant().minus(LATELY).toEpochMilli();
  }
}
