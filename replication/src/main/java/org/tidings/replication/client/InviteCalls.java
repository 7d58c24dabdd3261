package org.tidings.replication.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.feed.Feeds;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonNumber;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.StoredMessage;
import org.tidings.replication.Replication;
import org.tidings.replication.local.Answering;
import org.tidings.replication.local.InviteQuery;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.pub.InviteStep;

/// Invites to pubs, for programs of ours. Thread-safe. Protocol 8.6.
final class InviteCalls {
  private static final int MOST_SAID = 10;

  private final Feeds feeds;
  private final Optional<Replication> replication;

  InviteCalls(Feeds feeds, Optional<Replication> replication) {
    this.feeds = feeds;
    this.replication = replication;
  }

  List<Procedure> procedures() {
    return List.of(
        Answering.async(Method.async("invite.create"), this::create),
        Answering.async(Method.async("invite.accept"), this::accept));
  }

  /// How often it can be used, alone or among other options.
  private Json create(Call call) throws RpcError {
    JsonObject options =
        call.argument(0).orElse(JsonObject.of()) instanceof JsonNumber uses
            ? JsonObject.of("uses", uses)
            : call.options(0);
    return Json.of(InviteQuery.of(options).madeBy(ClientCalls.network(replication)));
  }

  /// Answers what was published for it: that we follow the pub, and where it is.
  private Json accept(Call call) throws IOException, InterruptedException {
    Optional<String> named = call.options(0).string("invite");
    String code = named.isPresent() ? named.get() : call.text(0, "an invite");
    FeedStretch mine = new FeedStretch(feeds.log(), feeds.identity().id());
    long from = mine.end();
    List<InviteStep> steps = new ArrayList<>();
    ClientCalls.network(replication).useInvite(code, steps::add);
    Optional<InviteStep> failed = steps.stream().filter(InviteStep::isInVain).findFirst();
    if (failed.isPresent()) {
      throw new RpcError(failed.get().sentence());
    }
    List<Json> said = new ArrayList<>();
    for (StoredMessage message : mine.up(from, Long.MAX_VALUE, MOST_SAID)) {
      said.add(MessageForm.PLAIN.whole(message));
    }
    return new JsonArray(said);
  }
}
