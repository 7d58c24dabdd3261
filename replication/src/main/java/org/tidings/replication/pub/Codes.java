package org.tidings.replication.pub;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.tidings.feed.local.Invites;
import org.tidings.feed.local.Invites.Invite;
import org.tidings.feed.ref.FeedId;

/// The codes we gave out, by whose key comes with them: those of a pub, which are on disk, and
/// those for one device that stands beside ours, which are good once and while we run. Of these
/// only the latest few are kept. Thread-safe.
///
/// Whoever has used a code and not heard of it, since the connection broke, may come with it again.
final class Codes {
  private static final int MOST_FOR_DEVICES = 8;
  private static final int MOST_UNTOLD = 100;
  private static final Invite ONCE = new Invite(1, "");
  private static final Invite USED_UP = new Invite(0, "");

  private final Optional<Invites> pubs;
  private final SequencedMap<FeedId, Invite> devices = new LinkedHashMap<>();

  /// Those that were used, and whoever did may not have heard of it.
  private final SequencedSet<FeedId> untold = new LinkedHashSet<>();

  /// @param pubs absent where we are no pub: then no code of one is good any more
  Codes(Optional<Invites> pubs) {
    this.pubs = pubs;
  }

  /// Notes a code of a pub; on disk when this returns. Returns whether we are one.
  boolean add(FeedId guest, Invite invite) {
    pubs.ifPresent(all -> all.add(guest, invite));
    return pubs.isPresent();
  }

  /// Notes a code for one device.
  synchronized void addForDevice(FeedId guest) {
    devices.putLast(guest, ONCE);
    if (devices.size() > MOST_FOR_DEVICES) {
      devices.pollFirstEntry();
    }
  }

  synchronized boolean isForDevice(FeedId guest) {
    return devices.containsKey(guest);
  }

  /// The code that this key comes with, used up or not.
  Optional<Invite> find(FeedId guest) {
    return ofDevice(guest).or(() -> pubs.flatMap(all -> all.find(guest)));
  }

  private synchronized Optional<Invite> ofDevice(FeedId guest) {
    return Optional.ofNullable(devices.get(guest));
  }

  /// Whether nobody need come with that code any more.
  boolean isOver(FeedId guest) {
    return find(guest).filter(invite -> invite.uses() < 1).isPresent() && !isUntold(guest);
  }

  private synchronized boolean isUntold(FeedId guest) {
    return untold.contains(guest);
  }

  /// Uses a code once. Returns whether there was a use left.
  boolean take(FeedId guest) {
    boolean taken =
        isForDevice(guest) ? takeOfDevice(guest) : pubs.filter(all -> all.take(guest)).isPresent();
    if (taken) {
      isUsed(guest);
    }
    return taken;
  }

  private synchronized void isUsed(FeedId guest) {
    untold.addLast(guest);
    if (untold.size() > MOST_UNTOLD) {
      untold.removeFirst();
    }
  }

  /// Whoever has used it has heard of it.
  synchronized void told(FeedId guest) {
    untold.remove(guest);
  }

  private synchronized boolean takeOfDevice(FeedId guest) {
    return devices.replace(guest, ONCE, USED_UP);
  }

  /// Takes back a use that came to nothing.
  void giveBack(FeedId guest) {
    told(guest);
    if (!giveBackOfDevice(guest)) {
      pubs.ifPresent(all -> all.giveBack(guest));
    }
  }

  private synchronized boolean giveBackOfDevice(FeedId guest) {
    return devices.replace(guest, ONCE) != null;
  }
}
