package org.tidings.app.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidings.feed.content.Contact;
import org.tidings.feed.ref.FeedId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/// Says from now on how we stand to another feed.
@Command
final class ContactCommand implements Callable<Integer> {
  private final Common common;
  private final Function<FeedId, Contact> stance;
  private final String afterwards;

  @Parameters(paramLabel = "ID|NAME", description = "who: a feed id, or a name as it is shown")
  private @Nullable Person person;

  private ContactCommand(Common common, Function<FeedId, Contact> stance, String afterwards) {
    this.common = common;
    this.stance = stance;
    this.afterwards = afterwards;
  }

  /// The command that takes this stance.
  ///
  /// @param help what it does, in a sentence
  /// @param afterwards what else people should know once it is done; may be empty
  static CommandSpec of(
      Common common, Function<FeedId, Contact> stance, String help, String afterwards) {
    CommandSpec spec =
        CommandSpec.forAnnotatedObject(new ContactCommand(common, stance, afterwards));
    spec.usageMessage().description(help);
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    Person named = Objects.requireNonNull(person);
    FeedId other = named.in(common);
    new Posting(common)
        .publish(
            me -> {
              if (me.equals(other)) {
                throw new Refused("That is you.");
              }
              return stance.apply(other).toJson();
            });
    if (!common.wantsJson()) {
      if (named.id().isEmpty()) {
        common.terminal().say("'%s' is %s".formatted(named.word(), other));
      }
      if (!afterwards.isEmpty()) {
        common.terminal().say(afterwards);
      }
    }
    return Commands.DONE;
  }
}
