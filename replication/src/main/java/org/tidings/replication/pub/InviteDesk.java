package org.tidings.replication.pub;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.Contact;
import org.tidings.feed.graph.Relationship;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.Invites.Invite;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.InviteCode;
import org.tidings.feed.ref.MultiserverAddress;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Call;
import org.tidings.replication.muxrpc.Method;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Deadline;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.SecretChannel;

/// Gives codes out, for a pub or for one device beside ours, and serves those who come with one:
/// they may call `invite.use` and `getAddress` and nothing else, for a short while. Thread-safe.
/// Protocol 8.6.
public final class InviteDesk {
  private static final Logger log = LoggerFactory.getLogger(InviteDesk.class);
  private static final Duration A_SHORT_WHILE = Duration.ofMinutes(1);

  /// So many guests are served at a time, far more than are honest: one code lets anybody in any
  /// number of times, and the places are for all.
  public static final int MOST_GUESTS = 20;

  /// Ends a code that leads to a device and not to a pub. Whoever does not know that reads over it.
  public static final String FOR_DEVICE = "#device";

  private final Feeds feeds;
  private final Codes codes;
  private final SecureRandom random;

  /// Who is being served, those who came first first.
  private final SequencedSet<RpcConnection> guests = new LinkedHashSet<>();

  /// @param isPub whether codes of a pub are given out, and good
  public InviteDesk(Feeds feeds, SecureRandom random, boolean isPub) {
    this.feeds = feeds;
    this.codes = new Codes(isPub ? Optional.of(feeds.invites()) : Optional.empty());
    this.random = random;
  }

  /// Makes a code of a pub; it is on disk when this returns. Empty when we are none.
  ///
  /// @param here where guests reach us
  public Optional<InviteCode> create(NetAddress here, Invite invite) {
    KeyPair guest = KeyPair.generate(random);
    boolean isPub = codes.add(FeedId.of(guest.publicKey()), invite);
    return isPub ? Optional.of(code(here, guest)) : Optional.empty();
  }

  /// Makes a code for one device that is to follow and be followed: good once, and while we run.
  ///
  /// @param here where the device reaches us, the likeliest first
  public String createForDevice(List<NetAddress> here) {
    KeyPair guest = KeyPair.generate(random);
    codes.addForDevice(FeedId.of(guest.publicKey()));
    return code(here.getFirst(), guest).legacy() + OtherHosts.of(here).text() + FOR_DEVICE;
  }

  private static InviteCode code(NetAddress here, KeyPair guest) {
    String seed = Base64.getEncoder().encodeToString(guest.seed());
    return new InviteCode(
        new MultiserverAddress("net", here.host(), here.port(), here.id(), Optional.of(seed)));
  }

  /// Whether somebody comes with a code, used up or not.
  public boolean knows(FeedId guest) {
    return codes.find(guest).isPresent();
  }

  /// Whether somebody comes with a code that is used up, by somebody who knows that.
  public boolean isUsedUp(FeedId guest) {
    return codes.isOver(guest);
  }

  /// Serves a guest until it goes, or gives way to others.
  ///
  /// @param address where peers reach us
  public void serve(SecretChannel channel, NetAddress address) {
    FeedId guest = FeedId.of(channel.remote());
    AtomicBoolean isFollowed = new AtomicBoolean();
    Procedures procedures =
        Procedures.of(
            Procedure.async(Guest.USE, call -> use(call, isFollowed)),
            Procedure.async(
                Method.async("getAddress"), call -> Body.json(Json.of(address.toString()))));
    try (Deadline _ = Deadline.closing(channel, A_SHORT_WHILE);
        RpcConnection connection =
            new RpcConnection(channel, guest, procedures, RpcLimits.PEER).ofStranger().start()) {
      boolean saysGoodbye = isHereToTheEnd(connection);
      if (saysGoodbye && isFollowed.get()) {
        codes.told(guest);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits until a guest goes; tells whether that was with a goodbye.
  private boolean isHereToTheEnd(RpcConnection guest) throws InterruptedException {
    try {
      comesIn(guest);
      return guest.awaitEnd().isEmpty();
    } finally {
      synchronized (guests) {
        guests.remove(guest);
      }
    }
  }

  private void comesIn(RpcConnection guest) {
    synchronized (guests) {
      guests.addLast(guest);
      if (guests.size() > MOST_GUESTS) {
        guests.removeFirst().abort(new ConnectionFailedException(Failure.GAVE_WAY));
      }
    }
  }

  /// Answers with the key of our follow. The message comes with the rest of our feed to whoever
  /// says how far they hold it, as a guest does not: they may hold more than we, after a restored
  /// backup.
  ///
  /// @param isFollowed set when the answer is that we follow, be it since an earlier time
  private Body use(Call call, AtomicBoolean isFollowed) throws IOException {
    FeedId feed =
        call.options(0)
            .string("feed")
            .flatMap(FeedId::parse)
            .orElseThrow(() -> new RpcError("feed to follow is missing"));
    Relationship known = feeds.graph().relationship(feed);
    if (known.following()) {
      isFollowed.set(true);
      throw new RpcError("already following");
    }
    if (known.blocking() || feed.equals(feeds.identity().id())) {
      throw new RpcError("this feed is not followed, with an invite or without");
    }
    Invite invite = codes.find(call.caller()).orElse(new Invite(0, ""));
    if (!codes.take(call.caller())) {
      throw new RpcError("invite has expired");
    }
    try {
      boolean isPub = !codes.isForDevice(call.caller());
      Message follow =
          feeds
              .publisher()
              .publish(isPub ? follow(feed, invite.note()) : Contact.follow(feed).toJson());
      log.info("{} came with an invite", feed);
      isFollowed.set(true);
      return Body.json(JsonObject.of("key", Json.of(follow.id().toString())));
    } catch (PublishRefused | StoreException refused) {
      codes.giveBack(call.caller());
      throw new RpcError("the pub cannot follow anybody now: " + refused.getMessage());
    }
  }

  private static JsonObject follow(FeedId feed, String note) {
    JsonObject follow =
        JsonObject.builder()
            .put("type", "contact")
            .put("contact", feed.toString())
            .put("following", true)
            .put("pub", true)
            .build();
    return note.isEmpty() ? follow : follow.with("note", Json.of(note));
  }
}
