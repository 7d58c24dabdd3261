package org.tidings.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.tidings.app.owner.Access;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.local.LogQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Tells stored messages, the newest arrival first.
@Command(
    name = "log",
    sortOptions = false,
    description = {
      "Tells stored messages, the newest first.",
      "Those of feeds you block are told only when asked for with --author."
    })
final class LogCommand implements Callable<Integer> {
  private final Common common;

  @Option(
      names = "--author",
      paramLabel = "ID|NAME",
      description = "only of this feed, or of whom is shown by this name")
  private Optional<Person> author = Optional.empty();

  @Option(names = "--type", paramLabel = "T", description = "only of this content type")
  private Optional<String> type = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Words.Count.class,
      description = "at most N")
  private long limit = Long.MAX_VALUE;

  LogCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    MessagePrinter printer = new MessagePrinter(common);
    try (Access access = common.accessToRead(false)) {
      access.node().log(query(access), printer);
      printer.sayIfNothing(
          limit,
          author.isPresent() || type.isPresent()
              ? "Nothing here fits that."
              : "No messages are here yet.");
      LeftOut.ofAnswer(access, common);
    }
    return Commands.DONE;
  }

  private LogQuery query(Access access) throws Exception {
    Optional<FeedId> feed =
        author.isPresent() ? Optional.of(author.get().in(access)) : Optional.empty();
    LogFilter filter = new LogFilter(feed, type, feed.isEmpty());
    return new LogQuery(filter, true, limit, common.wantsJson());
  }
}
