package org.tidings.ui.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.Profiles;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.LatestQuery;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.compose.Recipients;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Workspace;

/// Choosing with whom to begin a private conversation. Confined to the screen thread.
public final class RecipientsViewModel implements AutoCloseable {
  private static final int OFFERED = 12;

  private final Workspace workspace;
  private final StringProperty typed = new SimpleStringProperty("");
  private final Recipients recipients = new Recipients();
  private final ObservableList<Byline> offered = FXCollections.observableArrayList();
  private final LatestQuery<List<Byline>> query;
  private final ReadOnlyObjectWrapper<Optional<String>> nobody =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean asking;
  private boolean entered;

  public RecipientsViewModel(Workspace workspace) {
    this.workspace = workspace;
    query = new LatestQuery<>(workspace.background(), this::offer, this::failed);
    typed.subscribe((before, now) -> query.ask(looking()));
    look();
  }

  /// The beginning of a name, or an id.
  public StringProperty typedProperty() {
    return typed;
  }

  /// Those chosen so far.
  public Recipients recipients() {
    return recipients;
  }

  /// Whom the person may mean: those they follow while nothing is typed.
  public ObservableList<Byline> offered() {
    return offered;
  }

  /// Why nobody is offered; empty where somebody is or need not be, and until that is known.
  public ReadOnlyObjectProperty<Optional<String>> nobodyProperty() {
    return nobody.getReadOnlyProperty();
  }

  private Optional<String> nobody() {
    if (!offered.isEmpty()) {
      return Optional.empty();
    }
    return typed.get().isBlank()
        ? Optional.of("private.offered.nobody").filter(key -> recipients.ids().isEmpty())
        : Optional.of("private.offered.unknown");
  }

  private void look() {
    query.askAtOnce(looking());
  }

  private Supplier<List<Byline>> looking() {
    String words = typed.get().strip();
    Set<FeedId> taken = new HashSet<>(recipients.ids());
    taken.add(workspace.self());
    asking = true;
    entered = false;
    return () ->
        found(words).stream().filter(by -> !taken.contains(by.id())).limit(OFFERED).toList();
  }

  private void offer(List<Byline> found) {
    asking = false;
    offered.setAll(found);
    nobody.set(nobody().map(Texts::of));
    if (entered) {
      chooseFirst();
    }
  }

  private void failed(Problem problem) {
    asking = false;
    workspace.notices().tell(problem);
  }

  private List<Byline> found(String words) {
    Profiles profiles = workspace.feeds().profiles();
    Optional<FeedId> id = FeedId.parse(words);
    if (id.isPresent()) {
      return List.of(profiles.byline(id.get()));
    }
    int most = OFFERED + Recipients.MOST + 1;
    return words.isEmpty()
        ? profiles.following(workspace.self(), Optional.empty(), most)
        : profiles.named(words, most);
  }

  /// Takes somebody in, if there is room.
  public void choose(Byline by) {
    if (recipients.choose(by)) {
      typed.set("");
      look();
    }
  }

  /// Takes in the first of those offered; while they are looked for, as soon as they are here.
  public void chooseFirst() {
    entered = asking;
    if (!asking) {
      offered.stream().findFirst().ifPresent(this::choose);
    }
  }

  public void remove(Byline by) {
    recipients.remove(by);
    look();
  }

  /// Takes the one chosen last out again.
  public void removeLast() {
    recipients.removeLast();
    look();
  }

  /// Goes to the conversation with those chosen.
  public void begin() {
    Set<FeedId> others = recipients.ids();
    if (!others.isEmpty()) {
      workspace.navigator().replace(new Place.Conversation(others));
    }
  }

  @Override
  public void close() {
    query.cancel();
  }
}
