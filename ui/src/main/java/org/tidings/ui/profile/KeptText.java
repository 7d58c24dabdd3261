package org.tidings.ui.profile;

import java.util.Optional;
import java.util.function.Consumer;
import org.tidings.ui.common.Problem;
import org.tidings.ui.workspace.Workspace;

/// What is typed in a form and neither saved nor given up, on the disk. Confined to the screen
/// thread; only the writing itself happens elsewhere, and there the newest wins, whatever the order
/// they come in.
final class KeptText {
  private final Workspace workspace;
  private final String place;
  private Optional<String> asked = Optional.empty();
  private long turn;

  private final Object order = new Object();

  /// Guarded by `order`.
  private long written;

  /// @param place the name under which drafts keep it
  KeptText(Workspace workspace, String place) {
    this.workspace = workspace;
    this.place = place;
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

  /// Has this on the disk, or nothing.
  void keep(Optional<String> now) {
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
