package org.tidings.ui.common;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Asks the same question again whenever something changed: never twice at a time, and once more
/// if something changed while the answer was on its way. Confined to the screen thread.
public final class Requery<T> {
  private final Background background;
  private final Callable<T> question;
  private final Consumer<? super T> answer;
  private final Consumer<Problem> trouble;
  private boolean running;
  private boolean again;
  private boolean closed;

  public Requery(
      Background background,
      Callable<T> question,
      Consumer<? super T> answer,
      Consumer<Problem> trouble) {
    this.background = background;
    this.question = question;
    this.answer = answer;
    this.trouble = trouble;
  }

  /// Asks now, or right after the answer under way.
  public void request() {
    if (closed) {
      return;
    }
    if (running) {
      again = true;
      return;
    }
    running = true;
    background.ask(
        question, found -> done(() -> answer.accept(found)), p -> done(() -> trouble.accept(p)));
  }

  /// No answer is told any more.
  public void close() {
    closed = true;
  }

  private void done(Runnable tell) {
    running = false;
    if (closed) {
      return;
    }
    tell.run();
    if (again) {
      again = false;
      request();
    }
  }
}
