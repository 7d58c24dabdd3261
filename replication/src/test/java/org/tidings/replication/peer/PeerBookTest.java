package org.tidings.replication.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Feeds;
import org.tidings.feed.FeedsSettings;
import org.tidings.feed.SomeFeed;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.TunnelAddress;

/// The peer book in a real data folder.
class PeerBookTest {
  private static final PeerAddress BOB =
      new NetAddress("example.com", 8008, SomeKeys.of("bob").publicKey());
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;
  private Feeds feeds;
  private PeerBook book;

  @BeforeEach
  void open() {
    feeds =
        Feeds.open(
            FeedsSettings.of(folder.resolve("data"), folder.resolve("state")),
            InstantSource.fixed(NOW),
            new SecureRandom());
    book = new PeerBook(feeds.peerMemory());
  }

  @AfterEach
  void close() {
    feeds.close();
  }

  @Test
  void whoAnsweredIsRememberedOverRestarts() {
    book.succeeded(BOB, PeerSession.Path.DIRECT, NOW);
    close();
    open();
    assertThat(book.entries())
        .containsExactly(new PeerBook.Entry(BOB, PeerSession.Path.DIRECT, true, 0));
  }

  @Test
  void whoNeverAnsweredIsNot() {
    book.failed(BOB);
    assertThat(book.entries()).isEmpty();
  }

  @Test
  void failuresAreCountedUntilTheNextAnswer() {
    book.succeeded(BOB, PeerSession.Path.DIRECT, NOW);
    book.failed(BOB);
    book.failed(BOB);
    assertThat(book.entries()).extracting(PeerBook.Entry::failures).containsExactly(2);
    book.succeeded(BOB, PeerSession.Path.DIRECT, NOW);
    assertThat(book.entries()).extracting(PeerBook.Entry::failures).containsExactly(0);
  }

  @Test
  void peersOfTheLocalNetworkWaitForTheirAnnouncement() {
    book.succeeded(BOB, PeerSession.Path.LAN, NOW);
    assertThat(book.entries())
        .containsExactly(new PeerBook.Entry(BOB, PeerSession.Path.LAN, false, 0));
  }

  @Test
  void aRoomIsKnownAsOneOverRestarts() {
    book.succeeded(BOB, PeerSession.Path.DIRECT, NOW);
    book.foundRoom(BOB);
    book.succeeded(BOB, PeerSession.Path.DIRECT, NOW);
    assertThat(book.entries())
        .containsExactly(new PeerBook.Entry(BOB, PeerSession.Path.ROOM, true, 0));
  }

  @Test
  void aRoomThatOthersSpeakOfIsNotCalledUntilItIsChosen() {
    book.announced(BOB);
    book.foundRoom(BOB);
    assertThat(book.entries()).extracting(PeerBook.Entry::autoconnect).containsExactly(false);
    book.joinedRoom(BOB);
    assertThat(book.entries())
        .containsExactly(new PeerBook.Entry(BOB, PeerSession.Path.ROOM, true, 0));
  }

  @Test
  void whatOthersSpeakOfIsChosenByWhoeverCallsIt() {
    book.announced(BOB);
    book.succeeded(BOB, PeerSession.Path.ANNOUNCED, NOW);
    assertThat(book.entries())
        .containsExactly(new PeerBook.Entry(BOB, PeerSession.Path.ANNOUNCED, false, 0));
    book.succeeded(BOB, PeerSession.Path.DIRECT, NOW);
    assertThat(book.entries())
        .containsExactly(new PeerBook.Entry(BOB, PeerSession.Path.DIRECT, true, 0));
  }

  @Test
  void whereAllPlacesAreTakenWhoeverDoesNotAnswerGivesWay() {
    for (int i = 0; i < 50; i++) {
      book.announced(new NetAddress("pub" + i + ".example", 8008, BOB.key()));
    }
    book.announced(BOB);
    assertThat(book.entries()).hasSize(50).extracting(PeerBook.Entry::address).doesNotContain(BOB);
    PeerAddress dead = book.entries().get(7).address();
    for (int i = 0; i < 3; i++) {
      book.failed(dead);
    }

    book.announced(BOB);

    assertThat(book.entries())
        .hasSize(50)
        .extracting(PeerBook.Entry::address)
        .contains(BOB)
        .doesNotContain(dead);
  }

  @Test
  void aDeviceBesideUsWaitsForItsAnnouncementAndOneElsewhereDoesNot() {
    NetAddress near = new NetAddress("192.168.1.7", 8008, BOB.key());
    NetAddress far = new NetAddress("bob.example", 8008, BOB.key());
    book.paired(near);
    book.paired(far);
    assertThat(book.entries())
        .containsExactlyInAnyOrder(
            new PeerBook.Entry(near, PeerSession.Path.LAN, false, 0),
            new PeerBook.Entry(far, PeerSession.Path.DIRECT, true, 0));
  }

  @Test
  void anAddressThatAPersonGaveIsCalledThoughItIsNear() {
    NetAddress near = new NetAddress("192.168.1.7", 8008, BOB.key());
    book.succeeded(near, PeerSession.Path.DIRECT, NOW);
    book.paired(near);
    assertThat(book.entries())
        .containsExactly(new PeerBook.Entry(near, PeerSession.Path.DIRECT, true, 0));
  }

  @Test
  void waysThroughARoomAreNotKept() {
    TunnelAddress way = TunnelAddress.through(BOB.id(), SomeFeed.of("carol").id());
    book.succeeded(way, PeerSession.Path.TUNNEL, NOW);
    assertThat(book.entries()).isEmpty();
  }

  @Test
  void whatIsStruckOutIsGone() {
    book.succeeded(BOB, PeerSession.Path.DIRECT, NOW);
    book.forget(BOB);
    assertThat(book.entries()).isEmpty();
  }
}
