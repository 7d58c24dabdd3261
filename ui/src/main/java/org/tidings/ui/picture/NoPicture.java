package org.tidings.ui.picture;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.replication.blob.BlobStatus;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Words;

/// Says why a picture cannot be shown, in its place; where asking for it again may help, that is
/// offered. Confined to the JavaFX thread.
final class NoPicture extends VBox {
  private NoPicture(Feather icon, String sentence) {
    super(new Icon(icon), Words.of(sentence, "picture-words"));
    getStyleClass().add("picture-box");
  }

  /// Nothing while it is looked at, and where it can be shown.
  static Optional<NoPicture> of(PictureState state, Embedded picture, Pictures pictures) {
    return switch (state) {
      case PictureState.Loading loading -> Optional.empty();
      case PictureState.Ready ready -> Optional.empty();
      case PictureState.OtherFile(long size) ->
          Optional.of(new NoPicture(Feather.FILE, PictureWords.other(size)));
      case PictureState.Locked locked ->
          Optional.of(new NoPicture(Feather.LOCK, Texts.of("picture.locked")));
      case PictureState.Failed failed ->
          Optional.of(
              new NoPicture(Feather.ALERT_CIRCLE, Texts.of("picture.failed"))
                  .withAgain(picture, pictures));
      case PictureState.Missing(BlobStatus why) -> {
        NoPicture missing = new NoPicture(Feather.IMAGE, PictureWords.of(why));
        yield Optional.of(
            PictureWords.canAskAgain(why) ? missing.withAgain(picture, pictures) : missing);
      }
    };
  }

  private NoPicture withAgain(Embedded picture, Pictures pictures) {
    getChildren().add(again(picture, picture.name(), pictures));
    return this;
  }

  /// Asks for a picture or file again, or reads it once more.
  ///
  /// @param name what it is called
  static Button again(Embedded file, String name, Pictures pictures) {
    Button again = Buttons.plain("picture.again", () -> pictures.askAgain(file.link()));
    again.setAccessibleText(Texts.of("picture.again.name", name));
    return again;
  }
}
