package org.tidings.ui.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.Feeds;
import org.tidings.feed.activity.ActivityItem;
import org.tidings.feed.activity.Why;
import org.tidings.feed.conversation.LatestWord;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.local.Strangers.Stranger;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.desktop.NotificationKind;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.post.Excerpt;

/// Finds what is new for the person among all that came. Blocks; stateless and thread-safe.
final class NewsReader {
  /// Reactions are no reason to disturb anybody.
  private static final Set<Why> REASONS = EnumSet.of(Why.REPLIED, Why.MENTIONED, Why.FOLLOWED);

  /// More is not counted: nobody reads the difference.
  static final int MANY = 50;

  /// What was written longer ago and comes only now, as with a first sync, is no news. In private
  /// only what was written before there was anything here: friends may be offline for weeks.
  private static final Duration RECENT = Duration.ofDays(3);

  private final Feeds feeds;

  NewsReader(Feeds feeds) {
    this.feeds = feeds;
  }

  /// As if all that is here had been told.
  Told newest() {
    return new Told(
        latest().stream().mapToLong(item -> item.key().arrival()).max().orElse(0),
        feeds.conversations().arrived());
  }

  /// What came after what was told and has not been seen, newest first within its kind.
  ///
  /// @param seen up to where activity has been seen
  /// @param nowMs the time, epoch milliseconds
  List<NewsItem> after(Told told, TimelineKey seen, long nowMs) {
    long since = nowMs - RECENT.toMillis();
    long sinceInPrivate = Math.min(since, begun());
    List<NewsItem> news = new ArrayList<>();
    feeds.conversations().unseenAfter(told.privately(), MANY).stream()
        .filter(word -> word.post().times().key().shownMs() >= sinceInPrivate)
        .flatMap(word -> said(word).stream())
        .forEach(news::add);
    latest().stream()
        .filter(item -> item.key().isUnseen(seen))
        .filter(item -> item.key().arrival() > told.openly() && item.key().shownMs() >= since)
        .flatMap(item -> item(item).stream())
        .forEach(news::add);
    return news;
  }

  /// When the first message of all that are here came, epoch milliseconds.
  private long begun() {
    return feeds.log().oldest(LogFilter.EVERYTHING, 0, 1).stream()
        .mapToLong(message -> message.arrival().atMs())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /// Those who connected to us though we do not follow them, and have no answer yet.
  ///
  /// @param known who is not to be among them
  List<Byline> strangers(Set<FeedId> known) {
    List<FeedId> ids =
        feeds.strangers().waiting().stream()
            .map(Stranger::feed)
            .filter(stranger -> !known.contains(stranger))
            .toList();
    return List.copyOf(feeds.profiles().bylines(ids).values());
  }

  private List<ActivityItem> latest() {
    return feeds.activity().latest(REASONS, TimelineKey.TOP, MANY);
  }

  private static Optional<NewsItem> said(LatestWord word) {
    return item(NotificationKind.PRIVATE, word.post(), Place.Conversation.with(word.others()));
  }

  private static Optional<NewsItem> item(ActivityItem item) {
    return switch (item) {
      // Private messages are told once, by their conversations.
      case ActivityItem.Wrote(var post, var reasons) when !post.isPrivate() ->
          item(
              reasons.contains(Why.REPLIED) ? NotificationKind.REPLY : NotificationKind.MENTION,
              post,
              new Place.InThread(post.id()));
      case ActivityItem.Followed(var by, var times) ->
          Optional.of(
              new NewsItem(
                  NotificationKind.FOLLOW,
                  by.name(),
                  "",
                  new Place.Profile(by.id()),
                  times.key().arrival()));
      case ActivityItem.Wrote elsewhere -> Optional.empty();
      case ActivityItem.Reacted reacted -> Optional.empty();
    };
  }

  /// What the person would rather not come across is not brought to them.
  private static Optional<NewsItem> item(NotificationKind kind, PostView post, Place place) {
    return post.hiddenBy().isPresent()
        ? Optional.empty()
        : Optional.of(
            new NewsItem(
                kind, post.by().name(), Excerpt.words(post), place, post.times().key().arrival()));
  }
}
