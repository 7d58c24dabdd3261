package org.tidings.ui.journey;

import static org.awaitility.Awaitility.await;

import javafx.stage.Stage;
import org.tidings.ui.Fx;
import org.tidings.ui.Person;
import org.tidings.ui.shell.TidingsWindow;
import org.tidings.ui.shell.WindowStart;
import org.tidings.ui.workspace.TestWorkspace;
import org.tidings.ui.workspace.WindowEnvironment;

/// A window, and a person in front of it. Confined to the test's thread.
final class OpenWindow extends Person implements AutoCloseable {
  private final TidingsWindow window;
  private boolean hasEnded;

  OpenWindow(WindowEnvironment environment, WindowStart start) {
    super(Fx.get(Stage::new));
    window = Fx.get(() -> new TidingsWindow(stage(), environment, () -> hasEnded = true));
    Fx.run(() -> window.open(() -> start));
    await().until(() -> Fx.get(this::isFilled));
    Fx.settle();
  }

  /// On that data folder, past the first start.
  OpenWindow(TestWorkspace test) {
    this(test.workspace().environment(), new WindowStart.Ready(test.workspace().services()));
  }

  /// Whether the program has ended.
  boolean hasEnded() {
    return Fx.get(() -> hasEnded);
  }

  private boolean isFilled() {
    return !stage().getScene().getRoot().getChildrenUnmodifiable().isEmpty();
  }

  @Override
  public void close() {
    Fx.run(
        () -> {
          stage().close();
          window.close();
        });
  }
}
