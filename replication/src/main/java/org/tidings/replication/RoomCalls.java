package org.tidings.replication;

import java.io.IOException;
import java.util.List;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.CandidateState;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.room.RoomDesk;
import org.tidings.replication.transport.PeerAddress;

/// Calls rooms as all peers are called. Thread-safe.
record RoomCalls(Replication replication) implements RoomDesk.Calls {
  @Override
  public List<PeerAddress> known() {
    return replication.switchboard().candidates().stream()
        .filter(candidate -> candidate.path() == Path.ROOM)
        .map(CandidateState::address)
        .toList();
  }

  @Override
  public boolean isNew(PeerAddress room) {
    boolean isChosen =
        replication.switchboard().candidates().stream()
            .filter(candidate -> candidate.path() != Path.ANNOUNCED)
            .anyMatch(candidate -> candidate.address().equals(room));
    return !isChosen && !replication.switchboard().connections().isConnectedAsChosen(room.id());
  }

  @Override
  public void connect(PeerAddress room) throws IOException {
    replication.connect(room);
  }

  @Override
  public void found(FeedId room) {
    replication.switchboard().joinedRoom(room);
  }

  @Override
  public void hangUp(FeedId room) {
    replication.switchboard().hangUp(room);
  }

  @Override
  public void forget(PeerAddress room) {
    replication.forget(room);
  }
}
