package org.tidings.ui.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.tidings.feed.Feeds;
import org.tidings.feed.activity.ActivityItem;
import org.tidings.feed.activity.Why;
import org.tidings.feed.conversation.Conversation;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.local.Strangers.Stranger;
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

  /// What was written longer ago and comes only now, as with a first sync, is no news.
  private static final Duration RECENT = Duration.ofDays(3);

  private final Feeds feeds;

  NewsReader(Feeds feeds) {
    this.feeds = feeds;
  }

  /// The highest number of arrival there is.
  long newest() {
    return LongStream.concat(
            latest().stream().mapToLong(item -> item.key().arrival()),
            talks().stream().mapToLong(talk -> talk.key().arrival()))
        .max()
        .orElse(0);
  }

  /// What came after that number of arrival and has not been seen, newest first within its kind.
  ///
  /// @param seen up to where activity has been seen
  /// @param nowMs the time, epoch milliseconds
  List<NewsItem> after(long arrival, TimelineKey seen, long nowMs) {
    long since = nowMs - RECENT.toMillis();
    List<NewsItem> news = new ArrayList<>();
    for (Conversation talk : talks()) {
      if (talk.unread() > 0 && talk.key().arrival() > arrival && talk.key().shownMs() >= since) {
        said(talk).ifPresent(news::add);
      }
    }
    latest().stream()
        .filter(item -> item.key().isUnseen(seen))
        .filter(item -> item.key().arrival() > arrival && item.key().shownMs() >= since)
        .flatMap(item -> item(item).stream())
        .forEach(news::add);
    return news;
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

  private List<Conversation> talks() {
    return feeds.conversations().latest(TimelineKey.TOP, MANY);
  }

  /// What the person has said themselves is no news.
  private Optional<NewsItem> said(Conversation talk) {
    PostView post = talk.newest();
    return post.by().id().equals(feeds.identity().id())
        ? Optional.empty()
        : item(NotificationKind.PRIVATE, post, Place.Conversation.with(talk.otherIds()));
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
