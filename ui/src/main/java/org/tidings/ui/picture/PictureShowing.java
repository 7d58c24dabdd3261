package org.tidings.ui.picture;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.tidings.feed.blob.BlobLink;

/// Follows a picture for as long as a node that shows it is part of a scene, so that rows that come
/// and go ask for no more than is seen. Confined to the JavaFX thread.
public final class PictureShowing {
  private final Pictures pictures;
  private final BlobLink link;
  private final Pictures.Use use;
  private final Consumer<PictureState> show;
  private Subscription subscription = Subscription.EMPTY;

  private PictureShowing(
      Pictures pictures, BlobLink link, Pictures.Use use, Consumer<PictureState> show) {
    this.pictures = pictures;
    this.link = link;
    this.use = use;
    this.show = show;
  }

  /// Tells `show` how it stands with the picture whenever `node` is in a scene.
  public static void during(
      Node node, Pictures pictures, BlobLink link, Pictures.Use use, Consumer<PictureState> show) {
    PictureShowing showing = new PictureShowing(pictures, link, use, show);
    node.sceneProperty().subscribe(scene -> showing.set(scene != null));
  }

  private void set(boolean shown) {
    subscription.unsubscribe();
    subscription = shown ? pictures.follow(link, use, show) : Subscription.EMPTY;
  }
}
