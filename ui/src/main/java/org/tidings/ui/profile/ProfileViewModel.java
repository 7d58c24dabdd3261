package org.tidings.ui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.FeedEvent.Appended;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.ProfileView;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.common.Rows;
import org.tidings.ui.profile.ProfileRow.PostPicture;
import org.tidings.ui.workspace.Workspace;

/// A feed's page as it grows: its head, and below it the rows of one section, page by page.
/// Confined to the screen thread.
public final class ProfileViewModel implements AutoCloseable {
  private static final int PAGE = 20;
  private static final int MOST_REFRESHED = 200;

  private final Workspace workspace;
  private final FeedId feed;
  private final ProfilePages pages;
  private final ObservableList<ProfileRow> rows =
      FXCollections.observableArrayList(new ProfileRow.Head());
  private final ReadOnlyObjectWrapper<Optional<ProfileView>> profile =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper heard = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyLongWrapper bytes = new ReadOnlyLongWrapper();
  private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.POSTS);
  private final Requery<ProfilePage> refresh;
  private final Requery<Page> nextPage;
  private final Subscription events;
  private boolean atEnd;

  public ProfileViewModel(Workspace workspace, FeedId feed) {
    this.workspace = workspace;
    this.feed = feed;
    pages = new ProfilePages(workspace.feeds(), feed);
    refresh = workspace.requery(this::firstPage, this::show);
    nextPage = workspace.requery(this::followingPage, this::append);
    events = workspace.follow(this::concerns, refresh::request);
    section.subscribe((before, now) -> turnTo());
    refresh.request();
  }

  public FeedId feed() {
    return feed;
  }

  public boolean isOwn() {
    return feed.equals(workspace.self());
  }

  /// The head, then the rows of the section.
  public ObservableList<ProfileRow> rows() {
    return rows;
  }

  /// Who this is; empty until the first answer has come.
  public ReadOnlyObjectProperty<Optional<ProfileView>> profileProperty() {
    return profile.getReadOnlyProperty();
  }

  /// Whether what we write is likely to reach them: they follow us, or somebody they follow does.
  public ReadOnlyBooleanProperty heardProperty() {
    return heard.getReadOnlyProperty();
  }

  /// What their messages take on the disk.
  public ReadOnlyLongProperty bytesProperty() {
    return bytes.getReadOnlyProperty();
  }

  /// What is shown below the head.
  public ObjectProperty<Section> sectionProperty() {
    return section;
  }

  /// All pictures that are shown.
  List<PostPicture> pictures() {
    return rows.stream()
        .flatMap(
            row ->
                row instanceof ProfileRow.OfPictures(var pictures)
                    ? pictures.stream()
                    : Stream.empty())
        .toList();
  }

  /// Continues the rows downwards, if there are more.
  public void more() {
    if (!atEnd && rows.size() > 1) {
      nextPage.request();
    }
  }

  private boolean concerns(FeedEvent event) {
    return switch (event) {
      case FeedEvent.MessagesAppended(var messages) -> messages.stream().anyMatch(this::isShown);
      case FeedEvent.GraphChanged changed -> true;
      case FeedEvent.EarlyArrived early -> false;
      case FeedEvent.BlobStored blob -> false;
      case FeedEvent.PublishingChanged changed -> false;
      case FeedEvent.MessagesDecrypted read -> false;
      case FeedEvent.IndexesProgressed further -> true;
      case FeedEvent.FeedDropped(var dropped) -> dropped.equals(feed);
      case FeedEvent.FeedDamaged damaged -> false;
      case FeedEvent.FeedHealed(var healed) -> healed.equals(feed);
    };
  }

  private boolean isShown(Appended message) {
    return message.author().equals(feed)
        || switch (message.type()) {
          case "vote", "about", "contact" -> true;
          default -> false;
        };
  }

  private void turnTo() {
    rows.remove(1, rows.size());
    atEnd = false;
    refresh.request();
  }

  private Callable<ProfilePage> firstPage() {
    Section shown = section.get();
    int count = Math.clamp(rows.size() - 1L, PAGE, MOST_REFRESHED);
    return () -> pages.first(shown, count);
  }

  private void show(ProfilePage page) {
    bytes.set(page.bytes());
    profile.set(Optional.of(page.view()));
    heard.set(page.heard());
    if (page.section() == section.get()) {
      atEnd = page.rows().isEmpty();
      List<ProfileRow> fresh = new ArrayList<>(List.of(new ProfileRow.Head()));
      fresh.addAll(page.rowsOrWhyNone(isOwn()));
      fresh.addAll(furtherDown(page));
      Rows.show(rows, fresh);
    }
  }

  /// What has been read further down than was asked anew stays as it is.
  private List<ProfileRow> furtherDown(ProfilePage page) {
    return page.complete() ? List.of() : Rows.below(rows, page.rows(), ProfileRow::key);
  }

  /// Rows of a section.
  private record Page(Section section, List<ProfileRow> rows) {}

  private Callable<Page> followingPage() {
    Section shown = section.get();
    ProfileRow last = rows.getLast();
    return () -> new Page(shown, pages.after(shown, last, PAGE));
  }

  private void append(Page page) {
    if (page.section() == section.get()) {
      atEnd = page.rows().isEmpty();
      rows.addAll(page.rows().stream().filter(row -> !rows.contains(row)).toList());
    }
  }

  @Override
  public void close() {
    events.close();
    refresh.close();
    nextPage.close();
  }
}
