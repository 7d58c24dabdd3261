package org.tidings.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.room.FakeRoom;
import org.tidings.ui.peers.PeerRow.Standing;
import org.tidings.ui.peers.RoomDetails.Attendant;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class RoomReaderTest {
  private static final int MANY = RoomDetails.MOST + 30;

  @Test
  void ofAFullRoomThoseWeFollowAreListedWhoeverElseIsNot(@TempDir Path folder) throws Exception {
    List<FeedId> ids =
        IntStream.range(0, MANY)
            .mapToObj(i -> SomeFeed.of("attendant " + i).id())
            .sorted(Comparator.comparing(FeedId::toString))
            .toList();
    JsonArray told = new JsonArray(ids.stream().<Json>map(id -> Json.of(id.toString())).toList());
    try (TestWorkspace test = new TestWorkspace(folder, new FakeScreen());
        FakeRoom fake = new FakeRoom(FakeRoom.attendants(told))) {
      test.goOnline();
      test.workspace().feeds().publisher().publish(Contact.follow(ids.getLast()).toJson());
      test.workspace().replication().connect(fake.address());
      RoomReader reader = new RoomReader(test.workspace().feeds(), test.workspace().replication());
      await().until(() -> reader.find(fake.id()).map(it -> it.row().others()).orElse(0) == MANY);
      List<Attendant> people = reader.find(fake.id()).orElseThrow().people();
      assertThat(people).hasSize(RoomDetails.MOST);
      assertThat(people.getFirst().id()).isEqualTo(ids.getLast());
    }
  }

  @Test
  void whomWeBlockIsSaidToBeBlocked(@TempDir Path folder) throws Exception {
    FeedId rude = SomeFeed.of("Rude").id();
    JsonArray told = new JsonArray(List.of(Json.of(rude.toString())));
    try (TestWorkspace test = new TestWorkspace(folder, new FakeScreen());
        FakeRoom fake = new FakeRoom(FakeRoom.attendants(told))) {
      test.goOnline();
      test.workspace().feeds().publisher().publish(Contact.block(rude).toJson());
      test.workspace().replication().connect(fake.address());
      RoomReader reader = new RoomReader(test.workspace().feeds(), test.workspace().replication());
      await().until(() -> reader.find(fake.id()).map(it -> it.people().size()).orElse(0) == 1);
      assertThat(reader.find(fake.id()).orElseThrow().people().getFirst().standing())
          .isEqualTo(Standing.BLOCKED);
    }
  }
}
