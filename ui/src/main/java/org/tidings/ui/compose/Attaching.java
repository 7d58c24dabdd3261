package org.tidings.ui.compose;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
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

/// Takes pictures and files to a text: made ready one at a time and in the order in which they
/// come, kept here, encrypted where the text is for some people only. Nobody is told of them before
/// the text is posted. Confined to the screen thread.
public final class Attaching {
  /// More make no post any better.
  static final int MOST = 16;

  private final Workspace workspace;
  private final boolean sealed;
  private final ObservableList<Attachment> attachments;
  private final ReadOnlyIntegerWrapper busy = new ReadOnlyIntegerWrapper();

  /// Those to be made ready, the one that is now among them: a large picture takes so much memory
  /// that there is none for a second.
  private final Deque<Callable<Attachment>> queue = new ArrayDeque<>();

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
    queue.addLast(making);
    busy.set(queue.size());
    if (queue.size() == 1) {
      makeReady(making);
    }
  }

  private void makeReady(Callable<Attachment> making) {
    workspace.background().ask(making, this::taken, this::refused);
  }

  /// Whoever waits until nothing is being made ready finds all of it there.
  private void taken(Attachment attachment) {
    if (attachments.stream().noneMatch(one -> one.link().equals(attachment.link()))) {
      attachments.add(attachment);
    }
    goOn();
  }

  private void refused(Problem problem) {
    goOn();
    workspace
        .notices()
        .tell(new Problem(problem.sentence(), Texts.of("attach.advice"), problem.code()));
  }

  private void goOn() {
    queue.removeFirst();
    if (!queue.isEmpty()) {
      makeReady(queue.getFirst());
    }
    busy.set(queue.size());
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
