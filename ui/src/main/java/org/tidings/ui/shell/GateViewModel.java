package org.tidings.ui.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.tidings.feed.log.CutTail;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Question;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.GateWatch;
import org.tidings.ui.workspace.Workspace;

/// Why nothing can be posted right now, and the way past it where there is one. Confined to the
/// screen thread.
final class GateViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final GateWatch watch;

  GateViewModel(Workspace workspace) {
    this.workspace = workspace;
    watch = new GateWatch(workspace);
  }

  /// Why posting waits; empty while it works.
  ReadOnlyObjectProperty<Optional<Reason>> heldProperty() {
    return watch.reasonProperty();
  }

  /// Posts from here on, once the person has understood what that means.
  void override() {
    boolean isLost = heldProperty().get().equals(Optional.of(Reason.LOST));
    workspace
        .notices()
        .ask(
            isLost
                ? Question.of("gate.lost", true, this::cutOffTail)
                : Question.of("gate.override", true, this::overrideNow));
  }

  /// Goes on without newest posts that nobody has, and tells what came of it until that is read.
  private void cutOffTail() {
    workspace
        .background()
        .ask(
            () -> workspace.feeds().gate().cutOffTail(),
            cut -> {
              watch.look();
              cut.map(GateViewModel::outcome).ifPresent(workspace.notices()::tell);
            },
            workspace.notices()::tell);
  }

  private static Problem outcome(CutTail cut) {
    return Problem.of(
        Texts.of("gate.cut.messages", cut.messages()),
        Texts.of("gate.cut.file", cut.file()) + " " + Texts.of("gate.cut.drafts", cut.texts()));
  }

  private void overrideNow() {
    workspace
        .background()
        .run(() -> workspace.feeds().gate().override(), watch::look, workspace.notices()::tell);
  }

  @Override
  public void close() {
    watch.close();
  }
}
