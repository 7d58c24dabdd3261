package org.tidings.ui.peers;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.content.Contact;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Question;
import org.tidings.ui.common.Requery;
import org.tidings.ui.peers.PeerRow.Standing;
import org.tidings.ui.workspace.Workspace;

/// Who is nearby, who is connected, and what travels right now, as it changes. Confined to the
/// screen thread.
public final class PeersViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final ReadOnlyObjectWrapper<Optional<Peers>> peers =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Requery<Peers> query;
  private final Subscription changes;
  private final Subscription events;

  /// Follows that are not on disk yet; shown as if they were.
  private final Set<FeedId> following = new HashSet<>();

  public PeersViewModel(Workspace workspace) {
    this(workspace, new PeersReader(workspace.feeds(), workspace.replication())::read);
  }

  PeersViewModel(Workspace workspace, Callable<Peers> reader) {
    this.workspace = workspace;
    query =
        new Requery<>(workspace.background(), () -> reader, this::show, workspace.notices()::tell);
    changes =
        workspace.replication().onChange(() -> workspace.background().onScreen(query::request));
    events = workspace.followTypes(Set.of("about"), query::request);
    query.request();
  }

  /// What is to be shown; empty until the first answer has come.
  public ReadOnlyObjectProperty<Optional<Peers>> peersProperty() {
    return peers.getReadOnlyProperty();
  }

  /// Whether following this peer is what is recommended above all rows, and need not be offered
  /// again.
  boolean isRecommended(PeerRow row) {
    return peers
        .get()
        .filter(
            read ->
                read.situation() instanceof Situation.AmongStrangers(PeerRow who, var _)
                    && who.peer().equals(row.peer()))
        .isPresent();
  }

  /// Follows somebody: shown at once, taken back if it could not be published.
  public void follow(FeedId who) {
    following.add(who);
    peers.get().ifPresent(this::show);
    workspace
        .background()
        .ask(
            () -> workspace.feeds().publisher().publish(Contact.follow(who).toJson()),
            published -> settled(who),
            problem -> {
              settled(who);
              workspace.notices().tell(problem);
            });
  }

  private void settled(FeedId who) {
    following.remove(who);
    query.request();
  }

  /// Calls somebody now. How that goes shows in their row.
  public void connect(PeerAddress address) {
    workspace
        .background()
        .run(
            () -> workspace.replication().connect(address),
            query::request,
            (Problem shownInRow) -> query.request());
  }

  /// Calls all of them now.
  public void connectAll(List<PeerAddress> addresses) {
    addresses.forEach(this::connect);
  }

  /// Forgets where somebody was to be reached, once the person has agreed.
  public void forget(String name, PeerAddress address) {
    workspace
        .notices()
        .ask(Question.of("peers.forget", false, () -> forgetNow(address), name, address));
  }

  private void forgetNow(PeerAddress address) {
    workspace
        .background()
        .run(
            () -> workspace.replication().forget(address),
            query::request,
            workspace.notices()::tell);
  }

  private void show(Peers read) {
    peers.set(
        Optional.of(
            new Peers(
                read.situation(),
                withFollows(read.nearby()),
                withFollows(read.connections()),
                read.rooms(),
                read.ways(),
                read.remark(),
                read.address())));
  }

  private List<PeerRow> withFollows(List<PeerRow> rows) {
    return rows.stream()
        .map(
            row ->
                row.peer().filter(following::contains).isPresent()
                    ? row.withStanding(Standing.FOLLOWED)
                    : row)
        .toList();
  }

  @Override
  public void close() {
    changes.close();
    events.close();
    query.close();
  }
}
