package org.tidings.replication.peer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidings.feed.local.PeerMemory;
import org.tidings.feed.local.PeerRecord;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.TunnelAddress;

/// The addresses we know, over restarts. Of those that a person
/// gives only those where a peer once answered are kept, so that a mistyped one is forgotten with
/// the program's end. Thread-safe.
public final class PeerBook {
  private static final String LAN = "lan";
  private static final String ROOM = "room";
  private static final String DIRECT = "direct";
  private static final int MOST_ANNOUNCED = 50;

  /// After so many calls in a row that failed one that was announced gives way to another.
  private static final int GIVES_WAY = 3;

  private final PeerMemory memory;

  public PeerBook(PeerMemory memory) {
    this.memory = memory;
  }

  /// An address and how calls there went.
  ///
  /// @param autoconnect whether to call it without being asked
  /// @param failures calls in a row that failed
  public record Entry(PeerAddress address, Path path, boolean autoconnect, int failures) {}

  /// All addresses we understand.
  public List<Entry> entries() {
    return memory.peers().stream().flatMap(record -> entry(record).stream()).toList();
  }

  /// A peer answered at that address. One found on the local network is called when it announces
  /// itself again, others without being asked. Ways through a room are not kept, since the room
  /// tells them anew.
  public synchronized void succeeded(PeerAddress address, Path path, Instant at) {
    if (address instanceof TunnelAddress) {
      return;
    }
    PeerRecord.History history = new PeerRecord.History(0, Optional.of(at.toEpochMilli()));
    boolean isChosen = path == Path.DIRECT;
    memory.save(
        record(address)
            .filter(known -> !isChosen || !known.source().equals(PeerRecord.ANNOUNCED))
            .map(known -> known.withHistory(history))
            .orElseGet(
                () ->
                    new PeerRecord(
                        address.id(),
                        address.toString(),
                        path.name().toLowerCase(Locale.ROOT),
                        path != Path.LAN,
                        history)));
  }

  /// Nobody, or nobody we could talk to, answered at that address.
  public synchronized void failed(PeerAddress address) {
    record(address)
        .ifPresent(
            known -> {
              PeerRecord.History past = known.history();
              memory.save(
                  known.withHistory(
                      new PeerRecord.History(past.failures() + 1, past.lastConnectedMs())));
            });
  }

  /// A room answers at that address, if it is a known one. One that only others speak of is not
  /// called by itself for that.
  public synchronized void foundRoom(PeerAddress address) {
    record(address).filter(PeerRecord::autoconnect).ifPresent(this::saveRoom);
  }

  /// A person has chosen the room at that address.
  public synchronized void joinedRoom(PeerAddress address) {
    record(address).ifPresent(this::saveRoom);
  }

  private void saveRoom(PeerRecord known) {
    if (!known.source().equals(ROOM)) {
      memory.save(new PeerRecord(known.peer(), known.address(), ROOM, true, known.history()));
    }
  }

  /// A pub took us in at that address: it is called from now on, whether it answers now or not.
  public synchronized void joined(NetAddress address) {
    memory.save(chosen(address, PeerRecord.PUB, true));
  }

  /// A device was paired with ours at that address. One beside us is called when it announces
  /// itself, since on another network somebody else has its address; one elsewhere is called from
  /// now on. Where a person gave the address it is called as before.
  public synchronized void paired(NetAddress address) {
    if (record(address).filter(known -> known.source().equals(DIRECT)).isEmpty()) {
      boolean isNear = Routes.isLocal(address.host());
      memory.save(chosen(address, isNear ? LAN : DIRECT, !isNear));
    }
  }

  private PeerRecord chosen(NetAddress address, String source, boolean autoconnect) {
    PeerRecord.History history =
        record(address).map(PeerRecord::history).orElse(PeerRecord.History.NONE);
    return new PeerRecord(address.id(), address.toString(), source, autoconnect, history);
  }

  /// Another program of this person knew that peer. One that it did not call by itself is no more
  /// than what others say. Returns whether it is kept.
  synchronized boolean brought(Entry entry) {
    PeerAddress address = entry.address();
    if (entry.autoconnect()) {
      PeerRecord.History history = new PeerRecord.History(entry.failures(), Optional.empty());
      String source = entry.path() == Path.ROOM ? ROOM : DIRECT;
      memory.save(new PeerRecord(address.id(), address.toString(), source, true, history));
    } else {
      announced(address);
    }
    return record(address).isPresent();
  }

  /// Somebody says that a pub is at that address. Only so many are kept of those nobody of us ever
  /// was at; one that does not answer gives way.
  public synchronized void announced(PeerAddress address) {
    if (record(address).isEmpty() && hasPlaceForAnnounced()) {
      memory.save(
          new PeerRecord(
              address.id(),
              address.toString(),
              PeerRecord.ANNOUNCED,
              false,
              PeerRecord.History.NONE));
    }
  }

  private boolean hasPlaceForAnnounced() {
    List<Entry> all = announced();
    if (all.size() < MOST_ANNOUNCED) {
      return true;
    }
    Optional<Entry> worst =
        all.stream()
            .max(Comparator.comparingInt(Entry::failures))
            .filter(entry -> entry.failures() >= GIVES_WAY);
    worst.map(Entry::address).ifPresent(this::forget);
    return worst.isPresent();
  }

  /// Where others say that pubs are.
  public synchronized List<Entry> announced() {
    return memory.peers().stream()
        .filter(known -> known.source().equals(PeerRecord.ANNOUNCED))
        .flatMap(known -> entry(known).stream())
        .toList();
  }

  /// Strikes an address out.
  public synchronized void forget(PeerAddress address) {
    memory.forget(address.toString());
  }

  private Optional<PeerRecord> record(PeerAddress address) {
    String text = address.toString();
    return memory.peers().stream().filter(known -> known.address().equals(text)).findFirst();
  }

  private static Optional<Entry> entry(PeerRecord record) {
    Path path =
        switch (record.source()) {
          case LAN -> Path.LAN;
          case ROOM -> Path.ROOM;
          case PeerRecord.ANNOUNCED -> Path.ANNOUNCED;
          default -> Path.DIRECT;
        };
    return PeerAddress.parse(record.address())
        .map(
            address -> new Entry(address, path, record.autoconnect(), record.history().failures()));
  }
}
