package org.tidings.ui.peers;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tidings.replication.InviteKind;
import org.tidings.replication.room.SignInLink;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Question;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.Workspace;

/// Accepts an invite or calls an address that somebody pasted, and tells each step. What did not
/// work stays in the field. Confined to the screen thread.
public final class ConnectViewModel {
  /// What worked is no news any more after a while, and the list says how it is by then.
  private static final Duration NEWS = Duration.ofSeconds(10);

  private static final Outcome NOTHING = new Outcome(Kind.NONE, "", "");

  private final Workspace workspace;
  private final StringProperty address = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper recognised = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Trip> trip = new ReadOnlyObjectWrapper<>(Trip.NONE);
  private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(NOTHING);
  private Attempt latest = new Attempt("");

  /// What came of it.
  public enum Kind {
    /// Nothing was asked for yet, or the text has been changed since.
    NONE,
    TRYING,
    CONNECTED,
    /// It was neither invite nor address, or came to nothing.
    FAILED,
    /// The person did not want to wait.
    STOPPED
  }

  /// What came of it.
  ///
  /// @param sentence what happened, for people
  /// @param advice what is safe and what to try, or nothing
  public record Outcome(Kind kind, String sentence, String advice) {}

  /// One time that it is tried.
  private static final class Attempt {
    private final String text;
    private volatile boolean stopped;

    Attempt(String text) {
      this.text = text;
    }
  }

  public ConnectViewModel(Workspace workspace) {
    this.workspace = workspace;
    address.subscribe(changed -> typed());
  }

  public StringProperty addressProperty() {
    return address;
  }

  /// What the text is, for people; empty while it is nothing that can be used.
  public ReadOnlyStringProperty recognisedProperty() {
    return recognised.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Trip> tripProperty() {
    return trip.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /// Does what the text in the field is for.
  public void connect() {
    if (isTrying()) {
      return;
    }
    Pasted pasted = read();
    trip.set(Errand.plan(pasted));
    Attempt attempt = new Attempt(address.get());
    Errand errand = new Errand(workspace, change -> tell(attempt, change));
    switch (pasted) {
      case Pasted.Invite invite when invite.kind() == InviteKind.SIGN_IN ->
          askFirst(
              invite.text(),
              () -> begin(attempt, Texts.of("way.signIn.trying"), () -> errand.accept(invite)));
      case Pasted.Address(PeerAddress found) ->
          begin(attempt, Texts.of("peers.connect.trying", found.place()), () -> errand.call(found));
      case Pasted.Invite invite -> begin(attempt, "", () -> errand.accept(invite));
      case Pasted.Wrong(String key) -> outcome.set(new Outcome(Kind.FAILED, Texts.of(key), ""));
    }
  }

  /// Whoever has the page open, for which a browser is signed in, can act there as this person, who
  /// therefore sees first which page that is.
  private void askFirst(String link, Runnable signIn) {
    RoomReader reader = new RoomReader(workspace.feeds(), workspace.replication());
    workspace
        .background()
        .ask(
            () -> reader.beforeSigningIn(SignInLink.parse(link).orElseThrow()),
            text ->
                workspace
                    .notices()
                    .ask(
                        new Question(
                            Texts.of("signIn.title"),
                            text,
                            Texts.of("signIn.action"),
                            false,
                            signIn)),
            workspace.notices()::tell);
  }

  /// Waits no longer. What is under way ends by itself, and nothing follows it.
  public void stop() {
    if (!isTrying()) {
      return;
    }
    latest.stopped = true;
    trip.set(trip.get().stopped());
    outcome.set(new Outcome(Kind.STOPPED, Texts.of("way.stopped"), Texts.of("way.stopped.advice")));
  }

  boolean isTrying() {
    return outcome.get().kind() == Kind.TRYING;
  }

  private Pasted read() {
    return Pasted.read(address.get(), workspace.self());
  }

  private void typed() {
    recognised.set(
        switch (read()) {
          case Pasted.Address(PeerAddress found) -> Texts.of("way.address", found.place());
          case Pasted.Invite(InviteKind kind, var text) -> Texts.of("way." + kind);
          case Pasted.Wrong wrong -> "";
        });
    if (!isTrying()) {
      trip.set(Trip.NONE);
      outcome.set(NOTHING);
    }
  }

  private void begin(Attempt attempt, String sentence, Callable<Errand.End> errand) {
    latest = attempt;
    outcome.set(new Outcome(Kind.TRYING, sentence, ""));
    workspace
        .background()
        .ask(
            () -> unlessStopped(errand),
            end -> end.filter(still -> !attempt.stopped).ifPresent(this::ended),
            problem -> failed(attempt, problem));
  }

  private static Optional<Errand.End> unlessStopped(Callable<Errand.End> errand) throws Exception {
    try {
      return Optional.of(errand.call());
    } catch (CancellationException stopped) {
      return Optional.empty();
    }
  }

  /// Called by whoever does the errand, which ends here when the person waits no longer.
  private void tell(Attempt attempt, UnaryOperator<Trip> change) {
    if (attempt.stopped) {
      throw new CancellationException();
    }
    workspace
        .background()
        .onScreen(
            () -> {
              if (!attempt.stopped) {
                trip.set(change.apply(trip.get()));
              }
            });
  }

  private void ended(Errand.End end) {
    switch (end) {
      case Errand.End.Arrived(String sentence) -> connected(sentence);
      case Errand.End.Failed(String key, String sentence) ->
          outcome.set(new Outcome(Kind.FAILED, sentence, Texts.of("way." + key + ".advice")));
    }
  }

  private void failed(Attempt attempt, Problem problem) {
    if (!attempt.stopped) {
      trip.set(Trip.NONE);
      outcome.set(new Outcome(Kind.FAILED, problem.sentence(), problem.advice()));
    }
  }

  private void connected(String sentence) {
    Trip arrived = trip.get().arrived();
    // What was put there meanwhile is for the next time.
    if (address.get().equals(latest.text)) {
      address.set("");
    }
    trip.set(arrived);
    Outcome news = new Outcome(Kind.CONNECTED, sentence, "");
    outcome.set(news);
    workspace.background().onScreenAfter(NEWS, () -> lapse(news));
  }

  private void lapse(Outcome news) {
    if (outcome.get().equals(news)) {
      trip.set(Trip.NONE);
      outcome.set(NOTHING);
    }
  }
}
