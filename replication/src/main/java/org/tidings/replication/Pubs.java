package org.tidings.replication;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tidings.feed.Feeds;
import org.tidings.feed.local.Invites;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.InviteCode;
import org.tidings.replication.peer.PeerBook;
import org.tidings.replication.pub.InviteDesk;
import org.tidings.replication.pub.InviteUse;
import org.tidings.replication.pub.PubNews;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.SecretChannel;

/// All about pubs: using invites, giving them out where we are one, and where others say pubs are.
/// Thread-safe, but for [#due], which one thread asks.
final class Pubs {
  private final Feeds feeds;
  private final InviteUse.Network network;
  private final PubNews news;
  private final InviteDesk desk;

  /// @param now by the clock that [#due] is asked with
  Pubs(
      Feeds feeds,
      ReplicationSettings settings,
      InviteUse.Network network,
      PeerBook book,
      SecureRandom random,
      Instant now) {
    this.feeds = feeds;
    this.network = network;
    this.news = new PubNews(feeds, book, random, now);
    this.desk = new InviteDesk(feeds, random, settings.pub());
  }

  /// Uses an invite, in any of its written forms.
  void use(String pasted, InviteUse.Listener listener) throws IOException, InterruptedException {
    new InviteUse(feeds, network).use(pasted, listener);
  }

  /// Makes a code; empty when we are no pub.
  ///
  /// @param here where guests reach us
  Optional<InviteCode> create(NetAddress here, Invites.Invite invite) {
    return desk.create(here, invite);
  }

  /// Makes a code for one device that is to follow and be followed.
  ///
  /// @param here where the device reaches us, the likeliest first
  String createForDevice(List<NetAddress> here) {
    return desk.createForDevice(here);
  }

  /// Serves whoever comes with the key of a code; false when it is somebody else.
  ///
  /// @param here where guests reach us, which is asked only for them
  boolean serves(SecretChannel channel, Supplier<NetAddress> here) {
    boolean invited = isInvited(FeedId.of(channel.remote()));
    if (invited) {
      desk.serve(channel, here.get());
    }
    return invited;
  }

  /// Whether somebody comes with the key of a code.
  boolean isInvited(FeedId guest) {
    return desk.knows(guest);
  }

  /// Why whoever comes with that key is not let in.
  Optional<Failure> objection(FeedId peer) {
    return desk.isUsedUp(peer) ? Optional.of(Failure.INVITE_USED_UP) : Optional.empty();
  }

  /// Pubs that are to be called now, by what others say.
  List<PeerBook.Entry> due(Instant now) {
    return news.due(now);
  }
}
