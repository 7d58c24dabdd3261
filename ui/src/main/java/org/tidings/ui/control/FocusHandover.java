package org.tidings.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.tidings.ui.common.FxThread;

/// Buttons that take the place of each other. Whoever is at one that goes finds the keyboard at the
/// one that came; as long as none can be pressed it rests where no key does anything, and so a key
/// struck twice never does two things. Confined to the JavaFX thread.
public final class FocusHandover {
  private final Node rest;
  private final List<Button> buttons;
  private Optional<Button> left = Optional.empty();

  private FocusHandover(Node rest, List<Button> buttons) {
    this.rest = rest;
    this.buttons = buttons;
  }

  /// Hands the keyboard over among `buttons`, to the first of them that can be pressed.
  ///
  /// @param rest has the keyboard while none can be
  public static void among(Node rest, List<Button> buttons) {
    FocusHandover handover = new FocusHandover(rest, buttons);
    for (Button button : buttons) {
      button.visibleProperty().subscribe(() -> handover.changed(button));
      button.disabledProperty().subscribe(() -> handover.changed(button));
    }
  }

  private void changed(Button button) {
    if (Focus.isIn(button) && !canBePressed(button)) {
      left = Optional.of(button);
      rest.requestFocus();
    }
    // The others are about to change as well.
    if (isResting()) {
      FxThread.soon(this::goOn);
    }
  }

  private boolean isResting() {
    return left.isPresent()
        && rest.getScene() != null
        && rest.equals(rest.getScene().getFocusOwner());
  }

  /// What was pressed is there again where it came to nothing.
  private void goOn() {
    if (isResting()) {
      Stream.concat(left.stream(), buttons.stream())
          .filter(FocusHandover::canBePressed)
          .findFirst()
          .ifPresent(this::handTo);
    }
  }

  private void handTo(Button button) {
    left = Optional.empty();
    button.requestFocus();
  }

  private static boolean canBePressed(Button button) {
    return button.isVisible() && !button.isDisabled();
  }
}
