package org.tidings.ui.compose;

import java.util.List;
import java.util.Map;
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
import org.tidings.feed.local.OutboxEntry;
import org.tidings.feed.message.MessageCodec;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.GateWatch;
import org.tidings.ui.workspace.Workspace;

/// Writing one text and having it posted. It is never lost: until it is in the outbox, whatever
/// goes wrong leaves it where it is, and from there it can be taken back. Confined to the screen
/// thread.
public final class ComposeViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final Outgoing outgoing;
  private final Destination destination;
  private final Draft draft;
  private final Attaching attaching;
  private final GateWatch gate;
  private final People people;
  private final ReadOnlyIntegerWrapper room = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper publishing = new ReadOnlyBooleanWrapper();
  private final BooleanBinding canPublish;
  private Place place;

  /// @param outgoing where the text goes to be posted
  ComposeViewModel(Workspace workspace, Outgoing outgoing, Destination destination) {
    this.workspace = workspace;
    this.outgoing = outgoing;
    this.destination = destination;
    place = destination.after(List.of());
    draft = new Draft(workspace, outgoing, destination.draft());
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

  /// Has it posted in a moment, if that is possible now.
  ///
  /// @param queued run once it is in the outbox, and only then the text goes away
  /// @param posted told the message, if it is not taken back before
  public void publish(Runnable queued, Consumer<MessageId> posted) {
    if (!canPublish.get()) {
      return;
    }
    publishing.set(true);
    draft.keep();
    Letter letter = letter();
    Waiting.Written written =
        new Waiting.Written(
            destination, workspace.navigator().place(), post(), people.authorProperty().get());
    workspace
        .background()
        .ask(
            draft.exchange(Words.NONE, drafts -> outgoing.put(letter, destination.draft(), drafts)),
            entry -> queued(new Waiting(entry, written, posted), queued),
            this::refused);
  }

  private void queued(Waiting waiting, Runnable told) {
    publishing.set(false);
    draft.clear();
    outgoing.add(waiting);
    told.run();
  }

  /// Brings back what waits to be posted, before what stands here; `done` is run in any case.
  void takeBack(Waiting waiting, Runnable done) {
    draft.whenLoaded(
        () -> {
          publishing.set(true);
          waiting.leave();
          Words all = waiting.words().before(draft.words());
          workspace
              .background()
              .ask(
                  draft.exchange(all, drafts -> takenBack(waiting, drafts)),
                  found -> back(waiting, found.map(entry -> all), done),
                  problem -> stays(waiting, problem, done));
        });
  }

  private Optional<OutboxEntry> takenBack(Waiting waiting, Map<String, String> drafts) {
    return workspace.feeds().outbox().takeBack(waiting.entry().number(), drafts);
  }

  private void back(Waiting waiting, Optional<Words> all, Runnable done) {
    publishing.set(false);
    all.ifPresentOrElse(
        words -> {
          draft.show(words);
          outgoing.remove(waiting);
        },
        () -> workspace.notices().say(Texts.of("outgoing.late")));
    done.run();
  }

  private void stays(Waiting waiting, Problem problem, Runnable done) {
    waiting.stay();
    refused(problem);
    done.run();
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
