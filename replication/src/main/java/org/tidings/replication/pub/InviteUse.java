package org.tidings.replication.pub;

import static org.tidings.replication.pub.InviteStep.done;
import static org.tidings.replication.pub.InviteStep.failed;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.json.JsonBool;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.GateState;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.log.PublishingHeld;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.told.Told;
import org.tidings.replication.pub.InviteStep.Kind;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.Patience;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.Ways;

/// Uses an invite, step by step, and tells how each went. It can be used again after any step that
/// failed: what is done already is not done twice. Thread-safe. Protocol 8.6.
public final class InviteUse {
  private static final Duration FOLLOWED_BACK = Duration.ofSeconds(15);

  private final Feeds feeds;
  private final Network network;

  public InviteUse(Feeds feeds, Network network) {
    this.feeds = feeds;
    this.network = network;
  }

  /// What is needed of the network.
  public interface Network {
    /// A channel to a peer at one of these addresses, with another key than our own.
    Ways.Answer dial(List<NetAddress> ways, KeyPair as)
        throws ConnectionFailedException, InterruptedException;

    /// Remembers a pub, or somebody's device, and has it called from now on, or whenever it is
    /// near; returns when it is connected.
    void join(NetAddress there, boolean isDevice) throws IOException;
  }

  /// Hears how each step went.
  @FunctionalInterface
  public interface Listener {
    void told(InviteStep step) throws IOException, InterruptedException;
  }

  /// Uses the code that somebody pasted.
  ///
  /// @param listener how each step went, the first that failed being the last but for
  ///     [Kind#CONNECTION]
  public void use(String pasted, Listener listener) throws IOException, InterruptedException {
    try {
      PubCode given = code(pasted);
      listener.told(done(Kind.CODE, "The invite is to " + given.pub().host() + "."));
      PubCode code = given.at(new Handover(network, feeds.identity().id(), listener).give(given));
      listener.told(follow(code));
      listener.told(connect(code));
      listener.told(followedBack(code));
    } catch (Stop stop) {
      listener.told(stop.step());
    }
  }

  private PubCode code(String pasted) throws Stop {
    PubCode code =
        switch (PubCode.read(pasted)) {
          case PubCode.Reading.Code(PubCode read) -> read;
          case PubCode.Reading.Other(Told what) -> throw new Stop(Kind.CODE, what);
        };
    if (code.pub().id().equals(feeds.identity().id())) {
      throw new Stop(Kind.CODE, Told.of(InviteFault.OWN));
    }
    if (feeds.graph().hops(code.pub().id()).isBlocked()) {
      throw new Stop(Kind.CODE, Told.of(Failure.BLOCKED));
    }
    if (feeds.gate().state() instanceof GateState.Held(var reason)) {
      throw new Stop(Kind.CODE, Told.of(InviteFault.HELD, Told.of(reason)));
    }
    return code;
  }

  /// Somebody who follows it already has nothing to say. Where a device is, concerns nobody else,
  /// nor where a pub is that only some can reach: what is said once is said for ever.
  private InviteStep follow(PubCode code) throws Stop {
    FeedId id = code.pub().id();
    if (feeds.graph().relationship(id).following()) {
      return done(Kind.FOLLOW, "You follow the %s already.".formatted(code.noun()));
    }
    try {
      if (code.isDevice()) {
        feeds.publisher().publish(Contact.follow(id).toJson());
        return done(Kind.FOLLOW, "You follow whoever has the device, for all to see.");
      }
      feeds.publisher().publish(Contact.follow(id).toJson().with("autofollow", JsonBool.TRUE));
      if (!isForAll(code.pub().host())) {
        return done(Kind.FOLLOW, "You follow the pub, for all to see.");
      }
      feeds.publisher().publish(whereIs(code.pub()));
      return done(Kind.FOLLOW, "You follow the pub, for all to see, and tell where it is.");
    } catch (PublishingHeld held) {
      throw new Stop(Kind.FOLLOW, Told.of(InviteFault.NOT_SAID, Told.of(held.reason())));
    } catch (PublishRefused | StoreException refused) {
      throw new Stop(
          Kind.FOLLOW, Told.of(InviteFault.NOT_SAID, String.valueOf(refused.getMessage())));
    }
  }

  /// Whether everybody may know of that address. One of this very machine says nothing of where
  /// anybody is; other programs tell it, too.
  private static boolean isForAll(String host) {
    return Routes.isThisMachine(host) || !(Routes.isLocal(host) || Routes.isOnion(host));
  }

  private static JsonObject whereIs(NetAddress pub) {
    JsonObject address =
        JsonObject.builder()
            .put("host", pub.host())
            .put("port", (double) pub.port())
            .put("key", pub.id().toString())
            .build();
    return JsonObject.builder().put("type", "pub").put("address", address).build();
  }

  private InviteStep connect(PubCode code) {
    try {
      network.join(code.pub(), code.isDevice());
      return done(
          Kind.CONNECTION,
          code.isDevice() ? "Connected." : "Connected; from now on the pub is called by itself.");
    } catch (IOException e) {
      Object why =
          e instanceof ConnectionFailedException known
              ? Told.of(known.failure())
              : String.valueOf(e.getMessage());
      return failed(Kind.CONNECTION, Told.of(InviteFault.NOT_CONNECTED, why));
    }
  }

  private InviteStep followedBack(PubCode code) throws InterruptedException {
    FeedId pub = code.pub().id();
    Patience patience = Patience.of(FOLLOWED_BACK);
    Semaphore news = new Semaphore(0);
    try (Subscription _ = feeds.events().subscribe(event -> happened(event, news))) {
      while (!feeds.graph().relationship(pub).followsUs()) {
        if (!news.tryAcquire(patience.left().toMillis(), TimeUnit.MILLISECONDS)) {
          return failed(Kind.FOLLOWED_BACK, Told.of(InviteFault.NOT_HEARD));
        }
      }
    }
    return done(Kind.FOLLOWED_BACK, "The %s follows you.".formatted(code.noun()));
  }

  private static void happened(FeedEvent event, Semaphore news) {
    if (event instanceof FeedEvent.GraphChanged) {
      news.release();
    }
  }
}
