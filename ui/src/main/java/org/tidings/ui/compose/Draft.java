package org.tidings.ui.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.Workspace;

/// The text being written for one place, on disk as soon as it is typed: what is typed while the
/// disk is written follows at once when that is done. Confined to the screen thread; only the
/// writing itself happens elsewhere, and there the newest words win, whatever the order they come
/// in.
public final class Draft {
  private final Workspace workspace;
  private final Outgoing outgoing;
  private final String place;
  private final StringProperty text = new SimpleStringProperty("");
  private final StringProperty warning = new SimpleStringProperty("");
  private final ObservableList<Attachment> attachments = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Answered>> answered =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);
  private Optional<Words> asked = Optional.empty();
  private final List<Awaiting> awaiting = new ArrayList<>();
  private boolean loading;
  private boolean showing;

  /// How many times it is being saved right now.
  private int saving;

  private long turn;

  private final Object order = new Object();

  /// Guarded by `order`.
  private long written;

  /// Somebody who waits until what was left here is back.
  private record Awaiting(Runnable next, Runnable otherwise) {}

  /// @param place the name it is kept under
  Draft(Workspace workspace, Outgoing outgoing, String place) {
    this.workspace = workspace;
    this.outgoing = outgoing;
    this.place = place;
    load();
  }

  /// The name it is kept under.
  String place() {
    return place;
  }

  /// Brings back what was left here, if that has not happened yet. What could not be read is still
  /// on the disk: nothing is typed over it, and whoever wants to write tries again.
  void load() {
    if (loading || loaded.get()) {
      return;
    }
    loading = true;
    workspace.background().ask(this::kept, this::restore, this::notRestored);
  }

  /// What a crash left in the outbox belongs to it.
  private Words kept() {
    outgoing.recover();
    return Words.load(workspace.feeds().drafts(), place);
  }

  private void notRestored(Problem problem) {
    loading = false;
    String advice = Texts.of("compose.unread.advice");
    workspace.notices().tell(new Problem(problem.sentence(), advice, problem.code()));
    answerWaiting(Awaiting::otherwise);
  }

  private void answerWaiting(Function<Awaiting, Runnable> answer) {
    List<Awaiting> all = List.copyOf(awaiting);
    awaiting.clear();
    all.forEach(one -> answer.apply(one).run());
  }

  public StringProperty textProperty() {
    return text;
  }

  public StringProperty warningProperty() {
    return warning;
  }

  /// What goes with the text.
  ObservableList<Attachment> attachments() {
    return attachments;
  }

  /// The post it answers.
  ObjectProperty<Optional<Answered>> answeredProperty() {
    return answered;
  }

  /// Whether there is nothing at all.
  boolean isEmpty() {
    return text.get().isBlank() && attachments.isEmpty();
  }

  /// Whether what was left here before has been brought back; nothing may be typed before.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// Whether what stands here is on disk.
  public ReadOnlyBooleanProperty settledProperty() {
    return settled.getReadOnlyProperty();
  }

  private void restore(Words found) {
    // A picture may have been dropped here already.
    Words early = words();
    Words all = early.equals(Words.NONE) ? found : found.before(early);
    text.set(all.text());
    warning.set(all.warning());
    attachments.setAll(all.attachments());
    answered.set(all.answered());
    asked = Optional.of(found);
    text.subscribe((before, now) -> changed());
    warning.subscribe((before, now) -> changed());
    attachments.subscribe(this::changed);
    answered.subscribe((before, now) -> changed());
    loaded.set(true);
    if (!all.equals(found)) {
      changed();
    }
    answerWaiting(Awaiting::next);
  }

  private void changed() {
    settled.set(false);
    if (saving == 0 && !showing) {
      keep();
    }
  }

  /// Saves now, if anything has changed.
  public void keep() {
    Words now = words();
    if (!loaded.get() || asked.equals(Optional.of(now))) {
      return;
    }
    asked = Optional.of(now);
    long mine = ++turn;
    saving++;
    workspace.background().run(() -> write(mine, now), () -> kept(now), this::failed);
  }

  private void kept(Words saved) {
    saving--;
    boolean isAll = saved.equals(words());
    settled.set(isAll);
    if (!isAll && saving == 0) {
      keep();
    }
  }

  /// Tried again with the next change.
  private void failed(Problem problem) {
    saving--;
    asked = Optional.empty();
    workspace.notices().tell(problem);
  }

  private void write(long mine, Words words) {
    synchronized (order) {
      if (mine > written) {
        words.save(workspace.feeds().drafts(), place);
        written = mine;
      }
    }
  }

  /// Work on the outbox that leaves `words` here on the disk, in the same transaction; to be done
  /// off the screen thread, while nothing is typed.
  <T> Callable<T> exchange(Words words, Exchange<T> doing) {
    long mine = ++turn;
    return () -> {
      synchronized (order) {
        T done = doing.with(words.drafts(place));
        written = Math.max(written, mine);
        return done;
      }
    };
  }

  /// What an exchange does.
  interface Exchange<T> {
    /// Does it.
    ///
    /// @param drafts what is to be saved with it, by the names it is kept under
    T with(Map<String, String> drafts) throws Exception;
  }

  /// Runs `next` as soon as what was left here before is back, or `otherwise` where it cannot be
  /// read.
  void whenLoaded(Runnable next, Runnable otherwise) {
    if (loaded.get()) {
      next.run();
    } else {
      awaiting.add(new Awaiting(next, otherwise));
      load();
    }
  }

  /// Starts afresh.
  void clear() {
    show(Words.NONE);
  }

  /// Has other words stand here. They are saved whole: half of them never take the place of what an
  /// exchange has saved.
  void show(Words words) {
    showing = true;
    text.set(words.text());
    warning.set(words.warning());
    attachments.setAll(words.attachments());
    answered.set(words.answered());
    showing = false;
    asked = Optional.empty();
    keep();
  }

  Words words() {
    return new Words(text.get(), warning.get(), attachments, answered.get());
  }
}
