package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.Fx;
import org.tidings.ui.MouseEvents;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.TestWorkspace;
import org.tidings.ui.writing.Editor;

/// What Alt, which is Option on a Mac, does together with the arrow to the left, and a button of
/// the mouse.
class ShortcutsTest {
  private static final Place HOME = new Place.Home();
  private static final Place ACTIVITY = new Place.Activity();

  private TestWorkspace test;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, FxThread::run);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void leadsBackFromAnywhere() {
    assertThat(after(false, TextField::new)).isEqualTo(HOME);
    assertThat(after(false, ShortcutsTest::area)).isEqualTo(HOME);
    assertThat(after(true, Button::new)).isEqualTo(HOME);
  }

  @Test
  void leadsToTheWordBeforeWhereOneWritesOnAMac() {
    assertThat(after(true, TextField::new)).isEqualTo(ACTIVITY);
    assertThat(after(true, ShortcutsTest::area)).isEqualTo(ACTIVITY);
  }

  @Test
  void theButtonOfAMouseLeadsBackToo() {
    assertThat(after(false, Button::new, MouseButton.BACK)).isEqualTo(HOME);
    assertThat(after(false, Button::new, MouseButton.PRIMARY)).isEqualTo(ACTIVITY);
  }

  private static Node area() {
    return new Editor(new SimpleStringProperty("two words"), "compose.prompt", 0)
        .lookup(".code-area");
  }

  /// Where somebody is who came from home and presses the keys where this is.
  private Place after(boolean mac, Supplier<Node> made) {
    KeyEvent keys =
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, true, false);
    return after(mac, made, keys);
  }

  /// The same of a button of the mouse.
  private Place after(boolean mac, Supplier<Node> made, MouseButton button) {
    return after(mac, made, MouseEvents.of(MouseEvent.MOUSE_PRESSED, button));
  }

  private Place after(boolean mac, Supplier<Node> made, InputEvent pressed) {
    return Fx.get(
        () -> {
          Navigator navigator = test.workspace().navigator();
          navigator.replace(HOME);
          navigator.go(ACTIVITY);
          Node here = made.get();
          Parent window = new StackPane(outermost(here));
          new Shortcuts(test.workspace(), () -> {}, () -> {}, mac).listen(window);
          Event.fireEvent(here, pressed);
          return navigator.place();
        });
  }

  private static Node outermost(Node node) {
    return node.getParent() == null ? node : outermost(node.getParent());
  }
}
