package org.tidings.app.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidings.app.owner.Access;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Tells what a data folder holds and what its owner is doing.
@Command(
    name = "status",
    sortOptions = false,
    description = "Tells what is stored, whether publishing is open, and who is connected.")
final class StatusCommand implements Callable<Integer> {
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final Common common;

  @ArgGroup(exclusive = false)
  private @Nullable Wait wait;

  private static final class Wait {
    @Option(
        names = "--wait-messages",
        required = true,
        paramLabel = "N",
        converter = Words.Count.class,
        description = "wait until N messages are stored and tell when that was")
    private long messages;

    @Option(
        names = "--timeout",
        paramLabel = "S",
        converter = Words.Seconds.class,
        description = "wait no longer than S seconds")
    private Duration patience = FOR_EVER;
  }

  StatusCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    try (Access access = common.accessToRead(false)) {
      if (wait != null) {
        common.terminal().json(reached(access, wait));
      } else if (common.wantsJson()) {
        common.terminal().json(promised(access.node().status()));
      } else {
        say(access.node().status());
      }
    }
    return Commands.DONE;
  }

  private static JsonObject reached(Access access, Wait wait) throws Exception {
    return switch (access) {
      case Access.Attached attached ->
          attached.node().waitForMessages(wait.messages, wait.patience);
      case Access.Owned owned -> {
        double stored = owned.node().status().number("messages").orElseThrow();
        if (stored < wait.messages) {
          throw new Refused(
              "There are %.0f messages, and no Tidings runs here to fetch more.".formatted(stored));
        }
        yield owned.node().waitForMessages(wait.messages, wait.patience);
      }
    };
  }

  /// Scripts get these keys and no others.
  private static JsonObject promised(JsonObject status) {
    JsonObject.Builder promised = JsonObject.builder();
    for (String key : new String[] {"id", "address", "messages", "feeds", "publishing", "peers"}) {
      promised.put(key, status.get(key));
    }
    return promised.build();
  }

  private void say(JsonObject status) {
    Terminal terminal = common.terminal();
    terminal.say("You are " + status.string("id").orElseThrow());
    terminal.say(
        status
            .string("address")
            .map(address -> "Listening at " + address)
            .orElse("Not running; nobody can reach you now."));
    terminal.say(
        Amounts.counted(status.number("messages").orElseThrow(), "message")
            + " of "
            + Amounts.counted(status.number("feeds").orElseThrow(), "feed"));
    double waiting = status.number("waiting").orElse(0);
    if (waiting > 0) {
      terminal.say(
          Amounts.counted(waiting, "more message")
              + " can be read here, and count again once damaged ones before them have come.");
    }
    terminal.say(
        status
            .string("reason")
            .map(reason -> "Publishing is held: " + reason + ResumeCommand.advice(status))
            .orElse("Publishing is open."));
    status.string("damage").ifPresent(terminal::say);
    String building = UpkeepProgress.building(status);
    if (!building.isEmpty()) {
      terminal.say(building + ". Until then older messages may be missing in what is found.");
    }
    status
        .array("peers")
        .ifPresent(
            peers ->
                peers.items().stream()
                    .flatMap(peer -> peer.asObject().stream())
                    .forEach(this::sayPeer));
  }

  private void sayPeer(JsonObject peer) {
    String who = peer.string("id").or(() -> peer.string("address")).orElse("somebody");
    String why = peer.get("reason").flatMap(Json::asString).map(text -> ": " + text).orElse("");
    String where = why.isEmpty() ? "" : peer.string("address").map(at -> " at " + at).orElse("");
    common.terminal().say("  " + peer.string("state").orElse("") + "  " + who + where + why);
    peer.array("refused")
        .ifPresent(
            feeds ->
                feeds.items().stream()
                    .flatMap(feed -> feed.asObject().stream())
                    .forEach(this::sayRefused));
  }

  private void sayRefused(JsonObject feed) {
    common
        .terminal()
        .say(
            "    %s: %s"
                .formatted(feed.string("feed").orElse(""), feed.string("reason").orElse("")));
  }
}
