package org.tidings.app.command;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.content.Contact;
import org.tidings.feed.ref.FeedId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Says from now on how we stand to another feed.
@Command(description = "Says for all to see how you stand to another feed from now on.")
final class ContactCommand implements Callable<Integer> {
  private final Common common;
  private final Function<FeedId, Contact> stance;

  @Parameters(paramLabel = "ID", description = "their feed id")
  private @Nullable FeedId feed;

  ContactCommand(Common common, Function<FeedId, Contact> stance) {
    this.common = common;
    this.stance = stance;
  }

  @Override
  public Integer call() throws Exception {
    FeedId other = Objects.requireNonNull(feed);
    try (Access access = common.access(new Reach.Offline(false))) {
      if (access.node().status().string("id").equals(Optional.of(other.toString()))) {
        throw new Refused("That is you.");
      }
      Posted.tell(common, access.node().publish(stance.apply(other).toJson()));
    }
    return Commands.DONE;
  }
}
