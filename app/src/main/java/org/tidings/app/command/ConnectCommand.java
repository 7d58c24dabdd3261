package org.tidings.app.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Owner;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.transport.PeerAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Calls a peer. The process that runs on the folder keeps the connection; where none does, this
/// one stays until there is nothing more to exchange.
@Command(
    name = "connect",
    description = "Calls a peer; where no Tidings runs, syncs with it and ends.")
final class ConnectCommand implements Callable<Integer> {
  private final Common common;

  @Parameters(paramLabel = "ADDRESS", description = "net:HOST:PORT~shs:KEY")
  private @Nullable PeerAddress address;

  ConnectCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    PeerAddress peer = Objects.requireNonNull(address);
    try (Access access = common.access(new Reach.OneCall())) {
      switch (access) {
        case Access.Attached attached -> {
          attached.node().connect(peer);
          common.tell(JsonObject.of("connected", Json.of(true)), "Connected to " + peer.id());
        }
        case Access.Owned(Owner owner) -> sync(owner, peer);
      }
    }
    return Commands.DONE;
  }

  private void sync(Owner owner, PeerAddress peer) throws Exception {
    Visit visit = new Visit(owner, peer.id());
    owner.node().connect(peer);
    visit.untilQuiet();
    common.tell(
        JsonObject.builder()
            .put("received", (double) visit.received())
            .put("sent", (double) visit.sent())
            .build(),
        "Received %d messages, sent %d.".formatted(visit.received(), visit.sent()));
  }
}
