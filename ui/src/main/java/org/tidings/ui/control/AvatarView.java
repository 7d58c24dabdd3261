package org.tidings.ui.control;

import java.text.BreakIterator;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.text.TextPieces;

/// A round picture of a feed: until there is a real one, the first letters of its name on a colour
/// of its own. The colour comes from the id, so nobody can borrow another's by taking their name.
/// Confined to the JavaFX thread.
public final class AvatarView extends StackPane {
  private static final int HUES = 12;

  private final Label initials = new Label();
  private final Circle disc;

  /// An avatar of `size` pixels across.
  public AvatarView(double size) {
    disc = new Circle(size / 2);
    disc.getStyleClass().add("avatar-disc");
    initials.getStyleClass().add("avatar-initials");
    initials.setStyle("-fx-font-size: " + Math.round(size * 0.38) + "px;");
    initials.setMouseTransparent(true);
    getChildren().setAll(disc, initials);
    getStyleClass().add("avatar");
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
  }

  public AvatarView(double size, FeedId feed, String name) {
    this(size);
    show(feed, name);
  }

  /// Shows `feed`, called `name`.
  public void show(FeedId feed, String name) {
    initials.setText(initialsOf(name));
    getStyleClass().removeIf(style -> style.startsWith("hue-"));
    getStyleClass().add("hue-" + Math.floorMod(feed.bytes()[0], HUES));
    setAccessibleText(name);
  }

  /// The first letters of the first and last word, in capitals.
  static String initialsOf(String name) {
    String[] words =
        TextPieces.clean(name).strip().replaceAll("[^\\p{L}\\p{N}\\p{M} ]", "").split(" +", -1);
    String first = firstLetter(words[0]);
    String last = words.length > 1 ? firstLetter(words[words.length - 1]) : "";
    return (first + last).toUpperCase(Locale.ROOT);
  }

  private static String firstLetter(String word) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(word);
    int end = clusters.next();
    return end == BreakIterator.DONE ? "" : word.substring(0, end);
  }
}
