package org.tidings.ui.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.BlobId;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.markdown.TextSetting.Picture;
import org.tidings.ui.workspace.TestWorkspace;

class PostTextTest {
  private TestWorkspace test;
  private PostText text;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, FxThread::run);
    text = new PostText(List.of(), new PostActions(test.workspace()));
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void ofManyFilesAFewAreShownAndMoreAsOftenAsAskedFor() {
    List<Picture> files = IntStream.range(0, 15).mapToObj(number -> picture(number, true)).toList();
    Parent shown = Fx.get(() -> (Parent) text.pictures(files));
    assertThat(find(shown, "file-tile")).hasSize(6);
    assertThat(follow(shown)).isEqualTo("Show 9 more");
    assertThat(find(shown, "file-tile")).hasSize(12);
    assertThat(follow(shown)).isEqualTo("Show 3 more");
    assertThat(find(shown, "file-tile")).hasSize(15);
    assertThat(link(shown).isVisible()).isFalse();
  }

  @Test
  void aFileIsShownOnceHoweverOftenItIsLinkedTo() {
    List<Picture> files = IntStream.range(0, 900).mapToObj(again -> picture(1, true)).toList();
    assertThat(find(Fx.get(() -> text.pictures(files)), "file-tile")).hasSize(1);
  }

  @Test
  void ofVeryManyPicturesTheLastAreShownWhenAskedFor() {
    VBox all = new VBox();
    Fx.run(
        () -> {
          for (int number = 0; number < 100; number++) {
            all.getChildren().add(text.pictures(List.of(picture(number, false))));
          }
        });
    assertThat(find(all, "picture-grid")).hasSize(PostText.MOST);
    Parent last = (Parent) all.getChildren().getLast();
    assertThat(follow(last)).isEqualTo("Show 1 more");
    assertThat(find(last, "picture-grid")).hasSize(1);
  }

  private static Picture picture(int number, boolean linked) {
    byte[] id = new byte[32];
    id[0] = (byte) number;
    return new Picture(BlobLink.to(BlobId.of(id)), "tides " + number, linked);
  }

  /// What the way to more says before it is followed.
  private static String follow(Parent shown) {
    Hyperlink link = link(shown);
    String words = Fx.get(link::getText);
    Fx.run(link::fire);
    return words;
  }

  private static Hyperlink link(Parent shown) {
    return (Hyperlink) find(shown, "post-more").getFirst();
  }

  private static List<Node> find(Node node, String style) {
    List<Node> found = new ArrayList<>();
    if (node.getStyleClass().contains(style)) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> found.addAll(find(child, style)));
    }
    return found;
  }
}
