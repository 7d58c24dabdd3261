package org.tidings.feed.activity;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Content;
import org.tidings.feed.content.Vote;
import org.tidings.feed.index.Entry;
import org.tidings.feed.index.Index;
import org.tidings.feed.index.Placement;
import org.tidings.feed.index.StoredEntries;
import org.tidings.feed.index.StoredWire;
import org.tidings.feed.index.Tables;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.ref.Ref;
import org.tidings.feed.store.Tx;

/// What points to which message or feed, and what of that concerns us, by time. A reply may arrive
/// before the post it answers, so whichever comes second makes the connection. Links are words of a
/// full-text index: it gathers what a batch brings and writes it in order, where rows by the hash
/// they point to change nearly as many pages as there are links. Of what a feed says again and
/// again, votes on one message and follows, only the last is kept, so that it is not gone through
/// for ever.
public final class ActivityIndex implements Index {

  /// Whether we wrote the message of this id.
  private static final String WHOLE =
      "SELECT 1 FROM messages m JOIN feeds f USING (feed)"
          + " WHERE f.id = ?2 AND "
          + StoredWire.hasId("?1");

  /// Of these there are links to messages.
  private static final Set<Why> POINTING = EnumSet.of(Why.MENTIONED, Why.REPLIED, Why.REACTED);

  /// 32 KiB of memory; where we wrote ten thousand messages, one link in 26 is looked up in vain.
  private static final int OWN_BITS = 1 << 18;

  private final FeedId self;
  private final long selfShort;
  private final String link;
  private final String unlink;
  private final String isLinked;
  private final String own;
  private final String isOwn;
  private final String allOwn;
  private final String earlier;
  private final String concern;
  private final String unconcern;
  private final String last;
  private final String setLast;
  private final String forgetLast;

  /// One bit for each message of ours, which several may share; none before it is asked for. Nearly
  /// all links are to what others wrote, and to ask the table about each takes longer than to write
  /// it down.
  private @Nullable BitSet ownBits;

  /// For the feed that is ours.
  public ActivityIndex(Tables tables, FeedId self) {
    this.self = self;
    this.selfShort = ShortId.of(self);
    this.link = tables.in("INSERT INTO $links (rowid, said) VALUES (?, ?)");
    this.unlink = tables.in("INSERT INTO $links ($links, rowid, said) VALUES ('delete', ?, ?)");
    this.isLinked = tables.in("SELECT 1 FROM $links WHERE $links MATCH ? AND rowid = ?");
    this.own = tables.in("INSERT OR IGNORE INTO $own_messages (target) VALUES (?)");
    this.isOwn = tables.in("SELECT 1 FROM $own_messages WHERE target = ?");
    this.allOwn = tables.in("SELECT target FROM $own_messages");
    this.earlier =
        tables.in(
            "SELECT "
                + Placement.SHOWN
                + ", m.arrival, m.feed FROM $links l"
                + " JOIN messages m ON m.arrival = l.rowid WHERE $links MATCH ? AND m.feed <> ?");
    this.concern =
        tables.in(
            "INSERT INTO $activity (shown, arrival, feed, why) VALUES (?1, ?2, ?3, ?4)"
                + " ON CONFLICT DO UPDATE SET why = why | ?4");
    this.unconcern = tables.in("DELETE FROM $activity WHERE shown = ? AND arrival = ?");
    this.last = tables.in("SELECT shown, arrival FROM $stances WHERE feed = ? AND target = ?");
    this.setLast =
        tables.in(
            "INSERT OR REPLACE INTO $stances (feed, target, shown, arrival) VALUES (?, ?, ?, ?)");
    this.forgetLast =
        tables.in("DELETE FROM $stances WHERE feed = ? AND target = ? AND arrival = ?");
  }

  @Override
  public String name() {
    return "activity";
  }

  @Override
  public int version() {
    return 6;
  }

  @Override
  public List<String> tables() {
    return List.of("links", "own_messages", "activity", "stances");
  }

  @Override
  public String schema() {
    return """
    CREATE VIRTUAL TABLE $links USING fts5 (
      said, content = '', columnsize = 0, detail = none, tokenize = ascii
    );
    CREATE TABLE $own_messages (target INTEGER PRIMARY KEY);
    CREATE TABLE $activity (
      shown INTEGER NOT NULL,
      arrival INTEGER NOT NULL,
      feed INTEGER NOT NULL,
      why INTEGER NOT NULL,
      PRIMARY KEY (shown, arrival)
    ) WITHOUT ROWID;
    CREATE INDEX $activity_without_votes ON $activity (shown, arrival, why, feed)
      WHERE why <> %s;
    CREATE INDEX $activity_by_feed ON $activity (feed, shown, arrival, why);
    CREATE TABLE $stances (
      feed INTEGER NOT NULL,
      target INTEGER NOT NULL,
      shown INTEGER NOT NULL,
      arrival INTEGER NOT NULL,
      PRIMARY KEY (feed, target)
    ) WITHOUT ROWID;
    """
        .formatted(Why.REACTED.flag());
  }

  /// Our own messages of every type may be answered.
  @Override
  public boolean reads(String type) {
    return true;
  }

  @Override
  public void apply(Tx tx, Entry entry) {
    boolean isOurs = entry.message().author().equals(self);
    if (isOurs && !entry.isPrivate()) {
      takeOwn(tx, entry);
    }
    List<Link> links = Link.of(entry.content());
    String pointers = Pointer.allOf(links);
    if (!pointers.isEmpty() && !(entry.isPrivate() && isLinked(tx, entry, pointers))) {
      tx.update(link, entry.arrival(), pointers);
    }
    if (!isOurs) {
      takeOthers(tx, entry, concerns(tx, entry.content(), links));
    }
  }

  private void takeOthers(Tx tx, Entry entry, int why) {
    TimelineKey key = new TimelineKey(entry.shownMs(), entry.arrival());
    boolean isLast =
        switch (entry.content()) {
          case Contact contact when contact.contact().equals(self) ->
              replaceLast(tx, entry.feed(), selfShort, key);
          case Vote vote when why != 0 ->
              replaceLast(tx, entry.feed(), ShortId.of(vote.message()), key);
          default -> true;
        };
    if (why != 0 && isLast) {
      tx.update(concern, key.shownMs(), key.arrival(), entry.feed(), why);
    }
  }

  /// What a feed said of this before concerns us no more. Returns whether this is the last: a
  /// private message may be read after a later one.
  private boolean replaceLast(Tx tx, int feed, long target, TimelineKey key) {
    Optional<TimelineKey> before =
        tx.one(last, row -> new TimelineKey(row.number(1), row.number(2)), feed, target);
    if (before.isPresent() && before.get().arrival() > key.arrival()) {
      return false;
    }
    before.ifPresent(old -> tx.update(unconcern, old.shownMs(), old.arrival()));
    tx.update(setLast, feed, target, key.shownMs(), key.arrival());
    return true;
  }

  @Override
  public boolean mayLackRemoved() {
    return false;
  }

  @Override
  public void remove(Tx tx, Entry entry) {
    String pointers = Pointer.allOf(Link.of(entry.content()));
    if (!pointers.isEmpty() && (!entry.isPrivate() || isLinked(tx, entry, pointers))) {
      tx.update(unlink, entry.arrival(), pointers);
    }
    tx.update(unconcern, entry.shownMs(), entry.arrival());
    switch (entry.content()) {
      case Contact contact when contact.contact().equals(self) ->
          tx.update(forgetLast, entry.feed(), selfShort, entry.arrival());
      case Vote vote ->
          tx.update(forgetLast, entry.feed(), ShortId.of(vote.message()), entry.arrival());
      default -> {
        // says nothing that would be said again
      }
    }
  }

  private void takeOwn(Tx tx, Entry entry) {
    MessageId id = entry.message().id();
    long target = ShortId.of(id);
    tx.update(own, target);
    ownBits(tx).set(ownBit(target));
    for (Why why : POINTING) {
      Link link = new Link(id, why);
      tx.each(
          earlier,
          row -> {
            TimelineKey key = new TimelineKey(row.number(1), row.number(2));
            if (holds(tx, key.arrival(), link)
                && (why != Why.REACTED || replaceLast(tx, row.integer(3), target, key))) {
              tx.update(concern, key.shownMs(), key.arrival(), row.integer(3), why.flag());
            }
          },
          Pointer.to(target, why),
          entry.feed());
    }
  }

  /// What was found in short is compared with the whole id: anybody can name one that begins as
  /// ours does.
  private static boolean holds(Tx tx, long arrival, Link link) {
    return StoredEntries.at(tx, arrival).stream()
        .anyMatch(entry -> Link.of(entry.content()).contains(link));
  }

  /// Private messages may be shown to us again.
  private boolean isLinked(Tx tx, Entry entry, String pointers) {
    String any = pointers.substring(0, pointers.indexOf(' '));
    return tx.one(isLinked, row -> true, any, entry.arrival()).isPresent();
  }

  private int concerns(Tx tx, Content content, List<Link> links) {
    int why =
        content instanceof Contact(FeedId contact, Contact.Edge edge)
                && contact.equals(self)
                && edge == Contact.Edge.FOLLOW
            ? Why.FOLLOWED.flag()
            : 0;
    for (Link link : links) {
      if (link.target().equals(self) || isOwn(tx, link.target())) {
        why |= link.why().flag();
      }
    }
    return why;
  }

  private boolean isOwn(Tx tx, Ref target) {
    long id = ShortId.of(target);
    return ownBits(tx).get(ownBit(id))
        && tx.one(isOwn, row -> true, id).isPresent()
        && tx.one(WHOLE, row -> true, target.bytes(), self.bytes()).isPresent();
  }

  private BitSet ownBits(Tx tx) {
    BitSet bits = ownBits;
    if (bits == null) {
      bits = new BitSet(OWN_BITS);
      for (long id : tx.list(allOwn, row -> row.number(1))) {
        bits.set(ownBit(id));
      }
      ownBits = bits;
    }
    return bits;
  }

  private static int ownBit(long id) {
    return (int) (id & (OWN_BITS - 1));
  }

  @Override
  public void reload(Tx tx) {
    ownBits = null;
  }
}
