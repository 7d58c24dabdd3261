package org.tidings.app.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.content.Recipients;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Publishes a post that only some can read.
@Command(
    name = "private",
    sortOptions = false,
    description = "Publishes a post that only those named with --to, and you, can read.")
final class PrivateCommand implements Callable<Integer> {
  private final Common common;

  @Option(
      names = "--to",
      paramLabel = "ID|NAME",
      required = true,
      description = "a reader: a feed id, or a name as it is shown")
  private List<Person> readers = List.of();

  @Parameters(paramLabel = "TEXT", description = "the post, in Markdown")
  private String text = "";

  PrivateCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    JsonObject post = PublishCommand.post(text).toJson();
    Set<FeedId> all = new LinkedHashSet<>();
    for (Person reader : readers) {
      all.add(reader.in(common));
    }
    try (Access access = common.access(new Reach.Offline(false))) {
      all.add(access.id());
      new Posting(common)
          .tell(
              Posting.published(
                  access,
                  () -> access.node().publishPrivate(Recipients.put(post, all), List.copyOf(all))));
    }
    return Commands.DONE;
  }
}
