package org.tidings.feed.log;

import org.tidings.feed.told.Worded;

/// Whether our own feed may grow.
public sealed interface GateState {

  /// Publishing works.
  record Open() implements GateState {}

  /// Publishing waits; [Reason#sentence] says why, and what opens it.
  record Held(Reason reason) implements GateState {

    /// Why, and what opens it, for people.
    public String sentence() {
      return reason.sentence();
    }
  }

  /// Why publishing is held.
  enum Reason implements Worded {
    /// The data folder was copied, restored or rolled back.
    COPIED(
        "This data folder is a copy or an older state: posting waits until peers have shown where"
            + " your feed really ends."),
    /// The key was imported or restored and its feed may go on elsewhere.
    RESTORED(
        "This identity was used before: posting waits until peers have shown where your feed really"
            + " ends."),
    /// A peer knows more of our feed than we do.
    BEHIND(
        "A peer knows newer posts of yours than are here: posting waits while they are fetched."),
    /// Somebody else uses our key right now.
    KEY_IN_USE(
        "Your key is in use elsewhere: posting waits, because two devices writing one feed would"
            + " break it."),
    /// Messages of our own cannot be read back from the disk as they were written.
    DAMAGED(
        "Posts of yours cannot be read back from this disk: posting waits until friends, or a file"
            + " you exported, have brought them back."),
    /// As [#DAMAGED], and nobody else has any of those messages: they never left.
    LOST(
        "Your newest posts cannot be read back from this disk, and nobody else has them: posting"
            + " waits until you decide to go on without them."),
    /// The folder was opened only to be read.
    READ_ONLY("Nothing can be written in this folder now, and so nothing can be posted."),
    /// Two different messages of ours share one place: the feed has forked.
    FORKED(
        "Your feed has split in two: different posts were signed for the same place, so nothing"
            + " more can be posted with this identity.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /// Whether a person who knows better may decide to go on all the same.
    public boolean canBeOverridden() {
      return switch (this) {
        case COPIED, RESTORED, BEHIND, KEY_IN_USE, LOST -> true;
        case DAMAGED, READ_ONLY, FORKED -> false;
      };
    }

    @Override
    public String key() {
      return "gate.held." + name();
    }

    @Override
    public String sentence() {
      return sentence;
    }
  }
}
