package org.tidings.replication.muxrpc;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.ref.FeedId;

/// One call a peer makes on us.
///
/// @param connection the connection it came by
/// @param arguments what it was called with, as the peer sent it
public record Call(RpcConnection connection, List<Json> arguments) {
  public Call {
    arguments = List.copyOf(arguments);
  }

  /// Who calls.
  public FeedId caller() {
    return connection.remote();
  }

  /// The argument at that place, counted from 0.
  public Optional<Json> argument(int index) {
    return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
  }
}
