package org.tidings.ui.writing;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.tidings.ui.text.EmojiIndex;
import org.tidings.ui.text.EmojiView;
import org.tidings.ui.text.TextPiece;

/// Lays the pictures of emoji over the places their characters hold in an editor, which has no
/// pictures of its own to offer. Confined to the JavaFX thread.
final class EmojiOverlay extends Pane {
  private final Region editor;
  private List<String> shown = List.of();

  EmojiOverlay(Region editor) {
    this.editor = editor;
    setMouseTransparent(true);
    Rectangle edge = new Rectangle();
    edge.widthProperty().bind(widthProperty());
    edge.heightProperty().bind(heightProperty());
    setClip(edge);
    AfterLayout.of(this, this::place);
  }

  private void place() {
    List<Text> spots = spots();
    List<String> emoji = spots.stream().map(Text::getText).toList();
    if (!emoji.equals(shown)) {
      shown = emoji;
      getChildren().setAll(emoji.stream().map(EmojiOverlay::picture).toList());
    }
    for (int i = 0; i < spots.size(); i++) {
      place(getChildren().get(i), spots.get(i));
    }
  }

  private List<Text> spots() {
    return editor.lookupAll("Text").stream()
        .flatMap(node -> node instanceof Text text ? Stream.of(text) : Stream.empty())
        .filter(text -> !text.getText().isEmpty())
        .filter(text -> EmojiIndex.get().find(text.getText()).isPresent())
        .toList();
  }

  private static Node picture(String emoji) {
    int index = EmojiIndex.get().find(emoji).orElseThrow();
    Node view = new EmojiView(new TextPiece.Picture(emoji, index));
    view.setManaged(false);
    return view;
  }

  private void place(Node picture, Text spot) {
    Bounds bounds = sceneToLocal(spot.localToScene(spot.getLayoutBounds()));
    picture.autosize();
    double left = bounds.getCenterX() - picture.getLayoutBounds().getWidth() / 2;
    double top = bounds.getCenterY() - picture.getLayoutBounds().getHeight() / 2;
    picture.relocate(snapPositionX(left), snapPositionY(top));
  }
}
