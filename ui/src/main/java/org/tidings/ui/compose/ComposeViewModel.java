package org.tidings.ui.compose;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.tidings.feed.content.Place;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.PostView;
import org.tidings.feed.index.ThreadView;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.completion.CompletionViewModel;
import org.tidings.ui.spelling.Spelling;
import org.tidings.ui.workspace.GateWatch;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.workspace.Workspace;

/// Writing one text and having it posted. It is never lost: until it is in the outbox, whatever
/// goes wrong leaves it where it is, and from there it can be taken back. Confined to the screen
/// thread.
public final class ComposeViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final Destination destination;
  private final Draft draft;
  private final Attaching attaching;
  private final GateWatch gate;
  private final People people;
  private final CompletionViewModel completion;
  private final Continuation continuation;
  private final ReadOnlyIntegerWrapper room = new ReadOnlyIntegerWrapper();
  private final Moves moves;
  private final BooleanBinding canPublish;
  private Place place;

  /// @param outgoing where the text goes to be posted
  ComposeViewModel(Workspace workspace, Outgoing outgoing, Destination destination) {
    this.workspace = workspace;
    this.destination = destination;
    place = destination.after(List.of());
    draft = new Draft(workspace, outgoing, destination.draft());
    attaching = new Attaching(workspace, destination.isPrivate(), draft.attachments());
    moves = new Moves(workspace, outgoing, draft);
    gate = new GateWatch(workspace);
    continuation = new Continuation(workspace);
    draft.textProperty().subscribe(this::measure);
    draft.warningProperty().subscribe(this::measure);
    draft.attachments().subscribe(this::measure);
    draft.answeredProperty().subscribe(this::measure);
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
            continuation.wantedProperty(),
            continuation.postsProperty(),
            moves.movingProperty());
    people = new People(workspace, destination.readers().orElse(Set.of()));
    completion = new CompletionViewModel(workspace);
    completion.among(List.copyOf(destination.readers().orElse(Set.of())));
  }

  /// The text and its warning.
  public Draft draft() {
    return draft;
  }

  /// By what the text is checked.
  public Spelling spelling() {
    return workspace.spelling();
  }

  /// What the person has set about the window.
  public Preferences preferences() {
    return workspace.environment().preferences();
  }

  /// By which pictures and files come to the text.
  public Attaching attaching() {
    return attaching;
  }

  /// What is offered while it is written.
  public CompletionViewModel completion() {
    return completion;
  }

  /// Who writes; empty for a moment.
  public ReadOnlyObjectProperty<Optional<Byline>> authorProperty() {
    return people.authorProperty();
  }

  /// Who can read it besides us, by name; nobody where everybody can, and for a moment.
  public ReadOnlyObjectProperty<List<Byline>> readersProperty() {
    return people.readersProperty();
  }

  /// Whether it goes on as a thread.
  public Continuation continuation() {
    return continuation;
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

  /// Whether it is on its way into the outbox, or something on its way to here.
  public ReadOnlyBooleanProperty publishingProperty() {
    return moves.movingProperty();
  }

  public ObservableBooleanValue canPublishProperty() {
    return canPublish;
  }

  /// What it is written for, and for whom.
  public Destination destination() {
    return destination;
  }

  /// The thread that is answered is this now: a reply says that it comes after its newest posts,
  /// and who wrote them is the first to be mentioned.
  public void answer(ThreadView thread) {
    place = destination.after(thread.heads());
    if (!destination.isPrivate()) {
      completion.among(
          thread.posts().reversed().stream().map(post -> post.by().id()).distinct().toList());
    }
    measure();
  }

  /// What is written answers this post of the thread: who wrote it is mentioned. Where that is us,
  /// or the one other who can read it, or the thread began with it, the thread is answered as a
  /// whole.
  public void answer(PostView post) {
    FeedId by = post.by().id();
    if (by.equals(workspace.self()) || isTheOnlyReader(by) || isRoot(post.id())) {
      draft.whenLoaded(this::answerAll, () -> {});
    } else {
      workspace
          .background()
          .ask(
              () -> workspace.feeds().profiles().mentionable(by).name(),
              name -> draft.whenLoaded(() -> answer(new Answered(post.id(), by, name)), () -> {}),
              workspace.notices()::tell);
    }
  }

  private boolean isTheOnlyReader(FeedId feed) {
    return destination.readers().equals(Optional.of(Set.of(feed)));
  }

  private boolean isRoot(MessageId message) {
    return destination.root().equals(Optional.of(message));
  }

  private void answer(Answered post) {
    draft.answeredProperty().set(Optional.of(post));
  }

  /// What is written answers the thread as a whole.
  public void answerAll() {
    draft.answeredProperty().set(Optional.empty());
  }

  /// Whether nothing is written here, as far as is known.
  public boolean isBlank() {
    return draft.isEmpty();
  }

  /// What is written next goes on in this thread, after its newest posts.
  public void goOn(MessageId root, List<MessageId> newest) {
    place = Destination.inThread(root).after(newest);
    measure();
  }

  /// What would be published now, as one post, however long that is.
  public Post post() {
    return manuscript().post();
  }

  private Manuscript manuscript() {
    FeedId self = workspace.self();
    return new Manuscript(
        draft.words(),
        draft.answeredProperty().get().map(answered -> answered.in(place)).orElse(place),
        destination,
        self,
        workspace.feeds().log().head(self),
        workspace.environment().clock().millis());
  }

  private boolean isReady() {
    return draft.loadedProperty().get()
        && !moves.movingProperty().get()
        && gate.heldProperty().get().isEmpty()
        && (room.get() >= 0 || continuation.isReady())
        && attaching.busyProperty().get() == 0
        && !draft.isEmpty();
  }

  private void measure() {
    Manuscript now = manuscript();
    room.set(now.room());
    continuation.follow(now, room.get());
  }

  /// Has it posted in a moment, if that is possible now.
  ///
  /// @param queued run once it is in the outbox, and only then the text goes away
  /// @param posted told the message, if it is not taken back before
  public void publish(Runnable queued, Consumer<MessageId> posted) {
    if (!canPublish.get()) {
      return;
    }
    Waiting.Written written =
        new Waiting.Written(
            destination,
            workspace.navigator().place(),
            people.authorProperty().get(),
            draft.answeredProperty().get());
    moves.send(
        manuscript(),
        entry -> new Waiting(entry, written, posted),
        waiting -> {
          continuation.wantedProperty().set(false);
          queued.run();
        });
  }

  /// Brings back what waits to be posted, before what stands here; `done` is run in any case.
  void takeBack(Waiting waiting, Runnable done) {
    boolean thread = waiting.posts().size() > 1;
    moves.takeBack(waiting, () -> continuation.wantedProperty().set(thread), done);
  }

  /// Takes along what was written in `from`, before what stands here.
  ///
  /// @param over run once it is here
  /// @param done run in any case
  void takeOver(ComposeViewModel from, Runnable over, Runnable done) {
    moves.takeOver(from.moves, over, done);
  }

  @Override
  public void close() {
    gate.close();
    people.close();
    completion.close();
    continuation.close();
  }
}
