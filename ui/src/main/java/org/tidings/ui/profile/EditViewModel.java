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

/// Changing what we say about ourselves. What was typed stays until it is said or given up, over
/// restarts too. Confined to the screen thread.
public final class EditViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final GateWatch gate;
  private final KeptText kept;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty description = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<BlobId>> picture =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final Publication publication;
  private final BooleanBinding canSave;
  private Sketch old = Sketch.NONE;
  private boolean isResumed;

  public EditViewModel(Workspace workspace) {
    this.workspace = workspace;
    gate = new GateWatch(workspace);
    kept = new KeptText(workspace, Sketch.PLACE, () -> begun().map(Sketch::write));
    publication = new Publication(workspace);
    canSave =
        Bindings.createBooleanBinding(
            this::isReady,
            name,
            description,
            reading,
            publication.busyProperty(),
            gate.heldProperty());
    name.subscribe((before, now) -> kept.changed());
    description.subscribe((before, now) -> kept.changed());
    picture.subscribe((before, now) -> kept.changed());
  }

  /// What stands here now and is something else than what we say.
  private Optional<Sketch> begun() {
    return Optional.of(sketch()).filter(now -> editing.get() && !now.equals(old));
  }

  private Sketch sketch() {
    return new Sketch(name.get(), description.get(), picture.get());
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

  /// Whether a picture is being read right now.
  public ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// Whether there is a name, the picture is here, and publishing works.
  public ObservableBooleanValue canSaveProperty() {
    return canSave;
  }

  /// Starts from what we say now.
  public void begin(SelfPortrait now) {
    old = Sketch.of(now);
    show(old);
  }

  private void show(Sketch next) {
    name.set(next.name());
    description.set(next.description());
    picture.set(next.picture());
    editing.set(true);
  }

  /// Goes on with what was typed here before and neither saved nor given up; once, if at all.
  public void resume(SelfPortrait now) {
    if (!isResumed) {
      isResumed = true;
      kept.load(text -> Sketch.read(text).ifPresent(found -> goOn(now, found)));
    }
  }

  private void goOn(SelfPortrait now, Sketch found) {
    boolean isTyped = begun().isPresent();
    if (found.equals(Sketch.of(now))) {
      kept.keep();
    } else if (!isTyped) {
      begin(now);
      show(found);
    }
  }

  /// Has the person choose a picture. Others see it once the rest is saved.
  public void choosePicture() {
    workspace.environment().dialogs().open().stream().findFirst().ifPresent(this::choose);
  }

  private void choose(Path file) {
    if (reading.get() || publication.busyProperty().get()) {
      return;
    }
    reading.set(true);
    workspace
        .background()
        .ask(
            () -> Face.of(file).keepIn(workspace.feeds().blobs()),
            blob -> {
              reading.set(false);
              picture.set(Optional.of(blob));
            },
            problem -> {
              reading.set(false);
              workspace.notices().tell(problem);
            });
  }

  /// Gives up what was typed.
  public void cancel() {
    end();
  }

  private void end() {
    editing.set(false);
    kept.keep();
  }

  /// Says what is new; nothing new is nothing to say. A picture that is being read belongs to it.
  public void save() {
    if (reading.get()) {
      return;
    }
    Optional<String> newName = changed(old.name(), name.get().strip());
    Optional<String> newDescription = changed(old.description(), description.get().strip());
    Optional<BlobId> newPicture =
        picture.get().filter(blob -> !old.picture().equals(Optional.of(blob)));
    if (newName.isEmpty() && newDescription.isEmpty() && newPicture.isEmpty()) {
      end();
    } else if (canSave.get()) {
      publication.publish(
          new About(workspace.self(), newName, newPicture, newDescription), () -> said(newPicture));
    }
  }

  private void said(Optional<BlobId> newPicture) {
    end();
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
    return !reading.get()
        && !publication.busyProperty().get()
        && !name.get().isBlank()
        && gate.heldProperty().get().isEmpty();
  }

  @Override
  public void close() {
    kept.keep();
    gate.close();
  }
}
