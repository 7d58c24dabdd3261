package org.tidings.ui.shell;

import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.tidings.ui.workspace.WindowSettings.Frame;

/// Where the window is and how large, kept from one start to the next. A place that no screen shows
/// any more is given up, and no window is larger than its screen. Confined to the JavaFX thread.
final class WindowFrame {
  private static final double LEAST_WIDTH = 720;
  private static final double LEAST_HEIGHT = 640;
  private static final double USUAL_WIDTH = 1120;
  private static final double USUAL_HEIGHT = 800;

  /// How high the bar of a window is at most. Before a window is there nobody knows.
  private static final double BAR = 40;

  /// As much of a window has to be on a screen as one needs to drag it.
  private static final double GRIP = 60;

  private final Stage stage;
  private Optional<Frame> free = Optional.empty();

  WindowFrame(Stage stage) {
    this.stage = stage;
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Dimension2D least = within(screen, LEAST_WIDTH, LEAST_HEIGHT);
    stage.setMinWidth(least.getWidth());
    stage.setMinHeight(least.getHeight());
    Dimension2D usual = usual(screen);
    stage.setWidth(usual.getWidth());
    stage.setHeight(usual.getHeight());
    stage.xProperty().subscribe(this::remember);
    stage.yProperty().subscribe(this::remember);
    stage.widthProperty().subscribe(this::remember);
    stage.heightProperty().subscribe(this::remember);
  }

  /// Puts the window where it was.
  void restore(Frame frame) {
    Rectangle2D grip = new Rectangle2D(frame.x(), frame.y(), frame.width(), GRIP);
    Screen.getScreensForRectangle(grip).stream()
        .map(Screen::getVisualBounds)
        .filter(bounds -> bounds.getMinY() <= frame.y() + 1)
        .findFirst()
        .ifPresent(
            bounds -> {
              Dimension2D size =
                  within(
                      bounds,
                      Math.max(frame.width(), LEAST_WIDTH),
                      Math.max(frame.height(), LEAST_HEIGHT));
              stage.setX(frame.x());
              stage.setY(frame.y());
              stage.setWidth(size.getWidth());
              stage.setHeight(size.getHeight());
            });
    stage.setMaximized(frame.maximised());
  }

  /// The size at first: of a window in the middle of `screen` the bar is to be seen, too.
  static Dimension2D usual(Rectangle2D screen) {
    return within(screen, USUAL_WIDTH, Math.min(USUAL_HEIGHT, screen.getHeight() - BAR));
  }

  /// That size, or as much of it as the screen has.
  static Dimension2D within(Rectangle2D screen, double width, double height) {
    return new Dimension2D(
        Math.min(width, screen.getWidth()), Math.min(height, screen.getHeight()));
  }

  /// Where the window is now; of one that fills the screen, where it would be otherwise.
  Optional<Frame> now() {
    return free.map(
        frame ->
            new Frame(frame.x(), frame.y(), frame.width(), frame.height(), stage.isMaximized()));
  }

  private void remember(Number changed) {
    boolean filling = stage.isMaximized() || stage.isFullScreen() || stage.isIconified();
    boolean placed =
        Double.isFinite(stage.getX())
            && Double.isFinite(stage.getY())
            && Double.isFinite(stage.getWidth())
            && Double.isFinite(stage.getHeight());
    if (!filling && placed && stage.isShowing()) {
      free =
          Optional.of(
              new Frame(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
    }
  }
}
