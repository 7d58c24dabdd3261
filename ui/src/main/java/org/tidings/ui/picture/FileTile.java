package org.tidings.ui.picture;

import java.util.OptionalLong;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.replication.blob.BlobStatus;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.ByteSize;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;

/// A file of a post that is no picture: its name, its size, and saving it, or
/// dragging it out of the window. Confined to the JavaFX
/// thread.
final class FileTile extends HBox {
  private final Embedded file;
  private final FlowText about = Words.of("", "file-about");
  private final Button save;
  private final Button again;

  FileTile(Album album, Embedded file) {
    this.file = file;
    save = Buttons.plain("picture.save", () -> album.saving().save(file));
    save.setAccessibleText(Texts.of("picture.save.name", file.fileName()));
    again = NoPicture.again(file, file.fileName(), album.pictures());
    VBox words = new VBox(Words.of(file.fileName(), "file-name"), about);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(new Icon(Feather.FILE), words, again, save);
    setAccessibleText(Texts.of("picture.file", file.fileName()));
    getStyleClass().add("file-tile");
    DragOut.by(this, album, file);
    PictureShowing.during(this, album.pictures(), file.link(), Pictures.Use.FACE, this::show);
  }

  private void show(PictureState state) {
    String sentence =
        switch (state) {
          case PictureState.Loading loading -> size(file.size());
          case PictureState.Ready ready -> size(file.size());
          case PictureState.OtherFile(long size) -> size(OptionalLong.of(size));
          case PictureState.Locked locked -> Texts.of("picture.locked");
          case PictureState.Failed failed -> Texts.of("picture.failed");
          case PictureState.Missing(BlobStatus why) -> PictureWords.of(why);
        };
    about.setText(sentence);
    boolean missing = state instanceof PictureState.Missing;
    Shown.when(!missing && !(state instanceof PictureState.Locked), save);
    Shown.when(
        state instanceof PictureState.Failed
            || (state instanceof PictureState.Missing(BlobStatus why)
                && PictureWords.canAskAgain(why)),
        again);
  }

  private static String size(OptionalLong bytes) {
    return bytes.isPresent() ? ByteSize.brief(bytes.getAsLong()) : "";
  }
}
