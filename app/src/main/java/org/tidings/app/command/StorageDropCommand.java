package org.tidings.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidings.app.folder.FolderException;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.local.LocalNode;
import org.tidings.replication.local.LocalStorage;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Drops what is stored of others.
@Command(
    name = "drop",
    sortOptions = false,
    description = {
      "Drops everything stored of a feed, or of all you block.",
      "Whole pages of the file go back to the disk by themselves; room between messages of others"
          + " does so by 'storage compact'.",
      "It may be interrupted: the rest is done when Tidings runs again."
    })
final class StorageDropCommand implements Callable<Integer> {
  /// Shares of the room.
  private static final double NEARLY_ALL = 0.95;

  private static final double NEARLY_NONE = 0.05;

  private final Common common;

  @ArgGroup(multiplicity = "1")
  private @Nullable Which which;

  @Option(names = "--yes", description = "do it; without, only what would be dropped is told")
  private boolean yes;

  private static final class Which {
    @Parameters(paramLabel = "ID|NAME", description = "the feed's id, or what it is called here")
    private String feed = "";

    @Option(names = "--blocked", description = "all you block")
    private boolean blocked;
  }

  StorageDropCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    Which wanted = Objects.requireNonNull(which);
    try (Access access = access()) {
      LocalStorage storage = access.node().storage();
      List<StoredFeed> feeds =
          wanted.blocked ? blocked(storage) : List.of(one(access.node(), wanted.feed.strip()));
      if (!yes && feeds.stream().allMatch(StoredFeed::isDropping)) {
        throw new Refused(
            "Still to be dropped: %s. That goes on whenever Tidings runs; to wait for it, add --yes."
                .formatted(what(feeds)));
      }
      if (!yes) {
        throw new Refused(
            "That would drop %s. %s%s To do it, add --yes."
                .formatted(what(feeds), outlook(storage, feeds), warning(feeds)));
      }
      double before = drop(storage, feeds);
      new UpkeepProgress(common)
          .watch(
              access,
              json(feeds),
              after ->
                  "Dropped %s. %s%s"
                      .formatted(what(feeds), room(feeds, before - after), warning(feeds)));
    }
    return Commands.DONE;
  }

  private Access access() throws FolderException, IOException, InterruptedException {
    return yes ? common.accessToBegun(new Reach.Offline(true)) : common.accessToRead(false);
  }

  /// Returns the bytes of the file before.
  private static double drop(LocalStorage storage, List<StoredFeed> feeds)
      throws IOException, InterruptedException {
    double before = 0;
    for (StoredFeed feed : feeds) {
      double file = storage.drop(feed.id()).number("file").orElse(0);
      before = Math.max(before, file);
    }
    return before;
  }

  /// What would become of the room.
  private static String outlook(LocalStorage storage, List<StoredFeed> feeds)
      throws IOException, InterruptedException {
    JsonObject told = storage.outlook(feeds.stream().map(StoredFeed::id).toList());
    double returned = told.number("returns").orElse(0);
    double share = returned / Math.max(1, bytes(feeds));
    if (share > NEARLY_ALL) {
      return "Nearly all of that goes back to the disk by itself.";
    }
    String most = "between messages of others, until 'storage compact' gives it to the disk.";
    return share < NEARLY_NONE
        ? "Nearly all of that room stays " + most
        : "About %s of that goes back to the disk by itself; the rest stays "
                .formatted(Amounts.bytes(returned))
            + most;
  }

  /// What became of the room, given the bytes that went back to the disk.
  private static String room(List<StoredFeed> feeds, double returned) {
    if (returned <= 0) {
      return "Nothing went back to the disk: "
          + Amounts.bytes(bytes(feeds))
          + " are free between messages of others, where 'storage' counts them with these, until"
          + " 'storage compact' gives them to the disk.";
    }
    return Amounts.bytes(returned)
        + (returned < bytes(feeds)
            ? " went back to the disk; what is free between messages of others does so by 'storage"
                + " compact'."
            : " went back to the disk.");
  }

  private static StoredFeed one(LocalNode node, String named)
      throws IOException, InterruptedException, Refused, WrongUsage {
    List<StoredFeed> found = StoredFeed.all(node.storage().feeds(named));
    if (found.size() > 1) {
      throw new Refused(
          "'%s' may be several: %s. Say the id of one."
              .formatted(
                  named,
                  found.stream()
                      .map(feed -> feed.id() + " " + feed.name())
                      .collect(Collectors.joining(", "))));
    }
    if (found.isEmpty() && node.people(named).items().isEmpty()) {
      throw Person.nobody(named);
    }
    if (found.isEmpty() || found.getFirst().messages() == 0) {
      throw new Refused("Nothing is stored of '%s'.".formatted(named));
    }
    if (found.getFirst().isOurs()) {
      throw new Refused(
          "That is your own feed. It is never dropped: others count on its being whole.");
    }
    return found.getFirst();
  }

  private static List<StoredFeed> blocked(LocalStorage storage)
      throws IOException, InterruptedException, Refused {
    List<StoredFeed> blocked = StoredFeed.all(storage.blocked());
    if (blocked.isEmpty()) {
      throw new Refused("Nothing is stored of anybody you block.");
    }
    return blocked;
  }

  /// Where something of them is gone already, that is no part of it.
  static String what(List<StoredFeed> feeds) {
    return "%s of %s (%s%s)"
        .formatted(
            Amounts.counted(messages(feeds), "message"),
            feeds.size() == 1 ? feeds.getFirst().name() : feeds.size() + " feeds",
            Amounts.bytes(bytes(feeds)),
            feeds.stream().anyMatch(StoredFeed::isDropping)
                ? ", what was left when this began"
                : "");
  }

  private static JsonObject.Builder json(List<StoredFeed> feeds) {
    return JsonObject.builder()
        .put("feeds", feeds.size())
        .put("messages", messages(feeds))
        .put("bytes", bytes(feeds));
  }

  private static double messages(List<StoredFeed> feeds) {
    return feeds.stream().mapToDouble(StoredFeed::messages).sum();
  }

  private static double bytes(List<StoredFeed> feeds) {
    return feeds.stream().mapToDouble(StoredFeed::bytes).sum();
  }

  /// Whom we block is never wanted.
  private static String warning(List<StoredFeed> feeds) {
    return feeds.stream().anyMatch(StoredFeed::isWanted)
        ? " You follow them, or somebody near you does: they are fetched again as soon as a peer"
            + " has them, unless you block them."
        : "";
  }
}
