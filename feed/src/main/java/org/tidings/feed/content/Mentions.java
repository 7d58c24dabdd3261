package org.tidings.feed.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.tidings.feed.ref.RefLink;

/// Finds what a Markdown text points to: links and images by their target, and ids and hashtags
/// that stand by themselves. Stateless, thread-safe. Protocol 10.8.
public final class Mentions {
  private static final Parser MARKDOWN = Parser.builder().build();

  /// A word that is an id or a hashtag. A tag has two characters at least and starts with no digit.
  private static final Pattern WORD =
      Pattern.compile(
          "(?<!\\S)(?:[@%&][A-Za-z0-9._+=/-]*[A-Za-z0-9_+=/-]"
              + "|#[^\\d\\s][^\\s,.()\\[\\]\"?!<>'`^]+)");

  private Mentions() {}

  /// The mentions of `markdown` in reading order, each once.
  public static List<Mention> of(String markdown) {
    Set<Mention> found = new LinkedHashSet<>();
    for (Node node : below(MARKDOWN.parse(markdown))) {
      switch (node) {
        case Link link -> target(link.getDestination(), label(link)).ifPresent(found::add);
        case Image image -> target(image.getDestination(), label(image)).ifPresent(found::add);
        case Text text -> found.addAll(words(text.getLiteral()));
        default -> {
          // structure only; code and HTML mention nothing
        }
      }
    }
    return List.copyOf(found);
  }

  private static Optional<Mention> target(String destination, String label) {
    if (destination.startsWith("#")) {
      return Optional.of(new Mention(destination, Optional.empty(), Map.of()));
    }
    String bare = label.startsWith("@") ? label.substring(1) : label;
    Optional<String> name = Optional.of(bare).filter(text -> !text.isEmpty());
    return RefLink.parse(destination).map(link -> new Mention(link.link(), name, link.query()));
  }

  private static List<Mention> words(String text) {
    List<Mention> found = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String link = word.group();
      if (link.startsWith("#") || RefLink.parse(link).isPresent()) {
        found.add(new Mention(link, Optional.empty(), Map.of()));
      }
    }
    return found;
  }

  /// The text of a link. Peers escape it as for HTML, and names are compared with theirs.
  private static String label(Node link) {
    StringBuilder label = new StringBuilder();
    for (Node node : below(link)) {
      switch (node) {
        case Text text -> label.append(escaped(text.getLiteral()));
        case Code code -> label.append(escaped(code.getLiteral()));
        case HtmlInline html -> label.append(html.getLiteral());
        case SoftLineBreak _ -> label.append('\n');
        default -> {
          // emphasis and the like: their text comes next
        }
      }
    }
    return label.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /// What stands below `root`, in reading order; the inside of a link belongs to the link.
  private static List<Node> below(Node root) {
    List<Node> nodes = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>(children(root));
    while (!open.isEmpty()) {
      Node node = open.pop();
      nodes.add(node);
      if (!(node instanceof Link || node instanceof Image)) {
        children(node).reversed().forEach(open::push);
      }
    }
    return nodes;
  }

  private static List<Node> children(Node parent) {
    return Stream.iterate(parent.getFirstChild(), Objects::nonNull, Node::getNext).toList();
  }
}
