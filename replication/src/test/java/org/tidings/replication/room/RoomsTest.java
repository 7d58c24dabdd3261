package org.tidings.replication.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.transport.PipeChannel;

class RoomsTest {
  private static final FeedId ROOM = SomeFeed.of("room").id();

  @Test
  void whereAConnectionTookThePlaceOfAnotherWeAreThereAsLongAsOneOfThemLasts(@TempDir Path folder) {
    try (TempFeeds feeds = new TempFeeds(folder)) {
      Rooms rooms = new Rooms(feeds.feeds().graph());
      Room lasting = room();
      Room late = room();
      rooms.enter(lasting);
      rooms.enter(late);
      assertThat(rooms.entered()).containsExactly(late);
      assertThat(rooms.at(lasting.connection())).containsSame(lasting);

      rooms.leave(late);

      assertThat(rooms.find(ROOM)).containsSame(lasting);
      assertThat(rooms.ids()).isEqualTo(Set.of(ROOM));
      rooms.leave(lasting);
      assertThat(rooms.find(ROOM)).isEmpty();
    }
  }

  private static Room room() {
    RpcConnection connection =
        new RpcConnection(PipeChannel.pair().getFirst(), ROOM, Procedures.of(), RpcLimits.PEER);
    return new Room(connection, new RoomMetadata("", true, Set.of()));
  }
}
