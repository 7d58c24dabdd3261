package org.tidings.ui.search;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.tidings.feed.search.Snippet;
import org.tidings.ui.markdown.Unmarked;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.text.Shaping;
import org.tidings.ui.text.TextNodes;

/// The part of a post that was found, on running lines, with what was looked for marked in it.
/// Confined to the JavaFX thread.
final class SnippetText {
  private final List<Node> nodes = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final boolean mixed;

  private SnippetText(Snippet snippet) {
    mixed = Shaping.hasRightToLeft(snippet.text());
    int at = 0;
    say(snippet.isCutBefore() ? "… " : "");
    for (Snippet.Span hit : snippet.marked()) {
      // Two terms may have found the same word.
      if (hit.start() >= at) {
        say(Unmarked.of(snippet.text().substring(at, hit.start())));
        say(snippet.text().substring(hit.start(), hit.end()), "hit");
        at = hit.end();
      }
    }
    say(Unmarked.of(snippet.text().substring(at)) + (snippet.isCutAfter() ? " …" : ""));
  }

  static FlowText of(Snippet snippet) {
    SnippetText made = new SnippetText(snippet);
    FlowText flow = new FlowText();
    flow.show(made.nodes, made.text.toString());
    flow.getStyleClass().add("snippet");
    return flow;
  }

  private void say(String words, String... styles) {
    nodes.addAll(TextNodes.of(words, mixed, styles));
    text.append(words);
  }
}
