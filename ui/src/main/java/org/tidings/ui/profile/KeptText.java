package org.tidings.ui.profile;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tidings.ui.common.Problem;
import org.tidings.ui.workspace.Workspace;

/// What is typed in a form and neither saved nor given up, on the disk. Confined to the screen
/// thread; only the writing itself happens elsewhere, and there the newest wins, whatever the order
/// they come in.
final class KeptText {
  /// Short enough that a crash costs a word at most.
  private static final Duration SOON = Duration.ofMillis(300);

  private final Workspace workspace;
  private final String place;
  private final Supplier<Optional<String>> form;
  private Optional<String> asked = Optional.empty();
  private boolean isDue;
  private long turn;

  private final Object order = new Object();

  /// Guarded by `order`.
  private long written;

  /// @param place the name under which drafts keep it
  /// @param form what stands in it now and is neither saved nor given up
  KeptText(Workspace workspace, String place, Supplier<Optional<String>> form) {
    this.workspace = workspace;
    this.place = place;
    this.form = form;
  }

  /// Tells what was left here, if anything was.
  void load(Consumer<String> found) {
    workspace
        .background()
        .ask(
            () -> workspace.feeds().drafts().load(place),
            kept -> {
              asked = asked.or(() -> kept);
              kept.ifPresent(found);
            },
            workspace.notices()::tell);
  }

  /// Something else stands in the form: it is kept in a moment.
  void changed() {
    if (!isDue) {
      isDue = true;
      workspace.background().onScreenAfter(SOON, this::keep);
    }
  }

  /// Has on the disk what stands in the form now, or nothing.
  void keep() {
    isDue = false;
    Optional<String> now = form.get();
    if (now.equals(asked)) {
      return;
    }
    asked = now;
    long mine = ++turn;
    String text = now.orElse("");
    workspace.background().run(() -> write(mine, text), () -> {}, this::failed);
  }

  /// Tried again with the next change.
  private void failed(Problem problem) {
    asked = Optional.empty();
    workspace.notices().tell(problem);
  }

  private void write(long mine, String text) {
    synchronized (order) {
      if (mine > written) {
        workspace.feeds().drafts().save(place, text);
        written = mine;
      }
    }
  }
}
