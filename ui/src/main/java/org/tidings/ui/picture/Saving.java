package org.tidings.ui.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.tidings.feed.Feeds;
import org.tidings.feed.blob.BlobRefused;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.FileDialogs;
import org.tidings.ui.common.Notices;
import org.tidings.ui.common.Texts;

/// Saves pictures and other files of posts where the person wants them, and gives them to other
/// programs. Confined to the JavaFX
/// thread.
public final class Saving {
  private final Feeds feeds;
  private final FileDialogs dialogs;
  private final Background background;
  private final Notices notices;
  private final DraggedCopies copies;

  public Saving(
      Feeds feeds,
      FileDialogs dialogs,
      Background background,
      Notices notices,
      DraggedCopies copies) {
    this.feeds = feeds;
    this.dialogs = dialogs;
    this.background = background;
    this.notices = notices;
    this.copies = copies;
  }

  /// Asks where, and saves there.
  void save(Embedded file) {
    background.ask(
        () -> file.fileName(bytes(file)),
        name ->
            dialogs
                .save(name)
                .ifPresent(
                    path ->
                        background.run(
                            () -> write(file, path),
                            () -> notices.say(Texts.of("picture.saved")),
                            notices::tell)),
        notices::tell);
  }

  /// Puts a picture where other programs can paste it from, as it is shown.
  void putOnClipboard(Image shown) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(shown);
    Clipboard.getSystemClipboard().setContent(content);
    notices.say(Texts.of("picture.copied"));
  }

  /// A copy that other programs are given while it is dragged to them.
  DragCopy forDragging(Embedded file) {
    return new DragCopy(background, this, file);
  }

  /// Makes a copy under its own name. Off the screen thread.
  Path copy(Embedded file) throws IOException {
    byte[] bytes = bytes(file);
    return copies.make(file.fileName(bytes), bytes);
  }

  /// Removes such a copy. Off the screen thread.
  void remove(Path copy) throws IOException {
    copies.remove(copy);
  }

  private void write(Embedded file, Path path) throws IOException {
    Files.write(path, bytes(file));
  }

  private byte[] bytes(Embedded file) throws IOException {
    try {
      return feeds
          .sealedBlobs()
          .read(file.link())
          .orElseThrow(() -> new IOException(Texts.of("picture.gone")));
    } catch (BlobRefused locked) {
      throw new IOException(Texts.of("picture.locked"), locked);
    }
  }
}
