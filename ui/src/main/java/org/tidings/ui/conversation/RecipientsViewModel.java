package org.tidings.ui.conversation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.conversation.Conversations;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.Profiles;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.LatestQuery;
import org.tidings.ui.common.Problem;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Workspace;

/// Choosing with whom to begin a private conversation. Confined to the screen thread.
public final class RecipientsViewModel implements AutoCloseable {
  /// So many the box1 format has room for, besides us.
  public static final int MOST = Conversations.MOST_OTHERS;

  private static final int OFFERED = 12;

  private final Workspace workspace;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<Byline> chosen = FXCollections.observableArrayList();
  private final ObservableList<Byline> offered = FXCollections.observableArrayList();
  private final BooleanBinding full = Bindings.size(chosen).greaterThanOrEqualTo(MOST);
  private final LatestQuery<List<Byline>> query;
  private boolean asking;
  private boolean entered;

  public RecipientsViewModel(Workspace workspace) {
    this.workspace = workspace;
    query = new LatestQuery<>(workspace.background(), this::offer, this::failed);
    typed.subscribe((before, now) -> look());
    look();
  }

  /// The beginning of a name, or an id.
  public StringProperty typedProperty() {
    return typed;
  }

  public ObservableList<Byline> chosen() {
    return chosen;
  }

  /// Whom the person may mean: those they follow while nothing is typed.
  public ObservableList<Byline> offered() {
    return offered;
  }

  /// Whether no more people have room.
  public ObservableBooleanValue fullProperty() {
    return full;
  }

  private void look() {
    String words = typed.get().strip();
    Set<FeedId> taken = chosen.stream().map(Byline::id).collect(Collectors.toSet());
    taken.add(workspace.self());
    asking = true;
    entered = false;
    query.ask(
        () -> found(words).stream().filter(by -> !taken.contains(by.id())).limit(OFFERED).toList());
  }

  private void offer(List<Byline> found) {
    asking = false;
    offered.setAll(found);
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
    int most = OFFERED + MOST + 1;
    return words.isEmpty()
        ? profiles.following(workspace.self(), Optional.empty(), most)
        : profiles.named(words, most);
  }

  /// Takes somebody in, if there is room.
  public void choose(Byline by) {
    if (!full.get() && chosen.stream().noneMatch(one -> one.id().equals(by.id()))) {
      chosen.add(by);
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
    chosen.remove(by);
    look();
  }

  /// Takes the one chosen last out again.
  public void removeLast() {
    if (!chosen.isEmpty()) {
      remove(chosen.getLast());
    }
  }

  /// Goes to the conversation with those chosen.
  public void begin() {
    if (!chosen.isEmpty()) {
      Set<FeedId> others =
          chosen.stream().map(Byline::id).collect(Collectors.toCollection(LinkedHashSet::new));
      workspace.navigator().replace(new Place.Conversation(others));
    }
  }

  @Override
  public void close() {
    query.cancel();
  }
}
