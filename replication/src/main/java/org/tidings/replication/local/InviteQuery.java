package org.tidings.replication.local;

import java.util.Optional;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.Invites.Invite;
import org.tidings.feed.ref.InviteCode;
import org.tidings.feed.ref.MultiserverAddress;
import org.tidings.replication.Replication;
import org.tidings.replication.muxrpc.RpcError;

/// What code is to be made.
///
/// @param uses how many may use it, 1 to a million
/// @param note what our follow of those who use it says; empty for nothing
/// @param host the name by which they reach us; empty for our address
/// @param device whether it is for one device beside ours, which follows and is followed
public record InviteQuery(int uses, String note, Optional<String> host, boolean device) {
  /// For one device beside ours.
  public static final InviteQuery FOR_DEVICE = new InviteQuery(1, "", Optional.empty(), true);

  /// A million.
  public static final int MOST_USES = 1_000_000;

  /// A query for so many uses.
  ///
  /// @throws RpcError with a sentence for people when nobody can have so many, or be reached by
  ///     that name
  public static InviteQuery of(double uses, String note, Optional<String> host) throws RpcError {
    if (uses < 1 || uses > MOST_USES) {
      throw new RpcError("An invite can be used once to %d times.".formatted(MOST_USES));
    }
    if (host.isPresent() && !MultiserverAddress.isHost(host.get())) {
      throw new RpcError(
          "'%s' is no name of a computer; write it alone, as pub.example.com."
              .formatted(RpcError.brief(host.get())));
    }
    return new InviteQuery((int) uses, note, host, false);
  }

  /// The code, as all programs read it.
  ///
  /// @throws RpcError when we are no pub
  public String madeBy(Replication network) throws RpcError {
    if (device) {
      return network.pairing();
    }
    return network
        .createInvite(new Invite(uses, note), host)
        .map(InviteCode::legacy)
        .orElseThrow(
            () ->
                new RpcError(
                    "Only a pub invites others: run one with 'tidings headless --pub', and then"
                        + " this again."));
  }

  JsonObject json() {
    return JsonObject.builder()
        .put("uses", (double) uses)
        .put("note", note)
        .put("external", host.map(Json::of))
        .put("device", device)
        .build();
  }

  /// As ssb-server is told it.
  public static InviteQuery of(JsonObject json) throws RpcError {
    if (json.bool("device").orElse(false)) {
      return FOR_DEVICE;
    }
    return of(
        json.number("uses").orElse(1), json.string("note").orElse(""), json.string("external"));
  }
}
