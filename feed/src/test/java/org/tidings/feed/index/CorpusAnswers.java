package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tidings.crypto.hash.Sha256;
import org.tidings.feed.Corpus;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.ProfileView.GivenName;
import org.tidings.feed.index.ProfileView.SelfPortrait;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.ref.Ref;

/// What is answered about the small corpus must be what was answered when it was made.
record CorpusAnswers(Feeds feeds) {

  private static final JsonObject EXPECTED = Corpus.expected();

  /// All of it.
  void areAsExpected() {
    threadsAreInTheirCausalOrder();
    headsOfThreadsAreThePostsNobodyNames();
    threadsHaveTheirSize();
    homeHoldsEveryThreadOnceWithAllItsReplies();
    votesAreTheLastOnesOfEachAuthor();
    profilesAreWhatEachFeedLastSaidAboutItself();
    namesGivenByOthersAreCounted();
    channelsHoldTheirPosts();
    channelsHaveTheirSubscribers();
    mentionsAreReadFromTheirPosts();
    everyBlobSomebodyNamesIsKnown();
  }

  static JsonObject expected(String part) {
    return EXPECTED.object(part).orElseThrow();
  }

  static MessageId message(String id) {
    return MessageId.parse(id).orElseThrow();
  }

  static FeedId feed(String id) {
    return FeedId.parse(id).orElseThrow();
  }

  private static List<String> texts(JsonObject object, String key) {
    return object.array(key).orElseThrow().items().stream()
        .map(item -> item.asString().orElseThrow())
        .toList();
  }

  void threadsAreInTheirCausalOrder() {
    JsonObject threads = expected("threads");
    for (String root : threads.keys()) {
      ThreadView view = feeds.threads().of(message(root)).orElseThrow();
      JsonObject thread = threads.object(root).orElseThrow();
      assertThat(view.posts())
          .as(root)
          .extracting(post -> post.id().toString())
          .isEqualTo(texts(thread, "order"));
      assertThat(view.opening().isPresent()).isEqualTo(thread.bool("rootPresent").orElseThrow());
    }
  }

  void headsOfThreadsAreThePostsNobodyNames() {
    JsonObject threads = expected("threads");
    for (String root : threads.keys()) {
      ThreadView view = feeds.threads().of(message(root)).orElseThrow();
      assertThat(view.heads())
          .as(root)
          .extracting(MessageId::toString)
          .containsExactlyInAnyOrderElementsOf(texts(threads.object(root).orElseThrow(), "heads"));
    }
  }

  void threadsHaveTheirSize() {
    JsonObject sizes = expected("threadSizes");
    for (String root : sizes.keys()) {
      ThreadView view = feeds.threads().of(message(root)).orElseThrow();
      long replies = view.posts().stream().filter(post -> !post.id().equals(view.root())).count();
      assertThat((double) replies).as(root).isEqualTo(sizes.number(root).orElseThrow());
    }
  }

  void homeHoldsEveryThreadOnceWithAllItsReplies() {
    List<ThreadSummary> all = new ArrayList<>();
    TimelineKey after = TimelineKey.TOP;
    List<ThreadSummary> page;
    do {
      page = feeds.timeline().home(TimelineFilter.EVERYBODY, after, 7);
      all.addAll(page);
      after = page.isEmpty() ? after : page.getLast().key();
    } while (!page.isEmpty());
    JsonObject sizes = expected("threadSizes");
    assertThat(all).extracting(ThreadSummary::root).doesNotHaveDuplicates();
    assertThat(all)
        .allSatisfy(
            thread ->
                assertThat((double) thread.counts().replies())
                    .isEqualTo(sizes.number(thread.root().toString()).orElse(0)));
    assertThat(all)
        .isSortedAccordingTo(
            (one, other) -> Long.compare(other.key().shownMs(), one.key().shownMs()));
    long posts = all.stream().mapToInt(thread -> thread.counts().replies()).sum();
    long roots = all.stream().filter(thread -> thread.opening().isPresent()).count();
    assertThat(posts + roots).isEqualTo((long) expected("typeCounts").number("post").orElseThrow());
  }

  void votesAreTheLastOnesOfEachAuthor() {
    JsonObject votes = expected("votes");
    Map<String, List<Integer>> counted = new TreeMap<>();
    Map<String, List<Integer>> wanted = new TreeMap<>();
    for (String target : votes.keys()) {
      JsonObject vote = votes.object(target).orElseThrow();
      wanted.put(target, List.of(count(vote, "up"), count(vote, "down")));
      post(target)
          .ifPresent(post -> counted.put(target, List.of(post.votes().up(), post.votes().down())));
    }
    assertThat(counted).hasSizeGreaterThan(250);
    assertThat(wanted).containsAllEntriesOf(counted);
  }

  private static int count(JsonObject vote, String direction) {
    return (int) vote.number(direction).orElse(0);
  }

  private Optional<PostView> post(String id) {
    return feeds
        .threads()
        .of(message(id))
        .flatMap(
            view -> view.posts().stream().filter(post -> post.id().equals(message(id))).findAny());
  }

  void profilesAreWhatEachFeedLastSaidAboutItself() {
    JsonObject profiles = expected("profiles");
    for (String id : profiles.keys()) {
      JsonObject profile = profiles.object(id).orElseThrow();
      assertThat(feeds.profiles().of(feed(id)).self())
          .as(id)
          .isEqualTo(
              new SelfPortrait(
                  profile.string("name"),
                  profile.string("image").flatMap(BlobId::parse),
                  profile.string("description")));
    }
  }

  void namesGivenByOthersAreCounted() {
    JsonObject given = expected("namesGivenByOthers");
    for (String id : given.keys()) {
      Map<String, Integer> names = new HashMap<>();
      for (Json name : given.object(id).orElseThrow().values()) {
        names.merge(name.asString().orElseThrow(), 1, Integer::sum);
      }
      Map<String, Integer> found = new HashMap<>();
      for (GivenName name : feeds.profiles().of(feed(id)).namesByOthers()) {
        found.put(name.name(), name.givers());
      }
      assertThat(found).as(id).isEqualTo(names);
    }
  }

  void channelsHoldTheirPosts() {
    JsonObject channels = expected("channelPosts");
    for (String channel : channels.keys()) {
      assertThat((double) feeds.channels().posts(channel, TimelineKey.TOP, 1_000).size())
          .as(channel)
          .isEqualTo(channels.number(channel).orElseThrow());
    }
  }

  void channelsHaveTheirSubscribers() {
    JsonObject subscribers = expected("channelSubscribers");
    for (String channel : subscribers.keys()) {
      assertThat((double) feeds.channels().subscribers(channel, Optional.empty(), 1_000).size())
          .as(channel)
          .isEqualTo(subscribers.number(channel).orElseThrow());
    }
  }

  void mentionsAreReadFromTheirPosts() {
    Map<String, List<String>> found = new HashMap<>();
    LogFilter posts = new LogFilter(Optional.empty(), Optional.of("post"), true);
    feeds.log().oldest(posts, 0, 10_000).stream()
        .flatMap(stored -> stored.read().stream())
        .filter(CorpusAnswers::mentionsInAnArray)
        .forEach(
            message ->
                mentioned(message)
                    .forEach(
                        target ->
                            found
                                .computeIfAbsent(target, first -> new ArrayList<>())
                                .add(message.id().toString())));
    JsonObject mentions = expected("mentions");
    for (String target : mentions.keys()) {
      assertThat(found.get(target))
          .as(target)
          .containsExactlyInAnyOrderElementsOf(texts(mentions, target));
    }
  }

  private static Set<String> mentioned(Message message) {
    Post post = (Post) ContentParser.parse(message.content());
    return post.mentions().stream()
        .flatMap(mention -> mention.ref().stream())
        .map(Ref::toString)
        .collect(Collectors.toSet());
  }

  /// Mentions in an object with numbers for keys are understood here, but not by the reference.
  private static boolean mentionsInAnArray(Message message) {
    return message.content().asObject().flatMap(content -> content.array("mentions")).isPresent();
  }

  void everyBlobSomebodyNamesIsKnown() {
    List<String> blobs =
        feeds.links().nearestBlobs(Timeline.EVERYBODY, 10_000, 10_000).stream()
            .map(BlobId::toString)
            .sorted()
            .toList();
    JsonObject expected = expected("referencedBlobs");
    assertThat((double) blobs.size()).isEqualTo(expected.number("count").orElseThrow());
    byte[] lines = String.join("\n", blobs).getBytes(StandardCharsets.UTF_8);
    assertThat(HexFormat.of().formatHex(Sha256.of(lines)))
        .isEqualTo(expected.string("sha256OfSortedLines").orElseThrow());
  }
}
