package org.tidings.replication.pub;

import static org.tidings.replication.pub.InviteStep.done;
import static org.tidings.replication.pub.InviteStep.failed;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.GateState;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.pub.InviteStep.Kind;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.Patience;
import org.tidings.replication.transport.SecretChannel;

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
    /// A channel to a peer, with another key than our own.
    SecretChannel dial(NetAddress address, KeyPair as) throws ConnectionFailedException;

    /// Remembers a pub and has it called from now on; returns when it is connected.
    void join(NetAddress pub) throws IOException;
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
      PubCode code = code(pasted);
      listener.told(done(Kind.CODE, "The invite is to " + code.pub().host() + "."));
      new Handover(network, feeds.identity().id(), listener).give(code);
      listener.told(follow(code.pub()));
      listener.told(connect(code.pub()));
      listener.told(followedBack(code.pub().id()));
    } catch (Stop stop) {
      listener.told(stop.step());
    }
  }

  private PubCode code(String pasted) throws Stop {
    PubCode code =
        switch (PubCode.read(pasted)) {
          case PubCode.Reading.Code(PubCode read) -> read;
          case PubCode.Reading.Other(String sentence) -> throw new Stop(Kind.CODE, sentence);
        };
    if (code.pub().id().equals(feeds.identity().id())) {
      throw new Stop(Kind.CODE, "This is an invite of your own, for others.");
    }
    if (feeds.graph().hops(code.pub().id()).isBlocked()) {
      throw new Stop(Kind.CODE, "You block this pub.");
    }
    if (feeds.gate().state() instanceof GateState.Held(var reason)) {
      throw new Stop(
          Kind.CODE,
          "The code was not used, since you could not say that you follow the pub: "
              + new GateState.Held(reason).sentence());
    }
    return code;
  }

  /// Somebody who follows the pub already has nothing to say.
  private InviteStep follow(NetAddress pub) throws Stop {
    FeedId id = pub.id();
    if (feeds.graph().relationship(id).following()) {
      return done(Kind.FOLLOW, "You follow the pub already.");
    }
    JsonObject follow =
        JsonObject.builder()
            .put("type", "contact")
            .put("following", true)
            .put("autofollow", true)
            .put("contact", id.toString())
            .build();
    JsonObject address =
        JsonObject.builder()
            .put("host", pub.host())
            .put("port", (double) pub.port())
            .put("key", id.toString())
            .build();
    JsonObject where = JsonObject.builder().put("type", "pub").put("address", address).build();
    try {
      feeds.publisher().publish(follow);
      feeds.publisher().publish(where);
      return done(Kind.FOLLOW, "You follow the pub, for all to see, and tell where it is.");
    } catch (PublishRefused | StoreException refused) {
      throw new Stop(Kind.FOLLOW, String.valueOf(refused.getMessage()));
    }
  }

  private InviteStep connect(NetAddress pub) {
    try {
      network.join(pub);
      return done(Kind.CONNECTION, "Connected; from now on the pub is called by itself.");
    } catch (IOException e) {
      return failed(
          Kind.CONNECTION, e.getMessage() + " The pub is remembered and will be called again.");
    }
  }

  private InviteStep followedBack(FeedId pub) throws InterruptedException {
    Patience patience = Patience.of(FOLLOWED_BACK);
    Semaphore news = new Semaphore(0);
    try (Subscription _ = feeds.events().subscribe(event -> happened(event, news))) {
      while (!feeds.graph().relationship(pub).followsUs()) {
        if (!news.tryAcquire(patience.left().toMillis(), TimeUnit.MILLISECONDS)) {
          return failed(
              Kind.FOLLOWED_BACK,
              "The pub took the code, but that it follows you has not arrived yet. It comes with"
                  + " the pub's posts.");
        }
      }
    }
    return done(Kind.FOLLOWED_BACK, "The pub follows you.");
  }

  private static void happened(FeedEvent event, Semaphore news) {
    if (event instanceof FeedEvent.GraphChanged) {
      news.release();
    }
  }
}
