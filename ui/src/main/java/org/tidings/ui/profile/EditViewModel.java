package org.tidings.ui.profile;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.tidings.feed.content.About;
import org.tidings.feed.index.ProfileView.SelfPortrait;
import org.tidings.ui.workspace.GateWatch;
import org.tidings.ui.workspace.Publication;
import org.tidings.ui.workspace.Workspace;

/// Changing what we say about ourselves. What was typed stays until it is on disk or given up.
/// Confined to the screen thread.
public final class EditViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final GateWatch gate;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty description = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
  private final Publication publication;
  private final BooleanBinding canSave;
  private String oldName = "";
  private String oldDescription = "";

  public EditViewModel(Workspace workspace) {
    this.workspace = workspace;
    gate = new GateWatch(workspace);
    publication = new Publication(workspace);
    canSave =
        Bindings.createBooleanBinding(
            this::isReady, name, description, publication.busyProperty(), gate.heldProperty());
  }

  public StringProperty nameProperty() {
    return name;
  }

  public StringProperty descriptionProperty() {
    return description;
  }

  public ReadOnlyBooleanProperty editingProperty() {
    return editing.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty savingProperty() {
    return publication.busyProperty();
  }

  /// Whether there is a name and publishing works.
  public ObservableBooleanValue canSaveProperty() {
    return canSave;
  }

  /// Starts from what we say now.
  public void begin(SelfPortrait now) {
    oldName = now.name().orElse("");
    oldDescription = now.description().orElse("");
    name.set(oldName);
    description.set(oldDescription);
    editing.set(true);
  }

  public void cancel() {
    editing.set(false);
  }

  /// Says what is new; nothing new is nothing to say.
  public void save() {
    Optional<String> newName = changed(oldName, name.get().strip());
    Optional<String> newDescription = changed(oldDescription, description.get().strip());
    if (newName.isEmpty() && newDescription.isEmpty()) {
      editing.set(false);
    } else if (canSave.get()) {
      publication.publish(
          new About(workspace.self(), newName, Optional.empty(), newDescription),
          () -> editing.set(false));
    }
  }

  private static Optional<String> changed(String before, String now) {
    return Optional.of(now).filter(words -> !words.equals(before));
  }

  private boolean isReady() {
    return !publication.busyProperty().get()
        && !name.get().isBlank()
        && gate.heldProperty().get().isEmpty();
  }

  @Override
  public void close() {
    gate.close();
  }
}
