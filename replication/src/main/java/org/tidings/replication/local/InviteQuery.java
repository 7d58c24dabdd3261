package org.tidings.replication.local;

import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.Invites.Invite;
import org.tidings.replication.muxrpc.RpcError;

/// What code is to be made.
///
/// @param uses how many may use it, 1 to [#MOST_USES]
/// @param note what our follow of those who use it says; empty for nothing
/// @param host the name by which they reach us; empty for our address
public record InviteQuery(int uses, String note, Optional<String> host) {
  /// A million.
  public static final int MOST_USES = 1_000_000;

  /// What a peer that is no pub answers.
  public static final String NO_PUB =
      "Only a pub invites others: run one with 'tidings headless --pub', and then this again.";

  /// The same as it is noted.
  public Invite invite() {
    return new Invite(uses, note);
  }

  JsonObject json() {
    return JsonObject.builder()
        .put("uses", (double) uses)
        .put("note", note)
        .put("external", host.map(Json::of))
        .build();
  }

  /// As ssb-server is told it.
  public static InviteQuery of(JsonObject json) throws RpcError {
    double uses = json.number("uses").orElse(1);
    if (uses < 1 || uses > MOST_USES) {
      throw new RpcError("An invite can be used once to %d times.".formatted(MOST_USES));
    }
    return new InviteQuery((int) uses, json.string("note").orElse(""), json.string("external"));
  }
}
