package org.tidings.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.owner.Start;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.RecoveryWords;
import org.tidings.crypto.key.SecretFile;
import org.tidings.feed.Bounds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.SsbUri;
import org.tidings.ui.Fx;
import org.tidings.ui.Person;
import org.tidings.ui.shell.TidingsWindow;

/// The whole program begins in an empty folder, with an identity that was elsewhere before.
@Tag("journey")
class RestoreJourneyTest {
  private DataFolder folder;
  private Session session;
  private TidingsWindow window;
  private Person person;

  @BeforeEach
  void openWindow(@TempDir Path temp) throws Exception {
    folder = DataFolder.at(temp.resolve("data"), temp.resolve("state"));
    Start.Reach.Peer here = new Start.Reach.Peer("127.0.0.1", 0, false, false);
    FolderLock lock = FolderLock.tryAcquire(folder).orElseThrow();
    session = new Session(folder, lock, new Start(NetworkKey.MAIN, here, Bounds.USUAL));
    Opening opening = session.opening(Optional.empty());
    Stage stage = Fx.get(Stage::new);
    window = Fx.get(() -> new TidingsWindow(stage, Castaway.environment(opening), () -> {}));
    person = new Person(stage);
    Fx.run(() -> window.open(() -> opening.content().start(link -> {})));
    person.reads("Welcome to Tidings");
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          person.stage().close();
          window.close();
        });
    session.close();
  }

  private void typeTheWords() {
    person.click("I already have an identity");
    person.reads("Bring your identity here");
    person.type(String.join(" ", RecoveryWords.of(SomeFeed.of("Lena").keys())));
    person.press(KeyCode.ENTER);
  }

  @Test
  void wordsBringItBackAndPostingWaits() throws Exception {
    typeTheWords();
    person.reads("This identity was used before: posting waits");
    assertThat(SecretFile.read(folder.secret()).publicKey())
        .isEqualTo(SomeFeed.of("Lena").keys().publicKey());
  }

  @Test
  void aLinkThatStartedTheProgramIsFollowedOnceThereIsAnIdentity() {
    String mara = SomeFeed.of("Mara").id().toString();
    Fx.run(() -> window.follow(SsbUri.of(SomeFeed.of("Mara").id()).toString()));
    typeTheWords();
    person.reads(mara.substring(0, 9));
    person.reads("Nothing from this person has arrived yet");
  }
}
