package org.tidings.replication.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.transport.NetAddress;

/// Files as ssb-conn writes them, honest and not, into the peer book of a real data folder.
class ConnImportTest {
  private static final NetAddress PUB = address("pub.example", "pub");
  private static final NetAddress ROOM = address("room.example", "room");
  private static final NetAddress HEARSAY = address("said.example", "said");

  @TempDir private Path folder;
  private TempFeeds temp;
  private PeerBook book;

  @BeforeEach
  void open() {
    temp = new TempFeeds(folder);
    book = new PeerBook(temp.feeds().peerMemory());
  }

  @AfterEach
  void close() {
    temp.close();
  }

  @Test
  void whomTheOtherProgramCalledIsCalledAndWhomItOnlyHeardOfIsRemembered() throws Exception {
    ConnImport.Result result =
        run(
            entry(PUB, "'type':'pub','autoconnect':true,'birth':1580000000000,'failure':2"),
            entry(ROOM, "'type':'room','duration':{'mean':10}"),
            entry(HEARSAY, "'type':'pub','autoconnect':false"));
    assertThat(result.added()).hasSize(3);
    assertThat(result.refused()).isEmpty();
    assertThat(book.entries())
        .containsExactlyInAnyOrder(
            new PeerBook.Entry(PUB, PeerSession.Path.DIRECT, true, 2),
            new PeerBook.Entry(ROOM, PeerSession.Path.ROOM, true, 0),
            new PeerBook.Entry(HEARSAY, PeerSession.Path.ANNOUNCED, false, 0));
    assertThat(book.announced()).extracting(PeerBook.Entry::address).containsExactly(HEARSAY);
  }

  @Test
  void whoIsKnownStaysAsTheyAreAndASecondTimeNothingIsAdded() throws Exception {
    book.joined(PUB);
    assertThat(run(entry(PUB, "'autoconnect':false")).known()).isEqualTo(1);
    assertThat(book.entries())
        .containsExactly(new PeerBook.Entry(PUB, PeerSession.Path.DIRECT, true, 0));
  }

  @Test
  void whatIsNoPeerToCallIsLeftOutByItself() throws Exception {
    NetAddress nearby = new NetAddress("192.168.1.7", 8008, SomeKeys.of("near").publicKey());
    NetAddress here = address("127.0.0.1", "here");
    ConnImport.Result result =
        run(
            "'nonsense':{}",
            "'ws://example.com:8989~shs:AAAA':{}",
            entry(nearby, "'type':'lan'"),
            entry(here, "'type':'pub'"),
            "'" + address("odd.example", "odd") + "':17",
            entry(ROOM, "'key':'" + PUB.id() + "'"),
            entry(address("own.example", "mallory"), "'type':'pub'"),
            entry(PUB, "'failure':1e300"));
    assertThat(result.added())
        .extracting(entry -> entry.address().place())
        .containsExactlyInAnyOrder("odd.example", "pub.example");
    assertThat(result.refused())
        .isEqualTo(
            Map.of(
                "no address that can be called", 3,
                "only there for a while", 1,
                "another key than its address says", 1,
                "your own, or of somebody you block", 1));
  }

  @Test
  void onlySoManyAreTakenAndThoseThatAnsweredFirst() throws Exception {
    String[] all =
        IntStream.range(0, 300)
            .mapToObj(i -> entry(address("a" + i + ".example", "a" + i), "'failure':" + (300 - i)))
            .toArray(String[]::new);
    ConnImport.Result result = run(all);
    assertThat(result.added()).hasSize(100);
    assertThat(result.refused()).isEqualTo(Map.of("more than are taken at once", 200));
    assertThat(book.entries()).allMatch(entry -> entry.failures() <= 100);
  }

  @Test
  void whatIsNoListOfPeersIsSaidSo() throws Exception {
    for (String text : new String[] {"", "[]", "{\"a\":", "[".repeat(100_000)}) {
      Path file = Files.writeString(folder.resolve("conn.json"), text);
      assertThatThrownBy(() -> conn().run(file)).isInstanceOf(IOException.class);
    }
    Path huge = Files.write(folder.resolve("conn.json"), new byte[5 << 20]);
    assertThatThrownBy(() -> conn().run(huge)).hasMessageContaining("too large");
    assertThat(book.entries()).isEmpty();
  }

  private ConnImport conn() {
    return new ConnImport(book, FeedId.of(SomeKeys.of("mallory").publicKey())::equals);
  }

  private ConnImport.Result run(String... entries) throws IOException {
    String text = "{" + String.join(",", entries) + "}";
    return conn().run(Files.writeString(folder.resolve("conn.json"), text.replace('\'', '"')));
  }

  private static String entry(NetAddress address, String about) {
    return "'" + address + "':{" + about + "}";
  }

  private static NetAddress address(String host, String name) {
    return new NetAddress(host, 8008, SomeKeys.of(name).publicKey());
  }
}
