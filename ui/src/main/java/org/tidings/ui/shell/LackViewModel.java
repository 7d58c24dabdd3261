package org.tidings.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.IndexProgress;
import org.tidings.ui.common.Requery;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Workspace;

/// What may be missing where the person is, until the indexes that the screen is made from are
/// built, or private messages are read. Confined to the screen thread.
final class LackViewModel implements AutoCloseable {
  private static final String PRIVATE = "private";
  private static final String ACTIVITY = "activity";

  /// What neither a list of posts nor a page of people is made from.
  private static final Set<String> APART = Set.of(PRIVATE, ACTIVITY, "search", "sizes");

  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Optional<String>> hint =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Requery<List<IndexProgress>> query;
  private final Subscription further;
  private List<IndexProgress> lacking = List.of();

  LackViewModel(Workspace workspace) {
    this.workspace = workspace;
    query = workspace.requery(() -> workspace.feeds()::indexing, this::show);
    further = workspace.follow(FeedEvent.IndexesProgressed.class::isInstance, query::request);
    workspace.navigator().placeProperty().subscribe(place -> say());
    query.request();
  }

  /// What to say above the screen; empty where nothing is missing.
  ReadOnlyObjectProperty<Optional<String>> hintProperty() {
    return hint.getReadOnlyProperty();
  }

  private void show(List<IndexProgress> behind) {
    lacking = behind.stream().filter(IndexProgress::isLacking).toList();
    say();
  }

  private void say() {
    Place here = workspace.navigator().place();
    List<IndexProgress> missed =
        lacking.stream().filter(lack -> concerns(here, lack.index())).toList();
    hint.set(missed.isEmpty() ? Optional.empty() : Optional.of(words(missed)));
  }

  private static String words(List<IndexProgress> missed) {
    boolean isPrivate = missed.stream().allMatch(lack -> lack.index().equals(PRIVATE));
    return Texts.of(isPrivate ? "lack.private" : "lack.lists", IndexProgress.percent(missed));
  }

  private static boolean concerns(Place place, String index) {
    return switch (place) {
      case Place.Home home -> isOfPosts(index);
      case Place.InThread thread -> isOfPosts(index);
      case Place.Reactions reactions -> isOfPosts(index);
      case Place.Bookmarks bookmarks -> isOfPosts(index);
      case Place.Profile profile -> isOfPosts(index);
      case Place.Channels channels -> isOfPosts(index);
      case Place.Channel channel -> isOfPosts(index);
      case Place.Explore explore -> isOfPosts(index);
      case Place.Activity activity ->
          isOfPosts(index) || index.equals(PRIVATE) || index.equals(ACTIVITY);
      case Place.Private all -> isOfPosts(index) || index.equals(PRIVATE);
      case Place.Conversation talk -> isOfPosts(index) || index.equals(PRIVATE);
      case Place.NewConversation begun -> isOfPosts(index);
      case Place.Compose compose -> false;
      case Place.Drafts drafts -> false;
      case Place.Details details -> false;
      case Place.Peers peers -> false;
      case Place.Room room -> false;
      case Place.Settings settings -> false;
      case Place.RawLog rawLog -> false;
    };
  }

  private static boolean isOfPosts(String index) {
    return !APART.contains(index);
  }

  @Override
  public void close() {
    further.close();
    query.close();
  }
}
