package org.tidings.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.workspace.Workspace;
import org.tidings.ui.writing.Editor;

/// The keys that work on every screen; the settings list them for people. Confined to the JavaFX
/// thread.
final class Shortcuts {
  /// Where the slash needs other keys on a keyboard, there is still one of its own.
  private static final List<KeyCombination> HELP =
      List.of(
          new KeyCodeCombination(KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN),
          new KeyCodeCombination(KeyCode.DIVIDE, KeyCombination.SHORTCUT_DOWN),
          new KeyCodeCombination(KeyCode.F1));

  private static final KeyCombination BACK =
      new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);

  private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();
  private final Navigator navigator;
  private final boolean mac;

  /// The keys of `workspace`; `search` opens the field to find things, `keys` lists them all.
  ///
  /// @param mac whether this is macOS, where Option and an arrow lead from word to word
  Shortcuts(Workspace workspace, Runnable search, Runnable keys, boolean mac) {
    this.mac = mac;
    navigator = workspace.navigator();
    Preferences preferences = workspace.environment().preferences();
    on(KeyCode.K, search);
    on(KeyCode.F, search);
    HELP.forEach(combination -> actions.put(combination, keys));
    actions.put(
        new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN),
        () -> navigator.go(new Place.Compose()));
    on(KeyCode.DIGIT1, () -> navigator.go(new Place.Home()));
    on(KeyCode.DIGIT2, () -> navigator.go(new Place.Private()));
    on(KeyCode.DIGIT3, () -> navigator.go(new Place.Activity()));
    on(KeyCode.DIGIT4, () -> navigator.go(new Place.Channels()));
    on(KeyCode.DIGIT5, () -> navigator.go(new Place.Peers()));
    on(KeyCode.DIGIT6, () -> navigator.go(new Place.Bookmarks()));
    on(KeyCode.DIGIT7, () -> navigator.go(new Place.Profile(workspace.self())));
    on(KeyCode.DIGIT8, () -> navigator.go(new Place.Explore()));
    on(KeyCode.COMMA, () -> navigator.go(new Place.Settings()));
    on(KeyCode.PLUS, () -> preferences.enlargeText(1));
    on(KeyCode.EQUALS, () -> preferences.enlargeText(1));
    on(KeyCode.ADD, () -> preferences.enlargeText(1));
    on(KeyCode.MINUS, () -> preferences.enlargeText(-1));
    on(KeyCode.SUBTRACT, () -> preferences.enlargeText(-1));
    on(KeyCode.DIGIT0, preferences::usualText);
    actions.put(
        new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
        () -> navigator.go(new Place.NewConversation()));
    actions.put(BACK, navigator::back);
  }

  /// Listens to what is pressed within `window`; a mouse may have a button for the way back.
  void listen(Node window) {
    window.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    window.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
  }

  private void pressed(MouseEvent click) {
    if (click.getButton() == MouseButton.BACK) {
      click.consume();
      navigator.back();
    }
  }

  /// Whether it asks for the keys there are.
  static boolean isHelp(KeyEvent key) {
    return HELP.stream().anyMatch(combination -> combination.match(key));
  }

  private void on(KeyCode code, Runnable action) {
    actions.put(
        new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
        action);
  }

  private void pressed(KeyEvent key) {
    if (mac && BACK.match(key) && Editor.isWrittenIn(key.getTarget())) {
      return;
    }
    actions.entrySet().stream()
        .filter(entry -> entry.getKey().match(key))
        .findFirst()
        .ifPresent(
            entry -> {
              key.consume();
              entry.getValue().run();
            });
  }
}
