package org.tidings.app.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Publishes a post, or any content.
@Command(
    name = "publish",
    sortOptions = false,
    description = "Publishes at once and for good; returns when it is on disk.")
final class PublishCommand implements Callable<Integer> {
  private final Common common;

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  private static final class What {
    @Parameters(paramLabel = "TEXT", description = "a post, in Markdown")
    private @Nullable String text;

    @Option(
        names = "--content",
        paramLabel = "JSON",
        description = "the content of any message: an object with a type; for its recps alone")
    private @Nullable String content;
  }

  PublishCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    JsonObject content = content();
    new Posting(common).publish(me -> content);
    return Commands.DONE;
  }

  private JsonObject content() throws WrongUsage {
    if (what.text != null) {
      if (isContent(what.text)) {
        throw new WrongUsage(
            "That is the content of a message and no text; it is published with --content.");
      }
      return post(what.text).toJson();
    }
    try {
      return Json.parse(Objects.requireNonNull(what.content))
          .asObject()
          .orElseThrow(() -> new WrongUsage("The content is not a JSON object."));
    } catch (JsonException e) {
      throw new WrongUsage("The content cannot be read: " + e.getMessage() + ".");
    }
  }

  /// What is posted cannot be taken back: this is asked of whoever leaves an option out.
  private static boolean isContent(String text) {
    try {
      return Json.parse(text).asObject().flatMap(content -> content.string("type")).isPresent();
    } catch (JsonException words) {
      return false;
    }
  }

  /// A post of that text, which says something. To other commands a dash is whatever is piped to
  /// them: it is no post that stays for good.
  static Post post(String text) throws WrongUsage {
    if (text.isBlank()) {
      throw new WrongUsage("The post is empty.");
    }
    if (text.equals("-")) {
      throw new WrongUsage("The text itself is given, in quotes; none is read from a pipe.");
    }
    return Post.root(text);
  }
}
