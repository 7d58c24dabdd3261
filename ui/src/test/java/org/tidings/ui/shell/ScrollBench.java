package org.tidings.ui.shell;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.BlobId;
import org.tidings.ui.Fx;
import org.tidings.ui.Wheel;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.picture.SomePictures;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

/// Scrolls home from top to bottom through threads with emoji, several scripts and pictures, by as
/// much a frame as a wheel that is turned fast, drawn by the software pipeline. `-Dthreads=1000` is
/// quicker.
class ScrollBench {
  private static final int THREADS = Integer.getInteger("threads", 10_000);
  private static final int AUTHORS = 20;
  private static final int PICTURES = 40;

  private static final List<String> TEXTS =
      List.of(
          "Back in harbour after nine days **without any network**. ⛵ Wrote every evening. 🌊🐚",
          "今日は川沿いを自転車で走った。風が強くて、桜の花びらが道いっぱいに広がっていた。🚴🌸",
          "صباح الخير! ترجمتُ اليوم قصيدة قصيرة عن البحر، وسأشاركها معكم مساءً. 🌊",
          "## Three ways\n\n1. One\n2. *Two*\n3. ~~Three~~\n\n> A draught is a breeze.\n\n#castles",
          "```\nspacing = 2.5 m\nrows = 8, five each\n```\n\nSee https://example.org/castles 🏰");

  @TempDir private Path folder;

  @Test
  void throughHome() throws Exception {
    try (FrameTimes frames = new FrameTimes();
        ExecutorService work = Executors.newFixedThreadPool(2);
        TestWorkspace test = new TestWorkspace(folder, work, FxThread::run)) {
      write(test);
      Scene scene = Fx.get(() -> open(test));
      Fx.settle();
      frames.begin();
      BusyThreads busy = new BusyThreads();
      scroll(Fx.get(() -> (VirtualFlow<?>) list(scene).lookup(".virtual-flow")), busy);
      frames.print();
      int seen = Fx.get(() -> list(scene).getItems().size());
      System.out.printf("%,d threads came into view%n", seen);
      busy.print();
      Fx.run(
          () -> {
            ((Shell) scene.getRoot()).close();
            scene.getWindow().hide();
          });
    }
  }

  private static ListView<?> list(Scene scene) {
    return (ListView<?>) scene.lookup(".row-list");
  }

  /// The window of this workspace, drawn as usual. On the JavaFX thread.
  static Scene open(TestWorkspace test) {
    Stage stage = new Stage();
    Scene scene = new Scene(new Shell(test.workspace()), DrawnWindow.WIDTH, DrawnWindow.HEIGHT);
    new Theme(scene).show(ThemeChoice.LIGHT, 100);
    stage.setScene(scene);
    stage.show();
    return scene;
  }

  private static void write(TestWorkspace test) throws Exception {
    List<BlobId> pictures = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      byte[] bytes = SomePictures.file(SomePictures.landscape(900, 600, i), "jpg");
      pictures.add(test.workspace().feeds().blobs().add(new ByteArrayInputStream(bytes)).id());
    }
    SomeFeed[] authors = new SomeFeed[AUTHORS];
    for (int i = 0; i < AUTHORS; i++) {
      authors[i] = SomeFeed.of("author " + i);
      authors[i].name(authors[i].id(), "Somebody " + i + " 🌱");
      test.workspace().feeds().publisher().publish(Contact.follow(authors[i].id()).toJson());
    }
    for (int i = 0; i < THREADS; i++) {
      String text = TEXTS.get(i % TEXTS.size()) + " " + i;
      String picture = "\n\n![a picture](" + pictures.get(i % PICTURES) + ")";
      Message root = authors[i % AUTHORS].post(i % 4 == 0 ? text + picture : text);
      authors[(i + 1) % AUTHORS].reply("Welcome 🌿 " + i, root.id(), root.id());
    }
    test.receive(authors);
  }

  /// Moves on each frame, until the end is reached and no more comes.
  private static void scroll(VirtualFlow<?> flow, BusyThreads busy) {
    CompletableFuture<Boolean> atEnd = new CompletableFuture<>();
    Fx.run(() -> new Scrolling(flow, busy, atEnd).start());
    atEnd.join();
  }

  private static final class Scrolling extends AnimationTimer {
    private static final int PIXELS = 120;
    private static final int PATIENCE_FRAMES = 120;

    private final VirtualFlow<?> flow;
    private final BusyThreads busy;
    private final CompletableFuture<Boolean> atEnd;
    private int waited;

    Scrolling(VirtualFlow<?> flow, BusyThreads busy, CompletableFuture<Boolean> atEnd) {
      this.flow = flow;
      this.busy = busy;
      this.atEnd = atEnd;
    }

    @Override
    public void handle(long now) {
      busy.frame();
      double before = flow.getPosition();
      Wheel.turn(flow, PIXELS);
      waited = flow.getPosition() == before ? waited + 1 : 0;
      if (waited > PATIENCE_FRAMES) {
        stop();
        atEnd.complete(true);
      }
    }
  }
}
