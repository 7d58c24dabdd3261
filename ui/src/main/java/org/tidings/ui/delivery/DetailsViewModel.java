package org.tidings.ui.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.Byline;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.local.Delivery;
import org.tidings.feed.log.Origin;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// What is known about one message; where its copies are, as that changes. Confined to the screen
/// thread.
public final class DetailsViewModel implements AutoCloseable {
  private final ReadOnlyObjectWrapper<Optional<Details>> details =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper missing = new ReadOnlyBooleanWrapper();
  private final Requery<Optional<Details>> query;
  private final Subscription changes;

  public DetailsViewModel(Workspace workspace, MessageId message) {
    query = workspace.requery(() -> () -> find(workspace, message), this::show);
    changes = workspace.followReplication(query::request);
    query.request();
  }

  ReadOnlyObjectProperty<Optional<Details>> detailsProperty() {
    return details.getReadOnlyProperty();
  }

  /// Whether the message is not here, as far as is known.
  ReadOnlyBooleanProperty missingProperty() {
    return missing.getReadOnlyProperty();
  }

  private void show(Optional<Details> found) {
    details.set(found);
    missing.set(found.isEmpty());
  }

  private static Optional<Details> find(Workspace workspace, MessageId message) {
    return workspace.feeds().log().get(message).map(stored -> of(workspace, stored));
  }

  private static Details of(Workspace workspace, StoredMessage stored) {
    Feeds feeds = workspace.feeds();
    boolean own = stored.author().equals(feeds.identity().id());
    Optional<Origin> origin = feeds.log().originOf(stored.id());
    return new Details(
        feeds.profiles().byline(stored.author()),
        stored.sequence().value(),
        Instant.ofEpochMilli(stored.arrival().atMs()),
        origin.map(from -> way(feeds, from)).orElseGet(() -> way(own)),
        new String(stored.wire(), StandardCharsets.UTF_8),
        signed(stored),
        own,
        own ? copies(feeds, stored) : copies(workspace, stored, origin));
  }

  private static Details.Way way(Feeds feeds, Origin origin) {
    return switch (origin) {
      case Origin.FromPeer(FeedId peer) -> new Details.Way.Brought(feeds.profiles().byline(peer));
      case Origin.Import imported -> new Details.Way.InFile();
    };
  }

  private static Details.Way way(boolean own) {
    return own ? new Details.Way.Written() : new Details.Way.Unknown();
  }

  private static String signed(StoredMessage stored) {
    try {
      return new String(JsonWriter.canonicalOf(stored.wire()), StandardCharsets.UTF_8);
    } catch (JsonException damaged) {
      return "";
    }
  }

  private static Details.Copies copies(Feeds feeds, StoredMessage stored) {
    Delivery delivery = feeds.copies().of(stored.sequence());
    Set<FeedId> followed = feeds.graph().followed();
    return new Details.Copies(
        Held.of(delivery, followed),
        named(feeds, delivery.holders(), followed),
        named(feeds, delivery.sentTo(), followed),
        delivery.lastLeft());
  }

  /// Of what others wrote: who has said so, and who brought it.
  private static Details.Copies copies(
      Workspace workspace, StoredMessage stored, Optional<Origin> origin) {
    Feeds feeds = workspace.feeds();
    Set<FeedId> holders =
        new HashSet<>(workspace.replication().holdersOf(stored.author(), stored.sequence()));
    if (origin.isPresent() && origin.get() instanceof Origin.FromPeer(FeedId peer)) {
      holders.add(peer);
    }
    Set<FeedId> followed = feeds.graph().followed();
    return new Details.Copies(
        Held.of(holders, followed), named(feeds, holders, followed), List.of(), Optional.empty());
  }

  private static List<Byline> named(Feeds feeds, Set<FeedId> peers, Set<FeedId> followed) {
    List<FeedId> friends = peers.stream().filter(followed::contains).toList();
    return feeds.profiles().bylines(friends).values().stream()
        .sorted(Comparator.comparing(Byline::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public void close() {
    changes.close();
    query.close();
  }
}
