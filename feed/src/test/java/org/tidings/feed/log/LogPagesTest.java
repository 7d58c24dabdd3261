package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.MessageId;

/// The log page by page, in both ways.
class LogPagesTest extends OnFreshFeeds {

  private static final SomeFeed ANN = SomeFeed.of("ann");

  private final List<Message> all = new ArrayList<>();

  @BeforeEach
  void fill() {
    SomeFeed ann = SomeFeed.of("ann");
    SomeFeed bob = SomeFeed.of("bob");
    for (int i = 0; i < 12; i++) {
      all.add(i % 3 == 0 ? ann.follow(bob.id()) : ann.post("ann " + i));
      all.add(i % 4 == 0 ? bob.follow(ann.id()) : bob.post("bob " + i));
    }
    temp.ingest(all.stream().map(Message::wire).toList(), TempFeeds.IMPORT);
  }

  static Stream<LogFilter> filters() {
    LogFilter ann = LogFilter.by(ANN.id());
    LogFilter everything = LogFilter.EVERYTHING;
    return Stream.of(
        ann, ann.ofType("post"), everything, everything.ofType("post"), ann.ofType("vote"));
  }

  private List<MessageId> wanted(LogFilter filter) {
    return all.stream()
        .filter(message -> filter.author().map(message.author()::equals).orElse(true))
        .filter(message -> filter.type().map(message.type()::equals).orElse(true))
        .map(Message::id)
        .toList();
  }

  private static List<MessageId> all(long start, LongFunction<List<StoredMessage>> pages) {
    List<MessageId> seen = new ArrayList<>();
    List<StoredMessage> page = pages.apply(start);
    while (!page.isEmpty()) {
      page.forEach(message -> seen.add(message.id()));
      page = pages.apply(page.getLast().arrival().number());
    }
    return seen;
  }

  @ParameterizedTest
  @MethodSource("filters")
  void backwardsAndOn(LogFilter filter) {
    assertThat(all(0, from -> feeds.log().oldest(filter, from, 5))).isEqualTo(wanted(filter));
    assertThat(all(Long.MAX_VALUE, from -> feeds.log().newest(filter, from, 5)))
        .isEqualTo(wanted(filter).reversed());
  }

  /// From a place that is of another author.
  @ParameterizedTest
  @MethodSource("filters")
  void fromAnywhere(LogFilter filter) {
    for (int place = 1; place <= all.size(); place++) {
      List<MessageId> before =
          feeds.log().newest(filter, place, 100).stream().map(StoredMessage::id).toList();
      List<MessageId> after =
          feeds.log().oldest(filter, place, 100).stream().map(StoredMessage::id).toList();
      MessageId here = all.get(place - 1).id();
      List<MessageId> rest = new ArrayList<>(wanted(filter));
      rest.remove(here);
      List<MessageId> seen = new ArrayList<>(before.reversed());
      seen.addAll(after);
      assertThat(seen).isEqualTo(rest);
    }
  }
}
