package org.tidings.ui.workspace;

import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// Does at once what it is given, but for what it holds meanwhile: of that, the last begins first,
/// each on a thread of its own. Confined to the test's thread.
public final class LastFirst implements Executor {
  private final List<Thread> held = new ArrayList<>();
  private boolean holds;

  @Override
  public void execute(Runnable work) {
    if (holds) {
      held.add(Thread.ofPlatform().unstarted(work));
    } else {
      work.run();
    }
  }

  /// Holds what `giving` has done, and has it done then.
  public void hold(Runnable giving) throws InterruptedException {
    holds = true;
    giving.run();
    holds = false;
    for (Thread next : held.reversed()) {
      next.start();
      await()
          .until(
              () ->
                  next.getState() == Thread.State.WAITING
                      || next.getState() == Thread.State.TERMINATED);
    }
    for (Thread begun : held) {
      begun.join();
    }
  }
}
