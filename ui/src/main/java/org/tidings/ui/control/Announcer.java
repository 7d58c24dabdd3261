package org.tidings.ui.control;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.tidings.ui.common.FxThread;

/// Says to who listens to the window what comes while the keyboard is elsewhere. It is in the
/// window and not to be seen. Confined to the JavaFX thread.
///
/// JavaFX has no regions that are read out when they change. What it has is a node that leads a
/// screen reader to one of its parts, as a list does: this one leads it to itself, whose name is
/// what is to be said. With the next key, or wherever else the keyboard goes, the reader is back at
/// it.
public final class Announcer extends Region {
  private String words = "";
  private Subscription aside = Subscription.EMPTY;

  private Announcer() {
    setManaged(false);
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.TEXT);
    resize(1, 1);
  }

  /// Says `words` where the window of `there` is the one in front. Of what is said at once the last
  /// is heard.
  public static void say(Node there, String words) {
    Scene scene = there.getScene();
    if (scene != null && isInFront(scene.getWindow()) && scene.getRoot() instanceof Pane root) {
      of(root).say(words);
    }
  }

  /// Says `words` each time `node` comes to be seen.
  public static void whenShown(Node node, Supplier<String> words) {
    node.sceneProperty()
        .flatMap(scene -> node.visibleProperty())
        .orElse(false)
        .subscribe(
            (was, is) -> {
              if (is) {
                // The keyboard may come here by the same step, of which the reader tells first.
                FxThread.soon(() -> say(node, words));
              }
            });
  }

  private static void say(Node node, Supplier<String> words) {
    if (node.isVisible()) {
      say(node, words.get());
    }
  }

  private static boolean isInFront(@Nullable Window window) {
    return window != null && window.isFocused();
  }

  private static Announcer of(Pane root) {
    return root.getChildren().stream()
        .filter(Announcer.class::isInstance)
        .map(Announcer.class::cast)
        .findFirst()
        .orElseGet(() -> in(root));
  }

  private static Announcer in(Pane root) {
    Announcer announcer = new Announcer();
    root.getChildren().add(announcer);
    return announcer;
  }

  private void say(String said) {
    if (said.isBlank()) {
      return;
    }
    aside.unsubscribe();
    words = said;
    notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    Scene scene = getScene();
    EventHandler<KeyEvent> pressed = key -> giveBack();
    scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
    aside =
        Subscription.combine(
            () -> scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressed),
            scene.focusOwnerProperty().subscribe((before, now) -> end()));
  }

  private void giveBack() {
    end();
    notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_NODE);
  }

  private void end() {
    aside.unsubscribe();
    aside = Subscription.EMPTY;
    words = "";
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> words;
      case FOCUS_ITEM -> this;
      case FOCUSED -> !words.isEmpty();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
