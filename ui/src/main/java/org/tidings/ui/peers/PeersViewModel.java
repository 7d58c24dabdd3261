package org.tidings.ui.peers;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.content.Contact;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Question;
import org.tidings.ui.common.Requery;
import org.tidings.ui.common.Texts;
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
  private final Subscription ourPosts;

  /// Follows that are not on disk yet; shown as if they were.
  private final Set<FeedId> following = new HashSet<>();

  /// The same of other answers to strangers.
  private final Set<FeedId> dismissed = new HashSet<>();

  private Runnable answered = () -> {};

  public PeersViewModel(Workspace workspace) {
    this(workspace, new PeersReader(workspace.feeds(), workspace.replication())::read);
  }

  PeersViewModel(Workspace workspace, Callable<Peers> reader) {
    this.workspace = workspace;
    query = workspace.requery(() -> reader, this::show);
    changes = workspace.followReplication(query::request);
    events = workspace.followTypes(Set.of("about", "contact"), query::request);
    ourPosts = workspace.follow(this::concernsOurPosts, query::request);
    query.request();
  }

  /// Whether a first post may have come, or may be written from now on or no more.
  private boolean concernsOurPosts(FeedEvent event) {
    return event instanceof FeedEvent.PublishingChanged
        || (event instanceof FeedEvent.MessagesAppended(var messages)
            && messages.stream()
                .anyMatch(
                    one -> one.author().equals(workspace.self()) && one.type().equals("post")));
  }

  /// What is to be shown; empty until the first answer has come.
  public ReadOnlyObjectProperty<Optional<Peers>> peersProperty() {
    return peers.getReadOnlyProperty();
  }

  /// Runs `run` each time an answer to somebody is on disk.
  void onAnswered(Runnable run) {
    answered = run;
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
    say(Contact.follow(who), following);
  }

  /// Blocks somebody, if the person still wants to after having read what that does.
  public void block(Byline who) {
    Runnable block = () -> say(Contact.block(who.id()), dismissed);
    workspace.notices().ask(Question.of("profile.block", true, block, who.name()));
  }

  /// Strikes a stranger off the requests.
  public void ignore(FeedId who) {
    answer(
        who,
        dismissed,
        () -> {
          workspace.feeds().strangers().ignore(who);
          return who;
        });
  }

  private void say(Contact contact, Set<FeedId> shown) {
    answer(contact.contact(), shown, () -> workspace.feeds().publisher().publish(contact.toJson()));
  }

  /// Does what `change` does, shown at once.
  private void answer(FeedId who, Set<FeedId> shown, Callable<?> change) {
    shown.add(who);
    peers.get().ifPresent(this::show);
    workspace
        .background()
        .ask(
            change,
            done -> settled(who, shown),
            problem -> {
              settled(who, shown);
              workspace.notices().tell(problem);
            });
  }

  private void settled(FeedId who, Set<FeedId> shown) {
    shown.remove(who);
    query.request();
    answered.run();
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

  /// Whether there is anybody to call.
  boolean knowsSomebody() {
    return peers
        .get()
        .filter(read -> !read.connections().isEmpty() || !read.nearby().isEmpty())
        .isPresent();
  }

  /// Calls everybody now who is not connected, whenever their turn would be.
  public void callEverybody() {
    long calling = peers.get().map(PeersViewModel::unconnected).orElse(0L);
    workspace
        .background()
        .run(workspace.replication()::callEverybody, query::request, workspace.notices()::tell);
    workspace
        .notices()
        .say(
            calling == 0
                ? Texts.of("peers.callAll.allConnected")
                : Texts.of("peers.callAll.calling", calling));
  }

  private static long unconnected(Peers read) {
    return Stream.concat(read.nearby().stream(), read.connections().stream())
        .filter(row -> row.standing() != Standing.BLOCKED)
        .filter(PeerRow::isWaiting)
        .flatMap(row -> row.address().stream())
        .distinct()
        .count();
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
                read.requests().stream().filter(row -> !isAnswered(row)).toList(),
                read.onlyInReach(),
                withFollows(read.nearby()),
                withFollows(read.connections()),
                read.rooms(),
                read.ways(),
                read.remark(),
                read.address())));
  }

  private boolean isAnswered(RequestRow row) {
    FeedId who = row.who().shown().id();
    return following.contains(who) || dismissed.contains(who);
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
    ourPosts.close();
    query.close();
  }
}
