package org.tidings.ui.common;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks the same question again whenever something changed: at once, but never twice at a time, and
/// after a rest where changes pour in. Confined to the screen thread.
public final class Requery<T> {
  /// Long enough that a first sync does not keep the readers busy, short enough to look live.
  private static final Duration REST = Duration.ofMillis(150);

  private final Background background;
  private final Supplier<Callable<T>> question;
  private final Consumer<? super T> answer;
  private final Consumer<Problem> trouble;
  private boolean busy;
  private boolean again;
  private boolean closed;

  /// @param question made on the screen thread, from what is shown by then; asked off it
  public Requery(
      Background background,
      Supplier<Callable<T>> question,
      Consumer<? super T> answer,
      Consumer<Problem> trouble) {
    this.background = background;
    this.question = question;
    this.answer = answer;
    this.trouble = trouble;
  }

  /// Asks now, or soon after the answer under way.
  public void request() {
    if (closed) {
      return;
    }
    if (busy) {
      again = true;
      return;
    }
    Callable<T> next = question.get();
    busy = true;
    background.ask(
        next,
        found -> told(() -> answer.accept(found)),
        problem -> told(() -> trouble.accept(problem)));
  }

  /// No answer is told any more.
  public void close() {
    closed = true;
  }

  private void told(Runnable tell) {
    if (closed) {
      return;
    }
    try {
      tell.run();
    } finally {
      background.onScreenAfter(REST, this::rested);
    }
  }

  private void rested() {
    busy = false;
    if (again) {
      again = false;
      request();
    }
  }
}
