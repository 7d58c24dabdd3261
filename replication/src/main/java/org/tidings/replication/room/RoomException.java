package org.tidings.replication.room;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.told.Told;
import org.tidings.feed.told.Worded;

/// Something a person wanted of a room did not come about; [#why] says why, the message is the same
/// in English, and [#step] says how far it came.
public final class RoomException extends IOException {
  private final Step step;
  private final transient Told why;

  /// What is done one after the other.
  public enum Step {
    /// Making sense of what was pasted.
    READ,
    /// Asking the room's web page.
    WEB,
    /// Having the invite or the request accepted there.
    ACCEPT,
    /// Calling the room.
    CALL,
    /// Being told by what answered that it is a room.
    RECOGNISE,
    /// Having the room do what was wanted.
    ASK
  }

  RoomException(Step step, Worded why) {
    this(step, Told.of(why), null);
  }

  RoomException(Step step, Told why) {
    this(step, why, null);
  }

  RoomException(Step step, Told why, @Nullable Throwable cause) {
    super(why.sentence(), cause);
    this.step = step;
    this.why = why;
  }

  /// Why.
  public Told why() {
    return why;
  }

  /// Which step failed.
  public Step step() {
    return step;
  }
}
