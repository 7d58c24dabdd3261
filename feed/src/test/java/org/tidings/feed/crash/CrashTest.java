package org.tidings.feed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final int MOST_LINES = 150;
  private static final int MOST_NANOS = 3_000_000;

  @TempDir Path parent;

  @Test
  void twentyKillsWhilePublishingLoseNothing() throws Exception {
    kill("publish").repeat(20, 1, new Publishing());
  }

  @Test
  void twentyKillsWhileTakingInLoseNothing() throws Exception {
    kill("ingest").repeat(20, 2, new TakingIn());
  }

  @Test
  void tenKillsWhileSendingFromTheOutboxSendNothingTwice() throws Exception {
    kill("outbox").repeat(10, 5, new Sending());
  }

  @Test
  @Tag("nightly")
  void aThousandKillsWhilePublishingLoseNothing() throws Exception {
    kill("publish").repeat(1_000, 3, new Publishing());
  }

  @Test
  @Tag("nightly")
  void aThousandKillsWhileTakingInLoseNothing() throws Exception {
    kill("ingest").repeat(1_000, 4, new TakingIn());
  }

  @Test
  @Tag("nightly")
  void aThousandKillsWhileSendingFromTheOutboxSendNothingTwice() throws Exception {
    kill("outbox").repeat(1_000, 6, new Sending());
  }

  private Kills kill(String task) {
    return new Kills(task, parent, line -> true, MOST_LINES, MOST_NANOS);
  }

  private static class Publishing implements Kills.Store {

    @Override
    public void fill(Path folder) {
      // A new identity, made by the first program.
    }

    @Override
    public void check(Aftermath after, Acknowledged acknowledged) throws Exception {
      GateState gate = after.assertSound(acknowledged).gate();
      assertThat(gate).as(after.when()).isEqualTo(new GateState.Open());
    }
  }

  private static final class Sending extends Publishing {

    @Override
    public void check(Aftermath after, Acknowledged acknowledged) throws Exception {
      super.check(after, acknowledged);
      after.assertSentOnce(acknowledged.queued());
    }
  }

  private static final class TakingIn implements Kills.Store {

    @Override
    public void fill(Path folder) throws Exception {
      Files.createDirectory(folder.resolve("data"));
      SecretFile.create(folder.resolve("data").resolve("secret"), Corpus.keys(OWNER));
      ValueFile.write(folder.resolve("values"), Corpus.values());
    }

    @Override
    public void check(Aftermath after, Acknowledged acknowledged) {
      after.assertSound(acknowledged);
    }
  }
}
