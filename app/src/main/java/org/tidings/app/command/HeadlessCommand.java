package org.tidings.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.Settings;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Owner;
import org.tidings.app.owner.Start;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.Bounds;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.Replication;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SocksProxy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A peer without a window, until the process is told to end.
@Command(
    name = "headless",
    sortOptions = false,
    description =
        "Runs a peer without a window; the first line says in JSON who and where it is. Ends on"
            + " SIGTERM.")
final class HeadlessCommand implements Callable<Integer> {
  private final Common common;

  @Option(
      names = "--port",
      paramLabel = "N",
      converter = Words.Port.class,
      description = "the TCP port; 0 takes a free one")
  private Optional<Integer> port = Optional.empty();

  @Option(names = "--host", paramLabel = "A", description = "the address to listen at")
  private String host = "::";

  @Option(
      names = "--hops",
      paramLabel = "N",
      converter = Words.Steps.class,
      description = "how far feeds are fetched: 1 is whom you follow, 2 is whom they follow")
  private Optional<Integer> hops = Optional.empty();

  @Option(names = "--no-lan", description = "neither look for peers nearby nor be seen by them")
  private boolean noLan;

  @Option(
      names = "--ssb-compat",
      description = "let tools made for ssb-server find it, at port 8008 of this computer")
  private boolean compatible;

  @Option(
      names = "--proxy",
      paramLabel = "HOST:PORT",
      description = "a SOCKS5 proxy, such as Tor's, for all but the local network")
  private Optional<SocksProxy> proxy = Optional.empty();

  @Option(names = "--proxy-onion-only", description = "the proxy is for .onion addresses alone")
  private boolean onionOnly;

  @Option(names = "--local-only", description = "call nobody outside the local network")
  private boolean localOnly;

  @Option(
      names = "--only-in-reach",
      description = "let nobody connect but whom you follow and whom they follow")
  private boolean onlyInReach;

  @Option(names = "--pub", description = "be a pub: follow those who come with an invite")
  private boolean pub;

  HeadlessCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    DataFolder folder = common.folder();
    Settings settings = Settings.read(folder);
    return switch (Access.to(folder, start(folder, settings))) {
      case Access.Owned(Owner owner) -> run(owner);
      case Access.Attached(var client, var id, var instance) -> {
        client.close();
        throw new Refused(
            "The folder %s is in use by another Tidings (process %d)."
                .formatted(folder.path(), instance.pid()));
      }
    };
  }

  private Start start(DataFolder folder, Settings settings) throws FolderException {
    boolean beside = compatible || settings.isSsbCompatible();
    Reach reach =
        new Reach.Peer(
            host,
            port.orElse(settings.port(beside)),
            port.isPresent(),
            settings.lan() && !noLan,
            pub);
    Start start = common.start(folder, reach, bounds(settings)).by(routes(settings));
    return beside ? start.with(Start.Programs.atUsualPort(compatible)) : start;
  }

  private Bounds bounds(Settings settings) {
    return hops.map(settings.bounds()::withHops).orElse(settings.bounds());
  }

  private Routes routes(Settings settings) throws FolderException {
    Routes set = settings.routes();
    return new Routes(
        proxy.isPresent() ? proxy : set.proxy(),
        onionOnly || set.onionOnly(),
        localOnly || set.localOnly(),
        onlyInReach || set.onlyInReach());
  }

  private int run(Owner owner) throws InterruptedException {
    owner.lifecycle().endWithProcess();
    Replication network = owner.replication().orElseThrow();
    common
        .terminal()
        .json(
            JsonObject.builder()
                .put("id", owner.feeds().identity().id().toString())
                .put("address", network.address().toString())
                .put("pid", (double) ProcessHandle.current().pid())
                .build());
    common.terminal().out().flush();
    owner.lifecycle().awaitEnd();
    return Commands.DONE;
  }
}
