package org.tidings.replication.transport;

import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;

/// Several addresses of one peer, called all at once: the first that answers counts, and those that
/// answer later are hung up on. One that leads nowhere, as on another network, takes no time of the
/// others. Used once.
public final class Ways {
  private final List<NetAddress> all;
  private final Dialer dialer;
  private final CompletableFuture<Answer> first = new CompletableFuture<>();
  private final SortedMap<Integer, ConnectionFailedException> failures =
      new ConcurrentSkipListMap<>();

  /// @param all one at least, the likeliest first
  public Ways(List<NetAddress> all, Dialer dialer) {
    this.all = List.copyOf(all);
    this.dialer = dialer;
  }

  /// A channel, after the handshake.
  ///
  /// @param at which of the addresses it is
  public record Answer(NetAddress at, SecretChannel channel) {}

  /// Calls them; returns when one answers.
  ///
  /// @throws ConnectionFailedException when none does: what came of the one that came farthest
  public Answer call() throws ConnectionFailedException, InterruptedException {
    for (int i = 0; i < all.size(); i++) {
      int rank = i;
      Thread.ofVirtual().name("dial-" + all.get(i).place()).start(() -> call(rank));
    }
    try {
      return first.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ConnectionFailedException failed
          ? failed
          : new ConnectionFailedException(Failure.DROPPED, e);
    } finally {
      first.cancel(false); // whoever waited here may have gone
    }
  }

  private void call(int rank) {
    try {
      SecretChannel channel = dialer.dial(all.get(rank));
      if (!first.complete(new Answer(all.get(rank), channel))) {
        channel.close();
      }
    } catch (ConnectionFailedException e) {
      failed(rank, e);
    } catch (RuntimeException | Error bug) {
      failed(rank, new ConnectionFailedException(Failure.DROPPED, bug));
      throw bug;
    }
  }

  private void failed(int rank, ConnectionFailedException why) {
    failures.put(rank, why);
    if (failures.size() == all.size()) {
      first.completeExceptionally(
          failures.values().stream()
              .filter(Ways::ledSomewhere)
              .findFirst()
              .orElseGet(() -> failures.values().iterator().next()));
    }
  }

  private static boolean ledSomewhere(ConnectionFailedException why) {
    return !why.failure().isOfWay() && !why.failure().isOfTcp();
  }
}
