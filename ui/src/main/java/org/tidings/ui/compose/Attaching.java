package org.tidings.ui.compose;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.blob.BlobRefused;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.picture.PictureWriter;
import org.tidings.ui.workspace.Workspace;

/// Takes pictures and files to a text: made ready, kept here, encrypted where the text is for some
/// people only. Nobody is told of them before the text is posted. Confined to the screen thread.
public final class Attaching {
  /// More make no post any better.
  static final int MOST = 16;

  private final Workspace workspace;
  private final boolean sealed;
  private final ObservableList<Attachment> attachments;
  private final ReadOnlyIntegerWrapper busy = new ReadOnlyIntegerWrapper();

  /// @param sealed whether they are encrypted
  /// @param attachments where they go
  Attaching(Workspace workspace, boolean sealed, ObservableList<Attachment> attachments) {
    this.workspace = workspace;
    this.sealed = sealed;
    this.attachments = attachments;
  }

  /// How many are being made ready.
  public ReadOnlyIntegerProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Has the person choose files, and takes them.
  public void choose() {
    files(workspace.environment().dialogs().open());
  }

  /// Takes these files.
  public void files(List<Path> files) {
    files.forEach(file -> take(() -> fromFile(file)));
  }

  /// Takes a picture that comes from somewhere else than a file.
  public void picture(Image image) {
    take(() -> kept(PictureWriter.of(image), ""));
  }

  void remove(Attachment attachment) {
    attachments.remove(attachment);
  }

  /// Says what a picture shows.
  void describe(BlobLink link, String words) {
    attachments.replaceAll(one -> one.link().equals(link) ? one.describedAs(words) : one);
  }

  private void take(Callable<Attachment> making) {
    if (attachments.size() + busy.get() >= MOST) {
      workspace
          .notices()
          .tell(Problem.of(Texts.of("attach.many", MOST), Texts.of("attach.many.advice")));
      return;
    }
    busy.set(busy.get() + 1);
    workspace.background().ask(making, this::taken, this::refused);
  }

  /// Whoever waits until nothing is being made ready finds all of it there.
  private void taken(Attachment attachment) {
    if (attachments.stream().noneMatch(one -> one.link().equals(attachment.link()))) {
      attachments.add(attachment);
    }
    busy.set(busy.get() - 1);
  }

  private void refused(Problem problem) {
    busy.set(busy.get() - 1);
    workspace
        .notices()
        .tell(new Problem(problem.sentence(), Texts.of("attach.advice"), problem.code()));
  }

  private Attachment fromFile(Path file) throws IOException, BlobRefused {
    String name = String.valueOf(file.getFileName());
    PictureWriter.Ready ready = PictureWriter.clean(PictureWriter.read(file), name);
    return kept(ready, ready.mediaType().startsWith("image/") ? "" : name);
  }

  private Attachment kept(PictureWriter.Ready ready, String words) throws IOException, BlobRefused {
    byte[] bytes = ready.bytes();
    BlobLink link =
        sealed
            ? workspace.feeds().sealedBlobs().add(bytes)
            : BlobLink.to(workspace.feeds().blobs().add(new ByteArrayInputStream(bytes)).id());
    return new Attachment(link, words, bytes.length, ready.mediaType());
  }
}
