package org.tidings.ui.profile;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.tidings.feed.content.About;
import org.tidings.feed.index.ProfileView.SelfPortrait;
import org.tidings.feed.ref.BlobId;
import org.tidings.ui.picture.Face;
import org.tidings.ui.spelling.Spelling;
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
  private final ReadOnlyObjectWrapper<Optional<BlobId>> picture =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Publication publication;
  private final BooleanBinding canSave;
  private String oldName = "";
  private String oldDescription = "";
  private Optional<BlobId> oldPicture = Optional.empty();

  public EditViewModel(Workspace workspace) {
    this.workspace = workspace;
    gate = new GateWatch(workspace);
    publication = new Publication(workspace);
    canSave =
        Bindings.createBooleanBinding(
            this::isReady, name, description, publication.busyProperty(), gate.heldProperty());
  }

  /// By what the description is checked.
  public Spelling spelling() {
    return workspace.spelling();
  }

  public StringProperty nameProperty() {
    return name;
  }

  public StringProperty descriptionProperty() {
    return description;
  }

  /// The picture chosen, or the one we have; empty for none.
  public ReadOnlyObjectProperty<Optional<BlobId>> pictureProperty() {
    return picture.getReadOnlyProperty();
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
    oldPicture = now.image();
    picture.set(oldPicture);
    editing.set(true);
  }

  /// Has the person choose a picture. Others see it once the rest is saved.
  public void choosePicture() {
    workspace.environment().dialogs().open().stream().findFirst().ifPresent(this::choose);
  }

  private void choose(Path file) {
    workspace
        .background()
        .ask(
            () -> Face.of(file).keepIn(workspace.feeds().blobs()),
            blob -> picture.set(Optional.of(blob)),
            workspace.notices()::tell);
  }

  public void cancel() {
    editing.set(false);
  }

  /// Says what is new; nothing new is nothing to say.
  public void save() {
    Optional<String> newName = changed(oldName, name.get().strip());
    Optional<String> newDescription = changed(oldDescription, description.get().strip());
    Optional<BlobId> newPicture =
        picture.get().filter(blob -> !oldPicture.equals(Optional.of(blob)));
    if (newName.isEmpty() && newDescription.isEmpty() && newPicture.isEmpty()) {
      editing.set(false);
    } else if (canSave.get()) {
      publication.publish(
          new About(workspace.self(), newName, newPicture, newDescription), () -> said(newPicture));
    }
  }

  private void said(Optional<BlobId> newPicture) {
    editing.set(false);
    newPicture.ifPresent(
        blob ->
            workspace
                .background()
                .run(
                    () -> workspace.replication().blobs().push(blob),
                    () -> {},
                    workspace.notices()::tell));
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
