package org.tidings.ui.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Subscription;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.desktop.DesktopHost;
import org.tidings.ui.desktop.DesktopSettings;
import org.tidings.ui.desktop.Notification;
import org.tidings.ui.desktop.NotificationKind;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;

/// Has the desktop tell the person what came for them while the window is not in front: however
/// much comes at a time, it is one notification, and for half a minute no other takes its place.
/// What is not told, in quiet hours or while the window is in front, is not made up for later.
/// Confined to the screen thread.
public final class Notifier implements AutoCloseable {
  /// So long, what comes together is waited for.
  private static final Duration GATHER = Duration.ofSeconds(2);

  /// So long after a notification there is no other.
  static final Duration PAUSE = Duration.ofSeconds(30);

  /// Whoever is called by so many strangers does not want to hear of more.
  private static final int MOST_STRANGERS = 500;

  private final Workspace workspace;
  private final Unseen unseen;
  private final ObservableBooleanValue inFront;
  private final Runnable raise;
  private final NewsReader reader;
  private final Set<FeedId> met = new HashSet<>();
  private final Subscription following;

  /// All that arrived up to here is no news; nothing is until we know where that begins.
  private Optional<Told> told = Optional.empty();

  private Optional<Instant> toldAt = Optional.empty();
  private boolean waiting;
  private boolean closed;

  /// What there was before us.
  private record Start(Told newest, List<Byline> waiting) {}

  /// What came, and which strangers.
  private record Found(List<NewsItem> news, List<Byline> strangers) {}

  /// @param inFront whether the person has the window before them
  /// @param raise brings it there
  public Notifier(
      Workspace workspace, Unseen unseen, ObservableBooleanValue inFront, Runnable raise) {
    this.workspace = workspace;
    this.unseen = unseen;
    this.inFront = inFront;
    this.raise = raise;
    reader = new NewsReader(workspace.feeds());
    workspace
        .background()
        .ask(
            () -> new Start(reader.newest(), reader.strangers(Set.of())),
            this::begin,
            workspace.notices()::tell);
    var posts = workspace.followPosts(this::happened);
    var peers = workspace.followReplication(this::happened);
    following =
        Subscription.combine(
            posts::close,
            peers::close,
            inFront.subscribe(this::arrive),
            unseen.countProperty().subscribe(this::show));
  }

  private void begin(Start start) {
    told = Optional.of(start.newest());
    start.waiting().forEach(stranger -> met.add(stranger.id()));
    happened();
  }

  private void show(Unseen.Count count) {
    desktop().unseen(count.activity() + count.conversations() > 0);
  }

  private void arrive(boolean here) {
    if (here) {
      desktop().withdraw();
    }
  }

  /// Something may be new; soon we look.
  private void happened() {
    if (!waiting && !closed) {
      waiting = true;
      Duration pause = pauseLeft();
      workspace
          .background()
          .onScreenAfter(pause.compareTo(GATHER) > 0 ? pause : GATHER, this::look);
    }
  }

  private Duration pauseLeft() {
    return toldAt
        .map(told -> Duration.between(workspace.environment().clock().instant(), told.plus(PAUSE)))
        .orElse(Duration.ZERO);
  }

  /// Looks what is new, and tells it unless something was told just now.
  void look() {
    waiting = false;
    if (closed || told.isEmpty()) {
      return;
    }
    if (pauseLeft().isPositive()) {
      happened();
      return;
    }
    Told after = told.get();
    Set<FeedId> known = Set.copyOf(met);
    long now = workspace.environment().clock().millis();
    workspace
        .background()
        .ask(
            () -> {
              TimelineKey seen = unseen.seenOfActivity();
              return new Found(reader.after(after, seen, now), reader.strangers(known));
            },
            this::take,
            workspace.notices()::tell);
  }

  private void take(Found found) {
    List<NewsItem> news = new ArrayList<>(found.news());
    // Whoever lets only people in reach connect does not want to hear of each who asks.
    boolean tells = !workspace.replication().routes().onlyInReach();
    for (Byline stranger : found.strangers()) {
      if (met.size() < MOST_STRANGERS && met.add(stranger.id()) && tells) {
        news.add(met(stranger));
      }
    }
    news.forEach(item -> told = told.map(before -> before.with(item)));
    DesktopSettings settings = workspace.environment().preferences().settings().desktop();
    news.removeIf(item -> !settings.kinds().contains(item.kind()));
    if (!news.isEmpty() && !inFront.get() && !isQuiet(settings)) {
      tell(Wording.of(news, settings.privateText()));
    }
  }

  private static NewsItem met(Byline stranger) {
    return new NewsItem(NotificationKind.STRANGER, stranger.name(), "", new Place.Peers(), 0);
  }

  private boolean isQuiet(DesktopSettings settings) {
    Instant now = workspace.environment().clock().instant();
    return settings.quiet().contains(now.atZone(ZoneId.systemDefault()).toLocalTime());
  }

  private void tell(Wording words) {
    toldAt = Optional.of(workspace.environment().clock().instant());
    desktop().show(new Notification(words.title(), words.text(), () -> open(words.place())));
  }

  private void open(Place place) {
    workspace
        .background()
        .onScreen(
            () -> {
              raise.run();
              workspace.navigator().go(place);
            });
  }

  private DesktopHost desktop() {
    return workspace.environment().desktop();
  }

  @Override
  public void close() {
    closed = true;
    following.unsubscribe();
  }
}
