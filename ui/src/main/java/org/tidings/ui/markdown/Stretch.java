package org.tidings.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.tidings.ui.text.Effort;

/// Text that looks the same and leads to the same place.
record Stretch(String text, InlineStyle style) {
  /// The most that is laid out as one: JavaFX lays a text out as a whole, and each of its pieces
  /// once for each other.
  private static final int MOST = 5_000;

  /// The characters of all.
  static String text(List<Stretch> stretches) {
    return stretches.stream().map(Stretch::text).collect(Collectors.joining());
  }

  /// The nodes that show it; links are followed with `visit`.
  ///
  /// @param amongRightToLeft whether anything around it is written from the right
  List<Node> nodes(boolean amongRightToLeft, Consumer<MarkdownLink> visit) {
    return style.nodes(text, amongRightToLeft, visit);
  }

  /// About how long it takes to lay it out.
  int effort() {
    int link = style.link().isPresent() ? Effort.NODE : 0;
    return Effort.NODE + link + Effort.of(text);
  }

  /// The stretches of one block, cut into parts that are laid out one by one, where they are many.
  static List<List<Stretch>> parts(List<Stretch> stretches) {
    List<List<Stretch>> parts = new ArrayList<>();
    List<Stretch> part = new ArrayList<>();
    int spent = 0;
    for (Stretch stretch : stretches) {
      Stretch rest = stretch;
      while (spent + rest.effort() > MOST) {
        if (MOST - spent > MOST / 2) {
          int end = Effort.end(rest.text, MOST - spent - 2 * Effort.NODE);
          part.add(new Stretch(withoutLineEnd(rest.text.substring(0, end)), rest.style));
          rest = new Stretch(rest.text.substring(end), rest.style);
        }
        parts.add(part);
        part = new ArrayList<>();
        spent = 0;
      }
      spent += rest.effort();
      part.add(rest);
    }
    parts.add(part);
    return parts;
  }

  /// The next part begins on a line of its own.
  private static String withoutLineEnd(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
