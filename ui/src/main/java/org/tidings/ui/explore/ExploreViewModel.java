package org.tidings.ui.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.Feeds;
import org.tidings.feed.channel.ActiveChannel;
import org.tidings.feed.content.ChannelSubscription;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Content;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.Suggestion;
import org.tidings.ui.common.Requery;
import org.tidings.ui.common.Rows;
import org.tidings.ui.workspace.GateWatch;
import org.tidings.ui.workspace.Publication;
import org.tidings.ui.workspace.Workspace;

/// People whom people we follow follow, and channels in which much is said, that we do not follow
/// yet. Confined to the screen thread.
public final class ExploreViewModel implements AutoCloseable {
  private static final Duration LATELY = Duration.ofDays(60);
  private static final int MOST_PEOPLE = 30;
  private static final int MOST_CHANNELS = 20;

  private final Workspace workspace;
  private final ObservableList<ExploreRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final Publication publication;
  private final GateWatch gate;
  private final ObservableBooleanValue canChange;
  private final Requery<List<ExploreRow>> query;
  private final Subscription events;

  public ExploreViewModel(Workspace workspace) {
    this.workspace = workspace;
    publication = new Publication(workspace);
    gate = new GateWatch(workspace);
    canChange = gate.allows(publication.busyProperty());
    query = workspace.requery(this::question, this::show);
    events = workspace.followTypes(Set.of("contact", "channel", "about"), query::request);
    query.request();
  }

  private Callable<List<ExploreRow>> question() {
    long since = workspace.environment().clock().instant().minus(LATELY).toEpochMilli();
    return () -> find(workspace.feeds(), since);
  }

  private static List<ExploreRow> find(Feeds feeds, long since) {
    List<ExploreRow> found = new ArrayList<>();
    section(
        found,
        "explore.people",
        feeds.suggestions().mostFollowed(MOST_PEOPLE).stream()
            .map(ExploreRow.OfPerson::new)
            .toList());
    section(
        found,
        "explore.channels",
        feeds.channels().active(since, MOST_CHANNELS).stream()
            .filter(active -> !active.channel().isOurs())
            .map(ExploreRow.OfChannel::new)
            .toList());
    return found;
  }

  private static void section(List<ExploreRow> found, String key, List<? extends ExploreRow> rows) {
    if (!rows.isEmpty()) {
      found.add(new ExploreRow.Title(key));
      found.addAll(rows);
    }
  }

  private void show(List<ExploreRow> found) {
    Rows.show(rows, found);
    loaded.set(true);
  }

  public ObservableList<ExploreRow> rows() {
    return rows;
  }

  /// Whether the first answer has come.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// Whether anybody can be followed now: nothing is under way, and publishing works.
  public ObservableBooleanValue canChangeProperty() {
    return canChange;
  }

  public void follow(Suggestion who) {
    say(Contact.follow(who.by().id()));
  }

  public void subscribe(ActiveChannel what) {
    say(new ChannelSubscription(what.channel().name(), true));
  }

  private void say(Content.Publishable content) {
    if (canChange.get()) {
      publication.publish(content, () -> {});
    }
  }

  @Override
  public void close() {
    events.close();
    query.close();
    gate.close();
  }
}
