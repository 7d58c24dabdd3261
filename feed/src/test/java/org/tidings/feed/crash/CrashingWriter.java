package org.tidings.feed.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.tidings.feed.ClosedFeeds;
import org.tidings.feed.Feeds;
import org.tidings.feed.FeedsSettings;
import org.tidings.feed.log.PublishRefused;

/// The program that [Kills] and [CutOffTest] kill. Waits for a line that says what to do, so that
/// it can be started ahead of time, and does that until it is killed:
///
/// ```
/// publish 7 /folder       publishes from two threads and lets out what it published
/// ingest 7 /folder        takes in /folder/values, line by line, in bursts, while indexes are
/// built again
/// cut 0 /folder           cuts off the tail of our own feed that cannot be read back
/// outbox 7 /folder        sends from the outbox
/// drop 7 /folder          drops feeds of which /folder/others has the values, and takes them in
/// again
/// mend 7 /folder          damages messages of theirs and takes them in again
/// ```
///
/// The number is a seed.
final class CrashingWriter {

  private static final int[] BURSTS = {1, 7, 60, 400};

  /// What may have been on its way when the program before was killed.
  private static final int AGAIN = 500;

  private CrashingWriter() {}

  /// Runs until killed.
  public static void main(String[] arguments) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    String line = in.readLine();
    if (line == null) {
      return;
    }
    String[] words = line.split(" ", 3);
    Random random = new Random(Long.parseLong(words[1]));
    Path folder = Path.of(words[2]);
    switch (words[0]) {
      case "publish" -> publish(folder);
      case "cut" -> cutOff(folder);
      case "ingest" -> takeIn(folder, random);
      case "outbox" -> new Sending(open(folder), System.out::println, random).forEver();
      default -> {
        List<byte[]> others = ValueFile.read(folder.resolve("others"));
        new Chores(open(folder), System.out::println, random).forEver(words[0], others);
      }
    }
  }

  static Feeds open(Path folder) {
    return Feeds.open(settings(folder), InstantSource.system(), new SecureRandom());
  }

  static ClosedFeeds closed(Path folder) {
    return new ClosedFeeds(settings(folder), InstantSource.system(), new SecureRandom());
  }

  private static FeedsSettings settings(Path folder) {
    return FeedsSettings.of(folder.resolve("data"), folder.resolve("state"));
  }

  private static void cutOff(Path folder) {
    Feeds feeds = open(folder);
    System.out.println("open");
    System.out.println(feeds.gate().cutOffTail());
  }

  private static void publish(Path folder) {
    Acts acts = new Acts(open(folder), System.out::println);
    acts.letOut();
    for (int i = 0; i < 2; i++) {
      Thread.ofPlatform().start(() -> publishOn(acts));
    }
  }

  private static void publishOn(Acts acts) {
    try {
      for (int turn = 0; ; turn++) {
        acts.publish(turn);
      }
    } catch (PublishRefused refused) {
      System.out.println("refused " + refused.getMessage());
    }
  }

  private static void takeIn(Path folder, Random random) throws IOException, InterruptedException {
    List<byte[]> values = ValueFile.read(folder.resolve("values"));
    Feeds feeds = open(folder);
    Acts acts = new Acts(feeds, System.out::println);
    if (random.nextBoolean()) {
      feeds.rebuildIndexes();
    }
    int at = Math.max(0, (int) feeds.log().count() - AGAIN);
    while (at < values.size()) {
      int end = Math.min(values.size(), at + BURSTS[random.nextInt(BURSTS.length)]);
      acts.takeIn(values.subList(at, end));
      at = end;
    }
    System.out.println("end");
  }
}
