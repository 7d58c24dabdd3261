package org.tidings.ui.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.InputEvent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What is typed while the place it is for is not ready yet: it is kept, and typed there in the
/// same order once that is. What leads elsewhere is not kept, and neither is what posts: nobody
/// posts what they have not seen. Confined to the JavaFX thread.
public final class TypedAhead {
  private static final Set<KeyCode> PRESSING = Set.of(KeyCode.SPACE, KeyCode.ENTER);

  private final BooleanSupplier waits;
  private final List<InputEvent> kept = new ArrayList<>();

  /// Keeps what is typed anywhere in `place`.
  ///
  /// @param waits whether it is to be kept now
  public TypedAhead(Node place, BooleanSupplier waits) {
    this.waits = waits;
    place.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    place.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    place.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, this::keep);
  }

  private void pressed(KeyEvent key) {
    boolean posts = key.getCode() == KeyCode.ENTER && key.isShortcutDown();
    boolean leads = key.getCode() == KeyCode.TAB || key.getCode() == KeyCode.ESCAPE;
    if (!leads && !posts && !isForButton(key, PRESSING.contains(key.getCode()))) {
      keep(key);
    }
  }

  private void typed(KeyEvent key) {
    if (!isForButton(key, key.getCharacter().isBlank())) {
      keep(key);
    }
  }

  /// Whoever has gone to a button wants to press it, unless they have begun to type.
  private boolean isForButton(KeyEvent key, boolean presses) {
    return presses && kept.isEmpty() && key.getTarget() instanceof ButtonBase;
  }

  /// What comes while something is kept comes after it.
  private void keep(InputEvent typed) {
    if (waits.getAsBoolean() || !kept.isEmpty()) {
      kept.add(typed);
      typed.consume();
    }
  }

  /// Types `there` what was kept, if it need not wait any more.
  public void typeInto(Node there) {
    if (!waits.getAsBoolean()) {
      List<InputEvent> all = List.copyOf(kept);
      kept.clear();
      all.forEach(typed -> Event.fireEvent(there, typed.copyFor(there, there)));
    }
  }

  /// There is no place for it any more.
  public void forget() {
    kept.clear();
  }
}
