package org.tidings.ui.peers;

import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.Workspace;

/// Calls an address somebody typed. What did not work stays in the field. Confined to the screen
/// thread.
public final class ConnectViewModel {
  /// What worked is no news any more after a while, and the list says how it is by then.
  private static final Duration NEWS = Duration.ofSeconds(10);

  private final Workspace workspace;
  private final StringProperty address = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(new Outcome(Kind.NONE, ""));

  /// What came of it.
  public enum Kind {
    /// Nothing was asked for yet, or the address has been changed since.
    NONE,
    TRYING,
    CONNECTED,
    /// It was no address, or the call came to nothing.
    FAILED
  }

  /// What came of it, with a sentence for people.
  public record Outcome(Kind kind, String sentence) {}

  public ConnectViewModel(Workspace workspace) {
    this.workspace = workspace;
    address.subscribe(changed -> typed());
  }

  public StringProperty addressProperty() {
    return address;
  }

  public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /// Calls what is in the field.
  public void connect() {
    if (outcome.get().kind() == Kind.TRYING) {
      return;
    }
    switch (AddressText.read(address.get(), workspace.self())) {
      case AddressText.Callable(PeerAddress found) -> call(found);
      case AddressText.Wrong(String key) -> outcome.set(new Outcome(Kind.FAILED, Texts.of(key)));
    }
  }

  private void typed() {
    if (outcome.get().kind() != Kind.TRYING) {
      outcome.set(new Outcome(Kind.NONE, ""));
    }
  }

  private void call(PeerAddress found) {
    outcome.set(new Outcome(Kind.TRYING, Texts.of("peers.connect.trying", found.place())));
    workspace
        .background()
        .ask(
            () -> {
              String key = isConnected(found.id()) ? "peers.connect.already" : "peers.connect.done";
              workspace.replication().connect(found);
              return Texts.of(key, workspace.feeds().profiles().byline(found.id()).name());
            },
            this::connected,
            problem -> outcome.set(new Outcome(Kind.FAILED, problem.sentence())));
  }

  private boolean isConnected(FeedId peer) {
    return workspace.replication().peers().stream()
        .anyMatch(status -> status instanceof PeerStatus.Connected up && up.peer().equals(peer));
  }

  private void connected(String sentence) {
    address.set("");
    Outcome news = new Outcome(Kind.CONNECTED, sentence);
    outcome.set(news);
    workspace.background().onScreenAfter(NEWS, () -> lapse(news));
  }

  private void lapse(Outcome news) {
    if (outcome.get().equals(news)) {
      outcome.set(new Outcome(Kind.NONE, ""));
    }
  }
}
