package org.tidings.ui.common;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tidings.feed.store.Cancellation;
import org.tidings.feed.store.StoreException;

/// Asks what may take long, about what is being typed above all: a moment after the typing pauses,
/// and of several questions only the latest. One that is under way when the next comes is taken
/// back. Confined to the screen thread.
public final class LatestQuery<T> {
  /// Shorter than a look away from the keyboard, longer than from one key to the next.
  private static final Duration PAUSE = Duration.ofMillis(120);

  private final Background background;
  private final Consumer<? super T> answer;
  private final Consumer<Problem> trouble;
  private Cancellation latest = new Cancellation();

  public LatestQuery(Background background, Consumer<? super T> answer, Consumer<Problem> trouble) {
    this.background = background;
    this.answer = answer;
    this.trouble = trouble;
  }

  /// Asks this soon, and nothing that was asked before.
  public void ask(Supplier<T> question) {
    Cancellation mine = next();
    background.onScreenAfter(PAUSE, () -> begin(question, mine));
  }

  /// As [#ask], but at once: where nobody is typing.
  public void askAtOnce(Supplier<T> question) {
    begin(question, next());
  }

  private Cancellation next() {
    latest.cancel();
    latest = new Cancellation();
    return latest;
  }

  /// Takes back what was asked so far: no answer to it is told any more.
  public void cancel() {
    latest.cancel();
  }

  private void begin(Supplier<T> question, Cancellation mine) {
    if (mine.isCancelled()) {
      return;
    }
    background.ask(
        () -> asked(question, mine),
        found -> found.filter(still -> !mine.isCancelled()).ifPresent(answer),
        problem -> {
          if (!mine.isCancelled()) {
            trouble.accept(problem);
          }
        });
  }

  private Optional<T> asked(Supplier<T> question, Cancellation mine) {
    try {
      return Optional.of(mine.during(question));
    } catch (StoreException failure) {
      if (mine.isCancelled()) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
