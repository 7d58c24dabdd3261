package org.tidings.replication.room;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Something a person wanted of a room did not come about; the message is a sentence for them, and
/// [#step] says how far it came.
public final class RoomException extends IOException {
  private final Step step;

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

  public RoomException(Step step, String sentence) {
    this(step, sentence, null);
  }

  public RoomException(Step step, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.step = step;
  }

  /// Which step failed.
  public Step step() {
    return step;
  }
}
