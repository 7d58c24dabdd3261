package org.tidings.ui.compose;

import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.tidings.ui.control.Shown;
import org.tidings.ui.post.PostActions;

/// The texts that are about to be posted in one place; takes no room where there are none. Confined
/// to the JavaFX thread.
public final class WaitingList extends VBox {
  private final Desk desk;
  private final Destination destination;
  private final PostActions actions;
  private final Runnable undone;
  private Subscription following = Subscription.EMPTY;

  /// @param undone run after the person took something back
  public WaitingList(Desk desk, Destination destination, PostActions actions, Runnable undone) {
    this.desk = desk;
    this.destination = destination;
    this.actions = actions;
    this.undone = undone;
    getStyleClass().add("waiting-list");
    Shown.when(false, this);
    sceneProperty().subscribe(scene -> follow(scene != null));
  }

  private void follow(boolean shown) {
    following.unsubscribe();
    following = shown ? desk.outgoing().waiting().subscribe(this::show) : Subscription.EMPTY;
    show();
  }

  private void show() {
    getChildren()
        .setAll(
            desk.outgoing().waiting().stream()
                .filter(one -> one.written().destination().equals(destination))
                .map(this::card)
                .toList());
    Shown.when(!getChildren().isEmpty(), this);
  }

  private WaitingCard card(Waiting one) {
    return new WaitingCard(
        one,
        actions,
        () -> {
          desk.undo(one);
          undone.run();
        });
  }
}
