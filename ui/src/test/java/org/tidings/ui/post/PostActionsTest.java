package org.tidings.ui.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.Feeds;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.PostView;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.SsbUri;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Question;
import org.tidings.ui.markdown.MarkdownLink;
import org.tidings.ui.workspace.LastFirst;
import org.tidings.ui.workspace.TestWorkspace;

class PostActionsTest {

  @Test
  void aCopiedLinkNamesThePost(@TempDir Path folder) throws PublishRefused {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      Message said = test.workspace().feeds().publisher().publish(Post.root("look here").toJson());
      PostView post = test.workspace().feeds().threads().post(said.id()).orElseThrow();
      String copied =
          Fx.get(
              () -> {
                new PostActions(test.workspace()).copyLink(post);
                return Clipboard.getSystemClipboard().getString();
              });
      assertThat(SsbUri.parse(copied).flatMap(SsbUri::ref)).contains(said.id());
    }
  }

  @Test
  void whatTurnsTextAroundIsNotShownOfAnAddress(@TempDir Path folder) {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      String address = "https://example.org/\u202Egnp.exe" + "x".repeat(5_000);
      Fx.run(() -> new PostActions(test.workspace()).visit(MarkdownLink.of(address).orElseThrow()));
      Question asked = Fx.get(test.workspace().notices().questionProperty()::get).orElseThrow();
      assertThat(asked.text())
          .startsWith("https://example.org/gnp.exe")
          .endsWith("…")
          .hasSizeLessThan(1_000);
      assertThat(test.visited()).isEmpty();
    }
  }

  @Test
  void ofALikeTakenBackAtOnceNothingIsLeft(@TempDir Path folder)
      throws PublishRefused, InterruptedException {
    LastFirst work = new LastFirst();
    try (TestWorkspace test = new TestWorkspace(folder, work, Runnable::run)) {
      Feeds feeds = test.workspace().feeds();
      Message said = feeds.publisher().publish(Post.root("look here").toJson());
      PostView post = feeds.threads().post(said.id()).orElseThrow();
      PostActions actions = new PostActions(test.workspace());
      work.hold(
          () -> {
            actions.like(post, () -> {});
            actions.unreact(post, () -> {});
          });
      assertThat(feeds.threads().post(said.id()).orElseThrow().votes().reactions()).isEmpty();
    }
  }
}
