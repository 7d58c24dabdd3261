package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.RecoveryWords;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.log.GateState;
import org.tidings.feed.ref.FeedId;

class RestorationTest {
  private final KeyPair keys = SomeKeys.of("lena");
  @TempDir private Path folder;

  private Restoration restoration() {
    return restoration(keys -> false);
  }

  private Restoration restoration(Predicate<KeyPair> isRunning) {
    return new Restoration(
        folder.resolve("data").resolve("secret"), folder.resolve("home"), isRunning);
  }

  private Path fileOf(String name) throws Exception {
    Path file = folder.resolve(name);
    if (Files.notExists(file)) {
      SecretFile.create(file, SomeKeys.of(name));
    }
    return file;
  }

  @Test
  void whoeverWasBroughtWaitsBeforePosting() throws Exception {
    restoration()
        .fromWords(String.join(" ", new Identity(FeedId.of(keys.publicKey()), keys).words()));
    FeedsSettings settings = FeedsSettings.of(folder.resolve("data"), folder.resolve("state"));
    try (Feeds feeds = Feeds.open(settings, InstantSource.system(), new SecureRandom())) {
      assertThat(feeds.identity().keys().publicKey()).isEqualTo(keys.publicKey());
      assertThat(feeds.gate().state()).isNotInstanceOf(GateState.Open.class);
    }
  }

  @Test
  void thePeersOfTheOtherProgramComeAlongAndStayWhereTheyAre() throws Exception {
    Path theirs = Files.writeString(folder.resolve("conn.json"), "{}");
    restoration().fromFile(fileOf("lena"));
    assertThat(folder.resolve("data").resolve(Restoration.PEERS)).hasContent("{}");
    assertThat(theirs).exists();
  }

  @Test
  void whatAnotherProgramRunsWithIsNotBroughtUntilThatEnds() throws Exception {
    Path file = fileOf("lena");
    Restoration running = restoration(key -> key.publicKey().equals(keys.publicKey()));
    assertThatThrownBy(() -> running.fromFile(file))
        .isInstanceOf(RestorationException.class)
        .hasMessageContaining("is running with this key");
    String words = String.join(" ", RecoveryWords.of(keys));
    assertThatThrownBy(() -> running.fromWords(words)).isInstanceOf(RestorationException.class);
    assertThat(folder.resolve("data")).doesNotExist();

    running.fromFile(fileOf("other"));
    assertThat(folder.resolve("data").resolve("secret")).exists();
  }

  @Test
  void anIdentityThatIsThereIsNotReplaced() throws Exception {
    restoration().fromFile(fileOf("other"));
    Path mine = fileOf("lena");
    assertThatThrownBy(() -> restoration().fromFile(mine))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("already exists");
    restoration().fromFile(fileOf("other"));
  }
}
