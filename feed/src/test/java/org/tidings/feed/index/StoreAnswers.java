package org.tidings.feed.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tidings.feed.Feeds;
import org.tidings.feed.activity.ActivityItem;
import org.tidings.feed.activity.Why;
import org.tidings.feed.channel.ActiveChannel;
import org.tidings.feed.channel.ChannelView;
import org.tidings.feed.conversation.Conversation;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.search.SearchPage;
import org.tidings.feed.search.SearchQuery;

/// Everything a window may ask of a store that holds the small corpus, in words and in the order in
/// which it is answered, without the numbers messages got when they arrived.
record StoreAnswers(Feeds feeds) {

  private static final int PAGE = 7;

  private static final List<String> BEGINNINGS = List.of("", "a", "b", "c", "m", "p", "s", "गो");

  private static final List<String> SEARCHES =
      List.of("letter", "seed", "bird while", "pri*", "garden -seed", "\"letter garden\"");

  /// By what is asked.
  Map<String, List<String>> all() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (TimelineFilter filter : TimelineFilter.values()) {
      all.put("home " + filter, home(filter));
    }
    keys("threads").forEach(root -> all.put("thread " + root, List.of(thread(root))));
    keys("threads").forEach(root -> all.put("reactions " + root, reactions(root)));
    keys("profiles").forEach(feed -> all.put("person " + feed, person(feed)));
    BEGINNINGS.forEach(text -> all.put("named " + text, named(text)));
    keys("channelPosts").forEach(channel -> all.put("channel " + channel, channel(channel)));
    SEARCHES.forEach(words -> all.put("search " + words, search(words)));
    all.put("activity", activity());
    all.put("conversations", conversations());
    all.put("channels", channels());
    all.put("blobs", blobs());
    return all;
  }

  private static Stream<String> keys(String part) {
    return CorpusAnswers.expected(part).keys().stream();
  }

  private static FeedId feed(String id) {
    return FeedId.parse(id).orElseThrow();
  }

  private static MessageId message(String id) {
    return MessageId.parse(id).orElseThrow();
  }

  private static List<String> ids(List<PostView> posts) {
    return posts.stream().map(StoreAnswers::words).toList();
  }

  private static String words(PostView post) {
    return post.id() + " " + post.by().name() + " " + post.votes() + " " + post.recipients();
  }

  /// All pages of a list that is continued behind a key.
  private static <T, K> List<T> pages(
      K start, Function<T, K> key, BiFunction<K, Integer, List<T>> page) {
    List<T> all = new ArrayList<>();
    List<T> next = page.apply(start, PAGE);
    while (!next.isEmpty()) {
      all.addAll(next);
      next = page.apply(key.apply(next.getLast()), PAGE);
    }
    return all;
  }

  private List<String> home(TimelineFilter filter) {
    return pages(
            TimelineKey.TOP,
            ThreadSummary::key,
            (after, limit) -> feeds.timeline().home(filter, after, limit))
        .stream()
        .map(
            thread ->
                "%s %d %s %s %s"
                    .formatted(
                        thread.root(),
                        thread.key().shownMs(),
                        thread.counts(),
                        thread.opening().map(StoreAnswers::words),
                        ids(thread.newest())))
        .toList();
  }

  private String thread(String root) {
    return feeds
        .threads()
        .of(message(root))
        .map(
            thread ->
                "%s %s %s %d"
                    .formatted(
                        thread.opening().isPresent(),
                        ids(thread.posts()),
                        thread.heads(),
                        thread.hidden()))
        .orElse("nothing");
  }

  private List<String> reactions(String root) {
    return pages(
            Optional.<FeedId>empty(),
            (Reactions.Given given) -> Optional.of(given.by().id()),
            (after, limit) -> feeds.reactions().on(message(root), after, limit))
        .stream()
        .map(Reactions.Given::toString)
        .toList();
  }

  private List<String> person(String id) {
    List<String> words = new ArrayList<>();
    words.add(feeds.profiles().of(feed(id)).toString());
    words.add("posts " + postsBy(feed(id)));
    words.add("following " + known((after, n) -> feeds.profiles().following(feed(id), after, n)));
    words.add("followers " + known((after, n) -> feeds.profiles().followers(feed(id), after, n)));
    words.add("channels " + feeds.channels().of(feed(id), "", 1_000));
    return words;
  }

  private List<String> postsBy(FeedId author) {
    return pages(
            TimelineKey.TOP,
            (PostView post) -> post.times().key(),
            (after, limit) -> feeds.timeline().by(author, after, limit))
        .stream()
        .map(StoreAnswers::words)
        .toList();
  }

  /// These come as the store came to know them, so only who they are is the same.
  private static List<Byline> known(BiFunction<Optional<FeedId>, Integer, List<Byline>> page) {
    return people(page).stream().sorted(Comparator.comparing(by -> by.id().toString())).toList();
  }

  private static List<Byline> people(BiFunction<Optional<FeedId>, Integer, List<Byline>> page) {
    return pages(Optional.<FeedId>empty(), by -> Optional.of(by.id()), page);
  }

  private List<String> named(String beginning) {
    return feeds.profiles().named(beginning, 50).stream().map(Byline::toString).toList();
  }

  private List<String> channel(String channel) {
    List<String> words = new ArrayList<>();
    words.add(feeds.channels().called(channel).toString());
    words.addAll(
        ids(
            pages(
                TimelineKey.TOP,
                post -> post.times().key(),
                (after, limit) -> feeds.channels().posts(channel, after, limit))));
    words.add(
        "subscribers "
            + people((after, limit) -> feeds.channels().subscribers(channel, after, limit)));
    return words;
  }

  private List<String> channels() {
    return Stream.concat(
            feeds.channels().named("", 50).stream().map(ChannelView::toString),
            feeds.channels().active(0, 50).stream().map(ActiveChannel::toString))
        .toList();
  }

  /// These come by arrival, so only which they are is the same.
  private List<String> blobs() {
    return feeds.links().nearestBlobs(Timeline.EVERYBODY, 10_000, 10_000).stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  private List<String> search(String typed) {
    List<String> found = new ArrayList<>();
    Optional<SearchPage.Next> next = Optional.empty();
    do {
      SearchPage page = feeds.search().posts(SearchQuery.parse(typed), next, PAGE);
      page.hits().forEach(hit -> found.add(words(hit.post()) + " " + hit.snippet()));
      next = page.next();
    } while (next.isPresent());
    return found;
  }

  private List<String> activity() {
    return pages(
            TimelineKey.TOP,
            ActivityItem::key,
            (after, limit) -> feeds.activity().latest(EnumSet.allOf(Why.class), after, limit))
        .stream()
        .map(StoreAnswers::words)
        .toList();
  }

  private static String words(ActivityItem item) {
    return switch (item) {
      case ActivityItem.Wrote(PostView post, var reasons) ->
          "wrote " + words(post) + " " + reasons.stream().sorted().toList();
      case ActivityItem.Reacted(Byline by, PostView on, String expression, Times times) ->
          "reacted " + by + " " + on.id() + " " + expression;
      case ActivityItem.Followed(Byline by, Times times) -> "followed " + by;
    };
  }

  private List<String> conversations() {
    return pages(
            TimelineKey.TOP,
            Conversation::key,
            (after, limit) -> feeds.conversations().latest(after, limit))
        .stream()
        .map(
            found ->
                "%s %d %s"
                    .formatted(
                        found.others(),
                        found.unread(),
                        ids(
                            pages(
                                TimelineKey.TOP,
                                post -> post.times().key(),
                                (after, limit) ->
                                    feeds.conversations().posts(found.otherIds(), after, limit)))))
        .toList();
  }
}
