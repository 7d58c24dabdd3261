package org.tidings.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.feed.RestorationFault;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.blob.BlobRefused;
import org.tidings.feed.content.Post;
import org.tidings.feed.doctor.DamageMet;
import org.tidings.feed.log.GateState;
import org.tidings.feed.log.PublishingHeld;
import org.tidings.feed.log.StoringFault;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.told.Told;
import org.tidings.feed.told.Worded;
import org.tidings.feed.upkeep.Obstacle;
import org.tidings.replication.lan.LanFault;
import org.tidings.replication.local.FileFault;
import org.tidings.replication.local.LineFault;
import org.tidings.replication.peer.FeedFault;
import org.tidings.replication.pub.InviteFault;
import org.tidings.replication.room.RoomFault;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;

class EngineWordsTest {
  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  static Stream<Worded> all() {
    return Stream.<Worded[]>of(
            Failure.values(),
            GateState.Reason.values(),
            StoreException.Kind.values(),
            BlobRefused.Reason.values(),
            DamageMet.values(),
            Obstacle.values(),
            RestorationFault.values(),
            LanFault.values(),
            FeedFault.values(),
            InviteFault.values(),
            RoomFault.values(),
            StoringFault.values(),
            LineFault.values())
        .flatMap(Stream::of);
  }

  /// With up to three places.
  @ParameterizedTest
  @EnumSource(FileFault.class)
  void inEnglishFilesAreSpokenOfAsInTheEngine(FileFault fault) {
    Told filled = Told.of(fault, "here", "12", "3");
    assertThat(EngineWords.of(filled)).isEqualTo(filled.sentence());
  }

  /// Somebody who changes one of them is to change the other.
  @ParameterizedTest
  @MethodSource("all")
  void inEnglishTheyAreThoseOfTheEngine(Worded what) {
    Told filled = Told.of(what, "here", "there", "1");
    assertThat(EngineWords.of(filled)).isEqualTo(filled.sentence());
  }

  @Test
  void problemsAreToldInTheLanguageOfTheWindow() {
    Texts.speak(Language.GERMAN);
    assertThat(sentence(new PublishingHeld(GateState.Reason.KEY_IN_USE)))
        .startsWith("Dein Schlüssel wird woanders benutzt");
    assertThat(sentence(new StoreException(StoreException.Kind.DISK_FULL, "The disk is full.")))
        .startsWith("Die Platte ist voll");
    assertThat(sentence(new ConnectionFailedException(Failure.PORT_CLOSED)))
        .startsWith("Der Computer wurde erreicht");
    assertThat(sentence(new NoSuchFileException("/home/mara/secret")))
        .isEqualTo("Die Datei /home/mara/secret lässt sich nicht lesen oder schreiben.");
  }

  @Test
  void whatCannotBeSignedIsToldInTheLanguageOfTheWindow(@TempDir Path folder) {
    Texts.speak(Language.GERMAN);
    try (TempFeeds feeds = new TempFeeds(folder)) {
      String tooLong = "long ".repeat(2_000);
      assertThatThrownBy(() -> feeds.feeds().publisher().publish(Post.root(tooLong).toJson()))
          .satisfies(
              refused -> assertThat(sentence(refused)).startsWith("So lässt sich das nicht"));
    }
  }

  @Test
  void whatIsFilledInIsOfTheSameLanguage() {
    Texts.speak(Language.GERMAN);
    Told why = Told.of(RoomFault.NOT_REACHED_BECAUSE, Told.of(Failure.TIMEOUT));
    assertThat(EngineWords.of(why))
        .isEqualTo(
            "Der Raum wurde nicht erreicht: Die andere Seite hat nicht rechtzeitig geantwortet.");
  }

  @Test
  void whatNobodyHasWordsForIsShownAsItIs() {
    assertThat(sentence(new IOException("It broke."))).isEqualTo("It broke.");
  }

  private static String sentence(Throwable cause) {
    return Problem.of(cause).sentence();
  }
}
