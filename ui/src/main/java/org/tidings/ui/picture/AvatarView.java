package org.tidings.ui.picture;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.index.Byline;
import org.tidings.ui.text.EmojiView;
import org.tidings.ui.text.TextPiece;
import org.tidings.ui.text.TextPieces;
import org.tidings.ui.theme.Em;

/// A round picture of a feed: until its own is here, the first letters of its name on a colour
/// of its own. The colour comes from the id, so nobody can borrow another's by taking their name.
/// Confined to the JavaFX thread.
public final class AvatarView extends StackPane {
  private static final int HUES = 12;

  /// How large they are, as a part of the whole.
  private static final double INITIALS = 0.38;

  private final Circle face;

  /// Somebody, with the picture they have as soon as it is here.
  ///
  /// @param size across, in pixels where text has its usual size: it grows with the text
  public AvatarView(double size, Byline by, Pictures pictures) {
    Circle disc = circle();
    disc.getStyleClass().add("avatar-disc");
    Node initials = initials(by.name());
    initials.setStyle("-fx-font-size: " + Em.of(size * INITIALS) + ";");
    face = circle();
    // Scaled once, not in each frame.
    face.setCache(true);
    face.setVisible(false);
    getChildren().setAll(disc, initials, face);
    initials.setMouseTransparent(true);
    face.setMouseTransparent(true);
    getStyleClass().addAll("avatar", "hue-" + Math.floorMod(by.id().bytes()[0], HUES));
    setAccessibleText(by.name());
    setStyle(Em.square(size));
    by.image()
        .ifPresent(
            image ->
                PictureShowing.during(
                    this, pictures, BlobLink.to(image), Pictures.Use.FACE, this::show));
  }

  private Circle circle() {
    Circle circle = new Circle();
    circle.radiusProperty().bind(widthProperty().divide(2));
    return circle;
  }

  private void show(PictureState state) {
    boolean ready = state instanceof PictureState.Ready;
    face.setVisible(ready);
    if (state instanceof PictureState.Ready(Image image)) {
      face.setFill(Middle.of(image));
    }
  }

  private static Node initials(String name) {
    String initials = initialsOf(name);
    List<TextPiece> pieces = TextPieces.of(initials);
    if (!pieces.isEmpty() && pieces.getFirst() instanceof TextPiece.Picture emoji) {
      return new EmojiView(emoji);
    }
    Label label = new Label(initials);
    label.getStyleClass().add("avatar-initials");
    return label;
  }

  /// The first letters of the first and last word, in capitals; of a name without letters its first
  /// sign or emoji.
  static String initialsOf(String name) {
    String clean = TextPieces.clean(name).strip();
    String[] words = clean.replaceAll("[^\\p{L}\\p{N}\\p{M} ]", "").strip().split(" +", -1);
    String first = firstLetter(words[0]);
    String last = words.length > 1 ? firstLetter(words[words.length - 1]) : "";
    return first.isEmpty() ? firstLetter(clean) : (first + last).toUpperCase(Locale.ROOT);
  }

  private static String firstLetter(String word) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(word);
    int end = clusters.next();
    return end == BreakIterator.DONE ? "" : word.substring(0, end);
  }
}
