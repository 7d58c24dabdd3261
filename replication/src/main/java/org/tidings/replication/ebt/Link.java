package org.tidings.replication.ebt;

import org.jspecify.annotations.Nullable;

/// One feed with one peer: what they have said about it, and what we have. Confined to its
/// [EbtState].
final class Link {
  /// By far more messages than any feed of the network has.
  static final long LONGEST_FEED = 1_000_000;

  static final long NEVER = Long.MIN_VALUE;

  /// So often in a row they are asked in vain before they are left for a while.
  private static final int TRIES = 3;

  /// So long, in ms, they are left at first; twice as long each time in a row, so many times.
  private static final long FIRST_REST = 10_000;

  private static final int MOST_DOUBLINGS = 6;

  /// What they last said or showed to have; 0 when they have said nothing.
  long claim;

  /// They have spoken about the feed, now or in the last stream.
  boolean known;

  /// What we know of their claim is from the last stream.
  boolean remembered;

  /// They do not want the feed.
  boolean unwanted;

  /// They want what we have after `sent`.
  boolean transmit;

  /// The last message they have or that is on its way to them.
  long sent;

  /// The last message that was ever on its way to them in this stream.
  private long sentOnce;

  /// There may be more to send than when a page of the feed was last taken.
  boolean offered;

  /// They sent what is no message of the feed: nothing of it is exchanged in this stream any more.
  boolean refused;

  /// We took the feed up in this stream, maybe after we had said that we do not want it, and they
  /// have not shown that they heard.
  boolean takenUp;

  /// When they last had more and did not send it; never, or not since they sent the next message.
  long stalledAt = NEVER;

  /// How often they were asked for more since they last sent the next message, each time with time
  /// to answer.
  private int asked;

  /// When the last of these was, in ms.
  private long askedAt = NEVER;

  /// How many messages they brought in the time of our patience when that was too few; as many as
  /// can be while it never was.
  int pace = Integer.MAX_VALUE;

  /// They had more for so long and did not send it that it does not count until they do.
  boolean unkept;

  /// The last message they have sent.
  private long came;

  /// Since when they owe us more, or the last time they sent some of it, in ms.
  long owesSince = NEVER;

  /// How far we were when we last complained about a missing message.
  long missedAt = -1;

  /// What we last said in this stream.
  @Nullable Note told;

  /// We say something about the feed.
  void tell(Note note) {
    told = note;
    came = Math.min(came, note.sequence());
  }

  /// They said something about the feed.
  void heard(Note note) {
    known = true;
    remembered = false;
    takenUp = false;
    unwanted = !note.wanted();
    transmit = note.receive();
    if (note.wanted()) {
      claim = note.sequence();
      sent = note.sequence();
    }
  }

  /// They sent that message, so they have it.
  void shown(long sequence) {
    known = true;
    takenUp = false;
    came = Math.max(came, sequence);
    claim = Math.max(claim, sequence);
    sent = Math.max(sent, sequence);
  }

  /// Whether they have not sent that message since we last said how far we are, and could not know
  /// that we have it.
  boolean isOnward(long sequence) {
    return told != null && sequence > Math.max(told.sequence(), came);
  }

  /// Messages up to that one are on their way from now on. Tells whether some of them were before.
  boolean sends(long upTo) {
    boolean again = sent < sentOnce;
    sent = upTo;
    sentOnce = Math.max(sentOnce, upTo);
    return again;
  }

  /// What comes after that one could not be sent.
  void unsent(long sequence) {
    sent = Math.min(sent, sequence);
    sentOnce = Math.min(sentOnce, sequence);
  }

  /// They are the one who is asked for more from now on. What is under way from two of them when
  /// something was thrown away can have us turn from one to the other many times in one moment,
  /// which counts once.
  void asks(long now) {
    if (askedAt == NEVER || now - askedAt >= Waiting.SILENCE) {
      asked++;
      askedAt = now;
    }
  }

  /// They sent the next message.
  void wentOn() {
    stalledAt = NEVER;
    asked = 0;
    unkept = false;
  }

  boolean hasStalled() {
    return stalledAt != NEVER;
  }

  /// How long, in ms, it is from when they have stalled until they are asked again: else two who do
  /// not send what they say to have would be asked in turn for ever, which costs a note each time
  /// and each feed.
  long rest() {
    return asked < TRIES ? 0 : FIRST_REST << Math.min(asked - TRIES, MOST_DOUBLINGS);
  }

  /// Whether that is over.
  boolean mayBeAsked(long now) {
    return !hasStalled() || now - stalledAt >= rest();
  }

  /// They said that when the last stream ended.
  void remember(long sequence) {
    known = true;
    remembered = true;
    unwanted = sequence == VectorClock.UNWANTED;
    claim = Math.max(0, sequence);
  }

  /// Whether what they have can be remembered: not where they may take it for a feed that we do not
  /// want. Then they say nothing of it in the next stream, so that we have to.
  boolean isToBeRemembered() {
    return known && !refused && !takenUp;
  }

  /// Whether they want the feed, and we said that we have less of it than that.
  boolean isBehind(long sequence) {
    return !unwanted && told != null && told.wanted() && told.sequence() < sequence;
  }

  /// Whether we have asked them for more.
  boolean isAsked() {
    return told != null && told.receive();
  }

  /// Whether they say they have more than `sequence`, and we could take it from them.
  boolean isAhead(long sequence) {
    return !refused && !unwanted && claim > sequence;
  }

  /// The same, and it can be shown to people: they do not say more than there can be, nor what they
  /// have not kept.
  boolean isBelievedAhead(long sequence) {
    return isAhead(sequence) && claim <= LONGEST_FEED && !unkept;
  }

  /// What they last said, as a note.
  Note lastNote() {
    return unwanted ? Note.UNWANTED : Note.of(claim, transmit);
  }
}
