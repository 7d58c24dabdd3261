package org.tidings.feed.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tidings.feed.Feeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.doctor.Depth;
import org.tidings.feed.doctor.Progress;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Head;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

/// A program whose disk fails, or is logged. Takes one [Order] from each line, opens the store,
/// does its task, closes the store, and tells how many calls to the disk that took. Whatever the
/// disk does, what the store says meanwhile has to be right: a line that begins with `wrong` says
/// that it was not.
final class FaultyWriter {

  private static final int FRIENDS = 3;
  private static final int[][] BURSTS = {{0, 1}, {1, 30}, {30, 600}};
  private static final List<byte[]> OTHERS = others();

  private final FaultyDisk disk;
  private final Acknowledged acknowledged = new Acknowledged();

  private FaultyWriter(FaultyDisk disk) {
    this.disk = disk;
  }

  /// Runs until there are no more orders.
  ///
  /// @param arguments the shim that was preloaded
  public static void main(String[] arguments) throws IOException, InterruptedException {
    FaultyDisk disk = new FaultyDisk(Path.of(arguments[0]));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Order order = Order.parse(line);
      disk.begin(order.folder(), order);
      new FaultyWriter(disk).run(order);
      System.out.println("ended " + disk.end());
    }
  }

  private static List<byte[]> others() {
    List<SomeFeed> friends =
        IntStream.range(0, FRIENDS).mapToObj(i -> SomeFeed.of("friend " + i)).toList();
    Message last = friends.getFirst().post("first");
    for (int i = 1; i < BURSTS[2][1]; i++) {
      SomeFeed friend = friends.get(i % FRIENDS);
      last =
          switch (i % 4) {
            case 0 -> friend.post("post number " + i);
            case 1 -> friend.reply("answer", last.id(), last.id());
            case 2 -> friend.vote(last.id(), 1);
            default -> friend.follow(friends.get((i + 1) % FRIENDS).id());
          };
    }
    return friends.stream().flatMap(friend -> friend.values().stream()).toList();
  }

  private void tell(String line) {
    disk.note(line);
    synchronized (acknowledged) {
      acknowledged.hear(line);
    }
    System.out.println(line);
  }

  private void run(Order order) throws InterruptedException {
    switch (order.task()) {
      case "repair" -> repair(order);
      case "rows" -> new Rows(order.folder(), this::tell).write();
      default -> withFeeds(order);
    }
  }

  private void withFeeds(Order order) throws InterruptedException {
    try (Feeds feeds = CrashingWriter.open(order.folder())) {
      Acts acts = new Acts(feeds, this::tell);
      acts.letOut();
      switch (order.task()) {
        case "publish" -> publish(feeds, acts);
        case "ingest" -> takeIn(feeds, acts);
        default -> {
          publish(feeds, acts);
          takeIn(feeds, acts);
          publish(feeds, acts);
        }
      }
    } catch (StoreException failure) {
      System.out.println("stopped: " + failure.sentence());
    }
  }

  private static void repair(Order order) {
    try {
      CrashingWriter.closed(order.folder()).repair(Depth.MESSAGES, Progress.IGNORED);
    } catch (StoreException failure) {
      System.out.println("stopped: " + failure.sentence());
    }
  }

  private void publish(Feeds feeds, Acts acts) {
    FeedId self = feeds.identity().id();
    Optional<Head> end = feeds.log().head(self);
    boolean follows = follows(feeds);
    for (int turn = 0; turn < 5; turn++) {
      try {
        Message message = acts.publish(turn);
        end = Optional.of(message.asHead());
        follows |= turn == 3;
      } catch (StoreException failure) {
        tell(failure.kind() == Kind.UNCERTAIN ? "uncertain" : "failed");
      } catch (PublishRefused held) {
        claim("that publishing is held", false);
      }
      claim("the end of our feed", feeds.log().head(self).equals(end));
    }
    claim("whom we follow", follows == follows(feeds));
  }

  private static boolean follows(Feeds feeds) {
    return feeds.graph().relationship(Acts.somebody(3)).following();
  }

  private void takeIn(Feeds feeds, Acts acts) throws InterruptedException {
    for (int[] burst : BURSTS) {
      acts.takeIn(OTHERS.subList(burst[0], burst[1]));
      tell("durable");
    }
    synchronized (acknowledged) {
      claim(
          "what is stored",
          acknowledged.stored().stream().allMatch(id -> feeds.log().get(id).isPresent()));
    }
  }

  private static void claim(String what, boolean isRight) {
    if (!isRight) {
      System.out.println("wrong: " + what);
    }
  }
}
