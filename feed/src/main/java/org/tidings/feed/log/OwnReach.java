package org.tidings.feed.log;

import java.util.Arrays;
import java.util.Optional;
import org.tidings.feed.local.GateNote;
import org.tidings.feed.local.Witness;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.Memory;
import org.tidings.feed.store.Tx;

/// How far our own feed reaches: here, and as far as is known elsewhere, by the note on disk and
/// the witness beside the data folder. Thread-safe; the note is changed on the writer's thread
/// alone.
final class OwnReach implements Memory {

  private final Database database;
  private final FeedLog log;
  private final Witness witness;
  private final String mark;
  private volatile GateNote note;

  /// @param evidence the note and the witness as they were left
  OwnReach(FeedLog log, GateEvidence evidence) {
    this.database = log.database;
    this.log = log;
    this.witness = evidence.witness();
    this.mark = evidence.mark();
    this.note = evidence.note();
    database.afterRollback(this);
  }

  /// Whose store this is.
  FeedId owner() {
    return note.owner();
  }

  /// The end of what is here, also of what is damaged and waited for: it was here.
  long head() {
    return log.quarantine.endOf(note.owner(), sound());
  }

  /// The end of what is sound here.
  long sound() {
    return log.headSequence(note.owner());
  }

  /// The last message that is known to be, or to have been, somewhere else.
  long known() {
    return Math.max(note.reach(), witness.released().orElse(0));
  }

  /// Whether others may have something after `end`. A witness that cannot be read might say so.
  boolean goesOnAfter(long end) {
    return witness.isAheadOf(end) || note.reach() > end;
  }

  /// Whether messages up to there may have left before, or came in from elsewhere.
  boolean hasLeft(long upto) {
    return upto <= note.released();
  }

  /// How many messages are here that have never left.
  long neverLeft() {
    return Math.max(0, sound() - note.released());
  }

  /// Has the witness know what came in from elsewhere, unless publishing is held: it learns of it
  /// then when that ends.
  void bearWitness() {
    if (note.hold().isEmpty() && !witness.isAheadOf(note.released() - 1)) {
      witness.remember(note.released());
    }
  }

  /// The first guard: a copied folder, a restored backup, a file set back to an older state, or one
  /// that notes itself to be older than it was.
  boolean isElsewhereThanNoted() {
    return !note.mark().equals(mark) || goesOnAfter(head());
  }

  /// Why publishing is held, as noted.
  Optional<Reason> hold() {
    String noted = note.hold();
    return Arrays.stream(Reason.values()).filter(reason -> reason.name().equals(noted)).findFirst();
  }

  /// From now on messages up to there may have left, and that is on disk.
  void release(long upto) {
    save(note.withReleased(upto));
  }

  /// Notes why publishing is held; empty when it is not any more.
  void save(Optional<Reason> hold) {
    if (hold.isPresent()) {
      save(note.withHold(hold.get().name()));
    } else {
      // Opened: from now on this file is the one we know, and our feed ends here.
      // What was here during a hold may be elsewhere, too; what is not here is given up.
      long end = head();
      save(new GateNote(note.owner(), Math.min(note.released(), end), end, "", mark));
    }
  }

  private void save(GateNote next) {
    database.transaction(
        Durability.FULL,
        tx -> {
          next.save(tx);
          return true;
        });
    if (next.hold().isEmpty()) {
      witness.remember(next.released());
    }
    note = next;
  }

  /// A message of ours came in from elsewhere.
  void isElsewhere(Tx tx, long sequence) {
    if (sequence > Math.min(note.released(), note.elsewhere())) {
      change(tx, note.withElsewhere(sequence));
    }
  }

  /// Notes why publishing is held, in a transaction under way.
  void hold(Tx tx, Reason why) {
    change(tx, note.withHold(why.name()));
  }

  private void change(Tx tx, GateNote next) {
    note = next;
    note.save(tx);
  }

  /// What the rules hold and the disk does not is noted at the gate's next check.
  @Override
  public void reload(Tx tx) {
    note = GateNote.read(tx).orElseThrow();
  }
}
