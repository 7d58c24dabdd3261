package org.tidings.ui.compose;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.tidings.feed.content.Post;
import org.tidings.ui.common.Texts;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostBody;
import org.tidings.ui.post.PostText;

/// The posts of one text below each other, with their numbers where there are several. Confined to
/// the JavaFX thread.
final class ThreadParts {
  private ThreadParts() {}

  static List<Node> of(List<Post> posts, PostActions actions) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      Post post = posts.get(i);
      if (posts.size() > 1) {
        Label number = new Label(Texts.of("compose.thread.part", i + 1, posts.size()));
        number.getStyleClass().add("thread-part");
        nodes.add(number);
      }
      nodes.add(new PostBody(post, true, () -> new PostText(post.mentions(), actions)));
    }
    return nodes;
  }
}
