package org.tidings.ui.control;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;

/// Lets a node that comes and goes, as rows do, follow what outlives it. Confined to the JavaFX
/// thread.
public final class WhileShown {
  private WhileShown() {}

  /// Tells `show` the value now, and each new one for as long as `node` is part of a scene.
  public static <T> void follow(Node node, ObservableValue<T> value, Consumer<? super T> show) {
    show.accept(value.getValue());
    Following<T> following = new Following<>(value, show);
    node.sceneProperty().subscribe(scene -> following.set(scene != null));
  }

  /// Subscribed or not.
  private static final class Following<T> {
    private final ObservableValue<T> value;
    private final Consumer<? super T> show;
    private Subscription subscription = Subscription.EMPTY;

    Following(ObservableValue<T> value, Consumer<? super T> show) {
      this.value = value;
      this.show = show;
    }

    void set(boolean shown) {
      subscription.unsubscribe();
      subscription = shown ? value.subscribe(show) : Subscription.EMPTY;
    }
  }
}
