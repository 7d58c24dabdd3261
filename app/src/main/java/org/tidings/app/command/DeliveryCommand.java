package org.tidings.app.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tidings.app.owner.Access;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.MessageId;
import org.tidings.replication.local.DeliveryQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells which of those we follow are known to hold our posts.
@Command(
    name = "delivery",
    sortOptions = false,
    description = "Tells who is known to hold what you posted, and when it last left.")
final class DeliveryCommand implements Callable<Integer> {
  private final Common common;

  @Parameters(
      paramLabel = "MSG",
      arity = "0..1",
      description = "one message of yours (default: the newest)")
  private Optional<MessageId> message = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Words.Count.class,
      description = "at most N (default: 10)")
  private long limit = 10;

  private boolean hasTold;

  DeliveryCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    DeliveryQuery query = new DeliveryQuery(message, (int) Math.min(limit, DeliveryQuery.MOST));
    try (Access access = common.accessToRead(false)) {
      access.node().deliveries(query, this::tell);
    }
    if (!hasTold && !common.wantsJson()) {
      common
          .terminal()
          .say(limit == 0 ? "With --limit 0 nothing is told." : "You have posted nothing yet.");
    }
    return Commands.DONE;
  }

  private void tell(byte[] delivery) {
    hasTold = true;
    if (common.wantsJson()) {
      common.terminal().line(delivery);
    } else {
      say(parse(delivery));
    }
  }

  private void say(JsonObject delivery) {
    Terminal terminal = common.terminal();
    terminal.say("%s  %s".formatted(delivery.string("key").orElse(""), type(delivery)));
    terminal.say("  " + String.join("; ", copies(delivery)));
  }

  /// What only its readers can open says of no type, and what is damaged says nothing.
  private static String type(JsonObject delivery) {
    return delivery.string("type").map(type -> type.isEmpty() ? "private" : type).orElse("damaged");
  }

  private static List<String> copies(JsonObject delivery) {
    List<String> copies = new ArrayList<>();
    copies.add("held by %d you follow".formatted(count(delivery, "holders")));
    int sentTo = count(delivery, "sentTo");
    if (sentTo > 0) {
      copies.add(
          "sent to %d you follow, who %s not said yet that they hold it"
              .formatted(sentTo, sentTo == 1 ? "has" : "have"));
    }
    double others = delivery.number("others").orElse(0);
    if (others > 0) {
      copies.add("held by, or sent to, %.0f you do not follow".formatted(others));
    }
    copies.add(lastLeft(delivery));
    return copies;
  }

  private static String lastLeft(JsonObject delivery) {
    return delivery.number("lastLeftMs").stream()
        .mapToObj(at -> "last sent " + MessagePrinter.time(Instant.ofEpochMilli((long) at)))
        .findFirst()
        .orElse(hasLeft(delivery) ? "not known when it was sent" : "never sent");
  }

  private static boolean hasLeft(JsonObject delivery) {
    return count(delivery, "holders") + count(delivery, "sentTo") > 0
        || delivery.number("others").orElse(0) > 0;
  }

  private static int count(JsonObject delivery, String list) {
    return delivery.array(list).map(JsonArray::items).map(List::size).orElse(0);
  }

  private static JsonObject parse(byte[] delivery) {
    try {
      return Json.parse(delivery).asObject().orElse(JsonObject.of());
    } catch (JsonException e) {
      return JsonObject.of();
    }
  }
}
