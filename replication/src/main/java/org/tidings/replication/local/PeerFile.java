package org.tidings.replication.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.Replication;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.peer.ConnImport;
import org.tidings.replication.peer.PeerBook;

/// Takes in the peers that another program knew. Thread-safe.
///
/// @param replication where peers are called, if they are
record PeerFile(Feeds feeds, Optional<Replication> replication) {
  /// Takes in every peer it can: `{"added","known","refused","reasons"}`, as for messages.
  JsonObject run(Path file) throws IOException {
    try {
      ConnImport.Result result =
          replication.isPresent()
              ? replication.get().importPeers(file)
              : ConnImport.into(new PeerBook(feeds.peerMemory()), feeds).run(file);
      return json(result);
    } catch (IOException unread) {
      throw new RpcError(String.valueOf(unread.getMessage()));
    }
  }

  private static JsonObject json(ConnImport.Result result) {
    JsonObject.Builder why = JsonObject.builder();
    result.refused().forEach((reason, count) -> why.put(reason, (double) count));
    return JsonObject.builder()
        .put("added", (double) result.added().size())
        .put("known", (double) result.known())
        .put("refused", (double) result.refused().values().stream().mapToInt(count -> count).sum())
        .put("reasons", why.build())
        .build();
  }
}
