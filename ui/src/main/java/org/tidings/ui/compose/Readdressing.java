package org.tidings.ui.compose;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.completion.Choice;
import org.tidings.ui.completion.CompletionViewModel;
import org.tidings.ui.workspace.Workspace;

/// Choosing other people for a private text than those it was begun for. Confined to the screen
/// thread.
public final class Readdressing {
  private final Consumer<Set<FeedId>> chosen;
  private final Recipients recipients = new Recipients();
  private final CompletionViewModel completion;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final BooleanBinding changed =
      Bindings.createBooleanBinding(this::isChanged, recipients.chosen(), open);
  private Set<FeedId> before = Set.of();

  /// @param chosen told for whom the text is from now on
  Readdressing(Workspace workspace, Consumer<Set<FeedId>> chosen) {
    this.chosen = chosen;
    completion =
        CompletionViewModel.ofPeople(
            workspace,
            () -> {
              Set<FeedId> taken = new HashSet<>(recipients.ids());
              taken.add(workspace.self());
              return taken;
            });
  }

  /// Whether the person is about it.
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public Recipients recipients() {
    return recipients;
  }

  /// Who is offered for what is typed.
  public CompletionViewModel completion() {
    return completion;
  }

  /// The beginning of a name, or an id.
  public StringProperty typedProperty() {
    return typed;
  }

  /// Whether there is somebody, and not the same as before.
  public ObservableBooleanValue changedProperty() {
    return changed;
  }

  private boolean isChanged() {
    Set<FeedId> now = recipients.ids();
    return open.get() && !now.isEmpty() && !now.equals(before);
  }

  /// Begins with those who can read it now.
  public void begin(List<Byline> readers) {
    recipients.reset(readers);
    before = recipients.ids();
    typed.set("");
    open.set(true);
  }

  /// Takes in whom the person has chosen of those offered.
  public void add(Choice choice) {
    if (choice instanceof Choice.Person(var who)) {
      recipients.choose(who.by());
      typed.set("");
    }
  }

  /// All stays as it was.
  public void cancel() {
    open.set(false);
  }

  /// From now on it is for these.
  public void done() {
    if (changed.get()) {
      open.set(false);
      chosen.accept(recipients.ids());
    }
  }
}
