package org.tidings.ui.compose;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.Byline;
import org.tidings.feed.local.OutboxEntry;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.navigation.Place;

/// A text that is about to be posted. Confined to the screen thread, but for its entry and words.
public final class Waiting {
  private static final int SECOND = 1_000;

  private final OutboxEntry entry;
  private final Written written;
  private final Consumer<MessageId> posted;
  private final ReadOnlyIntegerWrapper seconds =
      new ReadOnlyIntegerWrapper((int) Outgoing.UNDO.toSeconds());
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.COUNTING);

  /// How far it is.
  public enum Stage {
    /// It goes out in some seconds.
    COUNTING,
    /// It is being signed or taken back right now.
    LEAVING,
    /// It could not be posted, and has not been taken back either.
    STAYING
  }

  /// How it was written.
  ///
  /// @param destination what for
  /// @param at where in the window
  /// @param by whom; empty where that was not known yet
  /// @param answered the post it answers
  record Written(
      Destination destination, Place at, Optional<Byline> by, Optional<Answered> answered) {}

  /// @param posted told the message once there is one
  Waiting(OutboxEntry entry, Written written, Consumer<MessageId> posted) {
    this.entry = entry;
    this.written = written;
    this.posted = posted;
  }

  OutboxEntry entry() {
    return entry;
  }

  Written written() {
    return written;
  }

  /// Whether it begins a thread, for all to read.
  public boolean beginsThread() {
    return written.destination().equals(Destination.newThread());
  }

  Words words() {
    Words words = Words.of(entry);
    return written.answered().map(words::answering).orElse(words);
  }

  /// As it will look; several posts that follow each other where one could not hold it.
  List<Post> posts() {
    return Words.posts(entry);
  }

  Consumer<MessageId> posted() {
    return posted;
  }

  /// How many seconds are left, while it counts.
  public ReadOnlyIntegerProperty secondsProperty() {
    return seconds.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /// Counts, and says whether its time has come. Where the clock was set back, it has.
  boolean isDue(long nowMs) {
    long left = entry.dueMs() - nowMs;
    seconds.set((int) Math.max(0, Math.ceilDiv(left, SECOND)));
    return stage.get() == Stage.COUNTING && (left <= 0 || left > Outgoing.UNDO.toMillis());
  }

  void leave() {
    stage.set(Stage.LEAVING);
  }

  void stay() {
    stage.set(Stage.STAYING);
  }
}
