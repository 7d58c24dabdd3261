package org.tidings.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.log.PublishRefused;
import org.tidings.replication.InviteKind;
import org.tidings.replication.room.FakeRoom;
import org.tidings.ui.common.Notices;
import org.tidings.ui.common.Question;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.peers.PeerRow.Standing;
import org.tidings.ui.peers.RoomDetails.Attendant;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class RoomViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed jonas = SomeFeed.of("Jonas");
  private TestWorkspace test;
  private FakeRoom fake;
  private RoomViewModel room;

  @BeforeEach
  void enter(@TempDir Path folder) throws IOException, PublishRefused {
    test = new TestWorkspace(folder, screen);
    test.goOnline();
    jonas.name(jonas.id(), "Ansgar");
    mara.name(mara.id(), "Mara");
    test.workspace().feeds().publisher().publish(Contact.follow(mara.id()).toJson());
    test.receive(mara, jonas);
    fake =
        new FakeRoom(
            FakeRoom.attendants(
                JsonArray.of(
                    Json.of(jonas.id().toString()),
                    Json.of(mara.id().toString()),
                    Json.of(test.workspace().self().toString()))));
    test.workspace().replication().connect(fake.address());
    room = new RoomViewModel(test.workspace(), fake.id());
    screen.until(() -> others() == 2 && details().invite().isPresent());
  }

  @AfterEach
  void close() {
    room.close();
    fake.close();
    test.close();
  }

  private int others() {
    return room.detailsProperty().get().map(RoomDetails::row).map(RoomRow::others).orElse(0);
  }

  private RoomDetails details() {
    return room.detailsProperty().get().orElseThrow();
  }

  @Test
  void thoseWeFollowStandFirst() {
    assertThat(details().people()).extracting(Attendant::id).containsExactly(mara.id(), jonas.id());
    assertThat(details().people().getFirst().standing()).isEqualTo(Standing.FOLLOWED);
    assertThat(details().row().name()).isEqualTo("the friendliest room");
  }

  @Test
  void theInviteOfAnOpenRoomLeadsThere() {
    String invite = details().invite().orElseThrow();
    assertThat(invite).startsWith(fake.address().toString());
    assertThat(InviteKind.of(invite)).hasValue(InviteKind.ROOM);
  }

  @Test
  void itsPageIsOpenedOnlyOnceItWasSeenWhichThatIs() {
    room.openPage();
    Notices notices = test.workspace().notices();
    screen.until(() -> notices.questionProperty().get().isPresent());
    String shown = notices.questionProperty().get().map(Question::text).orElse("");
    assertThat(shown).startsWith("https://127.0.0.1/login");
    assertThat(test.visited()).isEmpty();
    notices.answer(true);
    assertThat(test.visited()).containsExactly(shown);
    assertThat(room.busyProperty().get()).isFalse();
  }

  @Test
  void itIsLeftOnlyOnceThatIsAgreed() {
    test.workspace().navigator().go(new Place.Peers());
    test.workspace().navigator().go(new Place.Room(fake.id()));
    room.leave();
    assertThat(test.workspace().notices().questionProperty().get()).isPresent();
    assertThat(test.workspace().replication().rooms().all()).hasSize(1);
    test.workspace().notices().answer(true);
    screen.until(() -> test.workspace().navigator().place().equals(new Place.Peers()));
    screen.until(() -> test.workspace().replication().rooms().all().isEmpty());
    assertThat(room.detailsProperty().get().map(RoomDetails::row).map(RoomRow::id))
        .isEqualTo(Optional.of(fake.id()));
  }

  @Test
  void whoHasGoneElsewhereMeanwhileStaysThere() {
    test.workspace().navigator().go(new Place.Room(fake.id()));
    room.leave();
    test.workspace().notices().answer(true);
    test.workspace().navigator().go(new Place.Peers());
    screen.until(() -> test.workspace().replication().rooms().all().isEmpty());
    assertThat(test.workspace().navigator().place()).isEqualTo(new Place.Peers());
  }
}
