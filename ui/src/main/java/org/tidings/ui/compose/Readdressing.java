package org.tidings.ui.compose;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private final Set<FeedId> before;
  private final Carrying carrying;
  private final Recipients recipients = new Recipients();
  private final CompletionViewModel completion;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final BooleanBinding changed =
      Bindings.createBooleanBinding(this::isChanged, recipients.chosen(), open);
  private final BooleanBinding settled =
      Bindings.createBooleanBinding(this::isSettled, recipients.chosen(), open, typed);

  /// Whether the text is on its way to those chosen.
  private boolean going;

  /// Takes the text along to others.
  interface Carrying {
    /// Begins with it.
    ///
    /// @param over run once it is there
    /// @param done run in any case
    void to(Set<FeedId> others, Runnable over, Runnable done);
  }

  /// @param before for whom the text was begun
  /// @param carrying takes it along to those chosen
  Readdressing(Workspace workspace, Set<FeedId> before, Carrying carrying) {
    this.before = before;
    this.carrying = carrying;
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

  /// Whether those the text was begun for are shown, and nobody else. It is not sent from here
  /// otherwise: those are not who is seen, and who is seen is not confirmed; of a name that is half
  /// typed nobody knows.
  public ObservableBooleanValue settledProperty() {
    return settled;
  }

  private boolean isSettled() {
    return !open.get() || (recipients.ids().equals(before) && typed.get().isBlank());
  }

  /// Begins with those who can read it now.
  public void begin(List<Byline> readers) {
    recipients.reset(readers);
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

  /// From now on it is for these. They are shown until it is there.
  public void done() {
    if (changed.get() && !going) {
      going = true;
      carrying.to(recipients.ids(), this::cancel, () -> going = false);
    }
  }
}
