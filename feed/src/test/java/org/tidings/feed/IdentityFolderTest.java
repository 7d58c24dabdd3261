package org.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SecretFileException;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.GateState;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

class IdentityFolderTest {

  @TempDir Path folder;

  private Path data() {
    return folder.resolve("data");
  }

  private Path secret() {
    return data().resolve(IdentityFolder.SECRET);
  }

  private void replaceSecret(String name) throws IOException, SecretFileException {
    Files.delete(secret());
    SecretFile.create(secret(), SomeKeys.of(name));
  }

  @Test
  void aNewFolderGetsAKeyAndKeepsIt() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      FeedId id = temp.feeds().identity().id();
      assertThat(secret()).exists();
      assertThat(temp.reopen().identity().id()).isEqualTo(id);
    }
  }

  @Test
  void theSecretOfSomebodyElseIsRefused() throws Exception {
    new TempFeeds(folder).close();
    replaceSecret("somebody else");
    assertThatThrownBy(() -> new TempFeeds(folder))
        .isInstanceOfSatisfying(
            StoreException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.WRONG_IDENTITY));
  }

  @Test
  void aMissingSecretIsNotReplacedWhenItHasPosted() throws PublishRefused, IOException {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.feeds().publisher().publish(Post.root("hello").toJson());
    }
    Files.delete(secret());
    assertThatThrownBy(() -> new TempFeeds(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("secret is missing");
    assertThat(secret()).doesNotExist();
  }

  @Test
  void aKeyThatWasNeverWrittenToDiskIsReplacedByANewOne() throws IOException {
    try (TempFeeds temp = new TempFeeds(folder)) {
      assertThat(temp.feeds().gate().state()).isEqualTo(new GateState.Open());
    }
    // As after a crash between the note in the database and the secret.
    Files.delete(secret());
    try (TempFeeds temp = new TempFeeds(folder)) {
      assertThat(temp.feeds().gate().state()).isEqualTo(new GateState.Open());
    }
  }

  @Test
  void anUnreadableSecretIsRefusedAndNothingIsMade() throws IOException {
    Files.createDirectories(data());
    Files.writeString(secret(), "{ half a ");
    assertThatThrownBy(() -> new TempFeeds(folder))
        .isInstanceOfSatisfying(
            StoreException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.WRONG_IDENTITY));
    assertThat(secret()).hasContent("{ half a ");
    try (var files = Files.list(data())) {
      assertThat(files).hasSize(1);
    }
  }

  /// The first letter of the secret half, which no other part of the file repeats.
  @Test
  void aSecretThatWasDamagedBetweenTwoStartsIsRefused() throws IOException {
    try (TempFeeds temp = new TempFeeds(folder)) {
      temp.reopen();
      temp.reopen();
    }
    String sound = Files.readString(secret());
    String mark = "\"private\": \"";
    int at = sound.indexOf(mark) + mark.length();
    char other = sound.charAt(at) == 'A' ? 'B' : 'A';
    Files.delete(secret());
    Files.writeString(secret(), sound.substring(0, at) + other + sound.substring(at + 1));
    assertThatThrownBy(() -> new TempFeeds(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("do not belong together");
  }

  @Test
  void theSecretNeverShowsInText() {
    try (TempFeeds temp = new TempFeeds(folder)) {
      Identity identity = temp.feeds().identity();
      assertThat(identity.toString()).isEqualTo(identity.id().toString());
    }
  }
}
