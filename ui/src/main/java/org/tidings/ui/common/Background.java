package org.tidings.ui.common;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what a view model asks for away from the screen and brings the answer back to it.
/// Thread-safe; answers and problems are always told on the screen thread.
public final class Background {
  private static final Logger log = LoggerFactory.getLogger(Background.class);

  private final Executor work;
  private final Executor screen;

  /// Open once all that is done in turn so far is done. Guarded by `this`.
  private CountDownLatch last = new CountDownLatch(0);

  /// `work` may block; `screen` is the JavaFX thread, or the caller's own in tests.
  public Background(Executor work, Executor screen) {
    this.work = work;
    this.screen = screen;
  }

  /// Asks a question that may take a while. Whatever goes wrong is told, so that nobody waits for
  /// an answer that never comes.
  public <T> void ask(Callable<T> question, Consumer<? super T> answer, Consumer<Problem> trouble) {
    work.execute(
        () -> {
          try {
            T found = question.call();
            screen.execute(() -> answer.accept(found));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (Throwable e) {
            Problem problem = Problem.of(e);
            if (problem.isBug()) {
              log.error("{}", problem.sentence(), e);
            } else {
              log.warn("{}", e.toString());
            }
            screen.execute(() -> trouble.accept(problem));
          }
        });
  }

  /// Something to be done that has no answer.
  public interface Work {
    void run() throws Exception;
  }

  /// Does something that may take a while, and runs `done` afterwards; otherwise as [#ask].
  public void run(Work doing, Runnable done, Consumer<Problem> trouble) {
    ask(
        () -> {
          doing.run();
          return doing;
        },
        finished -> done.run(),
        trouble);
  }

  /// As [#run], but after everything before that was to be done in turn: of two changes in a row
  /// the later one counts.
  public void inTurn(Work doing, Runnable done, Consumer<Problem> trouble) {
    var mine = new CountDownLatch(1);
    CountDownLatch before = lineUp(mine);
    run(
        () -> {
          try {
            before.await();
            doing.run();
          } finally {
            mine.countDown();
          }
        },
        done,
        trouble);
  }

  private synchronized CountDownLatch lineUp(CountDownLatch next) {
    CountDownLatch before = last;
    last = next;
    return before;
  }

  /// Runs `change` on the screen thread, after a pause.
  public void onScreenAfter(Duration pause, Runnable change) {
    CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, screen)
        .execute(change);
  }

  /// Runs `change` on the screen thread; for events told on other threads.
  public void onScreen(Runnable change) {
    screen.execute(change);
  }
}
