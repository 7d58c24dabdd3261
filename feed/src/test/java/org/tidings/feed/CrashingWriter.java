package org.tidings.feed;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.Origin;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.Verdict;

/// The program [CrashTest] kills: publishes, takes in the small corpus and builds every index
/// again, all at the same time, and prints the id of each message once it is told that the message
/// is stored.
final class CrashingWriter {

  private CrashingWriter() {}

  /// Runs until killed.
  ///
  /// @param arguments the parent of the data folder
  public static void main(String[] arguments) throws InterruptedException {
    Path parent = Path.of(arguments[0]);
    FeedsSettings settings = FeedsSettings.of(parent.resolve("data"), parent.resolve("state"));
    Feeds feeds = Feeds.open(settings, InstantSource.system(), new SecureRandom());
    System.out.println("open");
    Thread.ofPlatform().start(() -> publish(feeds));
    List<byte[]> corpus = Corpus.values();
    while (true) {
      feeds.rebuildIndexes();
      for (byte[] value : corpus) {
        feeds.ingest().offer(value, new Origin.Import(), CrashingWriter::tell);
      }
    }
  }

  private static void publish(Feeds feeds) {
    try {
      while (true) {
        JsonObject content =
            JsonObject.builder().put("type", "post").put("text", "still here").build();
        System.out.println(feeds.publisher().publish(content).id());
      }
    } catch (PublishRefused refused) {
      System.out.println("refused " + refused.getMessage());
    }
  }

  private static void tell(Verdict verdict) {
    if (verdict instanceof Verdict.Accepted(Message message)) {
      System.out.println(message.id());
    }
  }
}
