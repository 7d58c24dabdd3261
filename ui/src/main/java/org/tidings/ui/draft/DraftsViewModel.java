package org.tidings.ui.draft;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.Times;
import org.tidings.feed.local.Drafts;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.common.Rows;
import org.tidings.ui.common.Texts;
import org.tidings.ui.compose.Destination;
import org.tidings.ui.compose.Kept;
import org.tidings.ui.conversation.Names;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.profile.PetnameViewModel;
import org.tidings.ui.profile.Sketch;
import org.tidings.ui.workspace.Workspace;

/// All drafts, the one changed last at the front. Confined to the screen thread.
public final class DraftsViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final ObservableList<DraftRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final Requery<List<DraftRow>> query;

  public DraftsViewModel(Workspace workspace) {
    this.workspace = workspace;
    query = workspace.requery(() -> this::read, this::show);
  }

  public ObservableList<DraftRow> rows() {
    return rows;
  }

  /// Whether the first answer has come; before, an empty list means nothing.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// The person comes: something may have been written elsewhere in the window.
  public void arrive() {
    query.request();
  }

  private void show(List<DraftRow> read) {
    Rows.show(rows, read);
    loaded.set(true);
  }

  private List<DraftRow> read() {
    Drafts drafts = workspace.feeds().drafts();
    Stream<DraftRow> ofForms = drafts.all().stream().flatMap(draft -> ofForm(draft).stream());
    return Stream.concat(Kept.all(drafts).stream().map(this::row), ofForms)
        .sorted(Comparator.comparingLong(DraftsViewModel::changedMs).reversed())
        .toList();
  }

  private static long changedMs(DraftRow row) {
    return row.changed().map(times -> times.key().shownMs()).orElse(0L);
  }

  private Optional<DraftRow> ofForm(Drafts.Draft draft) {
    return draft.place().equals(Sketch.PLACE)
        ? Sketch.read(draft.text()).map(sketch -> row(draft, sketch))
        : PetnameViewModel.named(draft).map(feed -> row(draft, feed));
  }

  private DraftRow row(Drafts.Draft draft, FeedId named) {
    return new DraftRow(
        new Place.Profile(named),
        Texts.of("drafts.petname", workspace.feeds().profiles().byline(named).name()),
        draft.text(),
        times(draft.changedMs()));
  }

  private DraftRow row(Drafts.Draft draft, Sketch sketch) {
    return new DraftRow(
        new Place.Profile(workspace.self()),
        Texts.of("profile.edit"),
        sketch.description().isBlank() ? sketch.name() : sketch.description(),
        times(draft.changedMs()));
  }

  private static Optional<Times> times(long changedMs) {
    return Optional.of(changedMs).filter(ms -> ms > 0).map(ms -> new Times(ms, ms, 0));
  }

  private DraftRow row(Kept draft) {
    return new DraftRow(
        place(draft.destination()),
        where(draft.destination()),
        draft.text(),
        times(draft.changedMs()));
  }

  private static Place place(Destination destination) {
    return destination
        .root()
        .<Place>map(root -> Place.InThread.goingOn(root, destination.readers()))
        .or(() -> destination.readers().map(Place.Conversation::new))
        .orElseGet(Place.Compose::new);
  }

  private String where(Destination destination) {
    return destination
        .readers()
        .map(readers -> Texts.of("drafts.private", names(readers)))
        .or(() -> destination.root().map(this::thread))
        .orElseGet(() -> Texts.of("compose.title"));
  }

  private String thread(MessageId root) {
    return workspace
        .feeds()
        .threads()
        .post(root)
        .map(post -> Texts.of("drafts.thread", post.by().name()))
        .orElseGet(() -> Texts.of("drafts.thread.missing"));
  }

  private String names(Set<FeedId> readers) {
    Collection<Byline> people = workspace.feeds().profiles().bylines(readers).values();
    return Names.of(List.copyOf(people));
  }

  @Override
  public void close() {
    query.close();
  }
}
