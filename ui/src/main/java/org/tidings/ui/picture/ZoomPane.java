package org.tidings.ui.picture;

import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Focus;

/// A picture in the room there is: all of it at first, then as close as one wants; it is moved by
/// dragging it or by keys, and the wheel comes closer where the mouse is. Confined to the JavaFX
/// thread.
final class ZoomPane extends Pane {
  private static final double STEP = 1.4;
  private static final double CLOSEST = 8;
  private static final double WHEEL = 400;

  /// So much of the room a key moves it by.
  private static final double KEY = 0.2;

  private final Pictures pictures;
  private final Embedded picture;
  private final ImageView view = new ImageView();
  private final StackPane why = new StackPane();
  private Optional<Image> image = Optional.empty();
  private double zoom = 1;
  private Point2D moved = Point2D.ZERO;
  private Point2D grabbed = Point2D.ZERO;

  ZoomPane(Pictures pictures, Embedded picture) {
    this.pictures = pictures;
    this.picture = picture;
    view.setManaged(false);
    view.setPreserveRatio(true);
    getChildren().setAll(why);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(Texts.of("picture.open", picture.name()));
    getStyleClass().add("zoom-pane");
    setMinSize(0, 0);
    setOnScroll(this::wheel);
    setOnMousePressed(press -> grabbed = at(press).subtract(moved));
    setOnMouseDragged(this::drag);
    PictureShowing.during(this, pictures, picture.link(), Pictures.Use.WHOLE, this::show);
  }

  /// Closer to the middle.
  void closer() {
    zoomAt(STEP, Point2D.ZERO);
  }

  /// Further away, until all of it is seen.
  void back() {
    zoomAt(1 / STEP, Point2D.ZERO);
  }

  /// All of it.
  void whole() {
    zoomAt(0, Point2D.ZERO);
  }

  /// The picture, where it is here.
  Optional<Image> image() {
    return image;
  }

  /// Looks further that way, where not all of it is seen.
  ///
  /// @param right 1 for what is on the right, -1 for what is on the left
  /// @param down 1 for what is below, -1 for what is above
  void look(int right, int down) {
    int along = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT ? -right : right;
    moved = moved.subtract(along * KEY * getWidth(), down * KEY * getHeight());
    requestLayout();
  }

  /// How much larger it is shown than when all of it is seen.
  double zoom() {
    return zoom;
  }

  private void wheel(ScrollEvent event) {
    event.consume();
    Point2D mouse = new Point2D(event.getX() - getWidth() / 2, event.getY() - getHeight() / 2);
    zoomAt(Math.pow(2, event.getDeltaY() / WHEEL), mouse);
  }

  /// What is at `fixed`, seen from the middle, stays where it is.
  private void zoomAt(double factor, Point2D fixed) {
    double next = Math.clamp(zoom * factor, 1, CLOSEST);
    moved = fixed.subtract(fixed.subtract(moved).multiply(next / zoom));
    zoom = next;
    requestLayout();
  }

  private void drag(MouseEvent drag) {
    if (zoom > 1) {
      moved = at(drag).subtract(grabbed);
      requestLayout();
    }
  }

  private static Point2D at(MouseEvent event) {
    return new Point2D(event.getX(), event.getY());
  }

  void show(PictureState state) {
    image = Optional.empty();
    getChildren().remove(view);
    if (state instanceof PictureState.Ready(Image ready)) {
      image = Optional.of(ready);
      view.setImage(ready);
      getChildren().add(0, view);
    }
    Focus.stayIn(why, () -> explain(state), this::requestFocus);
    requestLayout();
  }

  private void explain(PictureState state) {
    why.getChildren().setAll(NoPicture.of(state, picture, pictures).stream().toList());
  }

  @Override
  protected void layoutChildren() {
    image.ifPresentOrElse(this::place, () -> why.resizeRelocate(0, 0, getWidth(), getHeight()));
  }

  private void place(Image shown) {
    double fit =
        Math.min(1, Math.min(getWidth() / shown.getWidth(), getHeight() / shown.getHeight()));
    double width = Math.max(1, shown.getWidth() * fit * zoom);
    double height = Math.max(1, shown.getHeight() * fit * zoom);
    moved =
        new Point2D(
            within(moved.getX(), width - getWidth()), within(moved.getY(), height - getHeight()));
    view.setFitWidth(width);
    view.setFitHeight(height);
    view.relocate(
        (getWidth() - width) / 2 + moved.getX(), (getHeight() - height) / 2 + moved.getY());
    setCursor(zoom > 1 ? Cursor.MOVE : Cursor.DEFAULT);
  }

  /// No edge of the picture comes further in than the edge of the pane.
  private static double within(double move, double over) {
    double most = Math.max(0, over / 2);
    return Math.clamp(move, -most, most);
  }
}
