package org.tidings.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Lets something that is no button be followed like a link, by mouse and by keyboard.
public final class Clickable {
  private static final String FOLLOWABLE = "followable";

  private Clickable() {}

  /// Runs `action` on a click on `node`.
  public static void mouse(Node node, Runnable action) {
    node.setCursor(Cursor.HAND);
    node.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        click -> {
          if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
            click.consume();
            action.run();
          }
        });
  }

  /// Runs `action` on Enter or Space while `node` has the focus, which it can get from now on.
  ///
  /// @param name what a screen reader says
  public static void keyboard(Node node, String name, Runnable action) {
    node.setFocusTraversable(true);
    node.getStyleClass().add(FOLLOWABLE);
    node.setAccessibleRole(AccessibleRole.HYPERLINK);
    node.setAccessibleText(name);
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            key.consume();
            action.run();
          }
        });
  }

  /// Whether the keyboard presses it or follows it, and writes nothing into it.
  static boolean isToPress(Node node) {
    return node instanceof ButtonBase || node.getStyleClass().contains(FOLLOWABLE);
  }

  /// Both.
  public static <N extends Node> N link(N node, String name, Runnable action) {
    mouse(node, action);
    keyboard(node, name, action);
    return node;
  }
}
