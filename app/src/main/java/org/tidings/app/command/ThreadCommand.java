package org.tidings.app.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidings.app.owner.Access;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.local.ThreadQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Tells the thread a message belongs to, each reply after what it answers.
@Command(
    name = "thread",
    description = "Tells the thread of a message, each reply after what it answers.")
final class ThreadCommand implements Callable<Integer> {
  private final Common common;

  @Parameters(paramLabel = "MSG", description = "the id of any message of the thread")
  private @Nullable MessageId message;

  ThreadCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    ThreadQuery query = new ThreadQuery(Objects.requireNonNull(message), common.wantsJson());
    try (Access access = common.accessToRead(false)) {
      access.node().thread(query, new MessagePrinter(common));
      LeftOut.ofAnswer(access, common);
    }
    return Commands.DONE;
  }
}
