package org.tidings.feed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SecretFile;
import org.tidings.feed.Corpus;
import org.tidings.feed.log.GateState;
import org.tidings.feed.ref.FeedId;

/// A program killed at any moment has lost nothing it had acknowledged, our own feed has not
/// forked, and its indexes are those a replay of the log would give.
class CrashTest {

  private static final FeedId OWNER =
      FeedId.parse(Corpus.expected().object("hops").orElseThrow().keys().getFirst()).orElseThrow();

  /// How many programs in a row open the same folder.
  private static final int LIVES = 10;

  private static final int MOST_LINES = 150;
  private static final int MOST_NANOS = 3_000_000;
  private static final int MOST_NANOS_OF_START = 300_000_000;

  @TempDir Path parent;

  @Test
  void twentyKillsWhilePublishingLoseNothing() throws Exception {
    killRepeatedly("publish", 20, 1);
  }

  @Test
  void twentyKillsWhileTakingInLoseNothing() throws Exception {
    killRepeatedly("ingest", 20, 2);
  }

  @Test
  @Tag("nightly")
  void aThousandKillsWhilePublishingLoseNothing() throws Exception {
    killRepeatedly("publish", 1_000, 3);
  }

  @Test
  @Tag("nightly")
  void aThousandKillsWhileTakingInLoseNothing() throws Exception {
    killRepeatedly("ingest", 1_000, 4);
  }

  private void killRepeatedly(String what, int times, long seed) throws Exception {
    System.out.printf("%d kills during %s, seed %d%n", times, what, seed);
    Random random = new Random(seed);
    Child next = Child.start(CrashingWriter.class);
    Path folder = parent;
    Acknowledged acknowledged = new Acknowledged();
    int messages = 0;
    for (int round = 0; round < times; round++) {
      if (round % LIVES == 0) {
        messages += acknowledged.own().size() + acknowledged.stored().size();
        acknowledged = new Acknowledged();
        folder = fresh(what, round);
      }
      try (Child program = next) {
        program.hear();
        program.tell(what + " " + random.nextLong() + " " + folder);
        next = Child.start(CrashingWriter.class);
        runAndKill(program, random, acknowledged);
      }
      Aftermath after = new Aftermath("%s, seed %d, round %d".formatted(what, seed, round), folder);
      GateState gate = after.assertSound(acknowledged).gate();
      if (what.equals("publish")) {
        assertThat(gate).as(after.when()).isEqualTo(new GateState.Open());
      }
    }
    next.close();
    messages += acknowledged.own().size() + acknowledged.stored().size();
    System.out.printf("%d messages were acknowledged, and none is missing%n", messages);
  }

  private Path fresh(String what, int round) throws Exception {
    Path folder = Files.createDirectory(parent.resolve(what + round));
    if (what.equals("ingest")) {
      Files.createDirectory(folder.resolve("data"));
      SecretFile.create(folder.resolve("data").resolve("secret"), Corpus.keys(OWNER));
      Files.write(folder.resolve("values"), values());
    }
    return folder;
  }

  private static byte[] values() {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (byte[] value : Corpus.values()) {
      lines.writeBytes(value);
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  /// One in four while it starts, the others a moment after some acknowledgement.
  private static void runAndKill(Child program, Random random, Acknowledged acknowledged)
      throws IOException {
    if (random.nextInt(4) == 0) {
      LockSupport.parkNanos(random.nextInt(MOST_NANOS_OF_START));
    } else {
      hear(program, random.nextInt(1, MOST_LINES), acknowledged);
      LockSupport.parkNanos(random.nextInt(MOST_NANOS));
    }
    program.kill();
    hear(program, Integer.MAX_VALUE, acknowledged);
  }

  private static void hear(Child program, int lines, Acknowledged acknowledged) throws IOException {
    Optional<String> line = program.hear();
    for (int i = 1; line.isPresent() && !line.get().equals("end"); i++) {
      acknowledged.hear(line.get());
      line = i < lines ? program.hear() : Optional.empty();
    }
  }
}
