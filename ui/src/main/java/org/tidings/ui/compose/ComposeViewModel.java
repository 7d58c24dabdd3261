package org.tidings.ui.compose;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.tidings.feed.content.Mention;
import org.tidings.feed.content.Place;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Byline;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Problem;
import org.tidings.ui.workspace.GateWatch;
import org.tidings.ui.workspace.Workspace;

/// Writing and publishing one text. It is never lost: until its message is on disk, whatever goes
/// wrong leaves it where it is. Confined to the screen thread.
public final class ComposeViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final Destination destination;
  private final Draft draft;
  private final Attaching attaching;
  private final GateWatch gate;
  private final People people;
  private final ReadOnlyIntegerWrapper room = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper publishing = new ReadOnlyBooleanWrapper();
  private final BooleanBinding canPublish;
  private Place place;

  public ComposeViewModel(Workspace workspace, Destination destination) {
    this.workspace = workspace;
    this.destination = destination;
    place = destination.after(List.of());
    draft = new Draft(workspace, destination.draft());
    attaching = new Attaching(workspace, destination.isPrivate(), draft.attachments());
    gate = new GateWatch(workspace);
    draft.textProperty().subscribe(this::measure);
    draft.warningProperty().subscribe(this::measure);
    draft.attachments().subscribe(this::measure);
    measure();
    canPublish =
        Bindings.createBooleanBinding(
            this::isReady,
            draft.textProperty(),
            draft.attachments(),
            attaching.busyProperty(),
            draft.loadedProperty(),
            gate.heldProperty(),
            room,
            publishing);
    people = new People(workspace, destination.readers().orElse(Set.of()));
  }

  /// The text and its warning.
  public Draft draft() {
    return draft;
  }

  /// By which pictures and files come to the text.
  public Attaching attaching() {
    return attaching;
  }

  /// Who writes; empty for a moment.
  public ReadOnlyObjectProperty<Optional<Byline>> authorProperty() {
    return people.authorProperty();
  }

  /// Who can read it besides us, by name; nobody where everybody can, and for a moment.
  public ReadOnlyObjectProperty<List<Byline>> readersProperty() {
    return people.readersProperty();
  }

  /// How many characters more the message can hold, signature, mentions and all; negative when it
  /// is too long.
  public ReadOnlyIntegerProperty roomProperty() {
    return room.getReadOnlyProperty();
  }

  /// Why publishing is held; empty while it works.
  public ReadOnlyObjectProperty<Optional<String>> heldProperty() {
    return gate.heldProperty();
  }

  public ReadOnlyBooleanProperty publishingProperty() {
    return publishing.getReadOnlyProperty();
  }

  public ObservableBooleanValue canPublishProperty() {
    return canPublish;
  }

  /// What it is written for, and for whom.
  public Destination destination() {
    return destination;
  }

  /// The newest posts of the thread are these now: what a reply says it comes after.
  public void answer(List<MessageId> newest) {
    place = destination.after(newest);
    measure();
  }

  /// What is written next goes on in this thread, after its newest posts.
  public void goOn(MessageId root, List<MessageId> newest) {
    place = Destination.inThread(root).after(newest);
    measure();
  }

  /// The post as it would be published now.
  public Post post() {
    String text = WholeText.of(draft.textProperty().get(), draft.attachments());
    // Beyond the limit nothing is counted exactly, and a pasted book is not searched.
    List<Mention> mentions =
        text.length() > MessageCodec.MAX_UNITS
            ? List.of()
            : WholeText.mentions(text, draft.attachments());
    Optional<String> warning =
        Optional.of(draft.warningProperty().get().strip()).filter(words -> !words.isEmpty());
    return new Post(text, place, mentions, Optional.empty(), warning);
  }

  private boolean isReady() {
    return draft.loadedProperty().get()
        && !publishing.get()
        && gate.heldProperty().get().isEmpty()
        && room.get() >= 0
        && attaching.busyProperty().get() == 0
        && !draft.isEmpty();
  }

  private void measure() {
    room.set(letter().room(workspace));
  }

  private Letter letter() {
    return Letter.of(post(), destination, workspace.self());
  }

  /// Publishes, if that is possible now; `posted` is told the new message once it is on disk, and
  /// only then the text goes away.
  public void publish(Consumer<MessageId> posted) {
    if (!canPublish.get()) {
      return;
    }
    publishing.set(true);
    draft.keep();
    Letter letter = letter();
    Runnable removal = draft.removal();
    List<BlobId> blobs = draft.attachments().stream().map(one -> one.link().blob()).toList();
    workspace
        .background()
        .ask(() -> published(letter, removal, blobs), id -> posted(id, posted), this::refused);
  }

  /// Who reads it may not meet us again: others take the pictures for them.
  private MessageId published(Letter letter, Runnable removal, List<BlobId> blobs)
      throws Exception {
    MessageId id = letter.publish(workspace);
    removal.run();
    blobs.forEach(workspace.replication().blobs()::push);
    return id;
  }

  private void posted(MessageId id, Consumer<MessageId> told) {
    publishing.set(false);
    draft.clear();
    told.accept(id);
  }

  private void refused(Problem problem) {
    publishing.set(false);
    workspace.notices().tell(problem);
  }

  @Override
  public void close() {
    gate.close();
    people.close();
  }
}
