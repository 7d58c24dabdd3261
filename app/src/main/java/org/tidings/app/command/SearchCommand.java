package org.tidings.app.command;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidings.app.owner.Access;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.search.Search;
import org.tidings.feed.search.SearchQuery;
import org.tidings.replication.local.FindQuery;
import org.tidings.replication.local.Refusals;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Finds posts by their words, best first.
@Command(
    name = "search",
    sortOptions = false,
    description = {
      "Finds posts by their words, best first.",
      "Words may be \"exact phrases\", beginnings* and -unwanted.",
      "Narrow it down by from:NAME, in:#CHANNEL, in:private, since:2024-05-01 and",
      "until:2025 (to its end)."
    })
final class SearchCommand implements Callable<Integer> {
  private static final String OPEN =
      " A quotation mark is not closed: all behind it was looked for as one phrase.";

  private final Common common;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "WORDS", arity = "1..*", description = "what to look for")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Words.Count.class,
      description = "at most N (50 if not given)")
  private long limit = 50;

  private SearchCommand(Common common) {
    this.common = common;
  }

  /// Takes words that begin with one minus for what they are.
  static CommandLine of(Common common) {
    return new CommandLine(new SearchCommand(common))
        .setPosixClusteredShortOptionsAllowed(false)
        .setUnmatchedOptionsArePositionalParams(true);
  }

  @Override
  public Integer call() throws Exception {
    refuseUnknownOptions();
    String typed = String.join(" ", words);
    check(typed);
    FindQuery query = new FindQuery(typed, ZoneId.systemDefault(), limit, common.wantsJson());
    MessagePrinter printer = new MessagePrinter(common);
    try (Access access = common.accessToRead(false)) {
      access.node().search(query, printer);
      printer.sayIfNothing(limit, "Nothing found." + (isOpen(typed) ? OPEN : ""));
      JsonObject status = access.node().status();
      sayIfBehind(status);
      LeftOut.ofAnswer(access, common, status);
    }
    return Commands.DONE;
  }

  /// What is found is not all that there is until that is built by which it is found.
  private void sayIfBehind(JsonObject status) {
    String building = UpkeepProgress.lacking(status, Search.FOUND_BY);
    if (!building.isEmpty()) {
      common
          .terminal()
          .refuse(
              "Older posts may be missing. %s; that goes on while Tidings runs."
                  .formatted(building));
    }
  }

  /// What cannot be understood whatever is stored.
  private static void check(String typed) throws WrongUsage {
    SearchQuery query = SearchQuery.parse(typed);
    if (query.unclear().isPresent()) {
      throw new WrongUsage(Refusals.sentence(query.unclear().get()));
    }
    if (query.isEmpty()) {
      throw new WrongUsage("There is no word in '" + typed + "' to look for.");
    }
  }

  /// Whether the last quotation mark has no other to close it.
  private static boolean isOpen(String typed) {
    return typed.chars().filter(c -> c == '"').count() % 2 == 1;
  }

  /// What stands behind `--` is no option.
  private void refuseUnknownOptions() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    List<String> all = line.getParseResult().originalArgs();
    int end = all.indexOf("--");
    int meant = end < 0 ? 0 : all.size() - end - 1;
    for (String word : words.subList(0, Math.max(0, words.size() - meant))) {
      if (word.startsWith("--")) {
        throw new ParameterException(
            line,
            "Unknown option: '%s'. To look for a word that begins so, write -- before it."
                .formatted(word));
      }
    }
  }
}
