package org.tidings.feed.message;

import org.tidings.feed.ref.FeedFormat;
import org.tidings.feed.told.Worded;

/// What became of a message somebody sent: bad data from a peer is a value, never an exception.
/// Protocol 2.7 and 2.9.
public sealed interface Verdict {

  /// It continues its feed, which ends here now. The message itself is not kept for this: of a long
  /// batch all verdicts wait for the commit.
  record Accepted(Head head) implements Verdict {}

  /// We hold it already.
  record Duplicate() implements Verdict {}

  /// It lies further on than the next message of its feed: messages between are missing.
  record Gap() implements Verdict {}

  /// Its signature is genuine but it contradicts what we hold of this feed: the author, or a copy
  /// of the author's key, wrote two messages for one place. First seen wins; this one is the proof.
  record Forked(Message message) implements Verdict {}

  /// It belongs to a feed we do not want: out of reach, or blocked.
  record Unwanted() implements Verdict {}

  /// The store could not keep it. It may be offered again.
  record Unstored(Worded why) implements Verdict {}

  /// It is refused for what it is, whatever we hold of its feed.
  sealed interface Refused extends Verdict, Checked {}

  /// The signature is not the author's.
  record Forged() implements Refused {}

  /// It is no classic message.
  sealed interface Unreadable extends Refused, Decoded {}

  /// The shape breaks a rule of the format; `reason` names the rule, never the data.
  record Malformed(String reason) implements Unreadable {}

  /// It is of a feed format we know of but do not read; nobody is to blame.
  record Foreign(FeedFormat format) implements Unreadable {}
}
