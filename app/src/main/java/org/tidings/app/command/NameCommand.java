package org.tidings.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What only we call others.
@Command(
    name = "name",
    sortOptions = false,
    description = {
      "Gives somebody a name of your own, shown before all others; nobody else learns of it.",
      "Without a name it tells the one you gave, and without an id all of them."
    })
final class NameCommand implements Callable<Integer> {
  private final Common common;

  @Parameters(
      index = "0",
      paramLabel = "ID|NAME",
      arity = "0..1",
      description = "who: a feed id, or a name as it is shown")
  private Optional<Person> person = Optional.empty();

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      arity = "0..1",
      description = "what you call them; an empty one takes the name away")
  private Optional<String> name = Optional.empty();

  NameCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    boolean isQuestion = person.isEmpty() || name.isEmpty();
    if (isQuestion) {
      try (Access access = common.accessToRead(false)) {
        Optional<FeedId> feed =
            person.isPresent() ? Optional.of(person.orElseThrow().in(access)) : Optional.empty();
        if (tell(feed, access) == 0 && !common.wantsJson()) {
          common.terminal().say("You gave no name.");
        }
      }
    } else {
      FeedId feed = person.orElseThrow().in(common);
      try (Access access = common.access(new Reach.Offline(false))) {
        access.node().name(feed, name.orElseThrow());
        tell(Optional.of(feed), access);
      }
    }
    return Commands.DONE;
  }

  /// Returns how many names there were to tell.
  private int tell(Optional<FeedId> feed, Access access) throws IOException, InterruptedException {
    List<JsonObject> names = asked(feed, access.node().petnames().items());
    names.forEach(
        each -> common.tell(each, "%s  %s".formatted(text(each, "id"), text(each, "name"))));
    return names.size();
  }

  private static List<JsonObject> asked(Optional<FeedId> feed, List<Json> names) {
    return names.stream()
        .flatMap(each -> each.asObject().stream())
        .filter(each -> feed.map(FeedId::toString).map(text(each, "id")::equals).orElse(true))
        .toList();
  }

  private static String text(JsonObject each, String key) {
    return each.string(key).orElseThrow();
  }
}
